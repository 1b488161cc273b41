"""Providers that fail and rest: one row each, shared by all workers; times are the database's."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from coach_app.domain.provider_health import LONGEST_QUOTA_SECONDS, Health, Outcome, RestReason

_COLUMNS = (
    "outcomes, openings, reason, coalesce(extract(epoch FROM open_until), 0) AS open_until, "
    "coalesce(extract(epoch FROM probe_until), 0) AS probe_until, extract(epoch FROM clock_timestamp()) AS now"
)
_LOCK = text(f"SELECT {_COLUMNS} FROM provider_breakers WHERE provider = :provider FOR UPDATE")  # noqa: S608 - literals
_LOOK = text(f"SELECT provider, {_COLUMNS} FROM provider_breakers WHERE reason IS NOT NULL")  # noqa: S608 - literals
_SAVE = text(
    "UPDATE provider_breakers SET outcomes = cast(:outcomes AS jsonb), openings = :openings, reason = :reason, "
    "open_until = to_timestamp(nullif(:open_until, 0)), probe_until = to_timestamp(nullif(:probe_until, 0)) "
    "WHERE provider = :provider"
)


@dataclass(frozen=True, slots=True)
class Rest:
    """A provider that nobody is sent to, and for how long; 0 where it is about to be tried."""

    reason: RestReason
    seconds: float


def admit(db: Session, *, provider: str) -> Rest | None:
    """Let one more job go to the provider: return None, or how long it has to stay away.

    After a rest the first job tries the provider out, and the others wait for what comes of it.
    """
    if provider not in rests(db):
        return None
    health, now = _locked(db, provider)
    wait = health.wait_seconds(now)
    if health.reason and wait > 0:
        return Rest(health.reason, wait)
    if health.needs_probe:
        _save(db, provider, health.probed(now))
    return None


def note_answer(db: Session, *, provider: str) -> bool:
    """Record that the provider has answered; True where it was resting until now."""
    return _changed(db, provider, lambda health, now: health.answered(now)).reason is not None


def note_failure(db: Session, *, provider: str) -> None:
    """Record that a call broke down."""
    _changed(db, provider, lambda health, now: health.failed(now))


def note_rest(db: Session, *, provider: str, reason: RestReason, at_least_seconds: float = 0.0) -> None:
    """Let the provider rest at once."""
    _changed(db, provider, lambda health, now: health.rested(now, reason, at_least_seconds))


def note_key(db: Session, *, provider: str, is_taken: bool) -> None:
    """Record whether a provider takes the key, of one that is asked all the same."""
    is_resting = provider in rests(db)
    if is_resting and is_taken:
        note_answer(db, provider=provider)
    elif not (is_resting or is_taken):
        note_rest(db, provider=provider, reason=RestReason.KEY)


def rests(db: Session) -> dict[str, Rest]:
    """Return who is resting, or has yet to be tried after it."""
    found = {}
    for row in db.connection().execute(_LOOK):
        rest = Rest(RestReason(row.reason), max(float(row.open_until), float(row.probe_until)) - float(row.now))
        # Who was only busy takes everybody again when the time is over.
        if rest.seconds > 0 or rest.reason is not RestReason.BUSY:
            # An older version could store a rest without an end.
            found[row.provider] = Rest(rest.reason, min(max(rest.seconds, 0.0), LONGEST_QUOTA_SECONDS))
    return found


def _changed(db: Session, provider: str, change: Callable[[Health, float], Health]) -> Health:
    """Change the state, and return what it was."""
    insert = text("INSERT INTO provider_breakers (provider) VALUES (:provider) ON CONFLICT DO NOTHING")
    db.connection().execute(insert, {"provider": provider})
    before, now = _locked(db, provider)
    _save(db, provider, change(before, now))
    return before


def _locked(db: Session, provider: str) -> tuple[Health, float]:
    row = db.connection().execute(_LOCK, {"provider": provider}).one()
    health = Health(
        outcomes=tuple(Outcome(at, bool(is_good)) for at, is_good in row.outcomes),
        openings=row.openings,
        reason=RestReason(row.reason) if row.reason else None,
        open_until=float(row.open_until),
        probe_until=float(row.probe_until),
    )
    return health, float(row.now)


def _save(db: Session, provider: str, health: Health) -> None:
    values = {
        "provider": provider,
        "outcomes": json.dumps([[outcome.at, int(outcome.is_good)] for outcome in health.outcomes]),
        "openings": health.openings,
        "reason": health.reason,
        "open_until": health.open_until,
        "probe_until": health.probe_until,
    }
    db.connection().execute(_SAVE, values)
