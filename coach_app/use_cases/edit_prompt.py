"""Write the prompt by hand, or go back to the one that is made from the brief."""

from uuid import UUID

from coach_app.briefs import made_now
from coach_app.database import session_prompts, sessions
from coach_app.domain.coach_sessions import storable
from coach_app.domain.errors import InvalidInput
from coach_app.parts import Parts

MAX_PROMPT_CHARACTERS = 4_000


def edit_prompt(parts: Parts, *, user_id: UUID, session_id: UUID, prompt: str) -> None:
    """Keep the prompt for what the session makes from now on; an empty one, or the one made from the brief, stands for
    that. Raises: NotFound, InvalidInput."""
    cleaned = storable(prompt).strip()
    if len(cleaned) > MAX_PROMPT_CHARACTERS:
        raise InvalidInput(
            f"That is {len(cleaned):,} characters. A prompt takes up to {MAX_PROMPT_CHARACTERS:,}.", field="prompt"
        )
    with parts.database.transaction() as db:
        sessions.lock_session(db, user_id=user_id, session_id=session_id)
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
        made = made_now(parts.artist_of(db, user_id), session) if session else ""
        if cleaned in ("", made):
            session_prompts.set_aside(db, session_id=session_id)
        else:
            session_prompts.set_edited(db, session_id=session_id, prompt=cleaned)
    parts.hub.publish(session_id, {"type": "session"})
