"""Keeps what tabs send out of the log: Reflex quotes there whole events that it cannot handle, cookies included."""

import logging
import re

# Who logs such events, and where their quotations begin.
_LOGGERS = ("reflex.app", "reflex_base.event.processor.event_processor", "engineio.server", "socketio.server")
_QUOTED = re.compile(
    r"(event data:|must be a dictionary, but received|event queue entry for).*", re.DOTALL | re.IGNORECASE
)


def keep_sent_data_out() -> None:
    """Install the filter; once is enough."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_cut_quotations)


def _cut_quotations(record: logging.LogRecord) -> bool:
    """End the record where it begins to quote an event; of an exception that came with one its name stays."""
    shortened = _QUOTED.sub(r"\1 (left out)", record.getMessage())
    is_cut = shortened != record.getMessage()
    error = record.exc_info[1] if record.exc_info else None
    if error is not None and (is_cut or _QUOTED.search(str(error))):
        record.exc_info = None
        shortened = f"{shortened} ({type(error).__name__})"
    if shortened != record.getMessage():
        record.msg, record.args = shortened, ()
    return True
