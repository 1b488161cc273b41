"""What ended jobs have left in storage."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

_AT_ONCE = 100
_UNSWEPT = text(
    "SELECT id, user_id FROM generation_jobs WHERE finished_at < now() - make_interval(secs => :grace) "
    "AND swept_at IS NULL ORDER BY finished_at LIMIT :at_once"
)
_KEPT = text(
    "SELECT generation_jobs.id, coalesce(assets.files, '[]'::jsonb) AS files "
    "FROM generation_jobs LEFT JOIN assets ON assets.job_id = generation_jobs.id "
    "WHERE generation_jobs.id = ANY(:ids) AND coalesce(assets.remade_until < now(), true)"
)
_SET_SWEPT = text(
    "UPDATE generation_jobs SET swept_at = now() WHERE id = ANY(:ids) "
    "AND NOT EXISTS (SELECT FROM assets WHERE job_id = generation_jobs.id AND remade_until > now())"
)


@dataclass(frozen=True, slots=True)
class UnsweptJob:
    """An ended job whose folders in storage may hold more than its asset's files."""

    id: UUID
    user_id: UUID


def unswept_jobs(db: Session, *, grace_seconds: float) -> tuple[UnsweptJob, ...]:
    """Return up to a hundred jobs that have ended that long ago and whose remains have not been removed."""
    rows = db.connection().execute(_UNSWEPT, {"grace": grace_seconds, "at_once": _AT_ONCE})
    return tuple(UnsweptJob(row.id, row.user_id) for row in rows)


def kept_keys(db: Session, *, job_ids: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    """Return which files each of these jobs keeps; one whose files are being made anew is left out."""
    rows = db.connection().execute(_KEPT, {"ids": list(job_ids)})
    return {row.id: frozenset(file["key"] for file in row.files) for row in rows}


def set_swept(db: Session, *, job_ids: Iterable[UUID]) -> None:
    """Say that these jobs have left nothing more, unless files of theirs are being made anew by now."""
    db.connection().execute(_SET_SWEPT, {"ids": list(job_ids)})


def sweep_again(db: Session, *, job_id: UUID) -> None:
    """Have the job's folders looked through once more."""
    statement = text("UPDATE generation_jobs SET swept_at = NULL WHERE id = :id AND swept_at IS NOT NULL")
    db.connection().execute(statement, {"id": job_id})
