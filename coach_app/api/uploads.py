"""A picture as the raw body of a request: few at once, none for long, and none that keeps other requests waiting."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from typing import Annotated, TypeVar
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.caller_address import caller_address
from coach_app.domain.errors import TooManyUploads, UploadsFull
from coach_app.domain.logos import MAX_LOGO_BYTES

MAX_UPLOADS_OF_USER = 2
# Each may be 10 MB of this process's memory.
_MAX_UPLOADS = 12
_MAX_AT_WORK = 2
_LONGEST_SECONDS = 60.0
_GRACE_SECONDS = 10.0
# Bytes a second: twelve that stall would keep everybody's pictures out for as long as one may take.
_LEAST_PACE = 20_000

_BINARY = {"schema": {"type": "string", "format": "binary"}}
PICTURE_ROUTES = re.compile(
    r"POST /api/v1/brand-kits/palette"
    r"|PUT /api/v1/brand-kits/[^/]+/logos/[^/]+"
    r"|POST /api/v1/coach/sessions/[^/]+/pictures"
)
"""Method and path of the routes that take a picture as their body, and read it piece by piece themselves."""

DESCRIBED = {
    "requestBody": {"required": True, "content": {f"image/{kind}": _BINARY for kind in ("png", "jpeg", "webp")}}
}
"""What the API's description says of such a body."""

Result = TypeVar("Result")


class Uploads:
    """The uploads that this process has taken on, each from its first byte until its work is done.

    One address has half of the places at most. What belongs to the event loop needs no lock.
    """

    def __init__(
        self,
        *,
        limit: int = _MAX_UPLOADS,
        at_work: int = _MAX_AT_WORK,
        longest_seconds: float = _LONGEST_SECONDS,
        grace_seconds: float = _GRACE_SECONDS,
        least_pace: int = _LEAST_PACE,
    ) -> None:
        self._longest_seconds = longest_seconds
        self._grace_seconds = grace_seconds
        self._least_pace = least_pace
        self._limit = limit
        self._of_users: Counter[UUID] = Counter()
        self._of_addresses: Counter[str] = Counter()
        self._workers = CapacityLimiter(at_work)

    @contextmanager
    def place(self, user_id: UUID, address: str | None) -> Iterator[None]:
        """Keep a place for one upload; without an address it comes from this machine. Raises: TooManyUploads,
        UploadsFull."""
        if self._of_users[user_id] >= MAX_UPLOADS_OF_USER:
            raise TooManyUploads
        if self._of_users.total() >= self._limit or (address and self._of_addresses[address] >= self._limit // 2):
            raise UploadsFull
        self._of_users[user_id] += 1
        self._of_addresses[address or ""] += 1
        try:
            yield
        finally:
            self._of_users[user_id] -= 1
            self._of_addresses[address or ""] -= 1
            # Else everybody who ever sent a picture would be remembered.
            self._of_users += Counter()
            self._of_addresses += Counter()

    def seconds_for(self, received_bytes: int) -> float:
        """Return how long after its begin an upload may go on of which so much has come."""
        return min(self._longest_seconds, self._grace_seconds + received_bytes / self._least_pace)

    async def work(self, task: Callable[[], Result]) -> Result:
        """Run the task in a thread of our own: those that all routes share would be gone while imaging is busy."""
        return await to_thread.run_sync(task, limiter=self._workers)


@cache
def uploads() -> Uploads:
    """Return this process's uploads."""
    return Uploads()


UploadsDependency = Annotated[Uploads, Depends(uploads)]


async def _picture(
    request: Request, user_id: CurrentUser, uploads: UploadsDependency, parts: PartsDependency
) -> AsyncIterator[bytes]:
    """Give the body of who is signed in, with a place among the uploads until the route has done its work."""
    claimed = request.headers.get("content-length", "")
    if claimed.isdecimal() and int(claimed) > MAX_LOGO_BYTES:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    with uploads.place(user_id, caller_address(request, proxy_hops=parts.settings.proxy_hops)):
        try:
            body = await _read(request, uploads)
        except TimeoutError as exc:
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from exc
        except ClientDisconnect as exc:
            raise HTTPException(HTTPStatus.BAD_REQUEST) from exc
        yield body


async def _read(request: Request, uploads: Uploads) -> bytes:
    """Return the body; 413 as soon as it is too long, before it is read whole. Raises TimeoutError where it is slow."""
    body = bytearray()
    begun = asyncio.get_running_loop().time()
    async with asyncio.timeout_at(begun + uploads.seconds_for(0)) as end:
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_LOGO_BYTES:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            end.reschedule(begun + uploads.seconds_for(len(body)))
    return bytes(body)


# The place is free again before the answer goes out, however slowly that is read.
PictureBody = Annotated[bytes, Depends(_picture, scope="function")]
