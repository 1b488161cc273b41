"""Whether database, queue and artist answer: asked once for each web process, told to all its tabs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from coach_app.database import breakers
from coach_app.domain.errors import ServiceUnavailable
from coach_app.domain.ports import coaching_provider_of, provider_of
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_sentences import banner_sentence, coach_banner_sentence
from coach_app.live.hub import LiveHub
from coach_app.parts import Parts

_CHECK_SECONDS = 2.0
DATABASE_AWAY = "The database is away. Stream Coach keeps trying, and nothing you typed is lost."
QUEUE_AWAY = "The drawing queue is away. Stream Coach keeps trying, and nothing you typed is lost."


@dataclass(frozen=True, slots=True)
class Troubles:
    """Sentences for the banner, or empty: `everybodys`, and the `providers`, for those whom providers serve.
    `is_artist_resting` tells that the artist's is left alone, whether or not anybody has to mend something."""

    everybodys: str = ""
    providers: str = ""
    is_artist_resting: bool = False


class ServiceWatch:
    """`troubles` is what was found at the last look."""

    def __init__(self, parts: Parts, hub: LiveHub) -> None:
        self._parts = parts
        self._hub = hub
        self._changed = asyncio.Event()
        self.troubles = Troubles()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Watch for as long as the block runs: the web process's lifespan."""
        task = asyncio.create_task(self._watch_for_ever())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def changed(self) -> None:
        """Return when `troubles` change."""
        await self._changed.wait()

    def suspect_database(self) -> None:
        """Somebody could not reach it just now: say so at once; the next look tells whether it is true."""
        self._tell(Troubles(DATABASE_AWAY))

    async def _watch_for_ever(self) -> None:
        while True:
            await asyncio.sleep(_CHECK_SECONDS)
            self._tell(await self._look())

    def _tell(self, troubles: Troubles) -> None:
        if troubles != self.troubles:
            self.troubles = troubles
            self._changed.set()
            self._changed = asyncio.Event()

    async def _look(self) -> Troubles:
        try:
            await asyncio.to_thread(self._parts.database.check)
        except ServiceUnavailable:
            return Troubles(DATABASE_AWAY)
        if not self._hub.is_connected:
            return Troubles(QUEUE_AWAY)
        return await asyncio.to_thread(self._providers_troubles)

    def _providers_troubles(self) -> Troubles:
        """Return what the operator has to mend, if a provider is left alone for it."""
        artist, coach = self._parts.artists.ai, self._parts.coaches.ai
        if artist is None and coach is None:
            return Troubles()
        try:
            with self._parts.database.transaction() as db:
                rests = breakers.rests(db)
        except ServiceUnavailable:
            return Troubles(DATABASE_AWAY)
        artists = rests.get(provider_of(artist)) if artist else None
        said = banner_sentence(artist, artists.reason) if artist and artists else ""
        # Of a key that both have in common once is enough.
        is_said = artist and coach and artist.id == coach.id and artists and artists.reason is RestReason.KEY
        if coach and coaching_provider_of(coach) in rests and not is_said:
            said = f"{said} {coach_banner_sentence(coach)}".strip()
        return Troubles(providers=said, is_artist_resting=artists is not None)
