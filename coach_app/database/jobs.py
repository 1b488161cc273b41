"""Generation jobs as their owner sees them: ask, look, cancel."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, select

from coach_app.database import ledger
from coach_app.database.tables import Asset, GenerationJob
from coach_app.domain.brief import Brief
from coach_app.domain.generation_jobs import FailureCode, JobRequest, JobStage, JobStatus
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.spending import ProviderId


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as its owner may see it."""

    id: UUID
    session_id: UUID | None
    asset_type: str
    artist: ProviderId
    model: str
    price_micro_dollars: int
    batch_id: UUID | None
    request: JobRequest
    status: JobStatus
    stage: JobStage
    attempt: int
    error_code: FailureCode | None
    refusal: RefusalKind | None
    said: str
    request_hash: str
    is_cancel_requested: bool
    asset_id: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


def add_job(
    db: Session,
    *,
    user_id: UUID,
    session_id: UUID,
    idempotency_key: str,
    request_hash: str,
    asset_type: str,
    request: JobRequest,
    artist: ProviderId,
    price_micro_dollars: int,
    batch_id: UUID,
    variation: int,
) -> UUID | None:
    """Insert a queued job; None where the key is used or the session has such an active job."""
    statement = (
        insert(GenerationJob)
        .values(
            id=uuid4(),
            user_id=user_id,
            coach_session_id=session_id,
            idempotency_key=idempotency_key,
            request_hash=request_hash,
            asset_type=asset_type,
            request=request.model_dump(mode="json"),
            artist=artist,
            price_micro_dollars=price_micro_dollars,
            batch_id=batch_id,
            variation=variation,
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


def active_jobs(db: Session, *, session_id: UUID) -> tuple[UUID, ...]:
    """Return the session's queued and running jobs: those of one click at most."""
    query = text(
        "SELECT id FROM generation_jobs WHERE coach_session_id = :id AND status IN ('queued', 'running') "
        "ORDER BY variation"
    )
    return tuple(db.connection().execute(query, {"id": session_id}).scalars())


def jobs_of_key(db: Session, *, user_id: UUID, idempotency_key: str) -> tuple[JobRecord, ...]:
    """Return the jobs that this click has made before, in the order of their variations."""
    return _records(db, GenerationJob.user_id == user_id, GenerationJob.idempotency_key == idempotency_key)


@dataclass(frozen=True, slots=True)
class Usage:
    """What a user has waiting, and has had drawn or asked for in the last 24 hours."""

    waiting: int
    day: int


def take_turns(db: Session, *, user_id: UUID) -> None:
    """Make this user's clicks wait for one another until the transaction ends, so that none passes a cap unseen."""
    db.connection().execute(text("SELECT pg_advisory_xact_lock(720116, hashtext(cast(:id AS text)))"), {"id": user_id})


def usage(db: Session, *, user_id: UUID) -> Usage:
    """Count this user's waiting jobs, and those of the last 24 hours that gave a picture or still may."""
    query = text(
        "SELECT (SELECT count(*) FROM generation_jobs WHERE user_id = :id AND status = 'queued'), "
        "(SELECT count(*) FROM generation_jobs WHERE user_id = :id AND created_at > now() - interval '1 day' "
        "AND status IN ('queued', 'running', 'succeeded'))"
    )
    waiting, day = db.connection().execute(query, {"id": user_id}).one()
    return Usage(waiting, day)


_PAUSE_AFTER_REFUSALS = text(
    "SELECT extract(epoch FROM max(refused_at) + make_interval(secs => :pause) - now()) FROM ("
    "SELECT max(finished_at) AS refused_at FROM generation_jobs WHERE user_id = :id AND error_code = 'refused' "
    "AND finished_at > now() - interval '1 hour' GROUP BY coalesce(batch_id, id) "
    "ORDER BY refused_at DESC LIMIT :most) AS refused HAVING count(*) >= :most"
)


def pause_after_refusals(db: Session, *, user_id: UUID, most: int, pause_seconds: float) -> float:
    """Return for how many seconds more a user waits whose wishes were refused so often within an hour; 0 for none. The
    variations of a click are one wish."""
    values = {"id": user_id, "most": most, "pause": pause_seconds}
    seconds = db.connection().execute(_PAUSE_AFTER_REFUSALS, values).scalar_one_or_none()
    return max(float(seconds or 0), 0.0)


def cancel(db: Session, *, job_id: UUID) -> None:
    """Cancel the job if it waits, or ask its worker not to call the artist; an answer that is there is kept."""
    values = {"id": job_id}
    if db.connection().execute(_CANCEL_QUEUED, values).rowcount:
        ledger.release(db, job_id=job_id)
    else:
        db.connection().execute(_ASK_RUNNING, values)


_CANCEL_QUEUED = text(
    "UPDATE generation_jobs SET status = 'canceled', cancel_requested_at = now(), finished_at = now() "
    "WHERE id = :id AND status = 'queued' AND staged_key IS NULL"
)
_ASK_RUNNING = text(
    "UPDATE generation_jobs SET cancel_requested_at = now() "
    "WHERE id = :id AND status = 'running' AND staged_key IS NULL AND cancel_requested_at IS NULL"
)


def _records(db: Session, *conditions: ColumnElement[bool] | bool) -> tuple[JobRecord, ...]:
    query = (
        select(GenerationJob, Asset.id)
        .join(Asset, col(Asset.job_id) == col(GenerationJob.id), isouter=True)
        .where(*conditions)
        .order_by(col(GenerationJob.variation))
    )
    return tuple(_record(job, asset_id) for job, asset_id in db.exec(query))


def _record(job: GenerationJob, asset_id: UUID | None) -> JobRecord:
    return JobRecord(
        id=job.id,
        session_id=job.coach_session_id,
        asset_type=job.asset_type,
        artist=ProviderId(job.artist),
        model=job.model,
        price_micro_dollars=job.price_micro_dollars,
        batch_id=job.batch_id,
        request=JobRequest.model_validate(job.request),
        status=JobStatus(job.status),
        stage=JobStage(job.stage),
        attempt=job.attempt,
        error_code=FailureCode(job.error_code) if job.error_code else None,
        refusal=RefusalKind(job.refusal) if job.refusal else None,
        said=job.said,
        request_hash=job.request_hash,
        is_cancel_requested=job.cancel_requested_at is not None,
        asset_id=asset_id,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )
