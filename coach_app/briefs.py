"""What a session is to make, as it stands: the brief, and the prompt that the user's artist makes of it."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from coach_app.database import brand_kits, session_prompts, sessions
from coach_app.database.session_prompts import PromptSource
from coach_app.database.sessions import SessionRecord
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.image_prompts import prompt_for, told
from coach_app.domain.ports import Artist
from coach_app.domain.prompts import title_of
from coach_app.parts import Parts


def keep_brief(parts: Parts, db: Session, *, user_id: UUID, session_id: UUID, brief: Brief) -> None:
    """Store the brief, with its title and its prompt. The caller holds the session's lock."""
    source = session_prompts.find(db, session_id=session_id)
    title = title_of(asset_type(source.asset_type), brief)
    sessions.set_brief(db, session_id=session_id, brief=brief, title=title)
    _keep_prompt(parts, db, user_id, session_id, replace(source, brief=brief))


def remake_prompt(parts: Parts, db: Session, *, user_id: UUID, session_id: UUID) -> None:
    """Make the prompt anew after what it is made of has changed. The caller holds the session's lock."""
    _keep_prompt(parts, db, user_id, session_id, session_prompts.find(db, session_id=session_id))


def made_now(artist: Artist, session: SessionRecord) -> str:
    """Return the prompt that is made from the brief, with what a change adds to it."""
    return told(artist, session.current_prompt or "", is_change=session.changing_asset_id is not None)


def told_now(artist: Artist, session: SessionRecord) -> str:
    """Return what the artist would be told now."""
    return (artist.is_ai and session.edited_prompt) or made_now(artist, session)


def is_written_by_hand(artist: Artist, session: SessionRecord) -> bool:
    """Tell whether the artist would be told what the streamer has written: the built-in one goes by the brief."""
    return artist.is_ai and session.edited_prompt is not None


def _keep_prompt(parts: Parts, db: Session, user_id: UUID, session_id: UUID, source: PromptSource) -> None:
    look = brand_kits.find_look(db, user_id=user_id, kit_id=source.brand_kit_id)
    kind = asset_type(source.asset_type)
    prompt = prompt_for(parts.artist_of(db, user_id), kind, source.brief, look, pictures=source.pictures)
    session_prompts.set_prompt(db, session_id=session_id, prompt=prompt)
