"""From PUBLISH to a tab's queue, over a real Valkey."""

import asyncio
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from coach_app.live.channel import RESYNC, decode
from coach_app.live.hub import LiveHub
from coach_app.live.publisher import ValkeyPublisher
from tests.own_valkey import own_valkey


async def _connected(hub: LiveHub) -> None:
    async with asyncio.timeout(5):
        while not hub.is_connected:
            await asyncio.sleep(0.005)


def test_every_tab_of_the_session_gets_the_hint_and_others_do_not(redis_url: str) -> None:
    async def run() -> None:
        hub, publisher = LiveHub(redis_url), ValkeyPublisher(redis_url)
        session_id, other_id = uuid4(), uuid4()
        async with hub.running():
            await _connected(hub)
            async with (
                hub.subscribe(session_id) as first,
                hub.subscribe(session_id) as second,
                hub.subscribe(other_id) as other,
            ):
                await asyncio.to_thread(publisher.publish, session_id, {"type": "job"})
                async with asyncio.timeout(2):
                    assert await first.get() == {"type": "job"}
                    assert await second.get() == {"type": "job"}
                assert other.empty()

    asyncio.run(run())


def test_a_tab_is_nudged_though_nothing_can_be_heard() -> None:
    async def run() -> None:
        hub, session_id = LiveHub("redis://127.0.0.1:1"), uuid4()
        hub.nudge(session_id)
        async with hub.subscribe(session_id) as tab, hub.subscribe(uuid4()) as other:
            hub.nudge(session_id)
            assert tab.get_nowait() == RESYNC
            assert other.empty()

    asyncio.run(run())


def test_after_a_cut_every_tab_is_told_to_read_again() -> None:
    async def run(folder: Path) -> None:
        with ExitStack() as first_server:
            hub = LiveHub(first_server.enter_context(own_valkey(folder)))
            async with hub.running():
                await _connected(hub)
                async with hub.subscribe(uuid4()) as tab:
                    first_server.close()
                    with own_valkey(folder):
                        async with asyncio.timeout(10):
                            assert await tab.get() == RESYNC

    with TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder)))


def test_a_tab_that_does_not_keep_up_gets_one_resync(redis_url: str) -> None:
    async def run() -> None:
        hub, publisher = LiveHub(redis_url), ValkeyPublisher(redis_url)
        session_id, last_id = uuid4(), uuid4()
        async with hub.running():
            await _connected(hub)
            async with hub.subscribe(session_id) as tab, hub.subscribe(last_id) as last:
                for _ in range(101):
                    publisher.publish(session_id, {"type": "session"})
                publisher.publish(last_id, {"type": "session"})
                async with asyncio.timeout(5):
                    await last.get()
                assert tab.get_nowait() == RESYNC
                assert tab.empty()

    asyncio.run(run())


def test_a_hub_without_a_server_waits_quietly() -> None:
    async def run() -> None:
        hub = LiveHub("redis://127.0.0.1:1/0")
        async with hub.running():
            await asyncio.sleep(0.1)
            assert not hub.is_connected

    asyncio.run(run())


def test_what_cannot_be_read_is_a_resync() -> None:
    assert decode(b"\xff") == decode(b"[]") == decode(b'{"type": "other"}') == RESYNC
