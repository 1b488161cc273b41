"""How well an emote or a badge reads in chat, as a score with its reasons, and what to do about the bad ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coach_app.domain.asset_types import Composition
from coach_app.domain.file_checks import Legibility

_DARK, _LIGHT, _EDGES = 35, 35, 30
_LOOK_ALIKE_COSTS = 15
_ENOUGH = 0.6
_LOOK_ALIKE_BITS = 8
"""Of the 64 bits of two fingerprints so few differ where people take one for the other at 28 px: judged by eye."""


@dataclass(frozen=True, slots=True)
class Remark:
    """`advice` is what a streamer can tell the coach where it is not good, and empty where it is."""

    is_good: bool
    said: str
    advice: str


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


@dataclass(frozen=True, slots=True)
class _Advice:
    """What helps a picture that is lost in dark chat, lost in light chat, too fine, or like another."""

    dark: str
    light: str
    edges: str
    twin: str


_OF_AN_EMOTE = _Advice(
    dark="Ask for a lighter colour: say “make it orange”.",
    light="Ask for a darker colour: say “make it purple”.",
    edges="Ask for less in it: say “no text” or “no accessories”.",
    twin="Give it something of its own: say “give it a party hat”.",
)
# The frame of a badge is what stands against the page, and at 18 px there is little to see beside letters.
_OF_A_BADGE = replace(
    _OF_AN_EMOTE,
    dark="Ask for a bright frame: say “make the frame gold”.",
    light="Ask for a darker frame: say “make the frame bronze”.",
    twin="Give it something of its own: say “add the text 6”.",
)


def readability(
    figures: Legibility, size_px: int, composition: Composition, others: Iterable[Other] = ()
) -> Readability:
    """Return the score of a picture at the size that chat shows, what makes it, and what would help."""
    advice = _OF_A_BADGE if composition is Composition.BADGE else _OF_AN_EMOTE
    twin = _look_alike(figures.fingerprint, others)
    points = _DARK * figures.dark + _LIGHT * figures.light + _EDGES * figures.edges
    remarks = (
        _remark(figures.dark, "Stands out on dark chat", "Fades into dark chat", advice.dark),
        _remark(figures.light, "Stands out on light chat", "Fades into light chat", advice.light),
        _remark(figures.edges, f"Its lines hold at {size_px} px", f"Fine lines are lost at {size_px} px", advice.edges),
        _unlike_others(twin, advice.twin),
    )
    return Readability(max(round(points) - (_LOOK_ALIKE_COSTS if twin else 0), 0), remarks)


def _remark(share: float, good: str, bad: str, advice: str) -> Remark:
    return Remark(True, good, "") if share >= _ENOUGH else Remark(False, bad, advice)


def _unlike_others(twin: str | None, advice: str) -> Remark:
    return Remark(False, f"Easily taken for “{twin}”", advice) if twin else Remark(True, "Unlike your other ones", "")


def _look_alike(fingerprint: str, others: Iterable[Other]) -> str | None:
    """Return the title of the nearest picture that can be taken for this one."""
    distances = ((_distance(fingerprint, other.fingerprint), other.title) for other in others)
    nearest = min(distances, default=(64, ""))
    return nearest[1] if nearest[0] <= _LOOK_ALIKE_BITS else None


def _distance(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()
