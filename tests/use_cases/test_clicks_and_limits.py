"""Which clicks are one job, which are refused, and whose turn it is."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest

from coach_app.database import claimed_jobs
from coach_app.domain.errors import (
    GenerationUnderWay,
    InvalidInput,
    KeyReused,
    QueueFull,
    QuotaReached,
)
from coach_app.domain.generation_jobs import GenerationOptions, JobStatus
from coach_app.domain.logos import LogoKind, LogoOptions
from coach_app.parts import Parts
from coach_app.use_cases.request_generation import request_generation
from tests.use_cases.generating import claimed_now, requested, session_of
from tests.working_parts import draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]


def test_a_repeated_click_is_the_same_job_even_after_its_end(parts: Parts) -> None:
    user_id, session_id, job_id = requested(parts)
    draw_next(parts)
    again = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    assert (again.job_id, again.is_new, again.status) == (job_id, False, JobStatus.SUCCEEDED)
    assert not draw_next(parts)


def test_a_second_click_is_told_of_the_job_under_way(parts: Parts) -> None:
    user_id, session_id, job_id = requested(parts)
    with pytest.raises(GenerationUnderWay) as caught:
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="other click")
    assert caught.value.job_id == job_id
    assert len(session_of(parts, user_id, session_id).messages) == 1


def test_a_key_of_another_session_is_refused(parts: Parts) -> None:
    user_id, _, _ = requested(parts)
    other_id = ready_session(parts, user_id)
    with pytest.raises(KeyReused):
        request_generation(parts, user_id=user_id, session_id=other_id, idempotency_key="click")


@pytest.mark.parametrize("key", ["", "x" * 201, "a\nb"])
def test_an_unusable_idempotency_key_is_refused(parts: Parts, key: str) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with pytest.raises(InvalidInput):
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=key)


def test_two_workers_never_claim_the_same_job(make_parts: MakeParts) -> None:
    parts = make_parts(user_waiting_cap=8)
    user_id = new_guest(parts)
    wanted = set()
    for number in range(8):
        session_id = ready_session(parts, user_id)
        wanted.add(
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(number)).job_id
        )

    def claim(_: int) -> UUID | None:
        with parts.database.transaction() as db:
            job = claimed_now(db)
        return job.id if job else None

    with ThreadPoolExecutor(8) as pool:
        claimed = [job_id for job_id in pool.map(claim, range(24)) if job_id]
    assert len(claimed) == len(set(claimed)) == 8
    assert set(claimed) == wanted


def test_the_same_key_with_other_options_is_refused(parts: Parts) -> None:
    user_id, session_id, _ = requested(parts)
    options = GenerationOptions(logo=LogoOptions(kind=LogoKind.ICON))
    with pytest.raises(KeyReused):
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click", options=options)


def test_as_many_wait_as_fit_and_no_more(make_parts: MakeParts) -> None:
    parts = make_parts(user_waiting_cap=1)
    user_id, _, _ = requested(parts)
    with pytest.raises(QueueFull):
        request_generation(parts, user_id=user_id, session_id=ready_session(parts, user_id), idempotency_key="another")


def test_the_day_holds_so_many_pictures(make_parts: MakeParts) -> None:
    parts = make_parts(user_daily_quota=1)
    user_id, session_id, _ = requested(parts)
    draw_next(parts)
    with pytest.raises(QuotaReached):
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="another")


def test_the_running_caps_hold(make_parts: MakeParts) -> None:
    parts = make_parts()
    heavy, light = new_guest(parts), new_guest(parts)
    for user_id, count in ((heavy, 3), (light, 1)):
        for _ in range(count):
            session_id = ready_session(parts, user_id)
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(session_id))

    def claim(**caps: int) -> UUID | None:
        with parts.database.transaction() as db:
            job = claimed_jobs.claim_due(db, worker_id=uuid4(), lease_seconds=60, **caps)
        return job.user_id if job else None

    assert claim(running_cap=9, user_running_cap=2) == heavy
    assert claim(running_cap=1, user_running_cap=2) is None
    # Who has nothing running comes before who asked first.
    assert claim(running_cap=9, user_running_cap=2) == light
    assert claim(running_cap=9, user_running_cap=2) == heavy
    assert claim(running_cap=9, user_running_cap=2) is None
