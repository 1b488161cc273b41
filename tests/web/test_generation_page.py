"""A picture's card in a real browser: waiting, canceled, failed, deleted."""

import json
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from coach_app.domain.error_sentences import failure_sentence
from coach_app.domain.generation_jobs import FailureCode
from tests.journeys.running_app import RunningApp
from tests.web.acting import conversation, execute, session_id, start


def test_a_failed_picture_says_why_and_is_retried(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    _fail_the_picture(product, guest_page)
    guest_page.reload()
    expect(guest_page.get_by_role("alert")).to_contain_text("The artist answered without a picture.")
    guest_page.get_by_role("button", name="Retry").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)


def test_a_picture_that_takes_long_says_that_it_goes_on(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    guest_page.get_by_role("button", name="Generate now").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    # Held by a worker that does nothing, for ten seconds so far.
    _put_job_in_place(
        product,
        guest_page,
        status="'running'",
        stage="'drawing'",
        created_at="now() - interval '10 s'",
        lease_expires_at="now() + interval '60 s'",
    )
    guest_page.reload()
    expect(conversation(guest_page)).to_contain_text("You can keep chatting meanwhile.")
    expect(conversation(guest_page)).to_contain_text("Taking longer than usual.", timeout=10_000)


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
