"""The prompts of a conversation: what its own is made of, the one written by hand, and the one set aside."""

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


def set_edited(db: Session, *, session_id: UUID, prompt: str) -> None:
    """Store the prompt that the streamer has written. The caller holds the lock."""
    db.connection().execute(
        text("UPDATE coach_sessions SET edited_prompt = :prompt, updated_at = now() WHERE id = :id"),
        {"id": session_id, "prompt": prompt},
    )


def set_aside(db: Session, *, session_id: UUID) -> None:
    """Go back to the prompt made from the brief; what the streamer has written can be put back. The caller holds the
    lock."""
    statement = text(
        "UPDATE coach_sessions SET edited_prompt = NULL, set_aside_prompt = coalesce(edited_prompt, set_aside_prompt), "
        "updated_at = now() WHERE id = :id"
    )
    db.connection().execute(statement, {"id": session_id})


def put_back(db: Session, *, session_id: UUID) -> None:
    """Exchange the prompt that was set aside, if there is one, for the one written since. The caller holds the
    lock."""
    statement = text(
        "UPDATE coach_sessions SET edited_prompt = set_aside_prompt, set_aside_prompt = edited_prompt, "
        "updated_at = now() WHERE id = :id AND set_aside_prompt IS NOT NULL"
    )
    db.connection().execute(statement, {"id": session_id})


def forget_aside(db: Session, *, session_id: UUID) -> None:
    """Let go of what was set aside. The caller holds the lock."""
    statement = text("UPDATE coach_sessions SET set_aside_prompt = NULL WHERE id = :id")
    db.connection().execute(statement, {"id": session_id})
