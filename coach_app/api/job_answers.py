"""What the API tells of a job: how it stands, what it waits for, why it failed, and what to ask for instead."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from coach_app.database import breakers, jobs, sessions
from coach_app.database.breakers import Rest
from coach_app.database.jobs import JobRecord
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.error_sentences import failure_sentence
from coach_app.domain.errors import NotFound
from coach_app.domain.generation_jobs import JobStatus
from coach_app.domain.ports import Artist, provider_of
from coach_app.domain.prompts import shown_phrase
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_sentences import WHEN, waiting_sentence
from coach_app.domain.rewrites import offer
from coach_app.domain.spending import MICRO_DOLLARS
from coach_app.parts import Parts


class QueueReason(StrEnum):
    """Why a job waits that no provider keeps waiting."""

    TURN = "turn"
    ANOTHER_TRY = "another_try"


_WAITING = {
    QueueReason.TURN: "Waiting for its turn.",
    QueueReason.ANOTHER_TRY: "That didn't work yet. It tries again by itself.",
}


class JobWaiting(BaseModel):
    """Why the job is not being drawn; `seconds` is about how long the artist's provider is left alone."""

    reason: RestReason | QueueReason
    message: str
    seconds: int | None


class JobFailure(BaseModel):
    """`refusal` says what was declined, where that is why; `can_retry` whether the same wish is worth another try."""

    code: str
    message: str
    refusal: str | None
    can_retry: bool


class JobRewrite(BaseModel):
    """A milder wish, and in `changes` how it differs; `is_taken` tells that the session asks for it by now."""

    wish: str
    changes: str
    brief: Brief
    is_taken: bool


class JobItem(BaseModel):
    """`batch_id` is shared by the variations of one click; `cost_dollars` what the job costs its user, nothing once it
    has ended without a picture."""

    job_id: UUID
    session_id: UUID | None
    batch_id: UUID | None
    asset_type: str
    title: str
    artist: str
    model: str
    cost_dollars: float
    status: str
    stage: str
    waiting: JobWaiting | None
    is_cancel_requested: bool
    error: JobFailure | None
    rewrite: JobRewrite | None
    asset_id: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


def job_item(parts: Parts, user_id: UUID, job_id: UUID) -> JobItem:
    """Return this user's job, with what of its session and its artist belongs to it. Raises NotFound."""
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None:
            raise NotFound("job")
        rests = breakers.rests(db)
        asked_in = job.session_id if job.refusal else None
        session = sessions.find_session(db, user_id=user_id, session_id=asked_in) if asked_in else None
    artist = parts.artists.by_id(job.artist)
    is_paid_for = job.status.is_active or job.status is JobStatus.SUCCEEDED
    return JobItem(
        job_id=job.id,
        session_id=job.session_id,
        batch_id=job.batch_id,
        asset_type=job.asset_type,
        title=job.request.title,
        artist=job.artist,
        model=job.model or (artist.model if artist else ""),
        cost_dollars=job.price_micro_dollars / MICRO_DOLLARS if is_paid_for else 0,
        status=job.status,
        stage=job.stage,
        waiting=_waiting(job, artist, rests.get(provider_of(artist)) if artist else None),
        is_cancel_requested=job.is_cancel_requested,
        error=_failure(job),
        rewrite=_rewrite(job, session.brief) if session else None,
        asset_id=job.asset_id,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )


def _waiting(job: JobRecord, artist: Artist | None, rest: Rest | None) -> JobWaiting | None:
    if job.status is not JobStatus.QUEUED:
        return None
    if artist and rest:
        # When that is stands in the seconds.
        said = waiting_sentence(artist, rest.reason).replace(f" {WHEN}", "")
        return JobWaiting(reason=rest.reason, message=said, seconds=round(rest.seconds))
    reason = QueueReason.ANOTHER_TRY if job.attempt else QueueReason.TURN
    return JobWaiting(reason=reason, message=_WAITING[reason], seconds=None)


def _failure(job: JobRecord) -> JobFailure | None:
    if job.error_code is None:
        return None
    return JobFailure(
        code=job.error_code,
        message=failure_sentence(job.error_code, refusal=job.refusal, said=job.said),
        refusal=job.refusal,
        can_retry=job.error_code.is_worth_a_retry,
    )


def _rewrite(job: JobRecord, now: Brief) -> JobRewrite | None:
    """Return the wish that is offered after a refusal, to a session with this brief by now."""
    kind = asset_type(job.asset_type)
    offered = offer(kind, job.request.brief, job.refusal, now=now) if job.refusal else None
    if offered is None:
        return None
    return JobRewrite(
        wish=shown_phrase(kind, offered.brief),
        changes=offered.changes,
        brief=offered.brief,
        is_taken=offered.is_taken,
    )
