"""Servers that go away, seen from the page: a banner, nothing lost, and back again by itself."""

import time
from collections.abc import Callable
from contextlib import suppress

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.running_app import RunningApp
from tests.processes import descendants
from tests.web.acting import composer, conversation, session_id, start, wait_for_replies
from tests.web.kit_acting import name_field, saved, set_colour

BACK_AGAIN_MS = 60_000


@pytest.mark.parametrize(("server", "words"), [("valkey-server", "queue is away"), ("postgres", "database is away")])
def test_an_outage_is_told_and_over_by_itself(guest_page: Page, product: RunningApp, server: str, words: str) -> None:
    start(guest_page)
    composer(guest_page).fill("give it a crown")
    banner = guest_page.get_by_text(words)
    _kill_until_visible(product, server, banner.is_visible)
    expect(banner).to_have_count(0, timeout=BACK_AGAIN_MS)
    expect(composer(guest_page)).to_have_value("give it a crown")
    composer(guest_page).press("Enter")
    wait_for_replies(guest_page, 2)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1, timeout=BACK_AGAIN_MS)


def test_a_killed_web_server_costs_a_moment_and_not_a_word(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    composer(guest_page).fill("give it a crown")
    _web_worker(product).kill()
    line = guest_page.get_by_text("Reconnecting. What you typed is safe.")
    expect(line).to_be_visible()
    expect(guest_page.get_by_role("button", name="Send")).to_be_disabled()
    expect(line).to_have_count(0, timeout=BACK_AGAIN_MS)
    expect(composer(guest_page)).to_have_value("give it a crown")
    # The session is read anew before anything can be sent in it.
    expect(guest_page.get_by_role("button", name="Send")).to_be_enabled()
    composer(guest_page).press("Enter")
    wait_for_replies(guest_page, 2)


def test_a_web_server_killed_while_a_picture_is_drawn_shows_it_once(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    _wait_for_a_job(product, session_id(guest_page))
    _web_worker(product).kill()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1, timeout=BACK_AGAIN_MS)
    expect(guest_page.get_by_role("button", name="Generate now")).to_be_enabled()


def test_a_killed_web_server_costs_a_brand_kit_nothing_that_was_typed(kit_page: Page, product: RunningApp) -> None:
    name_field(kit_page).fill("Typed before")
    _web_worker(product).kill()
    name_field(kit_page).fill("Typed meanwhile")
    set_colour(kit_page, "Main", "#123456")
    kits = kit_page.get_by_role("navigation", name="Your kits")
    expect(kits).to_contain_text("Typed meanwhile", timeout=BACK_AGAIN_MS)
    kit_page.reload()
    expect(name_field(kit_page)).to_have_value("Typed meanwhile")
    expect(kit_page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#123456")


def test_a_brand_kit_is_stored_once_the_database_is_back(kit_page: Page, product: RunningApp) -> None:
    banner = kit_page.get_by_text("database is away")
    _kill_until_visible(product, "postgres", banner.is_visible)
    name_field(kit_page).fill("Typed meanwhile")
    expect(kit_page.get_by_role("navigation", name="Your kits")).to_contain_text(
        "Typed meanwhile", timeout=BACK_AGAIN_MS
    )
    saved(kit_page)


def _wait_for_a_job(product: RunningApp, session: str) -> None:
    """Wait until the click has become a row: one that had not reached the server would be gone with it."""
    deadline = time.monotonic() + 20
    while not product.rows(f"SELECT FROM generation_jobs WHERE coach_session_id = '{session}'"):
        assert time.monotonic() < deadline, "no job was made"


def _kill_until_visible(product: RunningApp, server: str, is_visible: Callable[[], bool]) -> None:
    """Kill the server as often as the supervisor brings it back, until the page has noticed."""
    deadline = time.monotonic() + 20
    while not is_visible():
        assert time.monotonic() < deadline, "the page has not noticed"
        for process in descendants(product.process.pid, server):
            with suppress(psutil.NoSuchProcess):
                process.kill()


def _web_worker(product: RunningApp) -> psutil.Process:
    """Return granian's worker: its process that has started no other of its kind."""
    kin = descendants(product.process.pid, "granian")
    return next(process for process in kin if not descendants(process.pid, "granian"))
