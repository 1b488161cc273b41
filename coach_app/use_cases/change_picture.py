"""Take up a picture of the session again: to change it, or only its brief."""

from uuid import UUID

from sqlmodel import Session

from coach_app.database import brand_kits, chat_pictures, sessions, versions
from coach_app.domain.asset_table import asset_type
from coach_app.domain.errors import NotFound
from coach_app.domain.image_prompts import prompt_for
from coach_app.domain.prompts import title_of
from coach_app.parts import Parts


def change_picture(parts: Parts, *, user_id: UUID, session_id: UUID, asset_id: UUID) -> None:
    """Have what the session makes next be a change of this picture, beginning with its brief. Raises NotFound."""
    with parts.database.transaction() as db:
        _take_up_brief(parts, db, user_id, session_id, asset_id)
        versions.set_changing(db, session_id=session_id, asset_id=asset_id)
    parts.hub.publish(session_id, {"type": "session"})


def use_as_brief(parts: Parts, *, user_id: UUID, session_id: UUID, asset_id: UUID) -> None:
    """Begin a new picture with the brief of this one. Raises NotFound."""
    with parts.database.transaction() as db:
        _take_up_brief(parts, db, user_id, session_id, asset_id)
        versions.set_changing(db, session_id=session_id, asset_id=None)
    parts.hub.publish(session_id, {"type": "session"})


def stop_changing(parts: Parts, *, user_id: UUID, session_id: UUID) -> None:
    """Have the session make new pictures again; its brief stays as it is. Raises NotFound."""
    with parts.database.transaction() as db:
        sessions.lock_session(db, user_id=user_id, session_id=session_id)
        versions.set_changing(db, session_id=session_id, asset_id=None)
    parts.hub.publish(session_id, {"type": "session"})


def _take_up_brief(parts: Parts, db: Session, user_id: UUID, session_id: UUID, asset_id: UUID) -> None:
    """Lock the session and give it the brief of its picture, with the prompt that this makes. Raises NotFound."""
    session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
    asset = versions.find_in_session(db, user_id=user_id, session_id=session_id, asset_id=asset_id)
    if asset is None:
        raise NotFound("asset")
    kind = asset_type(session.asset_type)
    brand = brand_kits.find_look(db, user_id=user_id, kit_id=session.brand_kit_id)
    pictures = chat_pictures.count_pictures(db, session_id=session_id)
    prompt = prompt_for(parts.artist_of(db, user_id), kind, asset.brief, brand, pictures=pictures)
    title = title_of(kind, asset.brief)
    sessions.set_brief(db, session_id=session_id, brief=asset.brief, prompt=prompt, title=title)
    sessions.set_edited_prompt(db, session_id=session_id, prompt=None)
