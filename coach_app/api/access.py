"""Who calls: the cookie of the page, and the Origin of everything that writes."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from coach_app.api.problems import problem
from coach_app.database.users import COOKIE_DAYS
from coach_app.parts import Parts
from coach_app.settings import Settings
from coach_app.use_cases import sign_in
from coach_app.wiring import parts

PartsDependency = Annotated[Parts, Depends(parts)]
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def current_user(request: Request, parts: PartsDependency) -> UUID:
    """Return the caller's user id; 401 without a good cookie."""
    token = request.cookies.get(parts.settings.cookie_name)
    user = sign_in.recognise(parts, token=token) if token else None
    if user is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED)
    return user.id


CurrentUser = Annotated[UUID, Depends(current_user)]


def set_cookie(response: Response, settings: Settings, token: str) -> None:
    """Sign this browser in for 400 days, the longest that browsers keep a cookie."""
    response.set_cookie(
        settings.cookie_name,
        token,
        max_age=COOKIE_DAYS * 24 * 3600,
        path="/",
        secure=settings.is_https,
        httponly=True,
        samesite="lax",
    )


class OriginCheck:
    """Refuses writes that do not come from our own page: SameSite alone does not cover sister subdomains."""

    def __init__(self, app: ASGIApp, *, origin: str) -> None:
        self._app = app
        self._origin = origin.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_write = scope["type"] == "http" and scope["method"] not in _SAFE_METHODS
        if is_write and dict(scope["headers"]).get(b"origin") != self._origin:
            refusal = problem(HTTPStatus.FORBIDDEN, f"Writing needs the header Origin: {self._origin.decode()}.")
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)
