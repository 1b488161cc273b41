"""Who a cookie belongs to: one look-up, remembered for seconds, since every event of every tab asks."""

from asyncio import to_thread
from dataclasses import dataclass
from time import monotonic

from coach_app.database.users import UserRecord
from coach_app.domain.errors import ServiceUnavailable
from coach_app.parts import Parts
from coach_app.use_cases import sign_in

# A signed-out cookie opens nothing after that.
_TRUSTED_SECONDS = 5.0
# While the database is away, those who were here stay.
_TRUSTED_SECONDS_IN_AN_OUTAGE = 3600.0
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class _Remembered:
    user: UserRecord | None
    since: float


class Visitors:
    """The visitors of this process."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._remembered: dict[str, _Remembered] = {}

    async def recognise(self, token: str) -> UserRecord | None:
        """Return whose cookie this is. Raises: ServiceUnavailable where nobody knows now."""
        if not token:
            return None
        known = self._remembered.get(token)
        if known and monotonic() - known.since < _TRUSTED_SECONDS:
            return known.user
        try:
            user = await to_thread(sign_in.recognise, self._parts, token=token)
        except ServiceUnavailable:
            if known and known.user and monotonic() - known.since < _TRUSTED_SECONDS_IN_AN_OUTAGE:
                return known.user
            raise
        if len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered[token] = _Remembered(user, monotonic())
        return user
