"""When a provider that fails is left to rest, and when it is tried again: the rules of its circuit breaker."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

LOOKED_AT = 10
MOST_FAILURES = 5
WITHIN_SECONDS = 60.0
FIRST_REST_SECONDS = 30.0
LONGEST_REST_SECONDS = 600.0
SHORTEST_REST_SECONDS = 1.0
LONGEST_QUOTA_SECONDS = 86_400.0
"""No provider counts its calls for longer than a day."""
PROBE_SECONDS = 60.0
"""A job that tries the provider out has so long until another one may, for its worker may have died."""


class RestReason(StrEnum):
    """Why nobody is sent to the provider. All but the first three are the operator's to mend."""

    FAILING = "failing"
    BUSY = "busy"
    QUOTA = "quota"
    KEY = "key"
    BILLING = "billing"
    REGION = "region"
    MODEL_GONE = "model_gone"

    @property
    def is_operators(self) -> bool:
        return self not in (RestReason.FAILING, RestReason.BUSY, RestReason.QUOTA)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call went, and when, in seconds since 1970."""

    at: float
    is_good: bool


@dataclass(frozen=True, slots=True)
class Health:
    """A provider's state. `openings` counts the rests since it last answered; times are seconds since 1970."""

    outcomes: tuple[Outcome, ...] = ()
    openings: int = 0
    reason: RestReason | None = None
    open_until: float = 0.0
    probe_until: float = 0.0

    def wait_seconds(self, now: float) -> float:
        """Return how long to stay away: until the rest is over, or until whoever tries it out is back."""
        if self.reason is None:
            return 0.0
        return max(self.open_until - now, self.probe_until - now, 0.0)

    @property
    def needs_probe(self) -> bool:
        """Whether one job alone may try: a provider that was only busy takes everybody again."""
        return self.reason not in (None, RestReason.BUSY)

    def probed(self, now: float) -> Self:
        """Return the state while one job tries the provider out."""
        return replace(self, probe_until=now + PROBE_SECONDS)

    def answered(self, now: float) -> Self:
        """Return the state after an answer, whatever was in it."""
        kept = (*self.outcomes, Outcome(now, is_good=True))[-LOOKED_AT:]
        return type(self)(outcomes=kept)

    def failed(self, now: float) -> Self:
        """Return the state after a call that broke down: it rests after the fifth of the last ten within a minute, and
        at once where it was being tried out, whatever it had rested for."""
        kept = (*self.outcomes, Outcome(now, is_good=False))[-LOOKED_AT:]
        failures = [outcome for outcome in kept if not outcome.is_good and outcome.at > now - WITHIN_SECONDS]
        state = replace(self, outcomes=kept)
        if len(failures) >= MOST_FAILURES or self.needs_probe:
            # A call that began before the rest did knows nothing newer.
            reason = self.reason if self.reason and self.open_until > now else RestReason.FAILING
            return state.rested(now, reason)
        return state

    def rested(self, now: float, reason: RestReason, at_least_seconds: float = 0.0) -> Self:
        """Return the state at rest: each time for twice as long, or for as long as the provider asks, within reason."""
        at_least_seconds = min(at_least_seconds, LONGEST_QUOTA_SECONDS)
        if reason is RestReason.BUSY:
            is_resting = self.needs_probe and self.open_until > now
            rest = max(at_least_seconds, SHORTEST_REST_SECONDS)
            return self if is_resting else replace(self, reason=reason, open_until=now + rest)
        rest = min(FIRST_REST_SECONDS * 2**self.openings, LONGEST_REST_SECONDS)
        return replace(
            self,
            openings=self.openings + 1,
            reason=reason,
            open_until=now + max(rest, at_least_seconds),
            probe_until=0.0,
        )
