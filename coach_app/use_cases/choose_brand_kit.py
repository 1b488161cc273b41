"""Give a session another brand kit, or none, at any time: pictures that are made already keep their look."""

from uuid import UUID

from coach_app.briefs import remake_prompt
from coach_app.database import brand_kits, kit_sessions, sessions
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def choose_brand_kit(parts: Parts, *, user_id: UUID, session_id: UUID, kit_id: UUID | None) -> None:
    """Use the kit for what the session makes from now on. Raises NotFound: no such session or no such kit."""
    with parts.database.transaction() as db:
        sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if kit_id and brand_kits.find_look(db, user_id=user_id, kit_id=kit_id, is_held=True) is None:
            raise NotFound("brand kit")
        kit_sessions.set_kit(db, session_id=session_id, kit_id=kit_id)
        remake_prompt(parts, db, user_id=user_id, session_id=session_id)
    parts.hub.publish(session_id, {"type": "session"})
