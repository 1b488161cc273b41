"""Calls to servers that coach: a POST, its answer as it comes, what each failure means, and a check beforehand."""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus

import httpx

from coach_app.coaches.turn_schema import JsonObject
from coach_app.domain.errors import CoachBusy, CoachMisconfigured, CoachUnavailable, CoachUnusable
from coach_app.domain.hidden_key import HiddenKey

_POOL_SECONDS, _WRITE_SECONDS, _CHECK_SECONDS = 5.0, 30.0, 10.0
# Unpacked: a few packed bytes can be more than any limit before they are counted.
_HEADERS = {"Accept": "text/event-stream", "Accept-Encoding": "identity"}
_UNSENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.InvalidURL,
    UnicodeError,
)
_MAX_ERROR_BYTES = 4_096
_CODE = re.compile(r"[a-z_]{1,40}")
_TOO_LONG = frozenset({"exceed_context_size_error", "context_length_exceeded"})
_NOT_TAKEN = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})
_EXPLAINED = _NOT_TAKEN | {HTTPStatus.FORBIDDEN}
# Gemini's word for a wrong key, under a status that says that the request is to blame.
_KEY_INVALID = b"API_KEY_INVALID"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited: for a connection, for the next bytes, and for the whole turn."""

    connect_seconds: float = 5.0
    silence_seconds: float = 30.0
    turn_seconds: float = 90.0


class Answer:
    """An answer whose headers are here."""

    def __init__(self, response: httpx.Response, deadline: float, key: HiddenKey) -> None:
        self._response = response
        self._deadline = deadline
        self._key = key
        self._code = ""
        self._is_key_refused = response.status_code == HTTPStatus.UNAUTHORIZED

    @property
    def status(self) -> int:
        return self._response.status_code

    def check(self) -> None:
        """Raise CoachBusy, CoachMisconfigured or CoachUnavailable where the call was not taken, and CoachUnusable where
        the answer is packed. Of its body no more is told than a code, without the key."""
        reason = f"HTTP {self.status} {self._code}".strip()
        if self.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise CoachBusy(reason, was_taken=False)
        if self.status == HTTPStatus.REQUEST_TIMEOUT or self.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise CoachUnavailable(reason, was_taken=False)
        if self.status != HTTPStatus.OK:
            raise CoachMisconfigured(reason, is_key_refused=self._is_key_refused)
        if self._is_packed:
            raise CoachUnusable("packed")

    @property
    def _is_packed(self) -> bool:
        return self._response.headers.get("content-encoding", "").strip().lower() not in ("", "identity")

    async def is_final(self) -> bool:
        """Read why the request was not taken, and tell whether asking for less would change nothing: it is longer than
        the model takes, or the key is wrong."""
        # The depth of what is nested has no end but the parser's.
        with suppress(ValueError, AttributeError, RecursionError, CoachUnavailable):
            body = await self._beginning()
            self._is_key_refused = _KEY_INVALID in body
            error = json.loads(body).get("error") or {}
            # Whatever stands before the server may forbid one request, in words of its own.
            self._is_key_refused |= self.status == HTTPStatus.FORBIDDEN and bool(error)
            codes = [code for code in (error.get("code"), error.get("type")) if isinstance(code, str)]
            self._code = self._key.left_out(next(filter(_CODE.fullmatch, codes), ""))
        return self._is_key_refused or self._code in _TOO_LONG

    async def _beginning(self) -> bytes:
        body = b""
        if self._is_packed:
            return body
        async with aclosing(self.chunks()) as chunks:
            async for chunk in chunks:
                body += chunk
                if len(body) > _MAX_ERROR_BYTES:
                    break
        return body

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """Yield the bytes as they come. Raises CoachUnavailable."""
        chunks = self._response.aiter_raw()
        try:
            while True:
                async with asyncio.timeout_at(self._deadline):
                    chunk = await anext(chunks, None)
                if chunk is None:
                    return
                yield chunk
        except TimeoutError as exc:
            raise CoachUnavailable("too slow") from exc
        except httpx.HTTPError as exc:
            raise CoachUnavailable(type(exc).__name__) from exc


class Upstream:
    """One server. Its connections are made on first use, and belong to the event loop of that."""

    def __init__(self, url: str, headers: Mapping[str, bytes], key: HiddenKey, patience: Patience) -> None:
        self._url = url
        self._headers = headers
        self._key = key
        self._patience = patience
        self._client: httpx.AsyncClient | None = None
        self._first = 0

    @asynccontextmanager
    async def post(self, *bodies: JsonObject) -> AsyncIterator[Answer]:
        """Send the first body and give the answer; leaving early closes the connection.

        A body that the server does not take (400, 422) is followed by the next, which asks for less; the one that is
        taken is the first from then on. Apart from that nothing is tried twice. Raises: CoachUnavailable.
        """
        deadline = asyncio.get_running_loop().time() + self._patience.turn_seconds
        for place in range(self._first, len(bodies)):
            async with self._answering("POST", self._url, bodies[place], deadline) as answer:
                is_final = answer.status not in _EXPLAINED or await answer.is_final()
                if answer.status in _NOT_TAKEN and not is_final and place + 1 < len(bodies):
                    continue
                if answer.status == HTTPStatus.OK:
                    self._first = place
                yield answer
                return

    async def check(self, url: str) -> None:
        """Ask for what lies there and costs nothing. Raises: CoachUnavailable, CoachBusy, CoachMisconfigured."""
        deadline = asyncio.get_running_loop().time() + _CHECK_SECONDS
        async with self._answering("GET", url, None, deadline) as answer:
            if answer.status in _EXPLAINED:
                await answer.is_final()
            answer.check()

    @asynccontextmanager
    async def _answering(
        self, method: str, url: str, body: JsonObject | None, deadline: float
    ) -> AsyncIterator[Answer]:
        client = self._connected()
        try:
            request = client.build_request(method, url, json=body)
            async with asyncio.timeout_at(deadline):
                response = await client.send(request, stream=True)
        except TimeoutError as exc:
            raise CoachUnavailable("too slow") from exc
        except _UNSENT as exc:
            raise CoachUnavailable(type(exc).__name__, was_taken=False) from exc
        except httpx.HTTPError as exc:
            raise CoachUnavailable(type(exc).__name__) from exc
        try:
            yield Answer(response, deadline, self._key)
        finally:
            await response.aclose()

    def _connected(self) -> httpx.AsyncClient:
        if self._client is None:
            timeout = httpx.Timeout(
                connect=self._patience.connect_seconds,
                read=self._patience.silence_seconds,
                write=_WRITE_SECONDS,
                pool=_POOL_SECONDS,
            )
            headers = [(name.encode(), value) for name, value in self._headers.items()]
            headers += [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
            self._client = httpx.AsyncClient(timeout=timeout, headers=headers, trust_env=False, follow_redirects=False)
        return self._client
