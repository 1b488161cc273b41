"""Delete a conversation; its pictures stay in the library."""

from uuid import UUID

from coach_app.database import jobs, sessions
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def delete_session(parts: Parts, *, user_id: UUID, session_id: UUID) -> None:
    """Delete the session, and cancel its jobs. Raises NotFound."""
    with parts.database.transaction() as db:
        sessions.lock_session(db, user_id=user_id, session_id=session_id)
        for job_id in jobs.active_jobs(db, session_id=session_id):
            jobs.cancel(db, job_id=job_id)
        if not sessions.delete_session(db, user_id=user_id, session_id=session_id):
            raise NotFound("session")
    parts.hub.publish(session_id, {"type": "session"})
