"""A model's coach that never fails: where the model does, the built-in coach finishes the turn."""

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from coach_app.coaches.model_coach import ModelCoach
from coach_app.domain.errors import CoachFailed, CoachMisconfigured, CoachRefused, CoachUnusable
from coach_app.domain.ports import Coach, CoachTurn, TurnRequest
from coach_app.domain.spending import Receipt

_log = logging.getLogger(__name__)


class SteadyCoach:
    """Known as the model that it asks."""

    is_ai = True

    def __init__(self, model: ModelCoach, built_in: Coach) -> None:
        self.id = model.id
        self.name = model.name
        self.price_micro_dollars = model.price_micro_dollars
        self._model = model
        self._built_in = built_in

    async def check(self) -> None:
        """Ask the model's provider. Raises CoachFailed's kinds."""
        await self._model.check()

    async def turn(self, request: TurnRequest) -> AsyncGenerator[str | Receipt | CoachTurn, None]:
        """Yield the model's turn, or the same request answered by the built-in coach, with a note that says so."""
        receipts: tuple[Receipt, ...] = ()
        is_key_taken = None
        try:
            async with aclosing(self._model.turn(request)) as items:
                async for item in items:
                    if isinstance(item, Receipt):
                        receipts = (item,)
                    yield replace(item, is_key_taken=True) if isinstance(item, CoachTurn) else item
        except CoachFailed as exc:
            failure, is_key_taken = exc, _is_key_taken(exc)
        # Whatever else an answer breaks here is no reason to leave a streamer without one.
        except Exception as exc:  # noqa: BLE001
            failure = CoachUnusable(type(exc).__name__)
        else:
            return
        # Neither what was said nor the error that this one came from, which may quote it.
        _log.warning("%s did not finish a turn: %s (%s)", self.name, type(failure).__name__, failure)
        note = _note(self._model.maker, failure)
        receipts = receipts if failure.was_taken else ()
        async for item in self._built_in.turn(request):
            # A turn with a model always counts: who is not understood must not be able to ask it for ever.
            if isinstance(item, CoachTurn):
                yield replace(item, understood=True, note=note, receipts=receipts, is_key_taken=is_key_taken)
            else:
                yield item


def _is_key_taken(failure: CoachFailed) -> bool | None:
    """Return what the failure tells of the key: who answers, with whatever it is, has taken it."""
    match failure:
        case CoachMisconfigured(is_key_refused=True):
            return False
        case CoachRefused() | CoachUnusable():
            return True
    return None


def _note(maker: str, failure: CoachFailed) -> str:
    if isinstance(failure, CoachRefused):
        return f"{maker} declined to answer, so the built-in coach did."
    return f"{maker} didn't answer properly, so the built-in coach did."
