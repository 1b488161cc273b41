"""What a streamer does on the page, by the names that a screen reader hears."""

import re

from playwright.sync_api import Locator, Page, expect


def sign_in(page: Page, url: str) -> None:
    """Try it now."""
    page.goto(url)
    page.get_by_role("button", name="Try it now").click()
    page.wait_for_url("**/coach")


def start_session(page: Page, kind: str, wish: str) -> None:
    """Choose a type, say the wish, and wait for the session's page."""
    page.get_by_role("radio", name=kind).click()
    page.get_by_role("textbox", name="Your wish").fill(wish)
    page.get_by_role("button", name=re.compile("Let['’]s go")).click()
    page.wait_for_url(re.compile(r"/coach/[0-9a-f-]{36}"))


def say(page: Page, text: str) -> None:
    """Send a message to the coach."""
    page.get_by_role("textbox", name="Message the coach").fill(text)
    page.get_by_role("button", name="Send").click()


def thread(page: Page) -> Locator:
    """Return the conversation."""
    return page.get_by_role("log", name="Conversation")


def generate(page: Page) -> None:
    """Press Generate now as soon as it can be pressed."""
    button = page.get_by_role("button", name="Generate now")
    expect(button).to_be_enabled()
    button.click()
