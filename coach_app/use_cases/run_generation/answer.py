"""The artist's raw answer: from an earlier attempt if there is one, else by a call; durable before anything reads it,
and staged before anything is recorded."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from time import sleep

from coach_app.database import breakers, claimed_jobs, spending
from coach_app.database.breakers import Rest
from coach_app.database.claimed_jobs import Call, Staged
from coach_app.domain.checksums import checked, write_checked
from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.domain.generation_jobs import job_folder
from coach_app.domain.ports import PaintRequest, provider_of
from coach_app.use_cases.run_generation.held_job import FencedOff, HeldJob
from coach_app.use_cases.run_generation.provider_watch import note_answer, watched
from coach_app.use_cases.run_generation.seen_pictures import changed_picture, shown_pictures

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 15.0
# The least time that storage gets to come back, however old the job is: what was paid for is in this process's hands.
_LEAST_PATIENCE_SECONDS = 60.0


class CanceledBeforeCall(Exception):
    """The job's owner wants no picture any more, and no call was made."""


class StagedAnswerGone(Exception):
    """Storage does not have the answer any more."""


class Resting(Exception):
    """The provider is left alone for now; no call was made."""

    def __init__(self, rest: Rest) -> None:
        super().__init__(rest.reason)
        self.rest = rest


class CallsSpent(Exception):
    """The artist was called as often as may be, and no answer has arrived."""


@contextmanager
def answer_for(held: HeldJob, request: PaintRequest) -> Iterator[bytes]:
    """Give the raw answer, which lies in the spool. While the block makes something of it the answer is staged too, and
    the block ends once it is: whatever breaks from there on, no attempt calls the artist again.

    Raises: ArtistError's kinds, ChangedPictureGone, PictureLost, CanceledBeforeCall, Resting, CallsSpent,
    SpendingCapReached, StagedAnswerGone, StorageUnavailable, ServiceUnavailable, FencedOff.
    """
    parts, job = held.parts, held.job
    spooled = parts.spool.read(job.id)
    if job.staged:
        is_same = spooled is not None and _digest(spooled) == job.staged.sha256
        yield spooled if spooled is not None and is_same else _staged(held, job.staged)
        return
    answer = spooled if spooled is not None else _call(held, request)
    held.begin_step()
    with ThreadPoolExecutor(1, thread_name_prefix="staging") as pool:
        staging = pool.submit(_stage, held, answer, is_new=spooled is None)
        yield answer
        staging.result()


def _staged(held: HeldJob, staged: Staged) -> bytes:
    try:
        return b"".join(checked(held.parts.storage.read(staged.key), staged.sha256))
    except NotFound as exc:
        raise StagedAnswerGone from exc


def _call(held: HeldJob, request: PaintRequest) -> bytes:
    """Find room for the answer, commit that a call is made, then make it, with no transaction open."""
    parts, job, artist = held.parts, held.job, held.artist
    request = replace(request, changed=changed_picture(held), shown=shown_pictures(held))
    with parts.spool.writing(job.id) as answer:
        _begin_call(held, provider_of(artist))
        with watched(parts, artist):
            artist.paint(request, answer)
    spooled = parts.spool.read(job.id)
    if spooled is None:
        raise StorageUnavailable("The spool has lost an answer.")
    return spooled


def _begin_call(held: HeldJob, provider: str) -> None:
    """Count the call. Raises: FencedOff, CanceledBeforeCall, Resting, CallsSpent, SpendingCapReached,
    ServiceUnavailable."""
    with held.parts.database.transaction() as db:
        if provider and (rest := breakers.admit(db, provider=provider)):
            raise Resting(rest)
        # Raised in here, so that who does not call does not try a resting provider out either.
        match claimed_jobs.begin_call(db, job=held.job):
            case Call.FENCED_OFF:
                raise FencedOff
            case Call.CANCELED:
                raise CanceledBeforeCall
            case Call.SPENT:
                raise CallsSpent
            case Call.BEGUN:
                # The click has made room for one call.
                if held.calls and held.job.price_micro_dollars:
                    spending.take_turns(db)
                    held.parts.settings.spending_caps.check(spending.of_month(db, user_id=held.job.user_id))
    held.calls += 1


def _stage(held: HeldJob, answer: bytes, *, is_new: bool) -> None:
    """Put the answer into storage, then its place into the row. Storage that is away is waited for, with the job held:
    another machine could only call again."""
    job = held.job
    if is_new:
        note_answer(held.parts, held.artist)
    staged = Staged(f"{job_folder(job.user_id, job.id)}answer-{job.attempt}", _digest(answer))
    _patiently(held, lambda: store(held, {staged.key: answer}))
    held.write(lambda db: claimed_jobs.set_staged(db, job=job, staged=staged))
    held.tell("job")


def store(held: HeldJob, files: Mapping[str, bytes]) -> None:
    """Write the files and read them back: storage that took something else is not to be believed.

    Raises: StorageUnavailable.
    """
    write_checked(held.parts.storage, files)


def _patiently(held: HeldJob, action: Callable[[], None]) -> None:
    """Try until it works or the job has waited long enough. Raises: StorageUnavailable, FencedOff."""
    pause, patience = _FIRST_PAUSE_SECONDS, max(held.seconds_left, _LEAST_PATIENCE_SECONDS)
    while True:
        try:
            return action()
        except StorageUnavailable:
            patience -= pause
            if patience < 0 or held.is_closing:
                raise
            sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)
            held.begin_step()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
