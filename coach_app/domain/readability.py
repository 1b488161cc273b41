"""How well an emote or a badge reads in chat, as a score with its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach_app.domain.file_checks import Legibility

_DARK, _LIGHT, _EDGES = 35, 35, 30
_LOOK_ALIKE_COSTS = 15
_ENOUGH = 0.6
_LOOK_ALIKE_BITS = 8
"""Of the 64 bits of two fingerprints so few differ where people take one for the other at 28 px: judged by eye."""


@dataclass(frozen=True, slots=True)
class Remark:
    is_good: bool
    said: str


@dataclass(frozen=True, slots=True)
class Readability:
    """`score` is out of 100."""

    score: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another picture of the same streamer."""

    title: str
    fingerprint: str


def readability(figures: Legibility, size_px: int, others: Iterable[Other] = ()) -> Readability:
    """Return the score of a picture at the size that chat shows, and what makes it."""
    twin = _look_alike(figures.fingerprint, others)
    points = _DARK * figures.dark + _LIGHT * figures.light + _EDGES * figures.edges
    remarks = (
        _remark(figures.dark, "Stands out on dark chat", "Fades into dark chat"),
        _remark(figures.light, "Stands out on light chat", "Fades into light chat"),
        _remark(figures.edges, f"Its lines hold at {size_px} px", f"Fine lines are lost at {size_px} px"),
        Remark(twin is None, f"Easily taken for “{twin}”" if twin else "Unlike your other ones"),
    )
    return Readability(max(round(points) - (_LOOK_ALIKE_COSTS if twin else 0), 0), remarks)


def _remark(share: float, good: str, bad: str) -> Remark:
    return Remark(share >= _ENOUGH, good if share >= _ENOUGH else bad)


def _look_alike(fingerprint: str, others: Iterable[Other]) -> str | None:
    """Return the title of the nearest picture that can be taken for this one."""
    distances = ((_distance(fingerprint, other.fingerprint), other.title) for other in others)
    nearest = min(distances, default=(64, ""))
    return nearest[1] if nearest[0] <= _LOOK_ALIKE_BITS else None


def _distance(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()
