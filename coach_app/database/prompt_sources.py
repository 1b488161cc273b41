"""What the prompt of a conversation is made of."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from coach_app.domain.brief import Brief


@dataclass(frozen=True, slots=True)
class PromptSource:
    """The brief, what it is for, the kit, and how many pictures it goes by."""

    asset_type: str
    brief: Brief
    brand_kit_id: UUID | None
    pictures: int


def find(db: Session, *, session_id: UUID) -> PromptSource:
    """Return what the conversation's prompt is made of. The caller holds its lock."""
    query = text(
        "SELECT asset_type, brief, brand_kit_id, "
        "(SELECT count(*) FROM chat_pictures WHERE coach_session_id = :id) AS pictures "
        "FROM coach_sessions WHERE id = :id"
    )
    row = db.connection().execute(query, {"id": session_id}).one()
    return PromptSource(row.asset_type, Brief.model_validate(row.brief), row.brand_kit_id, row.pictures)


def set_prompt(db: Session, *, session_id: UUID, prompt: str) -> None:
    """Store the prompt. The caller holds the lock."""
    statement = text("UPDATE coach_sessions SET current_prompt = :prompt WHERE id = :id")
    db.connection().execute(statement, {"id": session_id, "prompt": prompt})
