"""What the API tells of a session: its row, its brief, and what a message came to."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from coach_app.briefs import is_written_by_hand, told_now
from coach_app.database import sessions
from coach_app.database.sessions import SessionSummary
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.errors import NotFound
from coach_app.domain.readiness import readiness
from coach_app.parts import Parts


class SessionItem(BaseModel):
    id: UUID
    asset_type: str
    mood: str | None
    status: str
    turns_used: int
    current_prompt: str | None
    has_assets: bool
    created_at: datetime
    ended_at: datetime | None


class SessionDetail(SessionItem):
    """`prompt` is what the artist would be told now; `change_of` the picture that the next one is a change of."""

    brand_kit_id: UUID | None
    brief: Brief
    is_ready: bool
    missing: tuple[str, ...]
    prompt: str
    is_prompt_edited: bool
    change_of: UUID | None


class SessionList(BaseModel):
    sessions: list[SessionItem]
    total: int


class CoachAnswer(BaseModel):
    """The reply, and where the brief stands after it. `note` says in a sentence how the reply came about, or is
    empty."""

    message_id: UUID
    reply: str
    note: str
    suggestions: tuple[str, ...]
    brief: Brief
    current_prompt: str | None
    is_ready: bool
    missing: tuple[str, ...]
    turns_used: int
    turn_limit: int


def session_item(summary: SessionSummary) -> SessionItem:
    return SessionItem.model_validate(summary, from_attributes=True)


def session_detail(parts: Parts, user_id: UUID, session_id: UUID) -> SessionDetail:
    """Return this user's session. Raises NotFound."""
    with parts.database.transaction() as db:
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
        artist = parts.artist_of(db, user_id)
    if session is None:
        raise NotFound("session")
    ready = readiness(asset_type(session.asset_type), session.brief)
    return SessionDetail(
        id=session.id,
        asset_type=session.asset_type,
        mood=session.mood,
        status=session.status,
        turns_used=session.turns_used,
        current_prompt=session.current_prompt,
        has_assets=session.has_assets,
        created_at=session.created_at,
        ended_at=session.ended_at,
        brand_kit_id=session.brand_kit_id,
        brief=session.brief,
        is_ready=ready.is_ready,
        missing=ready.missing,
        prompt=told_now(artist, session),
        is_prompt_edited=is_written_by_hand(artist, session),
        change_of=session.changing_asset_id,
    )


def coach_answer(parts: Parts, user_id: UUID, session_id: UUID, message_id: UUID) -> CoachAnswer:
    """Return what the coach has answered to that message. Raises NotFound."""
    with parts.database.transaction() as db:
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
    reply = session.reply_to(message_id) if session else None
    if session is None or reply is None:
        raise NotFound("session")
    ready = readiness(asset_type(session.asset_type), session.brief)
    return CoachAnswer(
        message_id=message_id,
        reply=reply.text,
        note=reply.note,
        suggestions=session.suggestions,
        brief=session.brief,
        current_prompt=session.current_prompt,
        is_ready=ready.is_ready,
        missing=ready.missing,
        turns_used=session.turns_used,
        turn_limit=parts.settings.turn_limit,
    )
