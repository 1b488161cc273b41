"""Refuses bodies that no route could want, before they are read whole."""

import re
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach_app.api.problems import problem

# A message of 4,000 characters, each written as two \uXXXX escapes, comes to 48 KB.
MAX_BODY_BYTES = 64 * 1024


class BodyLimit:
    """Holds a body back until it has come whole, and answers 413 as soon as it is too long.

    `streamed` matches the method and path of routes, like “POST /palette”, that limit theirs once they know who sends
    it. Whatever else has such a path would be read whole.
    """

    def __init__(self, app: ASGIApp, *, streamed: re.Pattern[str]) -> None:
        self._app = app
        self._streamed = streamed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._streamed.fullmatch(f"{scope['method']} {scope['path']}"):
            await self._app(scope, receive, send)
            return
        held: list[Message] = []
        received_bytes = 0
        while not held or held[-1].get("more_body", False):
            held.append(await receive())
            received_bytes += len(held[-1].get("body", b""))
            if received_bytes > MAX_BODY_BYTES:
                sentence = f"A body takes up to {MAX_BODY_BYTES // 1024} KB."
                await problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence)(scope, receive, send)
                return

        async def replay() -> Message:
            return held.pop(0) if held else await receive()

        await self._app(scope, replay, send)
