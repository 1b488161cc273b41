"""Typing to the coach in a real browser: keys, input methods, drafts that survive."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.running_app import RunningApp
from tests.web.acting import composer, conversation, send_button, start, wait_for_replies


def test_enter_sends_and_shift_enter_breaks_the_line(guest_page: Page) -> None:
    start(guest_page)
    composer(guest_page).press_sequentially("make it")
    composer(guest_page).press("Shift+Enter")
    composer(guest_page).press_sequentially("blue")
    expect(composer(guest_page)).to_have_value("make it\nblue")
    composer(guest_page).press("Enter")
    expect(composer(guest_page)).to_have_value("")
    wait_for_replies(guest_page, 2)
    expect(conversation(guest_page)).to_contain_text("make it\nblue")


def test_enter_belongs_to_an_input_method_while_it_composes(guest_page: Page) -> None:
    start(guest_page)
    composer(guest_page).fill("にゃ")
    composer(guest_page).evaluate(
        """field => {
            field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true}));
            field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", keyCode: 229, bubbles: true}));
        }"""
    )
    expect(composer(guest_page)).to_have_value("にゃ")
    composer(guest_page).press("Enter")
    expect(composer(guest_page)).to_have_value("")


def test_send_waits_for_words(guest_page: Page) -> None:
    start(guest_page)
    expect(send_button(guest_page)).to_be_disabled()
    composer(guest_page).fill("   ")
    expect(send_button(guest_page)).to_be_disabled()
    composer(guest_page).fill("blue")
    expect(send_button(guest_page)).to_be_enabled()


def test_what_was_typed_survives_a_reload_in_its_own_session(guest_page: Page) -> None:
    start(guest_page)
    composer(guest_page).fill("give it a tiny crown")
    guest_page.reload()
    expect(composer(guest_page)).to_have_value("give it a tiny crown")
    guest_page.get_by_role("link", name="New session").click()
    guest_page.wait_for_url("**/coach")
    start(guest_page, "a happy cat")
    expect(composer(guest_page)).to_have_value("")


def test_a_wish_survives_a_reload(guest_page: Page) -> None:
    wish = guest_page.get_by_role("textbox", name="Your wish")
    wish.fill("a sleepy ghost")
    guest_page.reload()
    expect(wish).to_have_value("a sleepy ghost")


def test_a_message_that_is_refused_comes_back_with_the_reason(guest_page: Page) -> None:
    start(guest_page)
    # The field itself takes no more than 4,000 characters; a suggestion or a script could send more.
    composer(guest_page).evaluate("field => field.removeAttribute('maxlength')")
    composer(guest_page).fill("blue " * 1_000)
    send_button(guest_page).click()
    expect(guest_page.get_by_role("alert")).to_contain_text("4,000")
    expect(composer(guest_page)).to_have_value(re.compile("^(blue ?){1000}$"))


def test_a_message_that_never_arrived_comes_back_after_the_reload(guest_page: Page) -> None:
    start(guest_page)
    composer(guest_page).fill("and a party hat")
    # The connection dies with the click: what is sent stays in the browser.
    guest_page.evaluate("WebSocket.prototype.send = () => undefined")
    send_button(guest_page).click()
    expect(composer(guest_page)).to_have_value("")
    guest_page.reload()
    expect(composer(guest_page)).to_have_value("and a party hat")


def test_ctrl_enter_generates(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    expect(guest_page.get_by_role("button", name="Generate now")).to_be_enabled()
    composer(guest_page).press("Control+Enter")
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)


def test_a_reason_under_the_meter_puts_its_question_into_the_composer(guest_page: Page) -> None:
    start(guest_page, "something happy")
    guest_page.get_by_role("button", name="Who or what is in it?").click()
    expect(composer(guest_page)).to_have_value("Who could be in it?")
    expect(composer(guest_page)).to_be_focused()


def test_a_suggestion_is_said_with_one_click(guest_page: Page) -> None:
    start(guest_page)
    suggestion = guest_page.get_by_role("group", name="Suggestions").get_by_role("button").first
    words = suggestion.inner_text()
    suggestion.click()
    wait_for_replies(guest_page, 2)
    expect(conversation(guest_page).locator(".user-bubble").last).to_contain_text(words)
