"""Ask the coach's provider, when the page starts, whether it takes the key."""

import asyncio
import logging

from coach_app.database import breakers
from coach_app.domain.errors import CoachFailed, CoachMisconfigured
from coach_app.domain.ports import coaching_provider_of
from coach_app.parts import Parts

_log = logging.getLogger(__name__)


async def check_coach(parts: Parts) -> None:
    """Have the operator told of a key that is not taken, and no longer of one that is. Raises ServiceUnavailable."""
    coach = parts.coaches.ai
    if coach is None:
        return
    is_taken = True
    try:
        await coach.check()
    except CoachFailed as error:
        _log.warning("%s could not be asked: %s (%s)", coach.name, type(error).__name__, error)
        if not (isinstance(error, CoachMisconfigured) and error.is_key_refused):
            return
        is_taken = False
    await asyncio.to_thread(_note, parts, coaching_provider_of(coach), is_taken=is_taken)


def _note(parts: Parts, provider: str, *, is_taken: bool) -> None:
    with parts.database.transaction() as db:
        breakers.note_key(db, provider=provider, is_taken=is_taken)
