"""The built-in coach beside an artist that draws whatever it is told."""

import asyncio

import pytest

from coach_app.coaches.slot_coach import SlotCoach
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.ports import CoachTurn, TurnRequest
from tests.coaches.conversing import PROPS

_AXOLOTL = Brief(subject="axolotl", colour="pink", expression="raging")


def _turn(message: str, *, is_free: bool) -> CoachTurn:
    request = TurnRequest(asset_type("twitch_emote"), _AXOLOTL, message, (), has_asset=True, is_free=is_free)

    async def last() -> CoachTurn:
        return [item async for item in SlotCoach(PROPS, pace_seconds=0).turn(request)][-1]  # type: ignore[return-value]

    return asyncio.run(last())


@pytest.mark.parametrize(
    ("message", "slot", "value"),
    [
        ("make it wear a top hat", "accessories", ("top hat",)),
        ("it is riding a skateboard", "action", "riding a skateboard"),
    ],
)
def test_what_the_kit_has_no_drawing_of_is_taken_as_it_was_said(message: str, slot: str, value: object) -> None:
    turn = _turn(message, is_free=True)
    assert getattr(turn.brief, slot) == value
    assert turn.understood
    assert "no top hat" not in turn.reply
    assert "beyond me" not in turn.reply
    assert _turn(message, is_free=False).brief == _AXOLOTL
