"""What a streamer is told when something goes wrong: one sentence for each error and each failed job."""

from coach_app.domain.errors import (
    BriefNotReady,
    CoachError,
    CoachIsWriting,
    GuestsNotAllowed,
    InvalidInput,
    NotFound,
    ServiceUnavailable,
    SessionFull,
    StorageUnavailable,
    TurnLimitReached,
)
from coach_app.domain.generation_jobs import FailureCode

_SENTENCES: dict[type[CoachError], str] = {
    NotFound: "That isn't here. It may have moved, or it belongs to somebody else.",
    SessionFull: "This session is full. Start a new one from this brief and carry on there.",
    TurnLimitReached: "That was the last turn. Generate now, or start a new session with this brief.",
    CoachIsWriting: "The coach is still writing. Your message can go as soon as the reply is there.",
    GuestsNotAllowed: "Guests are switched off here. Ask whoever runs this Stream Coach for a sign-in link.",
    StorageUnavailable: "The picture store can't be reached right now. Try again in a moment.",
    ServiceUnavailable: "Stream Coach can't reach its database right now. It keeps trying, and nothing is lost.",
}

_FAILURES: dict[FailureCode, str] = {
    FailureCode.WORKER_LOST: "The drawing was interrupted three times. Your brief is safe, try once more.",
    FailureCode.REFUSED: "The artist won't draw this one. Change the wish and try again.",
    FailureCode.NO_PICTURE: "No picture came back this time. Your brief is safe, try once more.",
    FailureCode.ARTIST_UNAVAILABLE: "The artist can't be reached right now. Your brief is safe, try again later.",
    FailureCode.STORAGE_UNAVAILABLE: "The picture could not be stored. Your brief is safe, try again in a moment.",
    FailureCode.INTERNAL: "Something broke while drawing. Your brief is safe, try once more.",
}


def error_sentence(error: CoachError) -> str:
    """Return the sentence for an error."""
    match error:
        case InvalidInput(sentence=sentence):
            return sentence
        case BriefNotReady(missing=missing):
            return f"Almost there! The artist still needs to know {_listed(missing)}."
    return _SENTENCES.get(type(error), "That didn't work. Nothing is lost, please try again.")


def failure_sentence(code: FailureCode) -> str:
    """Return the sentence for a job that failed."""
    return _FAILURES[code]


def _listed(phrases: tuple[str, ...]) -> str:
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last
