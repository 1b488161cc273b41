"""A streamer's whole way in a real browser: from the first page to a file on disk."""

import re
import time
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.running_app import RunningApp
from tests.journeys.steps import generate, say, sign_in, start_session, thread


def _download(page: Page) -> Image.Image:
    with page.expect_download() as download:
        thread(page).get_by_role("link", name="Download").last.click()
    path = download.value.path()
    return Image.open(BytesIO(path.read_bytes()))


def _wait_for_running_job(app: RunningApp) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if app.rows("SELECT FROM generation_jobs WHERE status = 'running'"):
            return
    raise AssertionError("no job runs")


def test_an_emote_from_the_wish_to_the_file(page: Page, context: BrowserContext, app: RunningApp) -> None:
    sign_in(page, app.url)
    start_session(page, "Twitch emote", "a raging pink axolotl smashing a keyboard")
    expect(thread(page)).to_contain_text("axolotl")
    generate(page)
    page.reload()
    expect(thread(page).get_by_role("link", name="Download")).to_have_count(1)

    picture = _download(page)
    assert (picture.format, picture.size, picture.mode) == ("PNG", (112, 112), "RGBA")
    second_tab = context.new_page()
    second_tab.goto(page.url)
    expect(thread(second_tab).get_by_role("link", name="Download")).to_have_count(1)
    say(page, "make it blue")
    expect(thread(second_tab)).to_contain_text("make it blue")
    generate(page)
    for tab in (page, second_tab):
        expect(thread(tab).get_by_role("link", name="Download")).to_have_count(2)

    thread(page).get_by_role("link", name="View in Library").last.click()
    page.wait_for_url(re.compile(r"/dashboard/assets/[0-9a-f-]{36}"))
    expect(page.get_by_role("link", name="Download").first).to_be_visible()


def test_a_thumbnail_from_the_wish_to_the_file(page: Page, app: RunningApp) -> None:
    sign_in(page, app.url)
    start_session(page, "YouTube thumbnail", 'a cozy bear drinking coffee with the text "Stardew day one"')
    expect(thread(page)).to_contain_text("bear")
    generate(page)
    expect(thread(page).get_by_role("link", name="Download")).to_have_count(1)
    picture = _download(page)
    assert (picture.format, picture.size, picture.mode) == ("JPEG", (1280, 720), "RGB")


def test_a_killed_worker_costs_seconds_and_never_the_picture(page: Page, app: RunningApp) -> None:
    sign_in(page, app.url)
    start_session(page, "Twitch emote", "a happy cat drinking coffee")
    expect(thread(page)).to_contain_text("cat")
    generate(page)
    _wait_for_running_job(app)
    killed = app.kill_worker()
    expect(thread(page).get_by_role("link", name="Download")).to_have_count(1, timeout=30_000)
    assert app.find_process("coach_app.worker").pid != killed
    session_id = page.url.rpartition("/")[2]
    assert app.rows(f"SELECT count(*) FROM assets WHERE coach_session_id = '{session_id}'") == [(1,)]
    attempts = app.rows(f"SELECT attempt FROM generation_jobs WHERE coach_session_id = '{session_id}'")
    assert attempts == [(2,)]


def test_a_killed_page_server_comes_back_and_nothing_typed_is_lost(page: Page, app: RunningApp) -> None:
    sign_in(page, app.url)
    start_session(page, "Twitch emote", "a happy cat drinking coffee")
    expect(page.get_by_role("group", name="Suggestions")).to_be_visible()
    composer = page.get_by_role("textbox", name="Message the coach")
    composer.fill("make it blue")
    app.find_process("granian").kill()
    reconnecting = page.get_by_text("Reconnecting. What you typed is safe.")
    expect(reconnecting).to_be_visible()
    expect(reconnecting).to_be_hidden(timeout=30_000)
    expect(composer).to_have_value("make it blue")
    page.get_by_role("button", name="Send").click()
    expect(thread(page)).to_contain_text("make it blue")
    expect(page.get_by_role("button", name=re.compile("Colour: blue"))).to_be_visible()


def test_a_brief_with_too_little_says_what_is_missing(page: Page, app: RunningApp) -> None:
    sign_in(page, app.url)
    start_session(page, "Twitch emote", "hello")
    expect(thread(page)).to_contain_text("hello")
    generate = page.get_by_role("button", name="Generate now")
    if generate.is_enabled():
        generate.click()
    expect(page.get_by_text("Who or what is in it?").first).to_be_visible()
    session_id = page.url.rpartition("/")[2]
    assert app.rows(f"SELECT count(*) FROM generation_jobs WHERE coach_session_id = '{session_id}'") == [(0,)]


@pytest.mark.parametrize(
    "path", ["/coach/not-an-id", "/coach/00000000-0000-4000-8000-000000000000", "/nowhere", "/coach/%00", "/%00"]
)
def test_what_is_not_there_is_said_in_our_own_words(page: Page, app: RunningApp, path: str) -> None:
    sign_in(page, app.url)
    page.goto(app.url + path)
    expect(page.get_by_text(re.compile("isn['’]t here|not found", re.IGNORECASE)).first).to_be_visible()
