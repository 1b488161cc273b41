"""Carry a brief over into a new session: the way on from a session that is full or out of turns."""

from uuid import UUID

from coach_app.briefs import remake_prompt
from coach_app.database import brand_kits, sessions
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def start_from_brief(parts: Parts, *, user_id: UUID, session_id: UUID) -> UUID:
    """Store a new, empty session with the brief and the brand kit of this one and return its id. Raises NotFound."""
    with parts.database.transaction() as db:
        old = sessions.find_session(db, user_id=user_id, session_id=session_id)
        if old is None:
            raise NotFound("session")
        look = brand_kits.find_look(db, user_id=user_id, kit_id=old.brand_kit_id, is_held=True)
        new_id = sessions.add_session(
            db,
            user_id=user_id,
            asset_type=old.asset_type,
            brief=old.brief,
            title=old.title,
            brand_kit_id=look.kit_id if look else None,
        )
        # The pictures that the old one goes by stay there.
        remake_prompt(parts, db, user_id=user_id, session_id=new_id)
    return new_id
