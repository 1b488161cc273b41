"""Ask the artist's provider, when the page starts, whether it would draw: better than a job that fails later."""

import logging

from coach_app.database import breakers
from coach_app.domain.errors import ArtistError, ArtistMisconfigured
from coach_app.domain.ports import provider_of
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_words import one_line
from coach_app.parts import Parts

_log = logging.getLogger(__name__)


def check_artist(parts: Parts) -> None:
    """Let a provider rest that only the operator can mend, and end such a rest where it is mended. That of a spent
    quota ends too: a start may follow a new key, or another plan, and the first job finds out."""
    artist = parts.artists.ai
    if artist is None:
        return
    provider = provider_of(artist)
    try:
        artist.check()
    except ArtistMisconfigured as error:
        _log.error("%s: %s.", provider, one_line(str(error)))
        if error.reason:
            with parts.database.transaction() as db:
                breakers.note_rest(db, provider=provider, reason=error.reason)
    except ArtistError as error:
        _log.warning("%s could not be asked: %s", provider, one_line(str(error)))
    else:
        with parts.database.transaction() as db:
            rest = breakers.rests(db).get(provider)
            if rest and (rest.reason.is_operators or rest.reason is RestReason.QUOTA):
                breakers.note_answer(db, provider=provider)
