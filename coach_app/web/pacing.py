"""Shows a text that grows no oftener than eyes can follow, and never later than that."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic


async def paced(texts: AsyncIterator[str], *, pause_seconds: float) -> AsyncIterator[str]:
    """Yield the first text at once, then the newest one after each pause, though nothing newer comes. What is still
    waiting at the end is left out: it is read from its row then."""
    coming = asyncio.ensure_future(anext(texts))
    waiting, yielded_at = "", -pause_seconds
    try:
        while True:
            rest_seconds = max(0.0, yielded_at + pause_seconds - monotonic()) if waiting else None
            await asyncio.wait({coming}, timeout=rest_seconds)
            if coming.done():
                waiting = coming.result()
                coming = asyncio.ensure_future(anext(texts))
            if monotonic() - yielded_at >= pause_seconds:
                yield waiting
                waiting, yielded_at = "", monotonic()
    except StopAsyncIteration:
        return
    finally:
        coming.cancel()
