"""Give a session another brand kit, or none, at any time: pictures that are made already keep their look."""

from uuid import UUID

from coach_app.database import brand_kits, chat_pictures, kit_sessions, sessions
from coach_app.domain.asset_table import asset_type
from coach_app.domain.errors import NotFound
from coach_app.domain.image_prompts import prompt_for
from coach_app.parts import Parts


def choose_brand_kit(parts: Parts, *, user_id: UUID, session_id: UUID, kit_id: UUID | None) -> None:
    """Use the kit for what the session makes from now on. Raises NotFound: no such session or no such kit."""
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        look = brand_kits.find_look(db, user_id=user_id, kit_id=kit_id, is_held=True)
        if kit_id and look is None:
            raise NotFound("brand kit")
        kit_sessions.set_kit(db, session_id=session_id, kit_id=kit_id)
        kind = asset_type(session.asset_type)
        pictures = chat_pictures.count_pictures(db, session_id=session_id)
        prompt = prompt_for(parts.artist_of(db, user_id), kind, session.brief, look, pictures=pictures)
        kit_sessions.set_prompt(db, session_id=session_id, prompt=prompt)
    parts.hub.publish(session_id, {"type": "session"})
