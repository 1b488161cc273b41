"""Take a message of the streamer: it is stored before any reply begins."""

from uuid import UUID, uuid4

from coach_app.database import sessions
from coach_app.domain.coach_sessions import MAX_MESSAGES, MAX_MESSAGES_BYTES, UserMessage, clean_message
from coach_app.domain.errors import CoachIsWriting, SessionFull, TurnLimitReached
from coach_app.parts import Parts


def accept_message(parts: Parts, *, user_id: UUID, session_id: UUID, text: str) -> UUID:
    """Store the message and return its id; `write_reply` answers it. Writing in an ended session reopens it.

    Raises: InvalidInput, NotFound, SessionFull, TurnLimitReached, CoachIsWriting.
    """
    cleaned = clean_message(text)
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        # A message and its reply have to fit.
        bytes_after = session.messages_bytes + len(cleaned.encode())
        if session.message_count > MAX_MESSAGES - 2 or bytes_after > MAX_MESSAGES_BYTES:
            raise SessionFull
        if session.turns_used >= parts.settings.turn_limit:
            raise TurnLimitReached
        if session.is_writing:
            raise CoachIsWriting
        message = UserMessage(id=uuid4(), timestamp=session.locked_at, text=cleaned)
        sessions.append_message(db, session_id=session_id, message=message)
    parts.hub.publish(session_id, {"type": "session"})
    return message.id
