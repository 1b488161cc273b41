"""A picture's card in a real browser: waiting, canceled, failed, deleted."""

import json
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from coach_app.domain.error_sentences import failure_sentence
from coach_app.domain.generation_jobs import FailureCode
from tests.journeys.running_app import RunningApp
from tests.web.acting import WISH, conversation, execute, session_id, start


def test_a_failed_picture_says_why_and_is_retried(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    _fail_the_picture(product, guest_page)
    guest_page.reload()
    expect(guest_page.get_by_role("alert")).to_contain_text("The artist answered without a picture.")
    guest_page.get_by_role("button", name="Retry").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    # Done once, it is not offered again.
    expect(guest_page.get_by_role("button", name="Retry")).to_have_count(0)


def test_a_picture_that_takes_long_says_that_it_goes_on(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    # Held by a worker that does nothing, for ten seconds so far, after a wait that does not count.
    _put_job_in_place(
        product,
        guest_page,
        status="'running'",
        stage="'drawing'",
        created_at="now() - interval '5 min'",
        started_at="now() - interval '10 s'",
        lease_expires_at="now() + interval '60 s'",
    )
    guest_page.reload()
    expect(conversation(guest_page)).to_contain_text("You can keep chatting meanwhile.")
    expect(conversation(guest_page)).to_contain_text("Taking longer than usual.", timeout=10_000)


@pytest.mark.parametrize(
    ("kind", "wish"), [("Twitch emote", WISH), ("YouTube thumbnail", "a shocked cat with the title WE FOUND IT")]
)
def test_a_reload_neither_stops_the_clock_nor_hides_what_is_waited_for(
    guest_page: Page, product: RunningApp, kind: str, wish: str
) -> None:
    start(guest_page, wish, kind)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    _put_job_in_place(product, guest_page, next_run_at="now() + interval '10 min'")
    for minutes in (1, 2):
        execute(
            product,
            f"UPDATE generation_jobs SET created_at = now() - interval '{minutes} min' WHERE status = 'queued' "
            "AND coach_session_id = %s",
            session_id(guest_page),
        )
        guest_page.reload()
        expect(conversation(guest_page).locator(".elapsed")).to_contain_text(f"{minutes}:0")
    expect(conversation(guest_page).get_by_text("Waiting for its turn.")).to_be_visible()
    expect(guest_page.get_by_role("button", name="On its way…")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_refused_click_says_why_where_it_is_seen(guest_page: Page, product: RunningApp, width: int) -> None:
    guest_page.set_viewport_size({"width": width, "height": 844})
    start(guest_page)
    execute(
        product,
        "INSERT INTO generation_jobs (id, user_id, idempotency_key, asset_type, request, next_run_at) "
        "SELECT gen_random_uuid(), user_id, number::text, asset_type, '{}', now() + interval '10 min' "
        "FROM coach_sessions, generate_series(1, 5) AS number WHERE id = %s",
        session_id(guest_page),
    )
    guest_page.get_by_role("button", name="Generate now").click()
    refusal = guest_page.get_by_role("alert").filter(has_text="You have as many pictures waiting as fit.")
    expect(refusal).to_be_visible()
    # It stays until it has been read.
    guest_page.get_by_role("textbox", name="Message the coach").fill("blue")
    guest_page.keyboard.press("Enter")
    expect(conversation(guest_page)).to_contain_text("blue")
    expect(refusal).to_be_visible()
    refusal.get_by_role("button", name="Dismiss").click()
    expect(refusal).to_have_count(0)


def test_the_keyboard_alone_generates_from_the_moment_of_arrival(guest_page: Page) -> None:
    start(guest_page)
    guest_page.reload()
    expect(guest_page.get_by_role("textbox", name="Message the coach")).to_be_focused()
    guest_page.get_by_role("button", name="Session menu").focus()
    guest_page.keyboard.press("Control+Enter")
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)


def test_a_waiting_picture_is_canceled_and_drawn_after_all(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    _put_job_in_place(product, guest_page, next_run_at="now() + interval '10 min'")
    guest_page.reload()
    expect(conversation(guest_page)).to_contain_text("Waiting for its turn.")
    conversation(guest_page).get_by_role("button", name="Cancel").click()
    expect(conversation(guest_page)).to_contain_text("You canceled this one. It cost you nothing.")
    guest_page.get_by_role("button", name="Draw it after all").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)


@pytest.mark.parametrize("code", FailureCode)
def test_each_failure_says_what_it_cost_and_what_to_do(
    guest_page: Page, product: RunningApp, code: FailureCode
) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    _fail_the_picture(product, guest_page, code)
    guest_page.reload()
    expect(conversation(guest_page).get_by_role("alert")).to_have_text(failure_sentence(code))
    # The same wish would be refused again, and what is lost stays lost.
    is_final = code in (FailureCode.REFUSED, FailureCode.PICTURE_LOST)
    expect(guest_page.get_by_role("button", name="Retry")).to_have_count(0 if is_final else 1)
    assert "It cost you nothing." in failure_sentence(code)


def test_a_session_is_deleted_after_a_question(guest_page: Page) -> None:
    start(guest_page)
    address = guest_page.url
    for choice in ("Keep", "Delete session"):
        guest_page.get_by_role("button", name="Session menu").click()
        guest_page.get_by_role("button", name="Delete session…").click()
        guest_page.get_by_role("dialog").get_by_role("button", name=choice, exact=True).click()
        if choice == "Keep":
            expect(guest_page).to_have_url(address)
    guest_page.wait_for_url("**/coach")
    guest_page.goto(address)
    expect(guest_page.get_by_role("heading", name="That isn’t here")).to_be_visible()


def test_a_session_deleted_in_another_tab_is_no_longer_offered(guest_page: Page) -> None:
    start(guest_page)
    other = guest_page.context.new_page()
    other.goto(guest_page.url)
    recent = other.get_by_role("navigation", name="Recent sessions")
    expect(recent.get_by_role("link")).to_have_count(1)
    guest_page.get_by_role("button", name="Session menu").click()
    guest_page.get_by_role("button", name="Delete session…").click()
    guest_page.get_by_role("dialog").get_by_role("button", name="Delete session", exact=True).click()
    guest_page.wait_for_url("**/coach")
    expect(other.get_by_text("It was deleted, has moved, or belongs to somebody else.")).to_be_visible()
    expect(recent.get_by_role("link")).to_have_count(0)


def test_a_deleted_picture_is_gone_from_library_and_thread(guest_page: Page) -> None:
    start(guest_page)
    address = guest_page.url
    guest_page.get_by_role("button", name="Generate now").click()
    conversation(guest_page).get_by_role("link", name="View in Library").click()
    guest_page.get_by_role("button", name="Delete picture").first.click()
    guest_page.get_by_role("dialog").get_by_role("button", name="Delete picture").click()
    guest_page.wait_for_url("**/dashboard/assets")
    guest_page.goto(address)
    expect(conversation(guest_page)).to_contain_text("This picture was deleted.")


def _put_job_in_place(product: RunningApp, page: Page, **columns: str) -> None:
    """Show another job, with these columns, where the session's picture stands."""
    job_id, here = str(uuid4()), session_id(page)
    names, values = ", ".join(columns), ", ".join(columns.values())
    execute(
        product,
        "INSERT INTO generation_jobs (id, user_id, coach_session_id, idempotency_key, asset_type, request, "
        f"{names}) SELECT %s::uuid, user_id, coach_session_id, %s, asset_type, request, {values} "
        "FROM generation_jobs WHERE coach_session_id = %s LIMIT 1",
        job_id,
        job_id,
        here,
    )
    message = {"id": str(uuid4()), "type": "generation", "job_id": job_id, "timestamp": "2026-11-01T10:00:00Z"}
    execute(
        product,
        "UPDATE coach_sessions SET generated_asset_ids = '{}', messages = (messages - (-1)) || %s::jsonb WHERE id = %s",
        json.dumps([message]),
        here,
    )


def _fail_the_picture(product: RunningApp, page: Page, code: str = "no_picture") -> None:
    _put_job_in_place(product, page, status="'failed'", stage="'drawing'", error_code=f"'{code}'", finished_at="now()")
