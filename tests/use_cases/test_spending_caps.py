"""A month's dollars: pictures stop before they pass what a user, or all together, may spend."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from coach_app.database import spending
from coach_app.domain.errors import SpendingCapReached
from coach_app.domain.generation_jobs import GenerationOptions
from coach_app.domain.spending_caps import Spent
from coach_app.parts import Parts
from coach_app.use_cases.request_generation import request_generation, retry_generation
from tests.provider.running import nano_banana
from tests.provider.server import Provider
from tests.use_cases.generating import drawn, ledger_of, requested, row_of, session_of
from tests.working_parts import draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]
# Of the provider's answers: tokens at the prices of `nano_banana`.
COST = 35_345


def test_a_picture_that_would_pass_a_users_cap_is_not_asked_for(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), user_spending_cap=0.07)
    user_id = new_guest(parts)
    for number in range(2):
        session_id = ready_session(parts, user_id)
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(number))
    session_id = ready_session(parts, user_id)
    with pytest.raises(SpendingCapReached) as caught:
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="third")
    assert caught.value.is_own
    assert not session_of(parts, user_id, session_id).messages
    requested(parts)


def test_variations_that_would_pass_a_cap_together_are_refused_together(
    make_parts: MakeParts, provider: Provider
) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), user_spending_cap=0.07)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    asked = partial(request_generation, parts, user_id=user_id, session_id=session_id)
    with pytest.raises(SpendingCapReached):
        asked(idempotency_key="three", options=GenerationOptions(variations=3))
    assert not session_of(parts, user_id, session_id).messages
    assert asked(idempotency_key="two", options=GenerationOptions(variations=2)).is_new


def test_what_a_failed_picture_reserved_can_be_spent_again(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), user_spending_cap=0.04)
    user_id, job_id = drawn(parts, provider, "prompt_blocked")
    assert retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="again").is_new


def test_the_cap_of_the_installation_counts_everybody_and_what_failed(
    make_parts: MakeParts, provider: Provider
) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), spending_cap=0.07)
    drawn(parts, provider, "huge_picture")
    requested(parts)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with pytest.raises(SpendingCapReached) as caught:
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="x")
    assert not caught.value.is_own


def test_the_built_in_artist_draws_however_much_was_spent(make_parts: MakeParts) -> None:
    parts = make_parts(spending_cap=0.0, user_spending_cap=0.0)
    _, _, job_id = requested(parts)
    assert draw_next(parts)
    assert row_of(parts, job_id).status == "succeeded"


def test_many_clicks_at_once_do_not_pass_the_cap_together(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), spending_cap=0.11)

    def click(_: int) -> bool:
        user_id = new_guest(parts)
        session_id = ready_session(parts, user_id)
        try:
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="x")
        except SpendingCapReached:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(click, range(12))) == 3


def test_a_broken_answer_is_not_asked_for_again_where_that_would_pass_a_cap(
    make_parts: MakeParts, provider: Provider
) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), user_spending_cap=0.04)
    _, job_id = drawn(parts, provider, "truncated", "200")
    row = row_of(parts, job_id)
    assert (row.status, row.error_code, row.upstream_calls) == ("failed", "spending_cap_reached", 1)
    assert ledger_of(parts, job_id) == ["reserve", "release"]
    assert len(provider.seen) == 1


def test_a_picture_that_does_not_say_what_it_cost_counts_with_its_price(paid: Parts, provider: Provider) -> None:
    _, job_id = drawn(paid, provider, "uncounted")
    row = row_of(paid, job_id)
    assert (row.status, row.cost_micro_dollars) == ("succeeded", row.price_micro_dollars)
    assert row.price_micro_dollars > 0


def test_what_failed_pictures_took_counts_for_who_asked_for_them(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), user_spending_cap=0.06)
    user_id, job_id = drawn(parts, provider, "huge_picture")
    with pytest.raises(SpendingCapReached) as caught:
        retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="again")
    assert caught.value.is_own
    with parts.database.transaction() as db:
        assert spending.of_month(db, user_id=user_id) == Spent(own=0, for_own=COST, everybodys=COST)
    requested(parts)
