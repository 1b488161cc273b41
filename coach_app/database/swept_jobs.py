"""What ended jobs have left in storage."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

_AT_ONCE = 100
_UNSWEPT = text(
    "SELECT generation_jobs.id, generation_jobs.user_id, coalesce(assets.files, '[]'::jsonb) AS files "
    "FROM generation_jobs LEFT JOIN assets ON assets.job_id = generation_jobs.id "
    "WHERE finished_at < now() - make_interval(secs => :grace) AND swept_at IS NULL "
    "ORDER BY finished_at LIMIT :at_once"
)


@dataclass(frozen=True, slots=True)
class UnsweptJob:
    """An ended job whose folders in storage may hold more than its asset's files, whose keys are `kept`."""

    id: UUID
    user_id: UUID
    kept: frozenset[str]


def unswept_jobs(db: Session, *, grace_seconds: float) -> tuple[UnsweptJob, ...]:
    """Return up to a hundred jobs that have ended that long ago and whose remains have not been removed."""
    rows = db.connection().execute(_UNSWEPT, {"grace": grace_seconds, "at_once": _AT_ONCE})
    return tuple(UnsweptJob(row.id, row.user_id, frozenset(file["key"] for file in row.files)) for row in rows)


def set_swept(db: Session, *, job_ids: Iterable[UUID]) -> None:
    """Say that these jobs have left nothing more."""
    statement = text("UPDATE generation_jobs SET swept_at = now() WHERE id = ANY(:ids)")
    db.connection().execute(statement, {"ids": list(job_ids)})


def is_swept(db: Session, *, job_id: UUID) -> bool:
    """Whether nobody is about to look through the job's folders: what is put there now stays."""
    statement = text("SELECT swept_at IS NOT NULL FROM generation_jobs WHERE id = :id")
    return bool(db.connection().execute(statement, {"id": job_id}).scalar_one_or_none())


def sweep_again(db: Session, *, job_id: UUID) -> None:
    """Have the job's folders looked through once more."""
    statement = text("UPDATE generation_jobs SET swept_at = NULL WHERE id = :id AND swept_at IS NOT NULL")
    db.connection().execute(statement, {"id": job_id})
