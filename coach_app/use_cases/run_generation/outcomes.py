"""What becomes of a job that this attempt does not finish: it waits for the next one, or ends with its reason."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import uniform

from sqlmodel import Session

from coach_app.database import claimed_jobs
from coach_app.database.breakers import Rest
from coach_app.database.claimed_jobs import Failure
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistError,
    ArtistQuotaSpent,
    ArtistUnavailable,
    NoPicture,
    PicturesNotTaken,
    PromptRefused,
    RequestRejected,
)
from coach_app.domain.generation_jobs import MAX_LOSSES, MAX_UPSTREAM_CALLS, FailureCode
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_words import one_line
from coach_app.use_cases.run_generation.held_job import HeldJob

_log = logging.getLogger(__name__)
_LONGEST_PAUSE_SECONDS = 30.0
_SHORTEST_REST_SECONDS = 1.0
_MOST_SERVER_FAULTS = 4
_MOST_JITTER = 1.2
_CODES = {RestReason.QUOTA: FailureCode.QUOTA_SPENT} | {
    reason: FailureCode.ARTIST_MISCONFIGURED for reason in RestReason if reason.is_operators
}


def artist_failed(held: HeldJob, error: ArtistError) -> None:
    """Decide what becomes of a job that its artist gave no picture for."""
    match error:
        case ArtistBusy(retry_after_seconds=seconds):
            # Not all jobs in the same moment.
            pause_seconds = seconds * uniform(1, _MOST_JITTER)
            retry_or_fail(held, FailureCode.ARTIST_UNAVAILABLE, pause_seconds=pause_seconds, untaken_calls=1)
        case ArtistUnavailable():
            _retry_unavailable(held, error)
        case NoPicture():
            _ask_anew_or_fail(held, error)
        case PromptRefused(kind=kind, said=said, receipt=receipt):
            # What is refused instead of an answer costs nothing.
            untaken = 0 if receipt and receipt.micro_dollars else held.begun_calls
            fail(held, Failure(FailureCode.REFUSED, kind, said, receipt, untaken_calls=untaken))
        case ArtistQuotaSpent(resets_in_seconds=seconds):
            fail(held, Failure(FailureCode.QUOTA_SPENT, said=_moment(seconds), untaken_calls=held.begun_calls))
        case _:
            _log.warning("Job %s: %s: %s", held.job.id, type(error).__name__, one_line(str(error)))
            fail(held, Failure(_code_of(error), untaken_calls=held.begun_calls))


def _moment(seconds: float) -> str:
    """Return when that is, from now on."""
    again = datetime.now(UTC) + timedelta(seconds=seconds)
    return f"{again:%H:%M} UTC on {again.day} {again:%B}"


def _code_of(error: ArtistError) -> FailureCode:
    """Return how a job ends for which nothing can be done here."""
    match error:
        case RequestRejected():
            return FailureCode.REJECTED
        case PicturesNotTaken():
            return FailureCode.PICTURES_NOT_TAKEN
    return FailureCode.ARTIST_MISCONFIGURED


def _retry_unavailable(held: HeldJob, error: ArtistUnavailable) -> None:
    """Ask again later; a call that may have been taken counts, one that was not is given back."""
    if error.is_server_fault and held.job.server_faults + 1 >= _MOST_SERVER_FAULTS:
        fail(held, Failure(FailureCode.ARTIST_UNAVAILABLE, untaken_calls=1))
    elif not error.was_taken:
        retry_or_fail(held, FailureCode.ARTIST_UNAVAILABLE, untaken_calls=1, is_server_fault=error.is_server_fault)
    elif held.calls < MAX_UPSTREAM_CALLS:
        retry_or_fail(held, FailureCode.ANSWER_LOST)
    else:
        fail(held, Failure(FailureCode.ANSWER_LOST))


def wait_for_provider(held: HeldJob, rest: Rest) -> None:
    """Leave the job in the queue while its provider rests; one that rests for longer than the job may wait fails it."""
    if rest.seconds > held.seconds_left:
        said = _moment(rest.seconds) if rest.reason is RestReason.QUOTA else ""
        return fail(held, Failure(_CODES.get(rest.reason, FailureCode.ARTIST_UNAVAILABLE), said=said))
    pause_seconds = max(rest.seconds, _SHORTEST_REST_SECONDS)
    held.write(lambda db: claimed_jobs.put_back(db, job=held.job, after_seconds=pause_seconds))
    return held.tell("job")


def _ask_anew_or_fail(held: HeldJob, error: NoPicture) -> None:
    """Ask once more after an answer without a picture, or without an answer that can be found again."""
    if held.calls >= MAX_UPSTREAM_CALLS or not error.worth_another:
        return fail(held, Failure(FailureCode.NO_PICTURE, said=error.said, receipt=error.receipt))
    held.write(
        lambda db: claimed_jobs.put_back(
            db, job=held.job, after_seconds=0, is_answer_dropped=True, receipt=error.receipt
        )
    )
    held.parts.spool.forget(held.job.id)
    return held.tell("job")


def image_again_or_fail(held: HeldJob) -> None:
    """Have the files made once more of the answer that is there: nobody has to draw it again.

    What imaging dies of can be the machine's state, so a pause comes first, and it counts like a lost worker.
    """
    if held.job.losses + 1 >= MAX_LOSSES:
        return fail(held, Failure(FailureCode.IMAGING_FAILED))
    pause_seconds = _pause_seconds(held)
    held.write(lambda db: claimed_jobs.put_back(db, job=held.job, after_seconds=pause_seconds, is_loss=True))
    return held.tell("job")


def retry_or_fail(
    held: HeldJob,
    code: FailureCode,
    *,
    pause_seconds: float | None = None,
    untaken_calls: int = 0,
    is_server_fault: bool = False,
) -> None:
    """Queue the job for later, as long as it may wait and may call."""
    if pause_seconds is None:
        pause_seconds = _pause_seconds(held)
    if pause_seconds > held.seconds_left:
        return fail(held, Failure(code, untaken_calls=untaken_calls))
    held.write(
        lambda db: claimed_jobs.put_back(
            db,
            job=held.job,
            after_seconds=pause_seconds,
            untaken_calls=untaken_calls,
            is_server_fault=is_server_fault,
        )
    )
    return held.tell("job")


def fail(held: HeldJob, failure: Failure) -> None:
    _log.warning("Job %s has failed: %s.", held.job.id, failure.code)
    end(held, lambda db: claimed_jobs.fail(db, job=held.job, failure=failure))


def end(held: HeldJob, change: Callable[[Session], bool]) -> None:
    """Commit the job's last change, then forget its answer and tell the tabs."""
    held.write(change)
    held.parts.spool.forget(held.job.id)
    held.tell("session")


def _pause_seconds(held: HeldJob) -> float:
    """Return how long to wait before the next attempt: the longer, the more there were."""
    return min(2.0**held.job.attempt, _LONGEST_PAUSE_SECONDS)
