"""A growing text is shown at once, calmly, and to its end."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import pytest

from coach_app.web.pacing import paced

_PAUSE_SECONDS = 0.05


async def _texts(queue: "asyncio.Queue[str | None]") -> AsyncIterator[str]:
    while (text := await queue.get()) is not None:
        yield text


def test_what_came_during_a_pause_is_shown_after_it_though_nothing_follows() -> None:
    async def listen() -> None:
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        shown = paced(_texts(queue), pause_seconds=_PAUSE_SECONDS)
        for text in ("a", "a b", "a b c"):
            queue.put_nowait(text)
        async with asyncio.timeout(5):
            assert await anext(shown) == "a"
            first_at = monotonic()
            assert await anext(shown) == "a b c"
            assert monotonic() - first_at >= _PAUSE_SECONDS * 0.9
            queue.put_nowait(None)
            assert [text async for text in shown] == []

    asyncio.run(listen())


def test_the_end_is_not_waited_for() -> None:
    async def listen() -> list[str]:
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        for text in ("a", "a b", None):
            queue.put_nowait(text)
        async with asyncio.timeout(5):
            return [text async for text in paced(_texts(queue), pause_seconds=60)]

    assert asyncio.run(listen()) == ["a"]


def test_what_breaks_the_text_reaches_who_listens() -> None:
    async def breaking() -> AsyncIterator[str]:
        yield "a"
        raise ZeroDivisionError

    async def listen() -> None:
        async for _ in paced(breaking(), pause_seconds=0):
            pass

    with pytest.raises(ZeroDivisionError):
        asyncio.run(listen())
