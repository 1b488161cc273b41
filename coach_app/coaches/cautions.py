"""What a designer would warn of: letters too many, too much on a small picture, colours that vanish in chat."""

from collections.abc import Callable
from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import has_long_text, is_crowded
from coach_app.domain.vocabulary import find_colour

_BLACK, _WHITE = "#000000", "#ffffff"


@dataclass(frozen=True, slots=True)
class Caution:
    """`sentence` is said once, in the turn that brought it about; `suggestions` mend it."""

    sentence: str
    suggestions: tuple[str, ...] = ()


def caution_for(asset_type: AssetType, before: Brief, after: Brief) -> Caution | None:
    """Return the first warning that holds now and did not hold before."""
    for check in _CHECKS:
        caution = check(asset_type, after)
        if caution is not None and check(asset_type, before) != caution:
            return caution
    return None


def relief_for(brief: Brief) -> tuple[str, ...]:
    """Return messages that each take one thing off the picture."""
    options = (
        (brief.text, "Remove the text"),
        (brief.accessories, f"Remove the {brief.accessories[-1] if brief.accessories else ''}"),
        (brief.action, "Remove the action"),
    )
    return tuple(message for is_there, message in options if is_there)


def _long_text(asset_type: AssetType, brief: Brief) -> Caution | None:
    if not has_long_text(asset_type, brief):
        return None
    if asset_type.is_cutout:
        return Caution(
            f"“{brief.text}” gets tiny at 28 px, up to four letters stay readable.", ("“GG”", "“LOL”", "No text")
        )
    return Caution(f"That's {len(str(brief.text).split())} words, and up to five read at a glance.")


def _crowded(asset_type: AssetType, brief: Brief) -> Caution | None:
    if not is_crowded(asset_type, brief):
        return None
    return Caution("That's a lot for 112 px, so something small may get lost.", relief_for(brief)[:2])


def _black_or_white(asset_type: AssetType, brief: Brief) -> Caution | None:
    colour = find_colour(brief.colour) if brief.colour and asset_type.is_cutout else None
    if colour == _BLACK:
        return Caution("Pure black can sink into dark chat, charcoal holds up better.", ("Make it charcoal",))
    if colour == _WHITE:
        return Caution("Pure white can vanish in light chat, cream holds up better.", ("Make it cream",))
    return None


def _duration_stamp(asset_type: AssetType, brief: Brief) -> Caution | None:
    if asset_type.is_cutout or brief.text is None:
        return None
    return Caution("The bottom right stays free of words, YouTube puts the video length there.")


_CHECKS: tuple[Callable[[AssetType, Brief], Caution | None], ...] = (
    _long_text,
    _crowded,
    _black_or_white,
    _duration_stamp,
)
