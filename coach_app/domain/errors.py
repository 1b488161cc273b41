"""Everything that can go wrong on purpose, as one tree.

CoachError
├── NotFound                 not there, or not yours: both answer alike
├── InvalidInput             what was sent cannot be taken; `field` says which part
├── BriefNotReady            Generate without enough in the brief; `missing` lists what
├── SessionFull              200 messages or 256 KB are reached
├── TurnLimitReached         the session has no coach turns left; Generate still works
├── CoachIsWriting           the last message has no reply yet, and one is being written
├── GenerationUnderWay       another job of the session is active; `job_id` says which
├── KeyReused                the idempotency key belongs to a request that was not the same
├── QueueFull                as many jobs of this user wait as may; `room` is what still fits
├── QuotaReached             this user's pictures of the last 24 hours are used up; `room` is what is left
├── TooManyRefusals          an artist has refused this user's wishes one after the other; `wait_seconds`
├── SpendingCapReached       a month's dollars are used up: `is_own` ones, or everybody's
├── TooManyUploads           as many pictures of this user come in as may at once
├── UploadsFull              as many pictures come in as this process takes at once
├── TooManyKits              this user has as many brand kits as fit
├── TooManyPictures          the session has as many pictures to go by as it takes
├── PictureRemoved           what a job went by is no longer in its session: it cannot be retried
├── LogoMissing              a picture with a logo was asked for, and there is no such logo; `kind`, `kit_name`
├── GuestsNotAllowed         this installation takes no guests
├── TooManyGuests            as many guests came from this address in a day as may
├── CoachFailed              a model did not finish its turn
│   ├── CoachRefused         it declined to answer
│   ├── CoachBusy            it takes no more calls now
│   ├── CoachMisconfigured   for the operator
│   ├── CoachUnavailable     network or server fault, or no answer in time
│   └── CoachUnusable        an answer that is broken, cut off or incomplete
├── ArtistError              the artist gave no picture
│   ├── PromptRefused        for good: the wish itself was declined
│   ├── RequestRejected      for good: it does not take what was asked for, which is our fault
│   ├── ArtistBusy           later: carries `retry_after_seconds`; the call was not taken
│   ├── ArtistQuotaSpent     much later: a day's calls are used up
│   ├── ArtistMisconfigured  for the operator; `reason` says what is wrong
│   ├── ArtistUnavailable    network or server fault; `was_taken` unless the call provably never arrived
│   └── NoPicture            an answer without a picture
├── ImagingFailed            no files could be made of a picture now, whoever is to blame
├── StorageUnavailable       bytes could not be written or read now
└── ServiceUnavailable       PostgreSQL or Valkey cannot be reached now
"""

from collections.abc import Sequence
from uuid import UUID

from coach_app.domain.logos import LogoKind
from coach_app.domain.provider_health import RestReason
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.spending import Receipt


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


class GenerationUnderWay(CoachError):
    """The session has a queued or running job."""

    def __init__(self, job_id: UUID) -> None:
        super().__init__(str(job_id))
        self.job_id = job_id


class KeyReused(CoachError):
    """An idempotency key names one request for ever."""


class QueueFull(CoachError):
    """This user has as many jobs waiting as the installation takes from one, or would have; `room` is for so many."""

    def __init__(self, room: int = 0) -> None:
        super().__init__(f"room for {room}")
        self.room = room


class QuotaReached(CoachError):
    """This user has asked for as many pictures as a day holds, or would have; `room` is for so many."""

    def __init__(self, room: int = 0) -> None:
        super().__init__(f"room for {room}")
        self.room = room


class TooManyRefusals(CoachError):
    """Wishes of this user were refused so often that a provider might shut out everybody; the next may go later."""

    def __init__(self, wait_seconds: float) -> None:
        super().__init__(f"{wait_seconds:.0f} s")
        self.wait_seconds = wait_seconds


class SpendingCapReached(CoachError):
    """What was asked for would cost more than is left of a month's dollars: of this user, or of everybody's."""

    def __init__(self, *, is_own: bool, cap_dollars: float) -> None:
        super().__init__("own" if is_own else "everybody's")
        self.is_own = is_own
        self.cap_dollars = cap_dollars


class TooManyUploads(CoachError):
    """This user sends as many pictures as one may at once."""


class UploadsFull(CoachError):
    """Everybody together sends as many pictures as are taken at once."""


class TooManyKits(CoachError):
    """This user has as many brand kits as fit."""


class TooManyPictures(CoachError):
    """The session has as many pictures to go by as it takes."""


class PictureRemoved(CoachError):
    """A job is to be retried, and a picture that it went by has been removed."""


class LogoMissing(CoachError):
    """The kit has no logo of this kind; without `kit_name` no kit is chosen at all."""

    def __init__(self, kind: LogoKind, *, kit_name: str = "") -> None:
        super().__init__(f"{kind} of {kit_name or 'no kit'}")
        self.kind = kind
        self.kit_name = kit_name


class GuestsNotAllowed(CoachError):
    """The installation takes no guest accounts."""


class CoachFailed(CoachError):
    """A model did not finish its turn; a call that `was_taken` may have been billed. `reason` is for the log and holds
    nothing that was said."""

    def __init__(self, reason: str, *, was_taken: bool = True) -> None:
        super().__init__(reason)
        self.was_taken = was_taken


class CoachRefused(CoachFailed):
    """The model, or what watches over it, declines to answer."""


class CoachBusy(CoachFailed):
    """The provider takes no more calls now."""


class CoachMisconfigured(CoachFailed):
    """Only the operator can help: a wrong key, a retired model, a request that is not understood."""

    def __init__(self, reason: str, *, is_key_refused: bool = False) -> None:
        super().__init__(reason, was_taken=False)
        self.is_key_refused = is_key_refused


class CoachUnavailable(CoachFailed):
    """The provider could not be reached, broke down, or took too long."""


class CoachUnusable(CoachFailed):
    """The answer cannot be read, was cut off, or lacks what makes a turn."""


class TooManyGuests(CoachError):
    """As many guests came from this address in 24 hours as may."""


class ArtistError(CoachError):
    """The artist gave no picture."""


class PromptRefused(ArtistError):
    """The artist declines this wish for good; `said` are a model's own words, `receipt` what the answer cost."""

    def __init__(self, kind: RefusalKind = RefusalKind.WISH, *, said: str = "", receipt: Receipt | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.said = said
        self.receipt = receipt


class RequestRejected(ArtistError):
    """The artist's server does not take the request as we wrote it; the message is for the log."""


class PicturesNotTaken(ArtistError):
    """The artist's server draws, but does not go by pictures."""


class ArtistBusy(ArtistError):
    """The artist asks to come back later."""

    def __init__(self, retry_after_seconds: float) -> None:
        super().__init__(f"retry after {retry_after_seconds:.0f} s")
        self.retry_after_seconds = retry_after_seconds


class ArtistQuotaSpent(ArtistError):
    """The calls of a day are used up; none is taken before `resets_in_seconds`."""

    def __init__(self, resets_in_seconds: float) -> None:
        super().__init__(f"resets in {resets_in_seconds:.0f} s")
        self.resets_in_seconds = resets_in_seconds


class ArtistMisconfigured(ArtistError):
    """Only the operator can help: a wrong key, a retired model, or a missing part, which has no `reason`."""

    def __init__(self, message: str, reason: RestReason | None = None) -> None:
        super().__init__(message)
        self.reason = reason


class ArtistUnavailable(ArtistError):
    """The artist could not be reached or broke down; a call that `was_taken` may have been billed.

    `is_server_fault` tells a server that answers with an error from one that is not reached.
    """

    def __init__(self, *, was_taken: bool = True, is_server_fault: bool = False) -> None:
        super().__init__("taken" if was_taken else "not taken")
        self.was_taken = was_taken
        self.is_server_fault = is_server_fault


class NoPicture(ArtistError):
    """The artist answered without a usable picture. `said` are a model's own words, `receipt` what the answer cost;
    another call is not `worth_another` where it would give the same."""

    def __init__(
        self, message: str = "", *, said: str = "", receipt: Receipt | None = None, worth_another: bool = True
    ) -> None:
        super().__init__(message)
        self.said = said
        self.receipt = receipt
        self.worth_another = worth_another


class ImagingFailed(CoachError):
    """What makes files of pictures has died over one, or took too long; the picture itself may be good."""


class StorageUnavailable(CoachError):
    """Bytes could not be written to or read from storage now."""


class ServiceUnavailable(CoachError):
    """The database or the queue cannot be reached now."""
