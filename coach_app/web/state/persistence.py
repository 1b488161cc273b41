"""Reading for a page that has nothing to show before."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from coach_app.domain.errors import ServiceUnavailable

_RETRY_SECONDS = 1.0
_Found = TypeVar("_Found")


async def persistently(read: Callable[[], _Found]) -> _Found:
    """Return what is read; while the database is away, go on trying."""
    while True:
        try:
            return await asyncio.to_thread(read)
        except ServiceUnavailable:
            await asyncio.sleep(_RETRY_SECONDS)
