"""Say, when the page starts, what is spent here without being counted."""

import logging

from coach_app.parts import Parts

_log = logging.getLogger(__name__)


def check_prices(parts: Parts) -> None:
    """Write one sentence into the log where a provider costs money and has no price."""
    if uncounted := parts.settings.uncounted:
        _log.warning(uncounted)
