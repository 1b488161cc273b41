"""Take the prompt up again that the streamer wrote, and that something else took the place of."""

from uuid import UUID

from coach_app.database import session_prompts, sessions
from coach_app.parts import Parts


def put_back_prompt(parts: Parts, *, user_id: UUID, session_id: UUID) -> None:
    """Have the artist told that prompt again; one that was written since is set aside in its place. Does nothing where
    none is set aside. Raises NotFound."""
    with parts.database.transaction() as db:
        sessions.lock_session(db, user_id=user_id, session_id=session_id)
        session_prompts.put_back(db, session_id=session_id)
    parts.hub.publish(session_id, {"type": "session"})
