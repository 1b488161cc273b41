"""Both coaches that ask models, on a scripted server."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from coach_app.coaches.gemini_coach import GeminiCoach
from coach_app.coaches.model_coach import Model, ModelCoach
from coach_app.coaches.openai_coach import OpenAiCoach
from coach_app.coaches.slot_coach import SlotCoach
from coach_app.coaches.steady_coach import SteadyCoach
from coach_app.coaches.upstream import Patience
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.ports import Coach, CoachTurn, TurnRequest
from coach_app.domain.spending import Price, ProviderId, Receipt
from tests.coaches.conversing import PROPS

CANARY = "canary-4711-key"
_IMPATIENT = Patience(connect_seconds=1, silence_seconds=0.3, turn_seconds=5)
_PRICE = Price(0.75, 3.75, 3.75)


def gemini(url: str, patience: Patience = _IMPATIENT) -> ModelCoach:
    model = Model(ProviderId.GEMINI, "Gemini", "gemini-test", _PRICE)
    return GeminiCoach(model, PROPS, base_url=url, key=CANARY, patience=patience)


def openai(url: str, patience: Patience = _IMPATIENT) -> ModelCoach:
    model = Model(ProviderId.OPENAI, "OpenAI", "chat-test", _PRICE)
    return OpenAiCoach(model, PROPS, base_url=f"{url}/v1", key=CANARY, patience=patience)


MakeCoach = Callable[..., ModelCoach]
MODELS = (gemini, openai)


def steady(model: ModelCoach) -> SteadyCoach:
    return SteadyCoach(model, SlotCoach(PROPS, pace_seconds=0))


@dataclass(frozen=True, slots=True)
class Heard:
    """What a coach has yielded, sorted."""

    replies: list[str]
    receipts: list[Receipt]
    turn: CoachTurn


def request_of(
    message: str = "a happy cat", brief: Brief | None = None, history: tuple[tuple[str, str], ...] = ()
) -> TurnRequest:
    return TurnRequest(asset_type("twitch_emote"), brief or Brief(), message, history, has_asset=False)


def ask(coach: Coach, request: TurnRequest | None = None) -> Heard:
    """Have one message answered, in an event loop of its own."""
    return asyncio.run(heard(coach, request or request_of()))


async def heard(coach: Coach, request: TurnRequest) -> Heard:
    items = [item async for item in coach.turn(request)]
    *before, turn = items
    assert isinstance(turn, CoachTurn)
    replies = [item for item in before if isinstance(item, str)]
    return Heard(replies, [item for item in before if isinstance(item, Receipt)], turn)
