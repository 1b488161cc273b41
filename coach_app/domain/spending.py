"""What paid services cost: their prices, and what one answer used of them."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

MAX_PRICE_DOLLARS = 10_000
"""For a million tokens, or for a picture."""


class ProviderId(StrEnum):
    """Who coaches or draws."""

    BUILT_IN = "built-in"
    GEMINI = "gemini"
    OPENAI = "openai"


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """Tokens of one answer: read, written as words (thoughts included), and painted."""

    read: int = 0
    written: int = 0
    painted: int = 0


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens, or micro-dollars for one. Raises ValueError where that is not a price."""

    read: float
    written: float
    painted: float

    def __post_init__(self) -> None:
        if not all(0 <= amount <= MAX_PRICE_DOLLARS for amount in (self.read, self.written, self.painted)):
            raise ValueError("not a price")

    def micro_dollars(self, usage: TokenUsage) -> int:
        """Return what an answer cost, rounded up: many small ones must not add up to nothing."""
        exact = usage.read * self.read + usage.written * self.written + usage.painted * self.painted
        return ceil(exact)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a provider says of an answer; `request_id` is its own, to ask it about."""

    model: str
    micro_dollars: int
    usage: TokenUsage = TokenUsage()
    request_id: str = ""


MICRO_DOLLARS = 1_000_000
_LEAST_SHOWN = 5_000


def dollars(micro_dollars: int) -> str:
    """Return "$0.03", or "less than 1 cent"."""
    if 0 < micro_dollars < _LEAST_SHOWN:
        return "less than 1 cent"
    return f"${micro_dollars / MICRO_DOLLARS:.2f}"


def about(micro_dollars: int) -> str:
    """Return what something is going to cost: "about $0.03", or "free"."""
    if not micro_dollars:
        return "free"
    amount = dollars(micro_dollars)
    return amount if amount.startswith("less") else f"about {amount}"
