"""Pictures to go by, for the tests beside this file."""

import base64
import io
from uuid import UUID

from PIL import Image
from sqlalchemy import text

from coach_app.database import chat_pictures
from coach_app.database.chat_pictures import ChatPictureRecord
from coach_app.parts import Parts
from coach_app.use_cases.attach_picture import attach_picture
from tests.provider.server import Call
from tests.use_cases.branding import picture
from tests.working_parts import FlatArtist


class SeeingArtist(FlatArtist):
    """Is told whole prompts, and goes by pictures."""

    is_ai = True
    can_see = True


def attached(parts: Parts, user_id: UUID, session_id: UUID, *colours: str) -> list[ChatPictureRecord]:
    """Attach a picture of each colour."""
    return [attach_picture(parts, user_id=user_id, session_id=session_id, data=picture(colour)) for colour in colours]


def pictures_of(parts: Parts, user_id: UUID, session_id: UUID) -> tuple[ChatPictureRecord, ...]:
    with parts.database.transaction() as db:
        return chat_pictures.session_pictures(db, user_id=user_id, session_id=session_id)


def picture_keys(parts: Parts) -> list[str]:
    """What storage has of pictures in chats."""
    return list(parts.storage.keys("chat-pictures/"))


def picture_rows(parts: Parts) -> list[str]:
    with parts.database.transaction() as db:
        return list(db.connection().execute(text("SELECT key FROM chat_pictures ORDER BY key")).scalars())


def colour_of(png: bytes) -> str:
    """Return the picture's first pixel as #rrggbb."""
    pixel = Image.open(io.BytesIO(png)).convert("RGB").getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return "#" + "".join(f"{channel:02x}" for channel in pixel)


def pictures_in(call: Call) -> list[bytes]:
    """Return what a call of Nano Banana shows."""
    parts = call.json["contents"][0]["parts"]
    return [base64.b64decode(part["inlineData"]["data"]) for part in parts if "inlineData" in part]
