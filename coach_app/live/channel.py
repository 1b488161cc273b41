"""What goes from the process that committed a row to the processes that hold open tabs."""

import json
from collections.abc import Mapping
from typing import Literal, TypedDict
from uuid import UUID

PREFIX = "coach:live:"
PATTERN = f"{PREFIX}*"


class LiveEvent(TypedDict):
    """A hint to read again: `session` messages or brief, `job` its stage, `writing` a reply has begun, `resync` all."""

    type: Literal["session", "job", "writing", "resync"]


RESYNC: LiveEvent = {"type": "resync"}


def channel_of(session_id: UUID) -> str:
    return f"{PREFIX}{session_id}"


def encode(event: Mapping[str, object]) -> bytes:
    return json.dumps(event).encode()


def decode(data: bytes) -> LiveEvent:
    """Return the event; what cannot be read becomes a resync."""
    try:
        found = json.loads(data)
    except ValueError:
        return RESYNC
    known = isinstance(found, dict) and found.get("type") in ("session", "job", "writing")
    return LiveEvent(type=found["type"]) if known else RESYNC
