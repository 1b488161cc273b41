"""A coach conversation: its messages as stored, and the limits it keeps to."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from coach_app.domain.errors import InvalidInput

MAX_MESSAGES = 200
MAX_MESSAGES_BYTES = 256 * 1024
MAX_MESSAGE_CHARACTERS = 4_000
NO_WISH = "Say in a few words what you'd like, for example “a happy cat with coffee”."
WRITING_LEASE_SECONDS = 30
"""A reply that has not said for so long that it is being written has lost its process: the message may be asked
again."""


class SessionStatus(StrEnum):
    ACTIVE = "active"
    ENDED = "ended"
    EXPIRED = "expired"


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    id: UUID
    timestamp: datetime


class UserMessage(_Stored):
    type: Literal["user"] = "user"
    text: str


class CoachMessage(_Stored):
    """`reply_to` is the id of the streamer's message that it answers: each gets one answer. `note` is a quiet sentence
    on how it came about, or empty."""

    type: Literal["coach"] = "coach"
    text: str
    reply_to: UUID
    note: str = ""


class _OfJob(_Stored):
    """`batch_id` is shared by the pictures of one click; `retry_of` is the job that this one is another try of."""

    job_id: UUID
    batch_id: UUID | None = None
    retry_of: UUID | None = None


class GenerationMessage(_OfJob):
    """Stands where the picture will be; what it shows is read from the job's row."""

    type: Literal["generation"] = "generation"


class AssetMessage(_OfJob):
    """Takes the place of its job's GenerationMessage. The URL is made on read."""

    type: Literal["asset"] = "asset"
    asset_id: UUID
    width: int
    height: int
    note: str = ""


Message = Annotated[UserMessage | CoachMessage | GenerationMessage | AssetMessage, Field(discriminator="type")]
MESSAGES: TypeAdapter[tuple[Message, ...]] = TypeAdapter(tuple[Message, ...])


def unanswered(messages: tuple[Message, ...]) -> UserMessage | None:
    """Return the newest message of the streamer if it has no reply yet."""
    answered = {message.reply_to for message in messages if isinstance(message, CoachMessage)}
    for message in reversed(messages):
        if isinstance(message, UserMessage):
            return None if message.id in answered else message
    return None


def clean_message(text: str) -> str:
    """Return the text as it is stored. Raises InvalidInput where it is empty or too long."""
    cleaned = storable(text).strip()
    if not cleaned:
        raise InvalidInput(NO_WISH, field="text")
    if len(cleaned) > MAX_MESSAGE_CHARACTERS:
        raise InvalidInput(
            f"That is {len(cleaned):,} characters. A message takes up to {MAX_MESSAGE_CHARACTERS:,}.", field="text"
        )
    return cleaned


# Unicode's Bidi_Control: they turn round what stands beside them, in a title, a list or a file's name.
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def storable(text: str) -> str:
    """Drop what PostgreSQL's JSON cannot hold: NUL and lone surrogates; and other control characters."""
    kept = (c for c in text if c in "\n\t" or (ord(c) >= 0x20 and not 0x7F <= ord(c) < 0xA0))
    return "".join(c for c in kept if c not in _DIRECTIONS).encode("utf-8", "ignore").decode("utf-8")
