"""Uploads over HTTP when there are many, or when they do not end: everybody else is served meanwhile."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from time import monotonic

import pytest
from anyio.to_thread import current_default_thread_limiter
from httpx import ASGITransport, AsyncClient, Response

from coach_app.api.app import create_api
from coach_app.api.uploads import Uploads, uploads
from coach_app.domain.ports import PictureLimit, ReadUpload
from coach_app.imaging.child import ImagingChildren
from coach_app.parts import Parts
from coach_app.wiring import parts as wired_parts
from tests.api.conftest import ORIGIN
from tests.use_cases.branding import picture

KITS = "/api/v1/brand-kits"
PALETTE = f"{KITS}/palette"
# What does not come to an end is to fail a test, not to hold up all of them.
_PATIENCE_SECONDS = 30


class BusyImaging(ImagingChildren):
    """Reads no upload before it is let."""

    def __init__(self) -> None:
        super().__init__(limit=1)
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Event()

    def read_upload(self, data: bytes, limit: PictureLimit | None = None) -> ReadUpload:
        self.begun.release()
        self.go_on.wait(_PATIENCE_SECONDS)
        return ReadUpload(data, 1, 1, ("#8e44d6",))


@pytest.fixture(name="imaging")
def _imaging() -> BusyImaging:
    return BusyImaging()


Scenario = Callable[["Guests"], Awaitable[None]]


class Guests:
    """Browsers of one API, each with a guest's cookie."""

    def __init__(self, parts: Parts, taken: Uploads, stack: AsyncExitStack) -> None:
        self.api = create_api()
        self.api.dependency_overrides[wired_parts] = lambda: parts
        self.api.dependency_overrides[uploads] = lambda: taken
        self._stack = stack

    async def guest(self, address: str = "127.0.0.1") -> AsyncClient:
        transport = ASGITransport(self.api, client=(address, 50_000))
        client = AsyncClient(transport=transport, base_url=ORIGIN, headers={"Origin": ORIGIN})
        await self._stack.enter_async_context(client)
        assert (await client.post("/api/v1/sign-in/guest")).status_code == 303
        return client


def play(parts: Parts, scenario: Scenario, *, taken: Uploads | None = None) -> None:
    async def played() -> None:
        async with asyncio.timeout(_PATIENCE_SECONDS), AsyncExitStack() as stack:
            await scenario(Guests(parts, taken or Uploads(), stack))

    asyncio.run(played())


@asynccontextmanager
async def under_way(imaging: BusyImaging, *guests: AsyncClient, each: int = 2) -> AsyncIterator[list[Response]]:
    """Send so many pictures of each guest, have two of them at work, and let imaging go on behind the block."""
    answers: list[Response] = []

    async def send(guest: AsyncClient) -> None:
        answers.append(await guest.post(PALETTE, content=picture()))

    async with asyncio.TaskGroup() as group:
        for guest in guests:
            for _ in range(each):
                group.create_task(send(guest))
        for _ in range(min(len(guests) * each, 2)):
            await asyncio.to_thread(imaging.begun.acquire)
        try:
            yield answers
        finally:
            imaging.go_on.set()


@asynccontextmanager
async def stalled(*guests: AsyncClient) -> AsyncIterator[None]:
    """Have a picture of each guest under way that does not arrive before the block ends."""
    arriving = asyncio.Semaphore(0)

    async def body() -> AsyncIterator[bytes]:
        arriving.release()
        await asyncio.Event().wait()
        yield b""

    sent = [asyncio.create_task(guest.post(PALETTE, content=body())) for guest in guests]
    for _ in sent:
        await arriving.acquire()
    yield
    for task in sent:
        task.cancel()
    await asyncio.wait(sent)


async def without_end() -> AsyncIterator[bytes]:
    yield b"\x89PNG"
    await asyncio.Event().wait()


def test_uploads_that_wait_for_imaging_leave_every_other_route_free(parts: Parts, imaging: BusyImaging) -> None:
    async def scenario(guests: Guests) -> None:
        current_default_thread_limiter().total_tokens = 4
        senders, other = [await guests.guest() for _ in range(4)], await guests.guest()
        async with under_way(imaging, *senders) as answers:
            assert (await other.get(KITS)).status_code == 200
            assert answers == []
        assert [answer.status_code for answer in answers] == [200] * 8

    play(replace(parts, imaging=imaging), scenario)


def test_a_third_picture_of_one_user_is_refused_at_once_and_taken_later(parts: Parts, imaging: BusyImaging) -> None:
    async def scenario(guests: Guests) -> None:
        sender = await guests.guest()
        async with under_way(imaging, sender) as answers:
            third = await sender.post(PALETTE, content=picture())
            assert (third.status_code, third.headers["retry-after"]) == (429, "5")
            assert third.json()["detail"].startswith("Two of your pictures are being looked at already.")
            assert answers == []
        assert (await sender.post(PALETTE, content=picture())).status_code == 200

    play(replace(parts, imaging=imaging), scenario)


def test_more_pictures_than_a_process_takes_are_refused_at_once(parts: Parts, imaging: BusyImaging) -> None:
    async def scenario(guests: Guests) -> None:
        senders, other = [await guests.guest() for _ in range(2)], await guests.guest()
        async with under_way(imaging, *senders, each=1):
            answer = await other.post(PALETTE, content=picture())
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.json()["detail"].startswith("So many pictures are coming in")

    play(replace(parts, imaging=imaging), scenario, taken=Uploads(limit=2))


def test_a_picture_that_does_not_arrive_in_time_is_given_up(parts: Parts) -> None:
    async def scenario(guests: Guests) -> None:
        guest = await guests.guest()
        for _ in range(3):
            answer = await guest.post(PALETTE, content=without_end())
            assert answer.status_code == 408
            assert answer.json()["detail"].startswith("The picture took too long to arrive.")
        assert (await guest.post(PALETTE, content=picture())).status_code == 200

    play(parts, scenario, taken=Uploads(longest_seconds=0.3))


def test_a_picture_that_stalls_is_given_up_as_soon_as_its_bytes_have_bought_no_more_time(parts: Parts) -> None:
    async def scenario(guests: Guests) -> None:
        guest, begun = await guests.guest(), monotonic()
        answer = await guest.post(PALETTE, content=without_end())
        assert answer.status_code == 408
        # Four bytes at ten a second, behind the grace.
        assert 0.5 <= monotonic() - begun < _PATIENCE_SECONDS / 2

    play(parts, scenario, taken=Uploads(grace_seconds=0.1, least_pace=10))


def test_pictures_of_one_address_leave_half_of_the_places_to_others(parts: Parts) -> None:
    async def scenario(guests: Guests) -> None:
        first, second, third = [await guests.guest("203.0.113.7") for _ in range(3)]
        other = await guests.guest("203.0.113.8")
        async with stalled(first, second):
            answer = await third.post(PALETTE, content=picture())
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
            assert (await other.post(PALETTE, content=picture())).status_code == 200
        assert (await third.post(PALETTE, content=picture())).status_code == 200

    play(parts, scenario, taken=Uploads(limit=4))


def test_pictures_that_are_still_arriving_count(parts: Parts) -> None:
    async def scenario(guests: Guests) -> None:
        guest = await guests.guest()
        async with stalled(guest, guest):
            assert (await guest.post(PALETTE, content=picture())).status_code == 429
        assert (await guest.post(PALETTE, content=picture())).status_code == 200

    play(parts, scenario)
