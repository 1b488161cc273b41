"""How much may be spent in a month, by one user and by all together."""

from dataclasses import dataclass

from coach_app.domain.errors import SpendingCapReached
from coach_app.domain.spending import MICRO_DOLLARS


@dataclass(frozen=True, slots=True)
class Spent:
    """Micro-dollars of this calendar month, what is reserved included: what a user is charged, what providers took for
    that user, failed pictures included, and what they took for all."""

    own: int
    for_own: int
    everybodys: int


@dataclass(frozen=True, slots=True)
class SpendingCaps:
    """In dollars a calendar month."""

    own: float
    everybodys: float

    def fitting(self, spent: Spent, *, price: int, most: int) -> int:
        """Return how many of the `most` at this price, in micro-dollars, pass no cap."""
        left = min(
            self.own * MICRO_DOLLARS - max(spent.own, spent.for_own), self.everybodys * MICRO_DOLLARS - spent.everybodys
        )
        return int(min(max(left // price, 0), most)) if price else most

    def check(self, spent: Spent, *, more: int = 0) -> None:
        """Raise SpendingCapReached where so many micro-dollars more would pass a cap."""
        if max(spent.own, spent.for_own) + more > self.own * MICRO_DOLLARS:
            raise SpendingCapReached(is_own=True, cap_dollars=self.own)
        if spent.everybodys + more > self.everybodys * MICRO_DOLLARS:
            raise SpendingCapReached(is_own=False, cap_dollars=self.everybodys)
