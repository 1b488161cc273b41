"""Server-sent events out of the bytes of an answer."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable

from coach_app.domain.errors import CoachUnavailable, CoachUnusable

# Servers send some 250 bytes for each token, hidden thoughts included.
MAX_ANSWER_BYTES = 8 * 1024 * 1024
MAX_EVENT_BYTES = 256 * 1024
MAX_EVENTS = 20_000
MAX_PIECES = 50_000
_EVENTS_AT_ONCE = 50
_DONE = "[DONE]"


async def events(chunks: AsyncIterable[bytes]) -> AsyncGenerator[str, None]:
    """Yield the data of each event until the answer, or `[DONE]`, ends it.

    Raises: CoachUnavailable for an error that comes as plain JSON between the events, as Gemini's do in mid-stream;
    CoachUnusable for more than 8 MiB, or 256 KiB in one event, and for more events or pieces than any turn has.
    """
    lines, data, received, count = _Lines(), _EventData(), 0, 0
    async for chunk in _one_by_one(chunks):
        received += len(chunk)
        if received > MAX_ANSWER_BYTES:
            raise CoachUnusable("an answer without an end")
        for line in lines.of(chunk):
            event = data.take(line)
            if event == _DONE:
                return
            if event is not None:
                count += 1
                await _let_others_go_on(count)
                yield event
        if lines.rest_bytes + data.bytes > MAX_EVENT_BYTES:
            raise CoachUnusable("an event without an end")
    for line in (lines.rest, b""):
        event = data.take(line)
        if event not in {None, _DONE}:
            yield str(event)


async def _one_by_one(chunks: AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    """Yield the chunks with a pause before each: those that are here already come without one, and everybody else would
    wait for their end."""
    count = 0
    async for chunk in chunks:
        count += 1
        if count > MAX_PIECES:
            raise CoachUnusable("pieces without an end")
        await asyncio.sleep(0)
        yield chunk


async def _let_others_go_on(count: int) -> None:
    if count > MAX_EVENTS:
        raise CoachUnusable("events without an end")
    if count % _EVENTS_AT_ONCE == 0:
        await asyncio.sleep(0)


class _Lines:
    """Cuts bytes at LF, CR and CRLF. str.splitlines would also cut inside of texts, at U+2028 and others."""

    def __init__(self) -> None:
        self.rest_bytes = 0
        # A line that comes in crumbs is put together once, at its end.
        self._rest: list[bytes] = []
        self._was_cr = False

    @property
    def rest(self) -> bytes:
        """Return the line that has not ended."""
        return b"".join(self._rest)

    def of(self, chunk: bytes) -> list[bytes]:
        """Return the lines that have ended."""
        if self._was_cr and chunk.startswith(b"\n"):
            chunk = chunk[1:]
            self._was_cr = False
        if chunk:
            self._was_cr = chunk.endswith(b"\r")
        first, *others = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self._rest.append(first)
        self.rest_bytes += len(first)
        if not others:
            return []
        ended = [self.rest, *others[:-1]]
        self._rest, self.rest_bytes = [others[-1]], len(others[-1])
        return ended


class _EventData:
    """Gathers the lines of one event."""

    def __init__(self) -> None:
        self.bytes = 0
        self._lines: list[bytes] = []

    def take(self, line: bytes) -> str | None:
        """Return the event's data at the empty line that ends it."""
        if not line and self._lines:
            data = b"\n".join(self._lines).decode("utf-8", "replace")
            self._lines, self.bytes = [], 0
            return data
        field, _, value = line.partition(b":")
        if field == b"data":
            self._lines.append(value.removeprefix(b" "))
            self.bytes += len(value)
        elif line.startswith(b"{"):
            raise CoachUnavailable("an error in mid-stream")
        return None
