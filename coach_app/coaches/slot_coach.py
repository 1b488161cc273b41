"""The built-in coach: reads a message into slots, says what it understood and asks for what is missing."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace

from coach_app.coaches.answer import answer
from coach_app.domain.ports import CoachTurn, PropCatalogue, TurnRequest
from coach_app.domain.spending import ProviderId

_MAX_STREAM_SECONDS = 0.9
_PIECES = re.compile(r"\S+\s*")


class SlotCoach:
    """Deterministic: the same request gets the same answer. `pace_seconds` is the reading rhythm between words."""

    id = ProviderId.BUILT_IN
    name = "Built-in coach"
    is_ai = False
    price_micro_dollars = 0

    def __init__(self, props: PropCatalogue, pace_seconds: float = 0.012) -> None:
        self._props = props
        self._pace_seconds = pace_seconds

    async def check(self) -> None:
        """Be there."""

    async def turn(self, request: TurnRequest) -> AsyncIterator[str | CoachTurn]:
        """Yield the reply word by word within a second, then the turn."""
        turn = answer(replace(request, message=request.message.strip()), self._props)
        pieces = _PIECES.findall(turn.reply)
        pause_seconds = min(self._pace_seconds, _MAX_STREAM_SECONDS / max(len(pieces), 1))
        for count in range(1, len(pieces) + 1):
            yield "".join(pieces[:count])
            await asyncio.sleep(pause_seconds if count < len(pieces) else 0)
        yield turn
