"""Coach sessions as those of a brand kit."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from coach_app.domain.brief import Brief


@dataclass(frozen=True, slots=True)
class KitSession:
    """What its prompt is made of, beside the kit."""

    id: UUID
    asset_type: str
    brief: Brief


def lock_sessions(db: Session, *, user_id: UUID, kit_id: UUID) -> tuple[KitSession, ...]:
    """Lock this user's conversations that use the kit until the transaction ends: before the kit itself, as a click on
    Generate does."""
    query = text(
        "SELECT id, asset_type, brief FROM coach_sessions WHERE user_id = :user_id AND brand_kit_id = :kit_id "
        "ORDER BY id FOR UPDATE"
    )
    rows = db.connection().execute(query, {"user_id": user_id, "kit_id": kit_id})
    return tuple(KitSession(row.id, row.asset_type, Brief.model_validate(row.brief)) for row in rows)


def set_kit(db: Session, *, session_id: UUID, kit_id: UUID | None) -> None:
    """Have the conversation use this kit from now on, or none. The caller holds the lock."""
    statement = text("UPDATE coach_sessions SET brand_kit_id = :kit_id, updated_at = now() WHERE id = :id")
    db.connection().execute(statement, {"id": session_id, "kit_id": kit_id})


def set_prompt(db: Session, *, session_id: UUID, prompt: str) -> None:
    """Store the prompt that the kit has changed. The caller holds the lock."""
    statement = text("UPDATE coach_sessions SET current_prompt = :prompt WHERE id = :id")
    db.connection().execute(statement, {"id": session_id, "prompt": prompt})
