"""A session's page in a real browser: brief, turns, other tabs, what was lost, what failed."""

import json
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.journeys.running_app import RunningApp
from tests.web.acting import composer, conversation, execute, send_button, session_id, start, wait_for_replies


def test_a_slot_is_edited_in_place(guest_page: Page) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Colour: pink").click()
    field = guest_page.get_by_role("textbox", name="Colour")
    field.fill("blue")
    field.press("Escape")
    expect(guest_page.get_by_role("button", name="Colour: pink")).to_be_focused()
    guest_page.get_by_role("button", name="Colour: pink").press("Enter")
    field.fill("blue")
    field.press("Enter")
    expect(guest_page.get_by_role("button", name="Colour: blue")).to_be_visible()
    expect(guest_page.get_by_text("A raging blue axolotl")).to_be_visible()


def test_a_slot_that_is_not_understood_says_what_would_be(guest_page: Page) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Colour: pink").click()
    guest_page.get_by_role("textbox", name="Colour").fill("qwxz")
    guest_page.get_by_role("textbox", name="Colour").press("Enter")
    expect(guest_page.get_by_role("alert")).to_contain_text("Try pink")
    expect(guest_page.get_by_role("button", name="Colour: pink")).to_be_visible()


def test_a_refused_slot_can_be_mended_or_left(guest_page: Page) -> None:
    start(guest_page)
    chip = guest_page.get_by_role("button", name="Colour: pink")
    field = guest_page.get_by_role("textbox", name="Colour")
    chip.click()
    field.fill("qwxz")
    field.press("Enter")
    expect(guest_page.get_by_role("alert")).to_be_visible()
    chip.click()
    expect(field).to_have_value("qwxz")
    field.press("Escape")
    expect(guest_page.get_by_role("alert")).to_have_count(0)
    chip.click()
    expect(field).to_have_value("pink")


def test_a_chip_s_error_goes_with_a_change_or_a_reload(guest_page: Page) -> None:
    start(guest_page)
    for forget in (lambda: _say(guest_page, "make it blue"), guest_page.reload):
        guest_page.get_by_role("button", name="Colour:").click()
        guest_page.get_by_role("textbox", name="Colour").fill("qwxz")
        guest_page.get_by_role("textbox", name="Colour").press("Enter")
        expect(guest_page.get_by_role("alert")).to_contain_text("Try pink")
        forget()
        expect(guest_page.get_by_role("button", name="Colour: blue")).to_be_visible()
        expect(guest_page.get_by_role("alert")).to_have_count(0)


def test_the_last_turn_still_leaves_generate_and_a_new_session(guest_page: Page) -> None:
    start(guest_page)
    for number, words in enumerate(("make it blue", "make it green"), 2):
        composer(guest_page).fill(words)
        send_button(guest_page).click()
        wait_for_replies(guest_page, number)
    expect(guest_page.get_by_text("That was the last turn.")).to_be_visible()
    expect(composer(guest_page)).to_have_count(0)
    expect(guest_page.get_by_role("button", name="Generate now")).to_be_enabled()
    old = guest_page.url
    guest_page.get_by_role("button", name="Start new from this").click()
    guest_page.wait_for_url(lambda url: url != old)
    expect(guest_page.get_by_role("button", name="Colour: green")).to_be_visible()
    expect(guest_page.get_by_text("0 of 3 turns")).to_be_visible()
    expect(composer(guest_page)).to_be_visible()


def test_an_ended_session_reopens_with_the_next_message(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Session menu").click()
    guest_page.get_by_role("button", name="End session").click()
    expect(guest_page.get_by_text("Ended", exact=True)).to_be_visible()
    assert _status(product, guest_page) == "ended"
    composer(guest_page).fill("make it blue")
    composer(guest_page).press("Enter")
    wait_for_replies(guest_page, 2)
    expect(guest_page.get_by_text("Ended", exact=True)).to_have_count(0)
    assert _status(product, guest_page) == "active"


def test_two_tabs_show_the_same(guest_page: Page) -> None:
    start(guest_page)
    other = guest_page.context.new_page()
    other.goto(guest_page.url)
    wait_for_replies(other, 1)
    composer(guest_page).fill("make it blue")
    composer(guest_page).press("Enter")
    wait_for_replies(guest_page, 2)
    wait_for_replies(other, 2)
    assert conversation(other).inner_text() == conversation(guest_page).inner_text()
    expect(other.get_by_role("button", name="Colour: blue")).to_be_visible()


def test_other_tabs_see_that_the_coach_is_writing(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    _add_message(product, guest_page, "and now blue", writing_since="now()")
    guest_page.reload()
    expect(conversation(guest_page)).to_contain_text("Coach is writing")
    expect(guest_page.get_by_role("button", name="Ask again")).to_have_count(0)


def test_a_message_whose_answer_was_lost_can_be_asked_again(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    _add_message(product, guest_page, "make it blue", writing_since="NULL")
    guest_page.reload()
    guest_page.get_by_role("button", name="Ask again").click()
    wait_for_replies(guest_page, 2)
    expect(guest_page.get_by_role("button", name="Colour: blue")).to_be_visible()
    expect(guest_page.get_by_role("button", name="Ask again")).to_have_count(0)


def test_a_long_thread_shows_its_newest_messages_first(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    messages = [
        {"id": str(uuid4()), "type": "user", "text": f"line {number}", "timestamp": "2026-11-01T10:00:00Z"}
        for number in range(80)
    ]
    execute(
        product,
        "UPDATE coach_sessions SET messages = %s::jsonb || messages WHERE id = %s",
        json.dumps(messages),
        session_id(guest_page),
    )
    guest_page.reload()
    expect(conversation(guest_page)).to_contain_text("line 79")
    expect(conversation(guest_page)).not_to_contain_text("line 10")
    guest_page.get_by_role("button", name="Load older").click()
    expect(conversation(guest_page)).to_contain_text("line 10")


def test_the_tab_is_named_after_the_session(guest_page: Page) -> None:
    start(guest_page)
    expect(guest_page).to_have_title("Raging pink axolotl · Stream Coach")
    guest_page.get_by_role("link", name="Library").first.click()
    expect(guest_page).to_have_title("Library · Stream Coach")


def test_a_question_mark_shows_the_keys_outside_of_text(guest_page: Page) -> None:
    start(guest_page)
    keys = guest_page.get_by_role("dialog", name="Keys")
    composer(guest_page).press_sequentially("what?")
    expect(composer(guest_page)).to_have_value("what?")
    expect(keys).to_be_hidden()
    guest_page.get_by_role("heading", name="Brief").click()
    guest_page.keyboard.press("?")
    expect(keys).to_contain_text("Generate now")
    guest_page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    guest_page.get_by_role("button", name="Session menu").click()
    guest_page.get_by_role("button", name="Keys").click()
    expect(keys).to_be_visible()


def _say(page: Page, text: str) -> None:
    composer(page).fill(text)
    composer(page).press("Enter")


def _status(product: RunningApp, page: Page) -> object:
    return product.rows(f"SELECT status FROM coach_sessions WHERE id = '{session_id(page)}'")[0][0]


def _add_message(product: RunningApp, page: Page, text: str, *, writing_since: str) -> None:
    """Leave a message without an answer behind, as a killed server would."""
    message = {"id": str(uuid4()), "type": "user", "text": text, "timestamp": "2026-11-01T10:00:00Z"}
    execute(
        product,
        f"UPDATE coach_sessions SET messages = messages || %s::jsonb, writing_since = {writing_since} WHERE id = %s",
        json.dumps([message]),
        session_id(page),
    )
