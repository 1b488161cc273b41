"""Give a conversation a picture to go by, or take one away."""

from hashlib import sha256
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import brand_kits, chat_pictures, sessions, uploaded_files
from coach_app.database.chat_pictures import ChatPictureRecord
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_table import asset_type
from coach_app.domain.chat_pictures import (
    CHAT_PICTURE_LIMIT,
    MAX_CHAT_PICTURES,
    refuse_pictures_it_cannot_see,
    refuse_tiny_picture,
)
from coach_app.domain.errors import NotFound, TooManyPictures
from coach_app.domain.image_prompts import prompt_for
from coach_app.parts import Parts


def attach_picture(parts: Parts, *, user_id: UUID, session_id: UUID, data: bytes) -> ChatPictureRecord:
    """Check the picture, write it anew, and have the conversation's next pictures go by it.

    The file's row comes first and the picture last, as with logos. Raises: NotFound, InvalidInput, TooManyPictures,
    ImagingFailed, StorageUnavailable.
    """
    with parts.database.transaction() as db:
        _room_for_one(parts, db, user_id, session_id)
    upload = parts.imaging.read_upload(data, CHAT_PICTURE_LIMIT)
    refuse_tiny_picture(upload)
    digest = sha256(upload.png).hexdigest()
    # In a folder of its own: no key is ever used twice, and what is begun beside the file goes with it.
    key = f"chat-pictures/{user_id}/{session_id}/{uuid4().hex}/{digest[:16]}.png"
    with parts.database.transaction() as db:
        uploaded_files.begin_writing(db, key=key)
    parts.storage.write({key: upload.png})
    with parts.database.transaction() as db:
        session = _room_for_one(parts, db, user_id, session_id)
        uploaded_files.keep(db, key=key)
        picture = chat_pictures.add_picture(
            db,
            user_id=user_id,
            session_id=session_id,
            key=key,
            sha256=digest,
            size=(upload.width_px, upload.height_px),
            weight=len(upload.png),
        )
        _make_prompt_anew(parts, db, user_id, session)
    parts.hub.publish(session_id, {"type": "session"})
    return picture


def detach_picture(parts: Parts, *, user_id: UUID, session_id: UUID, picture_id: UUID) -> None:
    """Have the next pictures go without it; the reconciler removes its file once no job needs it. Raises NotFound."""
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if not chat_pictures.remove_picture(db, session_id=session_id, picture_id=picture_id):
            raise NotFound("picture")
        _make_prompt_anew(parts, db, user_id, session)
    parts.hub.publish(session_id, {"type": "session"})


def _room_for_one(parts: Parts, db: Session, user_id: UUID, session_id: UUID) -> LockedSession:
    """Lock the conversation. Raises: NotFound, InvalidInput where its artist cannot see, TooManyPictures."""
    session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
    refuse_pictures_it_cannot_see(parts.artist_of(db, user_id))
    if chat_pictures.count_pictures(db, session_id=session_id) >= MAX_CHAT_PICTURES:
        raise TooManyPictures
    return session


def _make_prompt_anew(parts: Parts, db: Session, user_id: UUID, session: LockedSession) -> None:
    kind = asset_type(session.asset_type)
    brand = brand_kits.find_look(db, user_id=user_id, kit_id=session.brand_kit_id)
    pictures = chat_pictures.count_pictures(db, session_id=session.id)
    prompt = prompt_for(parts.artist_of(db, user_id), kind, session.brief, brand, pictures=pictures)
    sessions.set_brief(db, session_id=session.id, brief=session.brief, prompt=prompt, title=session.title)
