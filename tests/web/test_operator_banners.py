"""What only the operator can mend is told to those whom the provider serves, and to nobody else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.provider.chat import chat_provider
from tests.provider.server import Provider
from tests.servers import open_data_dir
from tests.web.acting import composer, execute, guest_of, start, wait_for_replies

_BANNER = "Nano Banana does not take the key. Set GEMINI_API_KEY"


@pytest.fixture(scope="module")
def members_product(built_page: None, provider: Provider) -> Iterator[RunningApp]:
    """The product with a key that does not serve guests."""
    with open_data_dir() as folder:
        running = start_app(
            folder / "data",
            GEMINI_API_KEY="canary",
            GEMINI_BASE_URL=provider.url,
            COACH_COACH="built-in",
            COACH_GUESTS_MAY_SPEND="off",
        )
        yield running
        stop_app(running.process)


@pytest.fixture
def guest(browser: Browser, members_product: RunningApp) -> Iterator[Page]:
    with guest_of(browser, members_product) as page:
        yield page


def test_a_banner_is_for_those_whom_the_artist_serves(guest: Page, members_product: RunningApp) -> None:
    _rest(members_product, "key")
    # Whoever is not served by it has been told nothing by the time that somebody else is.
    with guest.context.browser.new_context() as context:  # type: ignore[union-attr]  # it has one
        member = context.new_page()
        member.goto(members_product.url)
        expect(member.get_by_text("Say it in a line.")).to_be_visible()
        expect(member.get_by_text(_BANNER)).to_have_count(0)
        member.get_by_role("button", name="Try it now").click()
        member.wait_for_url("**/coach")
        execute(
            members_product,
            "UPDATE users SET is_guest = false WHERE id = (SELECT id FROM users ORDER BY created_at DESC LIMIT 1)",
        )
        _reload_until_served(member)
        expect(member.get_by_text(_BANNER)).to_be_visible()
        expect(member.get_by_role("img", name="Not drawing right now").first).to_be_visible()
        _rest(members_product, "failing")
        expect(member.get_by_text(_BANNER)).to_have_count(0)
        expect(member.get_by_role("img", name="Not drawing right now").first).to_be_visible()
        execute(members_product, "DELETE FROM provider_breakers")
        expect(member.get_by_role("img", name="At work").first).to_be_visible()
    expect(guest.get_by_text(_BANNER)).to_have_count(0)
    expect(guest.get_by_role("img", name="At work").first).to_be_visible()


def test_a_coachs_wrong_key_is_a_banner_until_it_answers(browser: Browser, built_page: None) -> None:
    banner = "Gemini coach: the key is not taken. Set GEMINI_API_KEY to one that is valid, and start again."
    with chat_provider() as chat, open_data_dir() as folder:
        chat.refuses_key = True
        running = start_app(folder / "data", GEMINI_API_KEY="canary", GEMINI_BASE_URL=chat.url, COACH_ARTIST="built-in")
        try:
            with guest_of(browser, running) as page:
                expect(page.get_by_text(banner)).to_be_visible()
                start(page)
                expect(page.get_by_text(banner)).to_have_count(1)
                chat.refuses_key = False
                composer(page).fill("make it blue")
                composer(page).press("Enter")
                wait_for_replies(page, 2)
                expect(page.get_by_text(banner)).to_have_count(0)
        finally:
            stop_app(running.process)


def _rest(product: RunningApp, reason: str) -> None:
    execute(
        product,
        "INSERT INTO provider_breakers (provider, reason, open_until) VALUES (%s, %s, now() + interval '5 min') "
        "ON CONFLICT (provider) DO UPDATE SET reason = excluded.reason, open_until = excluded.open_until",
        "gemini gemini-nano-banana-2.1",
        reason,
    )


def _reload_until_served(page: Page) -> None:
    """Who is signed in is remembered for a moment."""
    expect(page.get_by_text("Built-in artist").first).to_be_visible()
    for _ in range(20):
        page.reload()
        expect(page.locator(".artist-pill")).to_be_visible()
        if page.get_by_text("Nano Banana", exact=True).count():
            return
    raise AssertionError("still a guest")
