"""Everything that can go wrong on purpose, as one tree.

CoachError
├── NotFound                 not there, or not yours: both answer alike
├── InvalidInput             what was sent cannot be taken; `field` says which part
├── BriefNotReady            Generate without enough in the brief; `missing` lists what
├── SessionFull              200 messages or 256 KB are reached
├── TurnLimitReached         the session has no coach turns left; Generate still works
├── CoachIsWriting           the last message has no reply yet, and one is being written
├── GuestsNotAllowed         this installation takes no guests
├── ArtistError              the artist gave no picture
│   ├── PromptRefused        for good: the wish itself was declined
│   ├── ArtistBusy           later: carries `retry_after_seconds`
│   ├── ArtistMisconfigured  for the operator
│   ├── ArtistUnavailable    network or server fault; may have been billed
│   └── NoPicture            an answer without a picture
├── StorageUnavailable       bytes could not be written or read now
└── ServiceUnavailable       PostgreSQL or Valkey cannot be reached now
"""

from collections.abc import Sequence


class CoachError(Exception):
    """Base of every expected failure."""


class NotFound(CoachError):
    """The thing does not exist, or belongs to somebody else."""


class InvalidInput(CoachError):
    """A value that cannot be taken; the sentence is fit for the streamer."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class BriefNotReady(CoachError):
    """The brief lacks what its asset type requires."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


class SessionFull(CoachError):
    """The session holds as many messages, or bytes of them, as it takes."""


class TurnLimitReached(CoachError):
    """No coach turns are left in this session."""


class CoachIsWriting(CoachError):
    """A reply is being written; the next message has to wait for it."""


class GuestsNotAllowed(CoachError):
    """The installation takes no guest accounts."""


class ArtistError(CoachError):
    """The artist gave no picture."""


class PromptRefused(ArtistError):
    """The artist declines this wish for good."""


class ArtistBusy(ArtistError):
    """The artist asks to come back later."""

    def __init__(self, retry_after_seconds: float) -> None:
        super().__init__(f"retry after {retry_after_seconds:.0f} s")
        self.retry_after_seconds = retry_after_seconds


class ArtistMisconfigured(ArtistError):
    """Only the operator can help: a wrong key, a retired model, a missing part."""


class ArtistUnavailable(ArtistError):
    """The artist could not be reached or broke down; the call may have been billed."""


class NoPicture(ArtistError):
    """The artist answered without a usable picture."""


class StorageUnavailable(CoachError):
    """Bytes could not be written to or read from storage now."""


class ServiceUnavailable(CoachError):
    """The database or the queue cannot be reached now."""
