"""The built-in coach as a Coach: it streams its words, then the turn."""

import asyncio
import time
from itertools import pairwise

from coach_app.coaches.slot_coach import SlotCoach
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.ports import Coach, CoachTurn, TurnRequest
from coach_app.domain.spending import Receipt
from tests.coaches.conversing import PROPS


def _request(message: str) -> TurnRequest:
    return TurnRequest(asset_type("twitch_emote"), Brief(), message, (), has_asset=False)


async def _pieces(coach: Coach, message: str) -> list[tuple[float, str | Receipt | CoachTurn]]:
    start = time.perf_counter()
    return [(time.perf_counter() - start, piece) async for piece in coach.turn(_request(message))]


def test_the_pieces_are_the_reply_and_the_turn_comes_last() -> None:
    pieces = [piece for _, piece in asyncio.run(_pieces(SlotCoach(PROPS, pace_seconds=0), "a happy cat"))]
    *words, turn = pieces
    assert isinstance(turn, CoachTurn)
    assert all(isinstance(word, str) and word for word in words)
    assert words[-1] == turn.reply
    assert all(str(later).startswith(str(word)) for word, later in pairwise(words))
    assert len(words) > 5
    assert turn.brief == Brief(subject="cat", expression="happy")


def test_the_first_word_comes_at_once_and_the_last_within_a_second() -> None:
    times = [at for at, _ in asyncio.run(_pieces(SlotCoach(PROPS, pace_seconds=5), "what can you do?"))]
    assert times[0] < 0.1
    assert 0.5 < times[-1] < 1.5


def test_the_coach_says_what_it_is() -> None:
    coach: Coach = SlotCoach(PROPS)
    assert (coach.name, coach.is_ai) == ("Built-in coach", False)
