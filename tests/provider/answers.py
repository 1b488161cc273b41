"""What a scripted answer is, over HTTP: a status, a body, and how badly it arrives."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Delivery(Enum):
    """How an answer arrives: whole, a byte now and then, never, broken off after its headers, or half of it; with
    headers that never end, after ever more promises of one, or with a body that never ends."""

    WHOLE = auto()
    DRIP = auto()
    HANG = auto()
    CUT = auto()
    HALF = auto()
    SLOW_HEADERS = auto()
    PROMISES = auto()
    ENDLESS = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    delivery: Delivery = Delivery.WHOLE
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, status: int, value: object) -> "Answer":
        return cls(status, json.dumps(value).encode(), headers={"Content-Type": "application/json"})
