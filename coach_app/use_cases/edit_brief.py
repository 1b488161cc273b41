"""Change one slot of the brief by hand."""

from uuid import UUID

from coach_app.briefs import keep_brief
from coach_app.database import sessions
from coach_app.domain.slots import checked_slot, free_slot
from coach_app.parts import Parts


def edit_brief(parts: Parts, *, user_id: UUID, session_id: UUID, slot: str, value: str) -> None:
    """Set the slot, or clear it with an empty value. Raises: NotFound, InvalidInput with what would be understood."""
    with parts.database.transaction() as db:
        artist = parts.artist_of(db, user_id)
        # A model draws whatever it is told.
        checked = free_slot(slot, value) if artist.is_ai else checked_slot(slot, value, parts.props)
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        brief = session.brief.with_slots(**{slot: checked})
        if brief.text:
            brief = brief.with_slots(no_text=False)
        keep_brief(parts, db, user_id=user_id, session_id=session_id, brief=brief)
    parts.hub.publish(session_id, {"type": "session"})
