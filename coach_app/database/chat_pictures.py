"""Queries on the pictures that a conversation goes by. Who changes them, or takes them along, holds its lock."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from coach_app.database.tables import ChatPicture


@dataclass(frozen=True, slots=True)
class ChatPictureRecord:
    """A picture, a PNG. `key` is where storage has it, `sha256` is of its bytes, in hex."""

    id: UUID
    key: str
    sha256: str
    width_px: int
    height_px: int
    bytes: int
    created_at: datetime


def add_picture(
    db: Session, *, user_id: UUID, session_id: UUID, key: str, sha256: str, size: tuple[int, int], weight: int
) -> ChatPictureRecord:
    """Insert a picture behind the others of its conversation; `weight` is in bytes. The caller holds the lock."""
    last = db.exec(select(func.max(ChatPicture.position)).where(ChatPicture.coach_session_id == session_id)).one()
    row = ChatPicture(
        user_id=user_id,
        coach_session_id=session_id,
        key=key,
        sha256=sha256,
        width_px=size[0],
        height_px=size[1],
        bytes=weight,
        position=0 if last is None else last + 1,
    )
    db.add(row)
    db.flush()
    db.refresh(row)
    return _record(row)


def session_pictures(db: Session, *, user_id: UUID, session_id: UUID) -> tuple[ChatPictureRecord, ...]:
    """Return the pictures of this user's conversation in their order."""
    query = (
        select(ChatPicture)
        .where(ChatPicture.coach_session_id == session_id, ChatPicture.user_id == user_id)
        .order_by(col(ChatPicture.position))
    )
    return tuple(map(_record, db.exec(query)))


def find_picture(db: Session, *, user_id: UUID, session_id: UUID, picture_id: UUID) -> ChatPictureRecord | None:
    """Return this picture of this user's conversation."""
    found = session_pictures(db, user_id=user_id, session_id=session_id)
    return next((picture for picture in found if picture.id == picture_id), None)


def count_pictures(db: Session, *, session_id: UUID) -> int:
    """Return how many pictures the conversation has."""
    query = select(func.count()).select_from(ChatPicture).where(ChatPicture.coach_session_id == session_id)
    return db.exec(query).one()


def remove_picture(db: Session, *, session_id: UUID, picture_id: UUID) -> bool:
    """Take the picture out of the conversation; False where there is none. The caller holds the lock."""
    statement = text("DELETE FROM chat_pictures WHERE id = :id AND coach_session_id = :session_id")
    return db.connection().execute(statement, {"id": picture_id, "session_id": session_id}).rowcount == 1


def _record(row: ChatPicture) -> ChatPictureRecord:
    return ChatPictureRecord(
        id=row.id,
        key=row.key,
        sha256=row.sha256,
        width_px=row.width_px,
        height_px=row.height_px,
        bytes=row.bytes,
        created_at=row.created_at,
    )
