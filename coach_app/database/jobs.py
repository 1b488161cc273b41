"""Queries on generation jobs. Every write of a worker carries its attempt, the fence: no row means fenced off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, select

from coach_app.database.tables import Asset, GenerationJob
from coach_app.domain.brief import Brief
from coach_app.domain.generation_jobs import MAX_ATTEMPTS, FailureCode, JobRequest, JobStage, JobStatus


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as its owner may see it."""

    id: UUID
    session_id: UUID | None
    asset_type: str
    request: JobRequest
    status: JobStatus
    stage: JobStage
    error_code: FailureCode | None
    asset_id: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job that this worker holds until its lease ends; `attempt` fences its writes."""

    id: UUID
    user_id: UUID
    session_id: UUID | None
    asset_type: str
    request: JobRequest
    attempt: int


@dataclass(frozen=True, slots=True)
class LostJob:
    """A job whose lease ended: back in the queue, or failed for good."""

    id: UUID
    session_id: UUID | None


def add_job(
    db: Session, *, user_id: UUID, session_id: UUID, idempotency_key: str, asset_type: str, request: JobRequest
) -> UUID | None:
    """Insert a queued job; None where the key is used or the session has an active job."""
    statement = (
        insert(GenerationJob)
        .values(
            id=uuid4(),
            user_id=user_id,
            coach_session_id=session_id,
            idempotency_key=idempotency_key,
            asset_type=asset_type,
            request=request.model_dump(mode="json"),
            # The waiting begins here, and not with the transaction.
            created_at=func.clock_timestamp(),
        )
        .on_conflict_do_nothing()
        .returning(col(GenerationJob.id))
    )
    job_id: UUID | None = db.connection().execute(statement).scalar_one_or_none()
    return job_id


def next_variant(db: Session, *, session_id: UUID, brief: Brief) -> int:
    """Return how often this session has asked for this very brief: pressing Generate again gives another picture."""
    query = text(
        "SELECT count(*) FROM generation_jobs "
        "WHERE coach_session_id = :id AND request -> 'brief' = cast(:brief AS jsonb)"
    )
    values = {"id": session_id, "brief": brief.model_dump_json()}
    return int(db.connection().execute(query, values).scalar_one())


def find_job(db: Session, *, user_id: UUID, job_id: UUID) -> JobRecord | None:
    """Return this user's job."""
    return next(iter(jobs_by_id(db, user_id=user_id, job_ids=[job_id])), None)


def jobs_by_id(db: Session, *, user_id: UUID, job_ids: Iterable[UUID]) -> tuple[JobRecord, ...]:
    """Return those of these jobs that are this user's."""
    return _records(db, GenerationJob.user_id == user_id, col(GenerationJob.id).in_(list(job_ids)))


def active_job(db: Session, *, user_id: UUID, session_id: UUID) -> JobRecord | None:
    """Return the session's queued or running job."""
    is_active = col(GenerationJob.status).in_([JobStatus.QUEUED, JobStatus.RUNNING])
    found = _records(db, GenerationJob.user_id == user_id, GenerationJob.coach_session_id == session_id, is_active)
    return next(iter(found), None)


def job_of_key(db: Session, *, user_id: UUID, idempotency_key: str) -> JobRecord | None:
    """Return the job that this click has made before."""
    found = _records(db, GenerationJob.user_id == user_id, GenerationJob.idempotency_key == idempotency_key)
    return next(iter(found), None)


def claim_due(db: Session, *, lease_seconds: float) -> ClaimedJob | None:
    """Take the oldest due job, with a lease on the database's clock and the next attempt number."""
    row = (
        db.connection()
        .execute(
            text(
                "UPDATE generation_jobs SET status = 'running', stage = 'drawing', attempt = attempt + 1, "
                "started_at = coalesce(started_at, now()), lease_expires_at = now() + make_interval(secs => :lease) "
                "WHERE id = (SELECT id FROM generation_jobs WHERE status = 'queued' AND next_run_at <= now() "
                "ORDER BY next_run_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED) "
                "RETURNING id, user_id, coach_session_id, asset_type, request, attempt"
            ),
            {"lease": lease_seconds},
        )
        .one_or_none()
    )
    if row is None:
        return None
    request = JobRequest.model_validate(row.request)
    return ClaimedJob(row.id, row.user_id, row.coach_session_id, row.asset_type, request, row.attempt)


def renew_lease(db: Session, *, job: ClaimedJob, lease_seconds: float) -> bool:
    """Put off the end of the lease; False where the job is no longer held."""
    return _fenced(db, job, "lease_expires_at = now() + make_interval(secs => :lease)", {"lease": lease_seconds})


def set_stage(db: Session, *, job: ClaimedJob, stage: JobStage) -> bool:
    """Say what the worker is at; False where the job is no longer held."""
    return _fenced(db, job, "stage = :stage", {"stage": stage})


def finish(db: Session, *, job: ClaimedJob) -> bool:
    """End the job well; False where it is no longer held."""
    return _fenced(db, job, "status = 'succeeded', stage = 'done', lease_expires_at = NULL, finished_at = now()", {})


def fail(db: Session, *, job: ClaimedJob, code: FailureCode) -> bool:
    """End the job with a reason; False where it is no longer held."""
    changes = "status = 'failed', error_code = :code, lease_expires_at = NULL, finished_at = now()"
    return _fenced(db, job, changes, {"code": code})


def put_back(db: Session, *, job: ClaimedJob, after_seconds: float) -> bool:
    """Queue the job again for later; False where it is no longer held."""
    changes = (
        "status = 'queued', stage = 'queued', lease_expires_at = NULL, "
        "next_run_at = now() + make_interval(secs => :after)"
    )
    return _fenced(db, job, changes, {"after": after_seconds})


def expire_leases(db: Session) -> tuple[LostJob, ...]:
    """Queue jobs again whose worker is gone; fail those that have been lost too often."""
    rows = db.connection().execute(
        text(
            "UPDATE generation_jobs SET lease_expires_at = NULL, "
            "status = CASE WHEN attempt < :most THEN 'queued' ELSE 'failed' END, "
            "stage = CASE WHEN attempt < :most THEN 'queued' ELSE stage END, "
            "error_code = CASE WHEN attempt < :most THEN NULL ELSE :code END, "
            "finished_at = CASE WHEN attempt < :most THEN NULL ELSE now() END, next_run_at = now() "
            "WHERE id IN (SELECT id FROM generation_jobs WHERE status = 'running' AND lease_expires_at < now() "
            "LIMIT 100 FOR UPDATE SKIP LOCKED) RETURNING id, coach_session_id"
        ),
        {"most": MAX_ATTEMPTS, "code": FailureCode.WORKER_LOST},
    )
    return tuple(LostJob(row.id, row.coach_session_id) for row in rows)


def has_due(db: Session) -> bool:
    """Tell whether a queued job waits for a worker."""
    query = text("SELECT EXISTS (SELECT FROM generation_jobs WHERE status = 'queued' AND next_run_at <= now())")
    return bool(db.connection().execute(query).scalar_one())


def _fenced(db: Session, job: ClaimedJob, changes: str, values: dict[str, object]) -> bool:
    fence = "WHERE id = :id AND attempt = :attempt AND status = 'running'"
    statement = text(f"UPDATE generation_jobs SET {changes} {fence}")  # noqa: S608 - both are literals of this module
    return db.connection().execute(statement, {"id": job.id, "attempt": job.attempt} | values).rowcount == 1


def _records(db: Session, *conditions: ColumnElement[bool] | bool) -> tuple[JobRecord, ...]:
    query = (
        select(GenerationJob, Asset.id)
        .join(Asset, col(Asset.job_id) == col(GenerationJob.id), isouter=True)
        .where(*conditions)
    )
    return tuple(_record(job, asset_id) for job, asset_id in db.exec(query))


def _record(job: GenerationJob, asset_id: UUID | None) -> JobRecord:
    return JobRecord(
        id=job.id,
        session_id=job.coach_session_id,
        asset_type=job.asset_type,
        request=JobRequest.model_validate(job.request),
        status=JobStatus(job.status),
        stage=JobStage(job.stage),
        error_code=FailureCode(job.error_code) if job.error_code else None,
        asset_id=asset_id,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )
