"""Start a coach session from the start card."""

from collections.abc import Mapping
from typing import Literal
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import brand_kits, sessions
from coach_app.database.clock import database_now
from coach_app.domain.asset_table import asset_type as asset_type_of
from coach_app.domain.brief import Brief
from coach_app.domain.coach_sessions import UserMessage, clean_message
from coach_app.domain.errors import NotFound
from coach_app.domain.ports import Artist, refuse_what_it_cannot_make
from coach_app.domain.prompts import title_of
from coach_app.domain.slots import checked_slot, free_slot
from coach_app.parts import Parts


def start_session(
    parts: Parts,
    *,
    user_id: UUID,
    asset_type: str,
    mood: str | None = None,
    game_context: str | None = None,
    wish: str = "",
    brand_kit_id: UUID | Literal["default"] | None = "default",
) -> UUID:
    """Store a new session and return its id; a wish becomes its first message, which `write_reply` then answers.

    Raises: InvalidInput, NotFound where there is no such brand kit.
    """
    kind = asset_type_of(asset_type)
    text = clean_message(wish) if wish.strip() else None
    with parts.database.transaction() as db:
        artist = parts.artist_of(db, user_id)
        refuse_what_it_cannot_make(artist, kind)
        brief = _brief(parts, artist, {"mood": mood or "", "game": game_context or ""})
        title = title_of(kind, brief)
        kit_id = _kit(db, user_id, brand_kit_id)
        session_id = sessions.add_session(
            db, user_id=user_id, asset_type=kind.id, brief=brief, title=title, brand_kit_id=kit_id
        )
        if text:
            message = UserMessage(id=uuid4(), timestamp=database_now(db), text=text)
            sessions.append_message(db, session_id=session_id, message=message)
    return session_id


def _brief(parts: Parts, artist: Artist, chosen: Mapping[str, str]) -> Brief:
    """Return what the card says. A model draws whatever it is told."""
    values = {
        slot: free_slot(slot, value) if artist.is_ai else checked_slot(slot, value, parts.props)
        for slot, value in chosen.items()
    }
    return Brief().with_slots(**values)


def _kit(db: Session, user_id: UUID, asked: UUID | Literal["default"] | None) -> UUID | None:
    if asked == "default":
        return brand_kits.default_kit(db, user_id=user_id)
    if asked and brand_kits.find_look(db, user_id=user_id, kit_id=asked, is_held=True) is None:
        raise NotFound("brand kit")
    return asked
