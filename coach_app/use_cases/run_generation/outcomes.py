"""What becomes of a job that this attempt does not finish: it waits for the next one, or ends with its reason."""

import logging
from collections.abc import Callable

from sqlmodel import Session

from coach_app.database import claimed_jobs
from coach_app.domain.generation_jobs import MAX_LOSSES, MAX_UPSTREAM_CALLS, FailureCode
from coach_app.use_cases.run_generation.held_job import HeldJob

_log = logging.getLogger(__name__)
_LONGEST_PAUSE_SECONDS = 30.0


def retry_unavailable(held: HeldJob, *, was_taken: bool) -> None:
    """Ask again later; a call that may have been taken counts, one that was not is given back."""
    if not was_taken:
        retry_or_fail(held, FailureCode.ARTIST_UNAVAILABLE, untaken_calls=1)
    elif held.calls < MAX_UPSTREAM_CALLS:
        retry_or_fail(held, FailureCode.ANSWER_LOST)
    else:
        fail(held, FailureCode.ANSWER_LOST)


def ask_anew_or_fail(held: HeldJob) -> None:
    """Ask once more after an answer without a picture."""
    if held.calls >= MAX_UPSTREAM_CALLS:
        return fail(held, FailureCode.NO_PICTURE)
    held.write(lambda db: claimed_jobs.put_back(db, job=held.job, after_seconds=0, is_answer_dropped=True))
    held.parts.spool.forget(held.job.id)
    return held.tell("job")


def image_again_or_fail(held: HeldJob) -> None:
    """Have the files made once more of the answer that is there: nobody has to draw it again.

    What imaging dies of can be the machine's state, so a pause comes first, and it counts like a lost worker.
    """
    if held.job.losses + 1 >= MAX_LOSSES:
        return fail(held, FailureCode.IMAGING_FAILED)
    pause_seconds = _pause_seconds(held)
    held.write(lambda db: claimed_jobs.put_back(db, job=held.job, after_seconds=pause_seconds, is_loss=True))
    return held.tell("job")


def retry_or_fail(
    held: HeldJob, code: FailureCode, *, pause_seconds: float | None = None, untaken_calls: int = 0
) -> None:
    """Queue the job for later, as long as it may wait and may call."""
    if pause_seconds is None:
        pause_seconds = _pause_seconds(held)
    if pause_seconds > held.seconds_left:
        return fail(held, code)
    held.write(
        lambda db: claimed_jobs.put_back(db, job=held.job, after_seconds=pause_seconds, untaken_calls=untaken_calls)
    )
    return held.tell("job")


def fail(held: HeldJob, code: FailureCode) -> None:
    _log.warning("Job %s has failed: %s.", held.job.id, code)
    end(held, lambda db: claimed_jobs.fail(db, job=held.job, code=code))


def end(held: HeldJob, change: Callable[[Session], bool]) -> None:
    """Commit the job's last change, then forget its answer and tell the tabs."""
    held.write(change)
    held.parts.spool.forget(held.job.id)
    held.tell("session")


def _pause_seconds(held: HeldJob) -> float:
    """Return how long to wait before the next attempt: the longer, the more there were."""
    return min(2.0**held.job.attempt, _LONGEST_PAUSE_SECONDS)
