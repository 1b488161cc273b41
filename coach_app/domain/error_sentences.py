"""What a streamer is told when something goes wrong: one sentence for each error and each failed job."""

from math import ceil

from coach_app.domain.brand_kits import MAX_KITS
from coach_app.domain.chat_pictures import MAX_CHAT_PICTURES
from coach_app.domain.errors import (
    BriefNotReady,
    CoachError,
    CoachIsWriting,
    GenerationUnderWay,
    GuestsNotAllowed,
    ImagingFailed,
    InvalidInput,
    KeyReused,
    LogoMissing,
    NotFound,
    PictureRemoved,
    QueueFull,
    QuotaReached,
    ServiceUnavailable,
    SessionFull,
    SpendingCapReached,
    StorageUnavailable,
    TooManyGuests,
    TooManyKits,
    TooManyPictures,
    TooManyRefusals,
    TooManyUploads,
    TurnLimitReached,
    UploadsFull,
)
from coach_app.domain.generation_jobs import FailureCode
from coach_app.domain.refusals import RefusalKind

_SENTENCES: dict[type[CoachError], str] = {
    NotFound: "That isn't here. It was deleted, has moved, or belongs to somebody else.",
    SessionFull: "This session is full. Start a new one from this brief and carry on there.",
    TurnLimitReached: "That was the last turn. Generate now, or start a new session with this brief.",
    CoachIsWriting: "The coach is still writing. Your message can go as soon as the reply is there.",
    GenerationUnderWay: "A picture of this session is already being made.",
    KeyReused: "This idempotency key was used for another request. Take a new one.",
    QueueFull: "You have as many pictures waiting as fit. Generate again when one of them is done.",
    QuotaReached: "You have had all the pictures that 24 hours hold. The next one can be made as soon as the oldest "
    "is a day old.",
    TooManyUploads: "Two of your pictures are being looked at already. Send this one when one of them is done.",
    UploadsFull: "So many pictures are coming in that there is no room for yours right now. Try again in a moment.",
    TooManyKits: f"You have {MAX_KITS} brand kits, and more don't fit. Delete one that you no longer need.",
    TooManyPictures: f"The artist takes {MAX_CHAT_PICTURES} pictures at a time. Remove one to add another.",
    PictureRemoved: "A picture that this one went by has been removed. Generate now to go on without it.",
    GuestsNotAllowed: "Guests are switched off here. Ask whoever runs this Stream Coach for a sign-in link.",
    TooManyGuests: "As many guests came from your address today as may. Come back tomorrow, or sign in by a link.",
    ImagingFailed: "That picture couldn't be worked on right now. Try again in a moment.",
    StorageUnavailable: "The picture store can't be reached right now. Try again in a moment.",
    ServiceUnavailable: "Stream Coach can't reach its database right now. It keeps trying, and nothing is lost.",
}

# Each says what happened, that nothing was charged, and what to do.
_FAILURES: dict[FailureCode, str] = {
    FailureCode.WORKER_LOST: "The drawing was interrupted three times, so I stopped. It cost you nothing. Retry now, "
    "and tell whoever runs this Stream Coach if it happens again.",
    FailureCode.REFUSED: "The artist won't draw this one. It cost you nothing. Change the wish and generate again.",
    FailureCode.NO_PICTURE: "The artist answered without a picture. It cost you nothing. Retry, or change the wish.",
    FailureCode.ARTIST_UNAVAILABLE: "The artist can't be reached right now. It cost you nothing. Retry a bit later.",
    FailureCode.ARTIST_MISCONFIGURED: "The artist is not set up right here, so nothing was drawn. It cost you "
    "nothing. Whoever runs this Stream Coach has to look at it.",
    FailureCode.QUOTA_SPENT: "The artist has no more pictures for today. It cost you nothing. Retry tomorrow.",
    FailureCode.REJECTED: "The artist's server did not understand our request, which is our fault. It cost you "
    "nothing. Tell whoever runs this Stream Coach.",
    FailureCode.PICTURES_NOT_TAKEN: "The artist's server can draw, but not change a picture or go by one. It cost you "
    "nothing. Generate a new picture instead, without any to go by.",
    FailureCode.ANSWER_LOST: "The artist was asked twice and the answers got lost on the way. It cost you nothing. "
    "Retry when you like.",
    FailureCode.SPENDING_CAP_REACHED: "The artist's first answer was of no use, and asking once more would pass this "
    "month's dollars. It cost you nothing. Retry when the next month has begun.",
    FailureCode.IMAGING_FAILED: "The picture was drawn, but it could not be made into files. It cost you nothing. "
    "Retry, or change the wish if it happens again.",
    FailureCode.STORAGE_UNAVAILABLE: "The picture could not be stored. It cost you nothing. Retry in a few minutes.",
    FailureCode.CHANGED_PICTURE_GONE: "The picture that this one changes was deleted. It cost you nothing. Choose "
    "another one to change, or generate a new one.",
    FailureCode.PICTURE_LOST: "A picture that this was to go by can't be found any more, so nothing was drawn. It cost "
    "you nothing. Remove it, add it once more, and generate again.",
    FailureCode.EXPIRED: "Nobody was free to draw this within 15 minutes. It cost you nothing. "
    "Retry when it's quieter.",
    FailureCode.INTERNAL: "Something broke while drawing. It cost you nothing. Retry, or change the wish if it happens "
    "again.",
}
_REFUSALS = {
    RefusalKind.WISH: "The artist won't draw what these words ask for. You were not charged. Change the wish and "
    "generate again.",
    RefusalKind.PICTURE: "The artist drew it, and then its own rules held the picture back. You were not charged. "
    "Change the wish and generate again.",
    RefusalKind.LOOKALIKE: "That looks too close to a character or a work that belongs to somebody. You were not "
    "charged. Describe one of your own, without names.",
}
# Anything less would read $0.00.
_LEAST_CAP_DOLLARS = 0.005
STILL_WRONG = "That is as far as these files go. Draw another one, simpler or with fewer colours."
CANCELED = "You canceled this one. It cost you nothing."
CANCELED_TOO_LATE = "It was already being drawn when you pressed Cancel, so it is kept."


def error_sentence(error: CoachError) -> str:
    """Return the sentence for an error."""
    match error:
        case InvalidInput(sentence=sentence):
            return sentence
        case BriefNotReady(missing=missing):
            return f"Almost there! The artist still needs to know {_listed(missing)}."
        case QueueFull(room=room) if room > 0:
            return f"There is room for {room} more of your pictures right now. Generate fewer at once, or a bit later."
        case QuotaReached(room=room) if room > 0:
            return f"24 hours hold {room} more of your pictures. Generate fewer at once."
        case TooManyRefusals(wait_seconds=seconds):
            minutes = ceil(seconds / 60)
            return (
                "The artist has refused five of your wishes within an hour, so it rests a little. Generate again in "
                f"{minutes} minute{'s' if minutes > 1 else ''}, best with another wish."
            )
        case SpendingCapReached(cap_dollars=cap) if cap < _LEAST_CAP_DOLLARS:
            return "Pictures that cost money are switched off here. Ask whoever runs this Stream Coach for them."
        case SpendingCapReached(is_own=True, cap_dollars=cap):
            return f"That would pass the ${cap:,.2f} that you may spend in a month. It starts anew on the first."
        case SpendingCapReached(cap_dollars=cap):
            return (
                f"That would pass the ${cap:,.2f} that this Stream Coach may spend in a month. "
                "It starts anew on the first."
            )
        case LogoMissing(kind=kind, kit_name=""):
            return f"There is no brand kit to take the {kind} logo from. Choose one, or generate without a logo."
        case LogoMissing(kind=kind, kit_name=name):
            return f"“{name}” has no {kind} logo. Add one, or generate without a logo."
    return _SENTENCES.get(type(error), "That didn't work. Nothing is lost, please try again.")


def failure_sentence(code: FailureCode, *, refusal: RefusalKind | None = None, said: str = "") -> str:
    """Return the sentence for a job that failed: what was refused, or what the artist said instead of drawing."""
    if code is FailureCode.REFUSED and refusal:
        return _REFUSALS[refusal]
    if code is FailureCode.NO_PICTURE and said:
        return f"The artist answered with words instead: “{said}” You were not charged. Retry, or change the wish."
    if code is FailureCode.QUOTA_SPENT and said:
        return f"The artist has no more pictures for today. It cost you nothing. Retry after {said}."
    return _FAILURES[code]


def _listed(phrases: tuple[str, ...]) -> str:
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last
