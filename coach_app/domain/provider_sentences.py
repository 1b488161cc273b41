"""What is said of a provider that rests: to who waits for a picture, and to who runs the installation."""

from coach_app.domain.ports import Artist, Coach
from coach_app.domain.provider_health import RestReason
from coach_app.domain.spending import ProviderId

_KEYS = {ProviderId.GEMINI: "GEMINI_API_KEY", ProviderId.OPENAI: "OPENAI_API_KEY"}
_MODELS = {ProviderId.GEMINI: "GEMINI_IMAGE_MODEL", ProviderId.OPENAI: "OPENAI_IMAGE_MODEL"}
WHEN = "{when}"
"""Stands in a sentence for "in about 3 minutes", which the page counts down."""


def waiting_sentence(artist: Artist, reason: RestReason) -> str:
    """Return why a job stays in the queue, with WHEN where the rest has an end that is known."""
    name = artist.name
    match reason:
        case RestReason.BUSY:
            return f"{name} is busy. Your place is kept, it goes on {WHEN}."
        case RestReason.FAILING:
            return f"{name} has trouble right now. Your place is kept, and it is tried again {WHEN}."
        case RestReason.QUOTA:
            return f"{name} has no more pictures for today. It starts again {WHEN}."
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


def coach_banner_sentence(coach: Coach) -> str:
    """Return what the operator has to do where the coach's key is not taken."""
    key = _KEYS.get(coach.id, "")
    return f"{coach.name}: the key is not taken. Set {key} to one that is valid, and start again."
