"""How long a provider wants to be left alone, as it says itself, within reason."""

import math
import re

from coach_app.domain.errors import ArtistBusy, ArtistError, ArtistQuotaSpent
from coach_app.domain.provider_health import LONGEST_QUOTA_SECONDS, SHORTEST_REST_SECONDS

_DEFAULT_PAUSE_SECONDS = 10.0
_DEFAULT_RESET_SECONDS = 3_600.0
# A longer pause is no matter of a minute's calls any more.
_LONGEST_PAUSE_SECONDS = 300.0
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)s?")
# "14h54m5.2s", but neither "120ms" nor "1.2.3s".
_DURATION = re.compile(
    r"(?:retry|try again) in (?=\d)(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?!\w|\.\d)", re.IGNORECASE
)


def wait_of(value: str) -> float | None:
    """Return the seconds of "47s" or "47"; None for what is no time at all."""
    found = _SECONDS.fullmatch(value.strip())
    return _finite(float(found.group(1))) if found else None


def wait_in(message: str) -> float | None:
    """Return the seconds of "Please retry in 14h54m5.2s." or "try again in 12s"."""
    found = _DURATION.search(message)
    if not found or not any(found.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return _finite(hours * 3_600 + minutes * 60 + seconds)


def too_many(*waits: float | None, is_of_a_day: bool) -> ArtistError:
    """Return what a provider means that takes no more calls now; the longest of what it says counts."""
    seconds = max((wait for wait in waits if wait is not None), default=None)
    if is_of_a_day or (seconds or 0) > _LONGEST_PAUSE_SECONDS:
        return ArtistQuotaSpent(min(seconds or _DEFAULT_RESET_SECONDS, LONGEST_QUOTA_SECONDS))
    return ArtistBusy(_DEFAULT_PAUSE_SECONDS if seconds is None else max(seconds, SHORTEST_REST_SECONDS))


def _finite(seconds: float) -> float | None:
    return seconds if math.isfinite(seconds) else None
