"""A model coaches on the page: its words as they come, Stop, and a quiet note where the built-in coach stood in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.provider.chat import ChatProvider, Ending, Hold, Play, chat_provider, pieces_of, turn_json
from tests.servers import open_data_dir
from tests.web.acting import composer, conversation, guest_of, send_button, session_id, start, wait_for_replies

_KEY = "canary-4711-key"
_SAID = "A pink axolotl, lovely. How does it feel?"
_TURN = turn_json(_SAID, "Raging", "Happy", "You choose", subject="axolotl", colour="pink")
_PATIENCE_SECONDS = 10


@pytest.fixture(scope="module")
def provider() -> Iterator[ChatProvider]:
    with chat_provider() as server:
        yield server


@pytest.fixture(scope="module")
def gemini_product(built_page: None, provider: ChatProvider) -> Iterator[RunningApp]:
    """The product with a key, whose Gemini is the scripted server."""
    with open_data_dir() as folder:
        running = start_app(folder / "data", GEMINI_API_KEY=_KEY, GEMINI_BASE_URL=provider.url, COACH_ARTIST="built-in")
        yield running
        stop_app(running.process)


@pytest.fixture
def page(browser: Browser, gemini_product: RunningApp, provider: ChatProvider) -> Iterator[Page]:
    """A guest's session in which the model has spoken once."""
    provider.script.clear()
    provider.plays(Play(pieces_of(_TURN)))
    with guest_of(browser, gemini_product) as made:
        start(made)
        yield made


def _say(page: Page, text: str) -> None:
    composer(page).fill(text)
    composer(page).press("Enter")


def _begin_to_say(page: Page, provider: ChatProvider) -> None:
    """Have the model begin a reply that goes no further."""
    provider.plays(Play(('{"reply": "Blue it is, and',), ending=Ending.HANG))
    _say(page, "make it blue")
    expect(conversation(page)).to_contain_text("Blue it is, and")


def test_the_model_s_words_and_suggestions_are_shown(page: Page) -> None:
    expect(conversation(page)).to_contain_text(_SAID)
    expect(page.get_by_role("group", name="Suggestions").get_by_role("button")).to_have_text(
        ["Raging", "Happy", "You choose"]
    )
    expect(page.get_by_role("button", name="Colour: pink")).to_be_visible()
    expect(page.get_by_role("complementary").first).to_contain_text("Gemini coach")
    expect(conversation(page).locator(".coach-note")).to_have_count(0)


@pytest.mark.parametrize("way", ["Esc", "the button", "the button by keyboard"])
def test_a_reply_is_stopped(page: Page, provider: ChatProvider, gemini_product: RunningApp, way: str) -> None:
    _begin_to_say(page, provider)
    stop = page.get_by_role("button", name="Stop")
    if way == "Esc":
        page.keyboard.press("Escape")
    elif way == "the button":
        stop.click()
    else:
        stop.press("Enter")
    wait_for_replies(page, 2)
    expect(conversation(page).locator(".coach-note")).to_have_text("Stopped.")
    expect(conversation(page)).to_contain_text("Blue it is, and")
    assert provider.calls[-1].is_left.wait(_PATIENCE_SECONDS)
    expect(stop).to_have_count(0)
    expect(page.get_by_role("button", name="Colour: pink")).to_be_visible()
    spent = gemini_product.rows(f"SELECT count(*) FROM coach_costs WHERE coach_session_id = '{session_id(page)}'")
    assert spent == [(2,)]
    composer(page).fill("and now green")
    expect(send_button(page)).to_be_enabled()


def test_esc_closes_what_is_open_before_it_stops(page: Page, provider: ChatProvider) -> None:
    _begin_to_say(page, provider)
    page.get_by_role("button", name="Session menu").click()
    menu = page.get_by_role("button", name="End session")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Colour: pink").click()
    page.get_by_role("textbox", name="Colour").press("Escape")
    expect(page.get_by_role("textbox", name="Colour")).to_have_count(0)
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    assert not provider.calls[-1].is_left.is_set()
    page.keyboard.press("Escape")
    wait_for_replies(page, 2)


def test_a_double_click_on_send_stops_nothing(page: Page, provider: ChatProvider) -> None:
    provider.let_go.clear()
    provider.plays(Play((Hold.HERE, *pieces_of(turn_json("Blue it is.", subject="axolotl", colour="blue")))))
    composer(page).fill("make it blue")
    send_button(page).dblclick()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    provider.let_go.set()
    wait_for_replies(page, 2)
    expect(conversation(page)).to_contain_text("Blue it is.")


def test_another_tab_can_stop_too(page: Page, provider: ChatProvider) -> None:
    _begin_to_say(page, provider)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Stop").click()
    wait_for_replies(page, 2)
    wait_for_replies(other, 2)
    expect(conversation(other)).to_contain_text("Stopped.")


def test_a_quiet_note_says_that_the_built_in_coach_stood_in(page: Page, provider: ChatProvider) -> None:
    provider.plays(Play(('{"reply": "Blue it is, and',), ending=Ending.RAW_ERROR))
    _say(page, "make it blue")
    wait_for_replies(page, 2)
    expect(conversation(page).locator(".coach-note")).to_have_text(
        "Gemini didn't answer properly, so the built-in coach did."
    )
    expect(page.get_by_role("button", name="Colour: blue")).to_be_visible()
    page.reload()
    expect(conversation(page).locator(".coach-note")).to_have_count(1)


def test_what_a_model_says_is_text_whatever_it_looks_like(page: Page, provider: ChatProvider) -> None:
    evil = (
        "![x](https://evil.example/a.png) [y][z]\n\n[z]: https://evil.example/b <img src=https://evil.example/c.png> "
        '<iframe srcdoc="<img src=https://evil.example/d.png>"></iframe> <a href=https://evil.example>e</a>'
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    provider.plays(Play((turn_json(evil, "<img src=https://evil.example/f.png>", "b", "c", subject=evil[:100]),)))
    _say(page, "go on")
    wait_for_replies(page, 2)
    expect(conversation(page)).to_contain_text("<img src=https://evil.example/c.png>")
    expect(page.get_by_role("group", name="Suggestions")).to_contain_text("<img src=https://evil.example/f.png>")
    expect(conversation(page).locator("a, iframe, img[src*=evil]")).to_have_count(0)
    assert not any("evil.example" in url for url in asked)


def test_the_keys_card_says_what_esc_does(page: Page) -> None:
    page.get_by_role("heading", name="Brief").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("Stop the coach")


def test_the_key_is_in_no_log(page: Page, provider: ChatProvider, gemini_product: RunningApp) -> None:
    provider.plays(Play(status=401))
    _say(page, "make it blue")
    wait_for_replies(page, 2)
    logs = [log.read_text(errors="replace") for log in (gemini_product.data_dir / "logs").iterdir() if log.is_file()]
    assert any("CoachMisconfigured (HTTP 401)" in log for log in logs)
    assert not any(_KEY in log for log in [*logs, *gemini_product.lines])
