"""What each call tells of its provider's health, for all workers to know."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from coach_app.database import breakers, overdue_jobs
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistError,
    ArtistMisconfigured,
    ArtistQuotaSpent,
    ArtistUnavailable,
)
from coach_app.domain.ports import Artist, provider_of
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_words import one_line
from coach_app.parts import Parts

_log = logging.getLogger(__name__)


@contextmanager
def watched(parts: Parts, artist: Artist) -> Iterator[None]:
    """Record what went wrong with the artist's call in the block. Raises what the block raises."""
    try:
        yield
    except ArtistError as error:
        if provider := provider_of(artist):
            with parts.database.transaction() as db:
                _note_error(db, provider, error)
        raise


def note_answer(parts: Parts, artist: Artist) -> None:
    """Record that the artist's provider has answered, and let those go on who waited for that. To be called once the
    answer is durable: the database may be away."""
    provider = provider_of(artist)
    if not provider:
        return
    with parts.database.transaction() as db:
        was_resting = breakers.note_answer(db, provider=provider)
        woken = overdue_jobs.wake(db, artist=artist.id) if was_resting else 0
    if woken:
        parts.bell.ring(woken)


def _note_error(db: Session, provider: str, error: ArtistError) -> None:
    match error:
        case ArtistBusy(retry_after_seconds=seconds):
            breakers.note_rest(db, provider=provider, reason=RestReason.BUSY, at_least_seconds=seconds)
        case ArtistQuotaSpent(resets_in_seconds=seconds):
            breakers.note_rest(db, provider=provider, reason=RestReason.QUOTA, at_least_seconds=seconds)
        case ArtistMisconfigured(reason=RestReason() as reason):
            _log.error("%s: %s.", provider, one_line(str(error)))
            breakers.note_rest(db, provider=provider, reason=reason)
        case ArtistUnavailable():
            breakers.note_failure(db, provider=provider)
        # Whatever else it is, the provider has answered.
        case _:
            breakers.note_answer(db, provider=provider)
