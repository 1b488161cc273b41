"""The protocols between the rules and the outside: coach, artist, imaging, storage, bell, hub, props."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import BinaryIO, Generic, Protocol, TypeVar
from uuid import UUID

from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.brand_looks import BrandLook
from coach_app.domain.brief import Brief
from coach_app.domain.errors import InvalidInput
from coach_app.domain.file_checks import FileFacts
from coach_app.domain.logos import LogoPlacement
from coach_app.domain.spending import ProviderId, Receipt

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PaintRequest:
    """What to paint. `sizes` (width, height in px) are the final files; `variant` 0, 1, 2… gives "another one".

    `brand` is the channel's look where the streamer chose one. `changed` is the picture that this one is a change of,
    `shown` are pictures to go by: PNG bytes, or what a model has sent.
    """

    job_id: UUID
    asset_type: AssetType
    brief: Brief
    prompt: str
    variant: int
    sizes: tuple[Size, ...]
    brand: BrandLook | None = None
    changed: bytes | None = None
    shown: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A painted picture: PNG bytes, or what a model has sent.

    `master` is untouched and large; `renditions` by (width, height) are drawn for their size (empty for models that
    paint one picture). `note` is one honest sentence for the streamer, or empty; `receipt` what a provider says of it.
    """

    master: bytes
    renditions: Mapping[Size, bytes] = field(default_factory=dict)
    note: str = ""
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class ReadUpload:
    """A picture that somebody has sent, as a new PNG without metadata, and its main colours as #rrggbb, the most
    frequent first."""

    png: bytes
    width_px: int
    height_px: int
    palette: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureLimit:
    """How large a picture is kept: its longer side, and its PNG."""

    side_px: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """A logo as PNG bytes, and where it goes."""

    png: bytes
    placement: LogoPlacement


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file, encoded. `facts` were read back from its bytes; previews have none."""

    name: str
    width_px: int
    height_px: int
    media_type: str
    data: bytes
    facts: FileFacts | None = None


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """What a picture was made into: its type's exports in order, the preview, the thumb. `note` is for the streamer."""

    files: tuple[MadeFile, ...]
    master_size: Size
    note: str = ""


class Imaging(Protocol):
    """Pixels in, exact files out, where a picture that nobody can decode does no harm."""

    def make_files(self, picture: Picture, asset_type: AssetType, stamp: Stamp | None = None) -> MadeFiles:
        """Return the files, with a logo where there is one.

        Raises NoPicture for a picture that cannot be read, ImagingFailed where it is not known whose fault it is.
        """

    def read_upload(self, data: bytes, limit: PictureLimit | None = None) -> ReadUpload:
        """Take a PNG, JPEG or WebP, and write it anew, made smaller where it passes the limit.

        Raises InvalidInput with the reason where it is not taken, ImagingFailed where that is our fault.
        """


class Artist(Protocol):
    """Who makes the picture. `name` and `is_ai` are shown on the page, `model` is the provider's name of what paints.

    `asset_types` is what it can make, in the order that the page offers; `can_see` tells whether it goes by pictures.

    The work has two steps, so that an answer that was paid for is on disk before anything can break over it.
    """

    id: ProviderId
    name: str
    is_ai: bool
    model: str
    can_see: bool
    asset_types: tuple[AssetTypeId, ...]

    def price_micro_dollars(self, asset_type: AssetType) -> int:
        """Return what one picture will cost, about."""

    def check(self) -> None:
        """Ask for something that costs nothing. Raises ArtistError's kinds where it would not draw."""

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        """Write the raw answer as it comes; blocks. Raises ArtistError's kinds."""

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        """Read the picture out of the answer. Raises NoPicture, PromptRefused."""


def refuse_what_it_cannot_make(artist: Artist, asset_type: AssetType) -> None:
    """Raise InvalidInput for an asset type that is not this artist's."""
    if asset_type.id not in artist.asset_types:
        raise InvalidInput(f"The {artist.name.lower()} makes no {asset_type.noun}s yet.", field="asset_type")


def provider_of(artist: Artist) -> str:
    """Return under which name the health of an artist's provider is kept; empty for the built-in one."""
    return f"{artist.id} {artist.model}" if artist.is_ai else ""


def coaching_provider_of(coach: "Coach") -> str:
    """Return the same for a coach's provider, whose key may be another."""
    return f"coach {coach.id}" if coach.is_ai else ""


@dataclass(frozen=True, slots=True)
class TurnRequest:
    """One message to answer. `history` is (who, text) pairs, oldest first, without the message itself; `is_free` tells
    that the artist draws whatever it is told."""

    asset_type: AssetType
    brief: Brief
    message: str
    history: tuple[tuple[str, str], ...]
    has_asset: bool
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class CoachTurn:
    """The finished answer. `suggestions` are 3-4 short messages to send with one click.

    `understood` is False where nothing in the message could be used: such a turn costs nothing. `note` is a quiet
    sentence beside the reply, or empty; `receipts` are of the calls that were paid for, those that came to nothing too.
    `is_key_taken` is what a model's provider thought of the key, where that is known.
    """

    reply: str
    brief: Brief
    suggestions: tuple[str, ...]
    understood: bool
    note: str = ""
    receipts: tuple[Receipt, ...] = ()
    is_key_taken: bool | None = None


class Coach(Protocol):
    """Who writes the coach's turn. `name` and `is_ai` are shown on the page; a turn is about `price_micro_dollars`."""

    id: ProviderId
    name: str
    is_ai: bool
    price_micro_dollars: int

    def turn(self, request: TurnRequest) -> AsyncIterator[str | Receipt | CoachTurn]:
        """Yield the reply as far as it has come, each time from its beginning, then one CoachTurn, last.

        What was yielded may be taken back: another coach may have to finish the turn. Each Receipt says what the call
        has cost so far, and stands for it if the turn is stopped.
        """

    async def check(self) -> None:
        """Ask for something that costs nothing. Raises CoachFailed's kinds where the model would not answer."""


class _Provided(Protocol):
    id: ProviderId


Part = TypeVar("Part", bound=_Provided)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Part]):
    """The built-in coach or artist, and the one of a provider where there is one: that may cost money."""

    built_in: Part
    ai: Part | None = None

    def of(self, *, may_spend: bool) -> Part:
        """Return who serves somebody who may spend money here, or may not."""
        return self.ai if may_spend and self.ai is not None else self.built_in

    def by_id(self, provider: ProviderId) -> Part | None:
        """Return the one that was chosen before; None where it is no longer at work."""
        return next((part for part in (self.built_in, self.ai) if part is not None and part.id == provider), None)


class PropCatalogue(Protocol):
    """Which things outside the mascot kit can be drawn, as icons."""

    def find(self, phrase: str) -> str | None:
        """Return the best icon's readable name for a phrase ("cup of coffee" → "hot beverage"), or None."""


class Storage(Protocol):
    """Where bytes live, by key: [a-z0-9/._-], made of ids."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Store the bytes under their keys, each whole or not at all. Raises StorageUnavailable."""

    def read(self, key: str) -> Iterator[bytes]:
        """Yield the bytes in pieces. Raises NotFound, StorageUnavailable."""

    def delete(self, key: str) -> None:
        """Remove the bytes, if they are there. Raises StorageUnavailable."""

    def keys(self, prefix: str) -> Iterator[str]:
        """Yield every key that begins with the prefix, which ends with a slash. Raises StorageUnavailable."""

    def temporary_url(self, key: str, *, media_type: str, disposition: str) -> str | None:
        """Return an address that hands the bytes out for some minutes with these headers, or None where only we can."""


class Spool(Protocol):
    """This machine's disk for answers that have not reached storage yet; a spooled answer survives the process."""

    def writing(self, job_id: UUID) -> AbstractContextManager[BinaryIO]:
        """Give a file to write the answer to; it is durable when the block ends well. Raises StorageUnavailable."""

    def read(self, job_id: UUID) -> bytes | None:
        """Return the job's answer if it is here. Raises StorageUnavailable."""

    def forget(self, job_id: UUID) -> None:
        """Remove the job's answer, best effort."""

    def sweep(self, *, older_than_seconds: float) -> None:
        """Remove what is that old."""


class Bell(Protocol):
    """Wakes workers; carries nothing."""

    def ring(self, times: int = 1) -> None:
        """Wake so many threads, best effort: a lost ring costs seconds, never a job."""


class Hub(Protocol):
    """Tells open tabs that a row has changed."""

    def publish(self, session_id: UUID, event: Mapping[str, object]) -> None:
        """Send a hint, best effort, after the commit that it tells of."""
