"""The pictures that a coach session goes by."""

from datetime import datetime
from functools import partial
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.stored_files import StoredFile, stored_file
from coach_app.api.uploads import DESCRIBED, PictureBody, UploadsDependency
from coach_app.database import chat_pictures, sessions
from coach_app.database.chat_pictures import ChatPictureRecord
from coach_app.domain.errors import NotFound
from coach_app.use_cases.attach_picture import attach_picture, detach_picture

router = APIRouter(prefix="/coach/sessions/{session_id}/pictures")


class PictureItem(BaseModel):
    id: UUID
    url: str
    width: int
    height: int
    bytes: int
    created_at: datetime


class PictureList(BaseModel):
    pictures: list[PictureItem]


@router.get("")
def list_pictures(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> PictureList:
    """Return the pictures that the session's next ones go by, in their order."""
    with parts.database.transaction() as db:
        if not sessions.has_session(db, user_id=user_id, session_id=session_id):
            raise NotFound("session")
        found = chat_pictures.session_pictures(db, user_id=user_id, session_id=session_id)
    return PictureList(pictures=[_item(session_id, picture) for picture in found])


@router.post("", status_code=HTTPStatus.CREATED, openapi_extra=DESCRIBED)
async def attach(
    session_id: UUID, user_id: CurrentUser, data: PictureBody, uploads: UploadsDependency, parts: PartsDependency
) -> PictureItem:
    """Have the session's next pictures go by this one: the body is a PNG, JPEG or WebP of up to 10 MB and 4,096 × 4,096
    pixels."""
    picture = await uploads.work(partial(attach_picture, parts, user_id=user_id, session_id=session_id, data=data))
    return _item(session_id, picture)


@router.head("/{picture_id}", include_in_schema=False)
@router.get("/{picture_id}")
def download(
    session_id: UUID, picture_id: UUID, request: Request, user_id: CurrentUser, parts: PartsDependency
) -> Response:
    """Return the picture as a PNG."""
    with parts.database.transaction() as db:
        picture = chat_pictures.find_picture(db, user_id=user_id, session_id=session_id, picture_id=picture_id)
    if picture is None:
        raise NotFound("picture")
    file = StoredFile(picture.key, "picture.png", "image/png", picture.bytes, picture.sha256)
    return stored_file(parts, request, file, cache_control="max-age=86400, immutable")


@router.delete("/{picture_id}", status_code=HTTPStatus.NO_CONTENT)
def detach(session_id: UUID, picture_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Have the session's next pictures go without it."""
    detach_picture(parts, user_id=user_id, session_id=session_id, picture_id=picture_id)


def _item(session_id: UUID, picture: ChatPictureRecord) -> PictureItem:
    return PictureItem(
        id=picture.id,
        url=f"/api/v1/coach/sessions/{session_id}/pictures/{picture.id}",
        width=picture.width_px,
        height=picture.height_px,
        bytes=picture.bytes,
        created_at=picture.created_at,
    )
