"""Queries on coach sessions. Messages are appended by one statement under the row's lock, never written back."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, text
from sqlmodel import Session, col, select

from coach_app.database.tables import CoachSession
from coach_app.domain.brief import Brief
from coach_app.domain.coach_sessions import MESSAGES, WRITING_LEASE_SECONDS, CoachMessage, Message, SessionStatus
from coach_app.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A conversation as its owner may see it. `is_writing` tells that a reply is on its way in some tab."""

    id: UUID
    brand_kit_id: UUID | None
    title: str
    asset_type: str
    mood: str | None
    game_context: str | None
    status: SessionStatus
    turns_used: int
    current_prompt: str | None
    edited_prompt: str | None
    set_aside_prompt: str | None
    brief: Brief
    suggestions: tuple[str, ...]
    messages: tuple[Message, ...]
    is_writing: bool
    has_assets: bool
    changing_asset_id: UUID | None
    created_at: datetime
    updated_at: datetime
    ended_at: datetime | None

    def reply_to(self, message_id: UUID) -> CoachMessage | None:
        """Return the coach's answer to that message."""
        replies = (message for message in self.messages if isinstance(message, CoachMessage))
        return next((reply for reply in replies if reply.reply_to == message_id), None)


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One row of a list of sessions."""

    id: UUID
    title: str
    asset_type: str
    mood: str | None
    status: SessionStatus
    turns_used: int
    current_prompt: str | None
    newest_asset_id: UUID | None
    created_at: datetime
    updated_at: datetime
    ended_at: datetime | None

    @property
    def has_assets(self) -> bool:
        return self.newest_asset_id is not None


@dataclass(frozen=True, slots=True)
class LockedSession:
    """What a writer has to know; the row stays locked until the transaction ends. `locked_at` is its beginning."""

    id: UUID
    brand_kit_id: UUID | None
    asset_type: str
    turns_used: int
    brief: Brief
    edited_prompt: str | None
    title: str
    message_count: int
    messages_bytes: int
    is_writing: bool
    changing_asset_id: UUID | None
    has_prompt_aside: bool
    locked_at: datetime


def add_session(
    db: Session, *, user_id: UUID, asset_type: str, brief: Brief, title: str, brand_kit_id: UUID | None
) -> UUID:
    """Insert an empty conversation and return its id."""
    row = CoachSession(
        user_id=user_id,
        brand_kit_id=brand_kit_id,
        asset_type=asset_type,
        mood=brief.mood,
        game_context=brief.game,
        brief=brief.model_dump(mode="json"),
        title=title,
    )
    db.add(row)
    db.flush()
    return row.id


def find_session(db: Session, *, user_id: UUID, session_id: UUID) -> SessionRecord | None:
    """Return this user's conversation."""
    query = select(CoachSession, _is_writing()).where(CoachSession.id == session_id, CoachSession.user_id == user_id)
    found = db.exec(query).one_or_none()
    if found is None:
        return None
    row, is_writing = found
    summary = _summary(row)
    return SessionRecord(
        id=row.id,
        brand_kit_id=row.brand_kit_id,
        title=row.title,
        asset_type=row.asset_type,
        mood=row.mood,
        game_context=row.game_context,
        status=summary.status,
        turns_used=summary.turns_used,
        current_prompt=row.current_prompt,
        edited_prompt=row.edited_prompt,
        set_aside_prompt=row.set_aside_prompt,
        brief=Brief.model_validate(row.brief),
        suggestions=tuple(row.suggestions),
        messages=MESSAGES.validate_python(row.messages or []),
        is_writing=bool(is_writing),
        has_assets=summary.has_assets,
        changing_asset_id=row.changing_asset_id,
        created_at=summary.created_at,
        updated_at=summary.updated_at,
        ended_at=row.ended_at,
    )


def has_session(db: Session, *, user_id: UUID, session_id: UUID) -> bool:
    """Tell whether there is such a conversation of this user."""
    query = select(CoachSession.id).where(CoachSession.id == session_id, CoachSession.user_id == user_id)
    return db.exec(query).one_or_none() is not None


def recent_sessions(db: Session, *, user_id: UUID, limit: int, offset: int = 0) -> tuple[SessionSummary, ...]:
    """Return this user's conversations, the last touched first."""
    query = (
        select(CoachSession)
        .where(CoachSession.user_id == user_id)
        .order_by(col(CoachSession.updated_at).desc(), col(CoachSession.id))
        .limit(limit)
        .offset(offset)
    )
    return tuple(map(_summary, db.exec(query)))


def count_sessions(db: Session, *, user_id: UUID) -> int:
    """Return how many conversations this user has."""
    return db.exec(select(func.count()).select_from(CoachSession).where(CoachSession.user_id == user_id)).one()


def lock_session(db: Session, *, user_id: UUID, session_id: UUID) -> LockedSession:
    """Lock this user's conversation until the transaction ends. Raises NotFound."""
    row = (
        db.connection()
        .execute(
            text(
                "SELECT id, brand_kit_id, asset_type, turns_used, brief, edited_prompt, title, changing_asset_id, "
                "set_aside_prompt IS NOT NULL AS has_prompt_aside, "
                "jsonb_array_length(messages) AS message_count, "
                "octet_length(messages::text) AS messages_bytes, now() AS locked_at, "
                "coalesce(writing_since > now() - make_interval(secs => :lease), false) AS is_writing "
                "FROM coach_sessions WHERE id = :id AND user_id = :user_id FOR UPDATE"
            ),
            {"id": session_id, "user_id": user_id, "lease": WRITING_LEASE_SECONDS},
        )
        .one_or_none()
    )
    if row is None:
        raise NotFound("session")
    return LockedSession(
        id=row.id,
        brand_kit_id=row.brand_kit_id,
        asset_type=row.asset_type,
        turns_used=row.turns_used,
        brief=Brief.model_validate(row.brief),
        edited_prompt=row.edited_prompt,
        title=row.title,
        message_count=row.message_count,
        messages_bytes=row.messages_bytes,
        is_writing=row.is_writing,
        changing_asset_id=row.changing_asset_id,
        has_prompt_aside=row.has_prompt_aside,
        locked_at=row.locked_at,
    )


def append_message(db: Session, *, session_id: UUID, message: Message) -> None:
    """Add a message at the end; the session is active again. The caller holds the lock."""
    db.connection().execute(
        text(
            "UPDATE coach_sessions SET messages = messages || cast(:message AS jsonb), status = 'active', "
            "ended_at = NULL, updated_at = now() WHERE id = :id"
        ),
        {"id": session_id, "message": json.dumps([message.model_dump(mode="json")])},
    )


def replace_generation(db: Session, *, session_id: UUID, job_id: UUID, asset_message: Message, asset_id: UUID) -> None:
    """Put the picture where its job's message stands, and its id among the session's assets, once. What that message
    says of its batch and of what it retries stays."""
    db.connection().execute(
        text(
            "UPDATE coach_sessions SET updated_at = now(), "
            "generated_asset_ids = generated_asset_ids || cast(:asset_id AS uuid), "
            "messages = (SELECT jsonb_agg(CASE WHEN item ->> 'job_id' = :job_id THEN item || cast(:message AS jsonb) "
            "ELSE item END ORDER BY place) FROM jsonb_array_elements(messages) WITH ORDINALITY AS t(item, place)) "
            "WHERE id = :id AND NOT generated_asset_ids @> ARRAY[cast(:asset_id AS uuid)]"
        ),
        {
            "id": session_id,
            "job_id": str(job_id),
            "asset_id": asset_id,
            "message": asset_message.model_dump_json(exclude_none=True),
        },
    )


def has_reply(db: Session, *, session_id: UUID, message_id: UUID) -> bool:
    """Tell whether the coach has answered this message."""
    query = text("SELECT messages @> cast(:reply AS jsonb) FROM coach_sessions WHERE id = :id")
    reply = json.dumps([{"reply_to": str(message_id)}])
    return bool(db.connection().execute(query, {"id": session_id, "reply": reply}).scalar_one())


def set_writing(db: Session, *, session_id: UUID, is_writing: bool) -> None:
    """Say that a reply is on its way, or no longer is. The caller holds the lock."""
    db.connection().execute(
        text("UPDATE coach_sessions SET writing_since = CASE WHEN :is_writing THEN now() END WHERE id = :id"),
        {"id": session_id, "is_writing": is_writing},
    )


def renew_writing(db: Session, *, session_id: UUID) -> None:
    """Say that a reply is still on its way; one that has ended stays so."""
    statement = text("UPDATE coach_sessions SET writing_since = now() WHERE id = :id AND writing_since IS NOT NULL")
    db.connection().execute(statement, {"id": session_id})


def set_brief(db: Session, *, session_id: UUID, brief: Brief, title: str) -> None:
    """Store the wish as it stands now. The caller holds the lock."""
    db.connection().execute(
        text(
            "UPDATE coach_sessions SET brief = cast(:brief AS jsonb), mood = :mood, game_context = :game, "
            "title = :title, updated_at = now() WHERE id = :id"
        ),
        {
            "id": session_id,
            "brief": brief.model_dump_json(),
            "mood": brief.mood,
            "game": brief.game,
            "title": title,
        },
    )


def end_turn(db: Session, *, session_id: UUID, suggestions: tuple[str, ...], turns: int) -> None:
    """Close a coach's turn: what to offer next, and what it cost. The caller holds the lock."""
    db.connection().execute(
        text(
            "UPDATE coach_sessions SET suggestions = cast(:suggestions AS jsonb), turns_used = turns_used + :turns, "
            "writing_since = NULL WHERE id = :id"
        ),
        {"id": session_id, "suggestions": json.dumps(suggestions), "turns": turns},
    )


def end_session(db: Session, *, user_id: UUID, session_id: UUID) -> bool:
    """Mark this user's conversation as ended; False where there is none."""
    result = db.connection().execute(
        text(
            "UPDATE coach_sessions SET status = 'ended', ended_at = coalesce(ended_at, now()), updated_at = now() "
            "WHERE id = :id AND user_id = :user_id"
        ),
        {"id": session_id, "user_id": user_id},
    )
    return result.rowcount == 1


def delete_session(db: Session, *, user_id: UUID, session_id: UUID) -> bool:
    """Delete this user's conversation; its jobs and pictures stay without it. False where there is none."""
    statement = text("DELETE FROM coach_sessions WHERE id = :id AND user_id = :user_id")
    return db.connection().execute(statement, {"id": session_id, "user_id": user_id}).rowcount == 1


def forget_asset(db: Session, *, session_id: UUID, asset_id: UUID) -> None:
    """Take a picture's id out of the conversation's list; its message stays. The caller holds the lock."""
    statement = text(
        "UPDATE coach_sessions SET generated_asset_ids = array_remove(generated_asset_ids, cast(:asset_id AS uuid)) "
        "WHERE id = :id"
    )
    db.connection().execute(statement, {"id": session_id, "asset_id": asset_id})


def expire_idle(db: Session, *, idle_hours: float) -> int:
    """Mark conversations that nobody has touched for so long as expired; return how many."""
    result = db.connection().execute(
        text(
            "UPDATE coach_sessions SET status = 'expired', ended_at = now() WHERE id IN (SELECT id FROM coach_sessions "
            "WHERE status = 'active' AND updated_at < now() - make_interval(secs => :idle) LIMIT 100 "
            "FOR UPDATE SKIP LOCKED)"
        ),
        {"idle": idle_hours * 3600},
    )
    return result.rowcount


def _is_writing() -> ColumnElement[bool]:
    lease = func.make_interval(0, 0, 0, 0, 0, 0, WRITING_LEASE_SECONDS)
    return func.coalesce(col(CoachSession.writing_since) > func.now() - lease, False)


def _summary(row: CoachSession) -> SessionSummary:
    # The designed columns are nullable with defaults, and every insert here fills them.
    assert row.created_at is not None
    assert row.updated_at is not None
    return SessionSummary(
        id=row.id,
        title=row.title,
        asset_type=row.asset_type,
        mood=row.mood,
        status=SessionStatus(row.status or SessionStatus.ACTIVE),
        turns_used=row.turns_used or 0,
        current_prompt=row.current_prompt,
        newest_asset_id=row.generated_asset_ids[-1] if row.generated_asset_ids else None,
        created_at=row.created_at,
        updated_at=row.updated_at,
        ended_at=row.ended_at,
    )
