"""Several pictures of one click, in a real browser."""

import json
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.journeys.running_app import RunningApp
from tests.web.acting import conversation, execute, session_id, start


def choice(page: Page) -> Locator:
    return page.get_by_role("radiogroup", name="Variations")


def card(page: Page, label: str) -> Locator:
    return conversation(page).get_by_role("article", name=label)


def test_four_are_chosen_by_keyboard_and_stand_in_one_row(guest_page: Page) -> None:
    start(guest_page)
    choice(guest_page).get_by_role("radio", name="1").focus()
    guest_page.keyboard.press("ArrowLeft")
    expect(choice(guest_page).get_by_role("radio", name="4")).to_be_checked()
    guest_page.keyboard.press("Control+Enter")
    batch = conversation(guest_page).get_by_role("region", name="Variations of Raging pink axolotl")
    expect(batch.get_by_role("link", name="Download")).to_have_count(4, timeout=20_000)
    expect(batch.get_by_role("link", name="View in Library")).to_have_count(4)
    expect(batch.get_by_role("button", name="All sizes")).to_have_count(4)
    assert len({batch.get_by_role("article").nth(number).bounding_box()["y"] for number in range(4)}) == 1  # type: ignore[index]
    assert len({picture.get_attribute("src") for picture in batch.locator(".picture img").all()}) == 4
    # Another session begins with one.
    guest_page.get_by_role("link", name="New session").first.click()
    start(guest_page, "a happy fox")
    expect(choice(guest_page).get_by_role("radio", name="1")).to_be_checked()


def test_each_shows_how_it_goes_and_is_canceled_alone(guest_page: Page, product: RunningApp) -> None:
    _begin(guest_page, product, "stage = 'drawing'", "stage = 'saving'", waits=1)
    expect(card(guest_page, "1 of 3").locator(".current")).to_have_text("Drawing")
    expect(card(guest_page, "2 of 3").locator(".current")).to_have_text("Saving")
    expect(card(guest_page, "3 of 3")).to_contain_text("Waiting for its turn.")
    card(guest_page, "3 of 3").get_by_role("button", name="Cancel").click()
    expect(card(guest_page, "3 of 3")).to_contain_text("You canceled this one. It cost you nothing.")
    expect(card(guest_page, "1 of 3").get_by_role("button", name="Cancel")).to_be_enabled()
    expect(card(guest_page, "3 of 3").get_by_role("button", name="Draw it after all")).to_be_disabled()
    expect(guest_page.get_by_role("button", name="On its way…")).to_be_visible()


def test_one_that_failed_says_why_beside_the_others_and_is_retried(guest_page: Page, product: RunningApp) -> None:
    failed = "status = 'failed', error_code = 'no_picture', finished_at = now(), lease_expires_at = NULL"
    canceled = "status = 'canceled', finished_at = now(), lease_expires_at = NULL"
    _begin(guest_page, product, failed, canceled, waits=0)
    expect(card(guest_page, "1 of 2").get_by_role("alert")).to_contain_text("The artist answered without a picture.")
    card(guest_page, "1 of 2").get_by_role("button", name="Retry").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(1)
    expect(card(guest_page, "1 of 2").get_by_role("button", name="Retry")).to_have_count(0)
    # The other one can be had too.
    card(guest_page, "2 of 2").get_by_role("button", name="Draw it after all").click()
    expect(conversation(guest_page).get_by_role("link", name="Download")).to_have_count(2)


def _begin(page: Page, product: RunningApp, *held: str, waits: int) -> None:
    """Show a batch: jobs that a worker holds, changed so, and jobs that wait."""
    start(page)
    page.get_by_role("button", name="Generate now").click()
    expect(conversation(page).get_by_role("link", name="Download")).to_have_count(1)
    here, batch_id, messages = session_id(page), str(uuid4()), []
    for variation, changes in enumerate([*held, *("stage = 'queued'",) * waits]):
        job_id = str(uuid4())
        messages.append(
            {
                "id": str(uuid4()),
                "type": "generation",
                "job_id": job_id,
                "batch_id": batch_id,
                "timestamp": "2026-11-01T10:00:00Z",
            }
        )
        execute(
            product,
            "INSERT INTO generation_jobs (id, user_id, coach_session_id, idempotency_key, asset_type, request, "
            "batch_id, variation, next_run_at) SELECT %s::uuid, user_id, coach_session_id, %s, asset_type, request, "
            "%s::uuid, %s, now() + interval '10 min' FROM generation_jobs WHERE coach_session_id = %s LIMIT 1",
            *(job_id, batch_id, batch_id, variation, here),
        )
        if variation < len(held):
            running = "status = 'running', started_at = now(), lease_expires_at = now() + interval '10 min'"
            execute(product, f"UPDATE generation_jobs SET {running} WHERE id = %s", job_id)
        execute(product, f"UPDATE generation_jobs SET {changes} WHERE id = %s", job_id)
    execute(
        product,
        "UPDATE coach_sessions SET generated_asset_ids = '{}', messages = (messages - (-1)) || %s::jsonb WHERE id = %s",
        json.dumps(messages),
        here,
    )
    page.reload()
