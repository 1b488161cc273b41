"""Generation jobs that nobody holds any more, or that have waited too long."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlmodel import Session

from coach_app.domain.generation_jobs import MAX_LOSSES, FailureCode
from coach_app.domain.spending import ProviderId

_AT_ONCE = 100
_EXPIRE_LEASES = text(
    "WITH lost AS (UPDATE generation_jobs SET lease_expires_at = NULL, losses = losses + 1, next_run_at = now(), "
    "status = CASE WHEN losses + 1 < :most THEN 'queued' ELSE 'failed' END, "
    "stage = CASE WHEN losses + 1 < :most THEN 'queued' ELSE stage END, "
    "error_code = CASE WHEN losses + 1 < :most THEN NULL ELSE :code END, "
    "finished_at = CASE WHEN losses + 1 < :most THEN NULL ELSE now() END "
    "WHERE id IN (SELECT id FROM generation_jobs WHERE status = 'running' AND lease_expires_at < now() "
    "LIMIT :at_once FOR UPDATE SKIP LOCKED) RETURNING id, coach_session_id, status), "
    "released AS (INSERT INTO generation_ledger (job_id, kind, micro_dollars) "
    "SELECT job_id, 'release', micro_dollars FROM generation_ledger JOIN lost ON lost.id = job_id "
    "WHERE kind = 'reserve' AND lost.status = 'failed') "
    "SELECT id, coach_session_id FROM lost"
)
_FAIL_OVERDUE = text(
    "WITH overdue AS (UPDATE generation_jobs SET status = 'failed', error_code = :code, finished_at = now() "
    "WHERE id IN (SELECT id FROM generation_jobs WHERE status = 'queued' AND deadline_at <= now() "
    "AND upstream_calls = 0 AND staged_key IS NULL LIMIT :at_once FOR UPDATE SKIP LOCKED) "
    "RETURNING id, coach_session_id), "
    "released AS (INSERT INTO generation_ledger (job_id, kind, micro_dollars) "
    "SELECT job_id, 'release', micro_dollars FROM generation_ledger JOIN overdue ON overdue.id = job_id "
    "WHERE kind = 'reserve') "
    "SELECT id, coach_session_id FROM overdue"
)


@dataclass(frozen=True, slots=True)
class ChangedJob:
    """A job that has been queued again or failed."""

    id: UUID
    session_id: UUID | None


def expire_leases(db: Session) -> tuple[ChangedJob, ...]:
    """Queue jobs again whose worker is gone; fail those that have been lost too often."""
    values = {"most": MAX_LOSSES, "code": FailureCode.WORKER_LOST, "at_once": _AT_ONCE}
    return tuple(map(_changed, db.connection().execute(_EXPIRE_LEASES, values).mappings()))


def end_leases(db: Session, *, worker_id: UUID) -> None:
    """Let the leases of a worker that is gone end now."""
    statement = text("UPDATE generation_jobs SET lease_expires_at = now() WHERE status = 'running' AND worker_id = :id")
    db.connection().execute(statement, {"id": worker_id})


def fail_overdue(db: Session) -> tuple[ChangedJob, ...]:
    """End jobs that have waited past their deadline; one that was called for or staged runs to its end instead."""
    values = {"code": FailureCode.EXPIRED, "at_once": _AT_ONCE}
    return tuple(map(_changed, db.connection().execute(_FAIL_OVERDUE, values).mappings()))


def wake(db: Session, *, artist: ProviderId) -> int:
    """Let jobs run now that wait for their artist to be well again; return how many."""
    statement = text(
        "UPDATE generation_jobs SET next_run_at = now() WHERE status = 'queued' AND artist = :artist "
        "AND next_run_at > now()"
    )
    return db.connection().execute(statement, {"artist": artist}).rowcount


def count_due(db: Session, *, at_most: int) -> int:
    """Count the queued jobs that wait for a worker, up to a number."""
    query = text(
        "SELECT count(*) FROM (SELECT FROM generation_jobs WHERE status = 'queued' AND next_run_at <= now() "
        "LIMIT :at_most) AS due"
    )
    return int(db.connection().execute(query, {"at_most": at_most}).scalar_one())


def try_to_reconcile(db: Session) -> bool:
    """Take the reconciler's lock until the transaction ends; False where another process has it."""
    return bool(db.connection().execute(text("SELECT pg_try_advisory_xact_lock(720115)")).scalar_one())


def _changed(row: RowMapping) -> ChangedJob:
    return ChangedJob(row["id"], row["coach_session_id"])
