"""Parts for tests: real PostgreSQL, Valkey and files; a coach and an artist small enough to predict."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

from PIL import Image

from coach_app.database.engine import Database
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.ports import Artist, Choice, Coach, CoachTurn, PaintRequest, Picture, TurnRequest
from coach_app.domain.spending import ProviderId
from coach_app.imaging.child import ImagingChildren
from coach_app.jobs.bell import DramatiqBell
from coach_app.jobs.broker import BellBroker, hasty_client
from coach_app.live.publisher import ValkeyPublisher
from coach_app.parts import Parts
from coach_app.settings import Settings
from coach_app.storage.filesystem import FilesystemStorage
from coach_app.storage.spool import DiskSpool
from coach_app.use_cases import sign_in
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.run_generation import HeldJobs, run_next_generation
from coach_app.use_cases.start_session import start_session


class FlatArtist:
    """Paints one transparent-cornered square; `before` runs first, to fail or to interfere."""

    id = ProviderId.BUILT_IN
    name = "Flat artist"
    is_ai = False
    model = ""
    can_see = False
    asset_types = tuple(AssetTypeId)

    def __init__(self, before: Callable[[PaintRequest], None] = lambda _: None) -> None:
        self.before = before
        self.painted: list[PaintRequest] = []

    def price_micro_dollars(self, asset_type: AssetType) -> int:
        return 0

    def check(self) -> None:
        return

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        self.painted.append(request)
        self.before(request)
        kind = request.asset_type
        size = (kind.master_width_px, kind.master_height_px)
        picture = Image.new("RGBA", size, (0, 0, 0, 0) if kind.is_cutout else (20, 20, 60, 255))
        picture.paste((255, 105, 180, 255), (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4))
        picture.save(answer, "PNG")

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        return Picture(master=answer)


class RepeatingCoach:
    """Says the message back word by word and takes it as the subject; `before` runs first."""

    id = ProviderId.BUILT_IN
    name = "Repeating coach"
    is_ai = False
    price_micro_dollars = 0

    def __init__(self, before: Callable[[TurnRequest], None] = lambda _: None) -> None:
        self.before = before

    async def check(self) -> None:
        """Be there."""

    async def turn(self, request: TurnRequest) -> AsyncIterator[str | CoachTurn]:
        self.before(request)
        words = request.message.split()
        for count in range(1, len(words) + 1):
            yield " ".join(words[:count])
        brief = request.brief.with_slots(subject=request.message[:100])
        yield CoachTurn(reply=request.message, brief=brief, suggestions=("make it blue",), understood=True)


class NoProps:
    """Knows no props at all."""

    def find(self, phrase: str) -> str | None:
        return None


@dataclass
class HeardHub:
    """Passes every hint on and remembers it."""

    inner: ValkeyPublisher
    heard: list[tuple[UUID, Mapping[str, object]]] = field(default_factory=list)

    def publish(self, session_id: UUID, event: Mapping[str, object]) -> None:
        self.heard.append((session_id, event))
        self.inner.publish(session_id, event)


@cache
def imaging() -> ImagingChildren:
    """Return the imaging processes that all tests share."""
    return ImagingChildren(limit=2)


def working_parts(
    database_url: str,
    redis_url: str,
    data_dir: Path,
    *,
    artist: Artist | None = None,
    ai_artist: Artist | None = None,
    coach: Coach | None = None,
    ai_coach: Coach | None = None,
    **settings: object,
) -> Parts:
    """Return parts on real servers. The keywords are fields of Settings."""
    values = {
        "database_url": database_url,
        "redis_url": redis_url,
        "data_dir": data_dir,
        "allow_guests": True,
    } | settings
    chosen = Settings.model_validate(values)
    return Parts(
        settings=chosen,
        database=Database(chosen.effective_database_url),
        coaches=Choice(coach or RepeatingCoach(), ai_coach),
        artists=Choice(artist or FlatArtist(), ai_artist),
        imaging=imaging(),
        storage=FilesystemStorage(data_dir / "files"),
        spool=DiskSpool(data_dir / "spool"),
        bell=DramatiqBell(BellBroker(hasty_client(redis_url), middleware=[])),
        hub=HeardHub(ValkeyPublisher(redis_url)),
        props=NoProps(),
    )


def new_guest(parts: Parts) -> UUID:
    """Return the id of a new guest."""
    user = sign_in.recognise(parts, token=sign_in.start_guest(parts))
    assert user is not None
    return user.id


def ready_session(parts: Parts, user_id: UUID, asset_type: str = "twitch_emote") -> UUID:
    """Return a session whose brief is good enough to draw."""
    session_id = start_session(parts, user_id=user_id, asset_type=asset_type, mood="rage")
    for slot, value in (("subject", "axolotl"), ("expression", "raging"), ("text", "GG")):
        edit_brief(parts, user_id=user_id, session_id=session_id, slot=slot, value=value)
    return session_id


def draw_next(parts: Parts) -> bool:
    """Bring one due job to its end, as a worker's thread does; False where nothing is due."""
    return run_next_generation(parts, HeldJobs(uuid4()))
