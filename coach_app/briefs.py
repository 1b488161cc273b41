"""What a session is to make, as it stands: the brief, and the prompt that the user's artist makes of it."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from coach_app.database import brand_kits, prompt_sources, sessions
from coach_app.database.prompt_sources import PromptSource
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.image_prompts import prompt_for
from coach_app.domain.prompts import title_of
from coach_app.parts import Parts


def keep_brief(parts: Parts, db: Session, *, user_id: UUID, session_id: UUID, brief: Brief) -> None:
    """Store the brief, with its title and its prompt. The caller holds the session's lock."""
    source = prompt_sources.find(db, session_id=session_id)
    title = title_of(asset_type(source.asset_type), brief)
    sessions.set_brief(db, session_id=session_id, brief=brief, title=title)
    _keep_prompt(parts, db, user_id, session_id, replace(source, brief=brief))


def remake_prompt(parts: Parts, db: Session, *, user_id: UUID, session_id: UUID) -> None:
    """Make the prompt anew after what it is made of has changed. The caller holds the session's lock."""
    _keep_prompt(parts, db, user_id, session_id, prompt_sources.find(db, session_id=session_id))


def _keep_prompt(parts: Parts, db: Session, user_id: UUID, session_id: UUID, source: PromptSource) -> None:
    look = brand_kits.find_look(db, user_id=user_id, kit_id=source.brand_kit_id)
    kind = asset_type(source.asset_type)
    prompt = prompt_for(parts.artist_of(db, user_id), kind, source.brief, look, pictures=source.pictures)
    prompt_sources.set_prompt(db, session_id=session_id, prompt=prompt)
