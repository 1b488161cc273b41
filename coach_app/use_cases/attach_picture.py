"""Give a conversation a picture to go by, or take one away."""

from hashlib import sha256
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.briefs import remake_prompt
from coach_app.database import chat_pictures, sessions, uploaded_files
from coach_app.database.chat_pictures import ChatPictureRecord
from coach_app.domain.chat_pictures import (
    CHAT_PICTURE_LIMIT,
    MAX_CHAT_PICTURES,
    refuse_pictures_it_cannot_see,
    refuse_tiny_picture,
)
from coach_app.domain.errors import NotFound, TooManyPictures
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
        _room_for_one(parts, db, user_id, session_id)
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
        remake_prompt(parts, db, user_id=user_id, session_id=session_id)
    parts.hub.publish(session_id, {"type": "session"})
    return picture


def detach_picture(parts: Parts, *, user_id: UUID, session_id: UUID, picture_id: UUID) -> None:
    """Have the next pictures go without it; the reconciler removes its file once no job needs it. Raises NotFound."""
    with parts.database.transaction() as db:
        sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if not chat_pictures.remove_picture(db, session_id=session_id, picture_id=picture_id):
            raise NotFound("picture")
        remake_prompt(parts, db, user_id=user_id, session_id=session_id)
    parts.hub.publish(session_id, {"type": "session"})


def _room_for_one(parts: Parts, db: Session, user_id: UUID, session_id: UUID) -> None:
    """Lock the conversation. Raises: NotFound, InvalidInput where its artist cannot see, TooManyPictures."""
    sessions.lock_session(db, user_id=user_id, session_id=session_id)
    refuse_pictures_it_cannot_see(parts.artist_of(db, user_id))
    if chat_pictures.count_pictures(db, session_id=session_id) >= MAX_CHAT_PICTURES:
        raise TooManyPictures
