"""End a session; writing in it again reopens it."""

from uuid import UUID

from coach_app.database import sessions
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def end_session(parts: Parts, *, user_id: UUID, session_id: UUID) -> None:
    """Mark the session as ended. Raises NotFound."""
    with parts.database.transaction() as db:
        if not sessions.end_session(db, user_id=user_id, session_id=session_id):
            raise NotFound("session")
    parts.hub.publish(session_id, {"type": "session"})
