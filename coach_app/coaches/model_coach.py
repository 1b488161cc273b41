"""A coach that asks a model: its words become a reply while they come, and a turn at their end."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from coach_app.coaches.model_turn import MAX_REPLY_CHARACTERS, spoken_so_far, turn_of
from coach_app.coaches.reply_reader import ReplyReader, without_lone_surrogates
from coach_app.coaches.turn_prompt import conversation, instruction
from coach_app.domain.coach_sessions import storable
from coach_app.domain.errors import CoachUnusable
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.ports import CoachTurn, PropCatalogue, TurnRequest
from coach_app.domain.provider_words import name
from coach_app.domain.spending import Price, ProviderId, Receipt, TokenUsage

# About what a token holds, in English and in JSON.
_CHARACTERS_PER_TOKEN = 4
# Many times what a turn takes.
_MAX_CHARACTERS = 64 * 1024
# The rules, some conversation, and an answer with its thoughts.
_A_TURN = TokenUsage(read=2_500, written=700)


@dataclass(frozen=True, slots=True)
class Piece:
    """The next part of an answer, as it has come: its text, and what the provider says of the call by now."""

    text: str = ""
    usage: TokenUsage | None = None
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """A provider's model. `maker` names it to streamers."""

    provider: ProviderId
    maker: str
    name: str
    price: Price


class ModelCoach(ABC):
    """What all models have in common; a provider's coach speaks its protocol in `_pieces`."""

    is_ai = True

    def __init__(self, model: Model, props: PropCatalogue, key: HiddenKey) -> None:
        self.id = model.provider
        self.maker = model.maker
        self.name = f"{model.maker} coach"
        self.price_micro_dollars = model.price.micro_dollars(_A_TURN)
        self._model = model
        self._props = props
        self._key = key

    async def turn(self, request: TurnRequest) -> AsyncGenerator[str | Receipt | CoachTurn, None]:
        """Yield the reply as far as it has come, receipts, and the turn. Raises CoachFailed's kinds."""
        reader, bill, said = (
            ReplyReader(max_characters=MAX_REPLY_CHARACTERS),
            _Bill(self._model, self._key, request),
            "",
        )
        heard, length = "", 0
        yield bill.receipt
        async with aclosing(self._pieces(request)) as pieces:
            async for piece in pieces:
                yield bill.with_piece(piece)
                length += len(piece.text)
                if length > _MAX_CHARACTERS:
                    raise CoachUnusable("an answer without an end")
                if (reply := reader.feed(piece.text)) != heard:
                    heard = reply
                    if (reply := spoken_so_far(heard, self._key)) != said:
                        said = reply
                        yield said
        yield turn_of(
            without_lone_surrogates(reader.object_text), request, self._props, self._key, receipt=bill.receipt
        )

    @abstractmethod
    async def check(self) -> None:
        """Ask for something that costs nothing. Raises CoachFailed's kinds."""

    @abstractmethod
    def _pieces(self, request: TurnRequest) -> AsyncGenerator[Piece, None]:
        """Yield the answer piece by piece. Raises CoachFailed's kinds."""


class _Bill:
    """What a call has cost so far: by its length until the provider counts it, which some do at the end alone."""

    def __init__(self, model: Model, key: HiddenKey, request: TurnRequest) -> None:
        self._model = model
        self._key = key
        self._read = len(instruction(request)) + sum(len(said.text) for said in conversation(request))
        self._written = 0
        self._counted: TokenUsage | None = None
        self._request_id = ""

    def with_piece(self, piece: Piece) -> Receipt:
        self._written += len(piece.text)
        # Some send counts of nothing.
        if piece.usage and piece.usage != TokenUsage():
            self._counted = piece.usage
        self._request_id = name(self._key.hidden(storable(piece.request_id))) or self._request_id
        return self.receipt

    @property
    def receipt(self) -> Receipt:
        usage = self._counted or TokenUsage(
            read=self._read // _CHARACTERS_PER_TOKEN, written=self._written // _CHARACTERS_PER_TOKEN
        )
        return Receipt(self._model.name, self._model.price.micro_dollars(usage), usage, self._request_id)
