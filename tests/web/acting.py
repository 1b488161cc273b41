"""What tests of the page do on it, by accessible names."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.running_app import PROJECT, RunningApp

WISH = "a raging pink axolotl smashing a keyboard"


@contextmanager
def guest_of(browser: Browser, product: RunningApp) -> Iterator[Page]:
    """Give a page of a new guest, on the start card, in a browser of its own."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.goto(product.url)
        page.get_by_role("button", name="Try it now").click()
        page.wait_for_url("**/coach")
        yield page


def start(page: Page, wish: str = WISH, kind: str = "Twitch emote") -> None:
    """Start a session and wait until the coach has answered the wish."""
    page.get_by_role("radio", name=kind).click()
    page.get_by_role("textbox", name="Your wish").fill(wish)
    page.get_by_role("button", name="Let’s go").click()
    page.wait_for_url(re.compile(r"/coach/[0-9a-f-]{36}"))
    expect(composer(page)).to_be_visible()
    wait_for_replies(page, 1)


def composer(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message the coach")


def conversation(page: Page) -> Locator:
    return page.get_by_role("log", name="Conversation")


def send_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Send")


def wait_for_replies(page: Page, count: int) -> None:
    """Wait until the coach has said so many things, to the end."""
    expect(conversation(page).locator(".coach-text:not(.quiet-text)")).to_have_count(count)
    expect(conversation(page).locator(".caret")).to_have_count(0)


def session_id(page: Page) -> str:
    return page.url.rpartition("/")[2]


def execute(product: RunningApp, statement: str, *values: object) -> None:
    """Change the product's own rows, as only a fault or the past could have left them."""
    folder = quote(str(product.data_dir / "run"))
    with psycopg.connect(f"postgresql://coach@/coach?host={folder}&port=5432") as connection:
        connection.execute(statement.encode(), values)


def sign_in_link(product: RunningApp, user_id: object) -> str:
    """Print a one-time link as an operator does, and return its path."""
    env = os.environ | {"COACH_DATA_DIR": str(product.data_dir), "COACH_PUBLIC_URL": product.url}
    command = [sys.executable, "-m", "coach_app", "sign-in-link", "--user", str(user_id)]
    printed = subprocess.run(command, cwd=PROJECT, env=env, check=True, capture_output=True, text=True)
    return printed.stdout.strip().removeprefix(product.url)
