"""Coach sessions as those of a brand kit."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session


def lock_sessions(db: Session, *, user_id: UUID, kit_id: UUID) -> tuple[UUID, ...]:
    """Lock this user's conversations that use the kit until the transaction ends: before the kit itself, as a click on
    Generate does."""
    query = text(
        "SELECT id FROM coach_sessions WHERE user_id = :user_id AND brand_kit_id = :kit_id ORDER BY id FOR UPDATE"
    )
    return tuple(db.connection().execute(query, {"user_id": user_id, "kit_id": kit_id}).scalars())


def set_kit(db: Session, *, session_id: UUID, kit_id: UUID | None) -> None:
    """Have the conversation use this kit from now on, or none. The caller holds the lock."""
    statement = text("UPDATE coach_sessions SET brand_kit_id = :kit_id, updated_at = now() WHERE id = :id")
    db.connection().execute(statement, {"id": session_id, "kit_id": kit_id})
