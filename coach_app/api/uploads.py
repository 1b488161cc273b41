"""A picture as the raw body of a request."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from coach_app.domain.logos import MAX_LOGO_BYTES

_BINARY = {"schema": {"type": "string", "format": "binary"}}
DESCRIBED = {
    "requestBody": {"required": True, "content": {f"image/{kind}": _BINARY for kind in ("png", "jpeg", "webp")}}
}
"""What the API's description says of such a body."""


async def _picture(request: Request) -> bytes:
    """Return the body; 413 as soon as it is too long, before it is read whole."""
    claimed = request.headers.get("content-length", "")
    if claimed.isdecimal() and int(claimed) > MAX_LOGO_BYTES:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_LOGO_BYTES:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except ClientDisconnect as exc:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from exc
    return bytes(body)


# To be named after CurrentUser in a route: nobody else's body is read.
PictureBody = Annotated[bytes, Depends(_picture)]
