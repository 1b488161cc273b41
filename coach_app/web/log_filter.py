"""Keeps what tabs send out of the log: Reflex writes an unknown event there whole, cookies included."""

import logging
import re

_SENT = re.compile(
    r"(Event data:|Failed to deserialize event data:|event data must be|Event\().*", re.DOTALL | re.IGNORECASE
)


class SentDataFilter(logging.Filter):
    """Cuts a record off where it begins to quote an event."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        shortened = _SENT.sub(r"\1 left out", message)
        if shortened != message:
            record.msg, record.args = shortened, ()
        return True
