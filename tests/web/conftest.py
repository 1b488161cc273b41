"""One running product for the tests that talk the page's own protocol, and pages for those that look at it."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.provider.running import running_provider
from tests.provider.server import Provider
from tests.servers import open_data_dir
from tests.web.acting import guest_of
from tests.web.kit_acting import api_kit, name_field


@pytest.fixture(scope="session")
def product(built_page: None) -> Iterator[RunningApp]:
    """The product as `make run` starts it, with sessions of three turns."""
    with open_data_dir() as folder:
        running = start_app(folder / "data", COACH_TURN_LIMIT="3")
        yield running
        stop_app(running.process)


@pytest.fixture
def guest_page(browser: Browser, product: RunningApp) -> Iterator[Page]:
    """A page of a new guest, on the start card."""
    with guest_of(browser, product) as page:
        yield page


@pytest.fixture
def kit_page(guest_page: Page, product: RunningApp) -> Page:
    """A guest's page of brand kits, with one kit."""
    api_kit(guest_page, product, "Sunday Mug", second="#5a3423", light="#fff1dc", dark="#2a1710")
    guest_page.get_by_role("link", name="Brand kits").first.click()
    expect(name_field(guest_page)).to_have_value("Sunday Mug")
    return guest_page


def new_guest_cookie(product: RunningApp) -> str:
    """Sign a new guest in and return the cookie header."""
    answer = httpx.post(f"{product.url}/api/v1/sign-in/guest", headers={"Origin": product.url})
    return f"coach_session={answer.cookies['coach_session']}"


def new_session(product: RunningApp, cookie: str, *, asset_type: str = "twitch_emote") -> str:
    """Start a session by the API and return its id."""
    headers = {"Origin": product.url, "Cookie": cookie}
    answer = httpx.post(
        f"{product.url}/api/v1/coach/sessions", json={"asset_type": asset_type, "mood": "rage"}, headers=headers
    )
    session_id: str = answer.json()["id"]
    return session_id


def say(product: RunningApp, cookie: str, session_id: str, text: str) -> None:
    """Have the coach answer a message, by the API."""
    url = f"{product.url}/api/v1/coach/sessions/{session_id}/messages"
    httpx.post(url, json={"text": text}, headers={"Origin": product.url, "Cookie": cookie}).raise_for_status()


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """A scripted server that draws, of its own for each file of tests."""
    with running_provider(Path(tmp_path_factory.mktemp("provider")), side_px=128) as provider:
        yield provider
