"""One subscription for each web process, fanned out to a bounded queue for each open tab."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

import redis.asyncio as redis
from redis.exceptions import RedisError

from coach_app.live.channel import PATTERN, RESYNC, LiveEvent, channel_of, decode

_log = logging.getLogger(__name__)
_MOST_WAITING = 100
_RECONNECT_SECONDS = 1.0

Tab = asyncio.Queue[LiveEvent]


class LiveHub:
    """Hints for tabs. Pub/sub forgets: after a gap or an overflow a tab gets one `resync` and reads all again."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._tabs: defaultdict[str, set[Tab]] = defaultdict(set)
        self.is_connected = False

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen for as long as the block runs: the web process's lifespan."""
        task = asyncio.create_task(self._listen_for_ever())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    @asynccontextmanager
    async def subscribe(self, session_id: UUID) -> AsyncIterator[Tab]:
        """Give a queue that gets this session's hints until the block ends."""
        channel, tab = channel_of(session_id), Tab(_MOST_WAITING)
        self._tabs[channel].add(tab)
        try:
            yield tab
        finally:
            self._tabs[channel].discard(tab)
            if not self._tabs[channel]:
                del self._tabs[channel]

    def nudge(self, session_id: UUID) -> None:
        """Have this process's own tabs read again, whether or not the hint from outside comes."""
        self._deliver(channel_of(session_id), RESYNC)

    async def _listen_for_ever(self) -> None:
        while True:
            try:
                await self._listen()
            except (RedisError, OSError):
                if self.is_connected:
                    _log.warning("The live connection is lost; trying again every second.")
                self.is_connected = False
            await asyncio.sleep(_RECONNECT_SECONDS)

    async def _listen(self) -> None:
        # No read time-out: silence is normal here.
        client = redis.Redis.from_url(self._url, socket_connect_timeout=3, socket_timeout=None)
        async with client, client.pubsub() as pubsub:
            await pubsub.psubscribe(PATTERN)
            self.is_connected = True
            for tabs in self._tabs.values():
                for tab in tabs:
                    _put(tab, RESYNC)
            async for message in pubsub.listen():
                if message["type"] == "pmessage":
                    self._deliver(message["channel"].decode(), decode(message["data"]))

    def _deliver(self, channel: str, event: LiveEvent) -> None:
        for tab in self._tabs.get(channel, ()):
            _put(tab, event)


def _put(tab: Tab, event: LiveEvent) -> None:
    if tab.full():
        while not tab.empty():
            tab.get_nowait()
        event = RESYNC
    tab.put_nowait(event)
