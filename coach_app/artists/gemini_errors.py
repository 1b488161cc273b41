"""What the Gemini API's error answers mean. Source: its error codes and captured answers, November 2026."""

import json
import re
from contextlib import suppress
from typing import Any

from coach_app.artists.upstream import ErrorAnswer
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
    error, status = _error(answer.body), answer.status
    message = str(error.get("message") or "")
    match status:
        case 429:
            return _too_many(message, _details(error))
        case 400:
            return _bad_request(str(error.get("status") or ""), message, _details(error))
        case 401 | 403:
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


def _bad_request(status: str, message: str, details: list[dict[str, Any]]) -> ArtistError:
    reasons = {str(detail.get("reason")) for detail in details}
    if "API_KEY_INVALID" in reasons or "API key not valid" in message:
        return ArtistMisconfigured("the key is not taken", RestReason.KEY)
    if status == "FAILED_PRECONDITION":
        return ArtistMisconfigured("not available to this account or region", RestReason.REGION)
    return RequestRejected(message[:200])


def _too_many(message: str, details: list[dict[str, Any]]) -> ArtistError:
    if _UNPAID.search(message):
        return ArtistMisconfigured("nothing is paid for", RestReason.BILLING)
    # RetryInfo says "47s", the message "14h54m5.2s".
    waits = [wait_of(str(detail.get("retryDelay", ""))) for detail in details]
    quotas = [str(violation.get("quotaId")) for detail in details for violation in _dicts(detail.get("violations"))]
    return too_many(*waits, wait_in(message), is_of_a_day=any("PerDay" in quota for quota in quotas))


def _error(body: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        value = json.loads(body)
        # Without `alt=sse` streams answer with a list of one.
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict) and isinstance(value.get("error"), dict):
            error: dict[str, Any] = value["error"]
            return error
    return {}


def _details(error: dict[str, Any]) -> list[dict[str, Any]]:
    return _dicts(error.get("details"))


def _dicts(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
