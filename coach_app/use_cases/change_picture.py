"""Take up a picture of the session again: to change it, or only its brief."""

from uuid import UUID

from sqlmodel import Session

from coach_app.briefs import keep_brief
from coach_app.database import session_prompts, sessions, versions
from coach_app.domain.errors import NotFound
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
    """Lock the session and give it the brief of its picture, with the prompt that this makes; one that was written
    by hand is set aside. Raises NotFound."""
    sessions.lock_session(db, user_id=user_id, session_id=session_id)
    asset = versions.find_in_session(db, user_id=user_id, session_id=session_id, asset_id=asset_id)
    if asset is None:
        raise NotFound("asset")
    keep_brief(parts, db, user_id=user_id, session_id=session_id, brief=asset.brief)
    session_prompts.set_aside(db, session_id=session_id)
