"""Several pictures of one click: each a job with an end of its own, all of them taken or none."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from pydantic import ValidationError

from coach_app.database import sessions
from coach_app.domain.coach_sessions import MAX_MESSAGES, AssetMessage, GenerationMessage, UserMessage
from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import (
    CoachError,
    GenerationUnderWay,
    KeyReused,
    NoPicture,
    QueueFull,
    QuotaReached,
    SessionFull,
)
from coach_app.domain.generation_jobs import GenerationOptions, JobStatus
from coach_app.domain.ports import PaintRequest
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.request_generation import GenerationRequested, request_generation, retry_generation
from tests.use_cases.generating import job_of, ledger_of, session_of
from tests.working_parts import FlatArtist, draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]


def _click(parts: Parts, user_id: UUID, session_id: UUID, count: int, key: str = "click") -> GenerationRequested:
    return request_generation(
        parts,
        user_id=user_id,
        session_id=session_id,
        idempotency_key=key,
        options=GenerationOptions(variations=count),
    )


def _statuses(parts: Parts, user_id: UUID, job_ids: tuple[UUID, ...]) -> list[JobStatus]:
    return [job_of(parts, user_id, job_id).status for job_id in job_ids]


def test_one_click_makes_a_job_a_reserve_and_a_message_for_each(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    job_ids = _click(parts, user_id, session_id, 4).job_ids
    assert len(set(job_ids)) == 4
    assert [ledger_of(parts, job_id) for job_id in job_ids] == [["reserve"]] * 4
    # Each draws another one.
    assert [job_of(parts, user_id, job_id).request.variant for job_id in job_ids] == [0, 1, 2, 3]
    messages = session_of(parts, user_id, session_id).messages
    assert [message.job_id for message in messages if isinstance(message, GenerationMessage)] == list(job_ids)
    assert len({message.batch_id for message in messages if isinstance(message, GenerationMessage)}) == 1


def test_the_next_click_draws_other_ones_again(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    for key in ("first", "second"):
        job_ids = _click(parts, user_id, session_id, 2, key).job_ids
        while draw_next(parts):
            pass
    assert [job_of(parts, user_id, job_id).request.variant for job_id in job_ids] == [2, 3]


def test_some_of_them_may_fail(make_parts: MakeParts) -> None:
    def fail_the_second(request: PaintRequest) -> None:
        if request.variant == 1:
            raise NoPicture

    parts = make_parts(artist=FlatArtist(fail_the_second))
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    job_ids = _click(parts, user_id, session_id, 3).job_ids
    while draw_next(parts):
        pass
    assert _statuses(parts, user_id, job_ids) == [JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.SUCCEEDED]
    assert [ledger_of(parts, job_id)[1] for job_id in job_ids] == ["capture", "release", "capture"]
    messages = session_of(parts, user_id, session_id).messages
    assert [message.type for message in messages] == ["asset", "generation", "asset"]
    # A picture stays in the batch whose message it replaces.
    kept = [message for message in messages if isinstance(message, AssetMessage | GenerationMessage)]
    assert len({message.batch_id for message in kept}) == 1
    assert kept[0].batch_id is not None


def test_a_repeated_click_is_the_same_batch(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    first = _click(parts, user_id, session_id, 3)
    draw_next(parts)
    again = _click(parts, user_id, session_id, 3)
    assert (again.job_ids, again.is_new, again.status) == (first.job_ids, False, JobStatus.SUCCEEDED)
    with pytest.raises(KeyReused):
        _click(parts, user_id, session_id, 2)
    with pytest.raises(KeyReused):
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")


def test_a_key_is_its_users_own(parts: Parts) -> None:
    for _ in range(2):
        user_id = new_guest(parts)
        assert _click(parts, user_id, ready_session(parts, user_id), 2).is_new


def test_of_many_clicks_at_once_one_makes_the_batch(make_parts: MakeParts) -> None:
    parts = make_parts(user_waiting_cap=8)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)

    def click(number: int) -> tuple[UUID, ...] | None:
        try:
            return _click(parts, user_id, session_id, 2, "same" if number % 2 else str(uuid4())).job_ids
        except GenerationUnderWay:
            return None

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(click, range(16))) - {None}
    assert len(made) == 1
    assert len(session_of(parts, user_id, session_id).messages) == 2


def test_a_batch_is_under_way_until_its_last_picture(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    job_ids = _click(parts, user_id, session_id, 2).job_ids
    draw_next(parts)
    with pytest.raises(GenerationUnderWay) as caught:
        _click(parts, user_id, session_id, 1, "other")
    assert caught.value.job_id == job_ids[1]
    draw_next(parts)
    assert _click(parts, user_id, session_id, 1, "other").is_new


@pytest.mark.parametrize(
    ("caps", "refusal", "words"),
    [
        ({"user_waiting_cap": 3}, QueueFull, "There is room for 3 more of your pictures right now."),
        ({"user_daily_quota": 2}, QuotaReached, "24 hours hold 2 more of your pictures."),
    ],
)
def test_what_does_not_fit_whole_is_refused_whole(
    make_parts: MakeParts, caps: dict[str, int], refusal: type[CoachError], words: str
) -> None:
    parts = make_parts(**caps)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with pytest.raises(refusal) as caught:
        _click(parts, user_id, session_id, 4)
    assert error_sentence(caught.value).startswith(words)
    assert session_of(parts, user_id, session_id).messages == ()
    assert _click(parts, user_id, session_id, 2).is_new


def test_a_session_takes_the_whole_batch_or_none(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        for number in range(MAX_MESSAGES - 2):
            message = UserMessage(id=uuid4(), timestamp=session.locked_at, text=str(number))
            sessions.append_message(db, session_id=session_id, message=message)
    with pytest.raises(SessionFull):
        _click(parts, user_id, session_id, 3)
    assert _click(parts, user_id, session_id, 2).is_new


def test_one_of_a_batch_is_canceled_alone(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    job_ids = _click(parts, user_id, session_id, 3).job_ids
    cancel_generation(parts, user_id=user_id, job_id=job_ids[1])
    while draw_next(parts):
        pass
    assert _statuses(parts, user_id, job_ids) == [JobStatus.SUCCEEDED, JobStatus.CANCELED, JobStatus.SUCCEEDED]


def test_one_of_a_batch_is_retried_alone(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    job_ids = _click(parts, user_id, session_id, 2).job_ids
    cancel_generation(parts, user_id=user_id, job_id=job_ids[1])
    with pytest.raises(GenerationUnderWay):
        retry_generation(parts, user_id=user_id, job_id=job_ids[1], idempotency_key="retry")
    draw_next(parts)
    (again,) = retry_generation(parts, user_id=user_id, job_id=job_ids[1], idempotency_key="retry").job_ids
    draw_next(parts)
    assert job_of(parts, user_id, again).status == JobStatus.SUCCEEDED
    assert job_of(parts, user_id, again).request == job_of(parts, user_id, job_ids[1]).request
    newest = session_of(parts, user_id, session_id).messages[-1]
    first = session_of(parts, user_id, session_id).messages[0]
    assert isinstance(newest, AssetMessage)
    assert isinstance(first, AssetMessage)
    assert newest.retry_of == job_ids[1]
    assert newest.batch_id not in (None, first.batch_id)


def test_deleting_the_session_cancels_all_of_them(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    job_ids = _click(parts, user_id, session_id, 3).job_ids
    delete_session(parts, user_id=user_id, session_id=session_id)
    assert _statuses(parts, user_id, job_ids) == [JobStatus.CANCELED] * 3
    assert [ledger_of(parts, job_id) for job_id in job_ids] == [["reserve", "release"]] * 3


@pytest.mark.parametrize("count", [0, 5])
def test_a_click_asks_for_one_to_four(count: int) -> None:
    with pytest.raises(ValidationError):
        GenerationOptions(variations=count)


def test_a_click_from_before_there_were_variations_is_still_the_same() -> None:
    assert "variations" not in GenerationOptions().model_dump_json()
    assert "variations" in GenerationOptions(variations=2).model_dump_json()
