"""A month's cap that is nearly reached, on the page: how many pictures fit, and what is said of too many."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.running_app import start_app, stop_app
from tests.provider.server import Provider
from tests.servers import open_data_dir
from tests.web.acting import composer, guest_of, start, wait_for_replies


@pytest.fixture
def page(browser: Browser, built_page: None, provider: Provider) -> Iterator[Page]:
    """A guest's session with a brief that is ready, and with dollars for two pictures."""
    with open_data_dir() as folder:
        running = start_app(
            folder / "data",
            GEMINI_API_KEY="canary",
            GEMINI_BASE_URL=provider.url,
            COACH_COACH="built-in",
            COACH_USER_SPENDING_CAP="0.08",
        )
        with guest_of(browser, running) as made:
            start(made)
            yield made
        stop_app(running.process)


def test_it_says_how_many_fit_and_no_longer_that_it_was_too_many(page: Page) -> None:
    expect(page.get_by_text("2 of 4 fit into what is left of this month’s cap.").first).to_be_visible()
    refusal = page.get_by_role("alert").filter(has_text="That would pass the $0.08")
    generate = page.get_by_role("button", name="Generate now").first
    _choose(page, "3")
    expect(page.get_by_text("About $0.10, past the cap").filter(visible=True)).to_be_visible()
    generate.click()
    expect(refusal).to_be_visible()
    composer(page).fill("make it blue")
    composer(page).press("Enter")
    wait_for_replies(page, 2)
    expect(refusal).to_have_count(0)
    generate.click()
    expect(refusal).to_be_visible()
    _choose(page, "1")
    generate.click()
    expect(page.get_by_role("link", name="Download")).to_have_count(1)
    expect(refusal).to_have_count(0)
    expect(page.get_by_text("1 of 4 fits into what is left of this month’s cap.").first).to_be_visible()


def _choose(page: Page, count: str) -> None:
    page.get_by_role("radio", name=count).click(force=True)
    expect(page.get_by_role("radio", name=count)).to_be_checked()
