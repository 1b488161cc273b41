"""What the error answers of servers mean that speak the OpenAI API. Source: its error codes, November 2026."""

import json
import re
from contextlib import suppress
from typing import Any

from coach_app.artists.upstream import ErrorAnswer
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistError,
    ArtistMisconfigured,
    ArtistQuotaSpent,
    ArtistUnavailable,
    PromptRefused,
    RequestRejected,
)
from coach_app.domain.provider_health import RestReason

_DEFAULT_PAUSE_SECONDS = 10.0
_DEFAULT_RESET_SECONDS = 3_600.0
_LONGEST_PAUSE_SECONDS = 300.0
_REFUSED = {"moderation_blocked", "content_policy_violation"}
_UNPAID = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_DURATION = re.compile(r"try again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:([\d.]+)s)?", re.IGNORECASE)
_AMBIGUOUS = {408, 499, 504}


def error_of(answer: ErrorAnswer) -> ArtistError:
    """Return what an answer that is not 200 says; a body that cannot be read leaves the status."""
    error = _error(answer.body)
    code, message = str(error.get("code") or error.get("type") or ""), str(error.get("message") or "")
    if code in _REFUSED or "safety system" in message:
        return PromptRefused()
    if code in _UNPAID or answer.status == 402:
        return ArtistMisconfigured("nothing is paid for", RestReason.BILLING)
    if code == "unsupported_country_region_territory":
        return ArtistMisconfigured("not available in this region", RestReason.REGION)
    match answer.status:
        case 401 | 403:
            return ArtistMisconfigured("the key is not taken", RestReason.KEY)
        case 404:
            return ArtistMisconfigured("there is no such model", RestReason.MODEL_GONE)
        case 429:
            return _too_many(message, answer)
    if answer.status in _AMBIGUOUS:
        return ArtistUnavailable(was_taken=True)
    if answer.status >= 500:
        return ArtistUnavailable(was_taken=False, is_server_fault=True)
    return RequestRejected(f"status {answer.status}: {message[:200]}")


def _too_many(message: str, answer: ErrorAnswer) -> ArtistError:
    seconds = _retry_seconds(message, answer)
    if "per day" in message or (seconds or 0) > _LONGEST_PAUSE_SECONDS:
        return ArtistQuotaSpent(seconds or _DEFAULT_RESET_SECONDS)
    return ArtistBusy(seconds or _DEFAULT_PAUSE_SECONDS)


def _retry_seconds(message: str, answer: ErrorAnswer) -> float | None:
    with suppress(ValueError, KeyError):
        return float(answer.headers["retry-after"])
    found = _DURATION.search(message)
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return hours * 3_600 + minutes * 60 + seconds


def _error(body: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        value = json.loads(body)
        if isinstance(value, dict) and isinstance(value.get("error"), dict):
            error: dict[str, Any] = value["error"]
            return error
    return {}
