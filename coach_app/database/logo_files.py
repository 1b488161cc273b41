"""The files of logos in storage, from before they are written until after they are removed.

A key is used once. So whatever has no logo and no active job can get neither any more: a job takes its key from the row
of a logo, which it holds (`brand_kits.find_logo`), and the row changes only after that job is there to be seen.
"""

from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import Session

_AT_ONCE = 100
# Longer than a process writes at a file.
_WRITING_MINUTES = 10
_MAY_GO = (
    "(stage = 'leaving' OR (stage = 'kept' OR created_at < now() - make_interval(mins => :minutes)) "
    "AND NOT EXISTS (SELECT FROM brand_logos WHERE brand_logos.key = logo_files.key) "
    "AND NOT EXISTS (SELECT FROM generation_jobs WHERE status IN ('queued', 'running') "
    "AND request -> 'logo' ->> 'key' = logo_files.key))"
)
_LOCK = text(
    f"SELECT key FROM logo_files WHERE {_MAY_GO} ORDER BY created_at LIMIT :at_once FOR UPDATE SKIP LOCKED"  # noqa: S608 - literals of this module
)
# Asked once more: what is locked now may have changed since it was looked for.
_LEAVE = text(f"UPDATE logo_files SET stage = 'leaving' WHERE key = ANY(:keys) AND {_MAY_GO} RETURNING key")  # noqa: S608 - as above


def begin_writing(db: Session, *, key: str) -> None:
    """Say that a file is about to be there: to be committed before it is written."""
    db.connection().execute(text("INSERT INTO logo_files (key) VALUES (:key)"), {"key": key})


def keep(db: Session, *, key: str) -> bool:
    """Say that the file is written and gets its logo in this transaction; False where it took too long and is gone."""
    statement = text("UPDATE logo_files SET stage = 'kept' WHERE key = :key AND stage = 'writing'")
    return db.connection().execute(statement, {"key": key}).rowcount == 1


def leaving(db: Session) -> tuple[str, ...]:
    """Return up to a hundred keys that nobody uses or can come to use: their files may go once this has committed."""
    values = {"minutes": _WRITING_MINUTES}
    connection = db.connection()
    keys = connection.execute(_LOCK, values | {"at_once": _AT_ONCE}).scalars().all()
    if not keys:
        return ()
    return tuple(connection.execute(_LEAVE, values | {"keys": list(keys)}).scalars())


def forget(db: Session, *, keys: Iterable[str]) -> None:
    """Forget files that are gone."""
    statement = text("DELETE FROM logo_files WHERE key = ANY(:keys) AND stage = 'leaving'")
    db.connection().execute(statement, {"keys": list(keys)})
