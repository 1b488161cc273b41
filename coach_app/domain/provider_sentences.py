"""What is said of a provider that rests: to who waits for a picture, and to who runs the installation."""

from coach_app.domain.ports import Artist
from coach_app.domain.provider_health import LONGEST_QUOTA_SECONDS, RestReason
from coach_app.domain.spending import ProviderId

_KEYS = {ProviderId.GEMINI: "GEMINI_API_KEY", ProviderId.OPENAI: "OPENAI_API_KEY"}
_MODELS = {ProviderId.GEMINI: "GEMINI_IMAGE_MODEL", ProviderId.OPENAI: "OPENAI_IMAGE_MODEL"}
_NEARLY_NOTHING_SECONDS = 2
_MINUTE, _HOUR = 60, 3_600


def waiting_sentence(artist: Artist, reason: RestReason, seconds: float) -> str:
    """Return why a job stays in the queue."""
    name = artist.name
    match reason:
        case RestReason.BUSY:
            return f"{name} is busy. Your place is kept, it goes on {in_about(seconds)}."
        case RestReason.FAILING:
            return f"{name} has trouble right now. Your place is kept, and it is tried again {in_about(seconds)}."
        case RestReason.QUOTA:
            return f"{name} has no more pictures for today. It starts again {in_about(seconds)}."
    return (
        f"{name} is not set up right. Whoever runs this Stream Coach has to look at it; your place is kept meanwhile."
    )


def banner_sentence(artist: Artist, reason: RestReason) -> str:
    """Return what the operator has to do; empty where there is nothing to be done."""
    name, key, model = artist.name, _KEYS.get(artist.id, ""), _MODELS.get(artist.id, "")
    match reason:
        case RestReason.KEY:
            return f"{name} does not take the key. Set {key} to one that is valid, and start again."
        case RestReason.MODEL_GONE:
            return f"{name} has no model “{artist.model}” any more. Set {model} to one that it has, and start again."
        case RestReason.BILLING:
            return f"{name} draws nothing with this key until billing is set up, or credit added, at the provider."
        case RestReason.REGION:
            return f"{name} is not available to this account, or in this region."
    return ""


def in_about(seconds: float) -> str:
    """Return "in about 40 seconds", "in about 3 minutes", "in about 10 hours"."""
    # The database may hold a rest without an end.
    seconds = min(seconds, LONGEST_QUOTA_SECONDS)
    if seconds < _NEARLY_NOTHING_SECONDS:
        return "in a moment"
    for unit, name in ((_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= 1.5 * unit:
            return f"in about {round(seconds / unit)} {name}s"
    return f"in about {round(seconds)} seconds"
