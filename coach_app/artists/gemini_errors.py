"""What the Gemini API's error answers mean. Source: its error codes and captured answers, November 2026."""

import re

from coach_app.artists.error_answers import ErrorAnswer, JsonObject, objects_of, text_of
from coach_app.artists.waits import too_many, wait_in, wait_of
from coach_app.domain.errors import (
    ArtistError,
    ArtistMisconfigured,
    ArtistUnavailable,
    RequestRejected,
)
from coach_app.domain.provider_health import RestReason

_UNPAID = re.compile(r"limit: 0\b|credits? (?:are|is) depleted|spend(?:ing)? (?:limit|cap)", re.IGNORECASE)
_AMBIGUOUS = {408, 499, 504}
_SERVER_FAULTS = range(500, 600)


def error_of(answer: ErrorAnswer) -> ArtistError:
    """Return what an answer that is not 200 says; a body that cannot be read leaves the status."""
    error, status = answer.error, answer.status
    message, details = text_of(error.get("message")), objects_of(error.get("details"))
    match status:
        case 429:
            return _too_many(message, details)
        case 400:
            misconfigured = _misconfigured(text_of(error.get("status")), message, details)
            return misconfigured or RequestRejected(answer.key.left_out(message))
        case 401:
            return ArtistMisconfigured("the key is not taken", RestReason.KEY)
        # Whatever stands before the server may refuse one request, in words of its own.
        case 403 if error:
            return ArtistMisconfigured("the key is not taken", RestReason.KEY)
        case 402:
            return ArtistMisconfigured("nothing is paid for", RestReason.BILLING)
        case 404:
            return ArtistMisconfigured("there is no such model", RestReason.MODEL_GONE)
    if status in _AMBIGUOUS:
        return ArtistUnavailable(was_taken=True)
    if status in _SERVER_FAULTS:
        return ArtistUnavailable(was_taken=False, is_server_fault=True)
    return RequestRejected(f"status {status}")


def _misconfigured(status: str, message: str, details: list[JsonObject]) -> ArtistError | None:
    reasons = {str(detail.get("reason")) for detail in details}
    if "API_KEY_INVALID" in reasons or "API key not valid" in message:
        return ArtistMisconfigured("the key is not taken", RestReason.KEY)
    if status == "FAILED_PRECONDITION":
        return ArtistMisconfigured("not available to this account or region", RestReason.REGION)
    return None


def _too_many(message: str, details: list[JsonObject]) -> ArtistError:
    if _UNPAID.search(message):
        return ArtistMisconfigured("nothing is paid for", RestReason.BILLING)
    # RetryInfo says "47s", the message "14h54m5.2s".
    waits = [wait_of(str(detail.get("retryDelay", ""))) for detail in details]
    quotas = [str(violation.get("quotaId")) for detail in details for violation in objects_of(detail.get("violations"))]
    return too_many(*waits, wait_in(message), is_of_a_day=any("PerDay" in quota for quota in quotas))
