"""The files of logos and of pictures in chats, in storage: from before they are written until after they are removed.

A key is used once. So whatever has neither a row that shows it nor an active job can get none any more: a job takes its
key while it holds the row of the logo (`brand_kits.find_logo`), or that of the picture's session, and what shows a file
goes only under the same lock, after that job is there to be seen.
"""

from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import Session

from coach_app.domain.errors import StorageUnavailable

_AT_ONCE = 100
# Longer than a process writes at a file.
_WRITING_MINUTES = 10
_MAY_GO = (
    "(stage = 'leaving' OR (stage = 'kept' OR created_at < now() - make_interval(mins => :minutes)) "
    "AND NOT EXISTS (SELECT FROM brand_logos WHERE brand_logos.key = uploaded_files.key) "
    "AND NOT EXISTS (SELECT FROM chat_pictures WHERE chat_pictures.key = uploaded_files.key) "
    "AND NOT EXISTS (SELECT FROM generation_jobs WHERE status IN ('queued', 'running') "
    "AND (request -> 'logo' ->> 'key' = uploaded_files.key "
    "OR request -> 'shown' @> jsonb_build_array(jsonb_build_object('key', uploaded_files.key)))))"
)
_LOCK = text(
    f"SELECT key FROM uploaded_files WHERE {_MAY_GO} ORDER BY created_at LIMIT :at_once FOR UPDATE SKIP LOCKED"  # noqa: S608 - literals of this module
)
# Asked once more: what is locked now may have changed since it was looked for.
_LEAVE = text(f"UPDATE uploaded_files SET stage = 'leaving' WHERE key = ANY(:keys) AND {_MAY_GO} RETURNING key")  # noqa: S608 - as above


def begin_writing(db: Session, *, key: str) -> None:
    """Say that a file is about to be there: to be committed before it is written."""
    db.connection().execute(text("INSERT INTO uploaded_files (key) VALUES (:key)"), {"key": key})


def keep(db: Session, *, key: str) -> None:
    """Say that the file is written and gets a row that shows it in this transaction.

    Raises StorageUnavailable where it took too long and is gone.
    """
    statement = text("UPDATE uploaded_files SET stage = 'kept' WHERE key = :key AND stage = 'writing'")
    if db.connection().execute(statement, {"key": key}).rowcount != 1:
        raise StorageUnavailable("the file took too long to write")


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
    statement = text("DELETE FROM uploaded_files WHERE key = ANY(:keys) AND stage = 'leaving'")
    db.connection().execute(statement, {"keys": list(keys)})
