"""What paid services cost: their prices, and what one answer used of them."""

from dataclasses import dataclass
from enum import StrEnum


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
    """Dollars for a million tokens, or micro-dollars for one."""

    read: float
    written: float
    painted: float

    def micro_dollars(self, usage: TokenUsage) -> int:
        """Return what an answer cost, rounded up: many small ones must not add up to nothing."""
        exact = usage.read * self.read + usage.written * self.written + usage.painted * self.painted
        return -int(-exact // 1)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a provider says of an answer; `request_id` is its own, to ask it about."""

    model: str
    micro_dollars: int
    usage: TokenUsage = TokenUsage()
    request_id: str = ""
