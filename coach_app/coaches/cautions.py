"""What a designer would warn of: letters too many, too much on a small picture, colours that vanish in chat."""

from collections.abc import Callable
from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import needs_words
from coach_app.domain.reasons import number_word
from coach_app.domain.room import has_long_text, is_crowded, room_of, smallest_px
from coach_app.domain.vocabulary import find_colour

_BLACK, _WHITE = "#000000", "#ffffff"
# Where letters get tiny.
_SMALL = {
    Composition.EMOTE: " at {px} px",
    Composition.BADGE: " at {px} px",
    Composition.PORTRAIT: " in a small circle",
    Composition.PANEL: " at {px} px",
}
_SHORTER = {
    Composition.EMOTE: ("“GG”", "“LOL”", "No text"),
    Composition.BADGE: ("“6”", "“GG”", "No text"),
    Composition.PORTRAIT: ("“GG”", "“HI”", "No text"),
    Composition.FRAME: ("“LIVE”", "“HI CHAT”", "No text"),
}
# What platforms lay over a picture, or cut off it.
_COVERED = {
    AssetTypeId.YOUTUBE_THUMBNAIL: "The bottom right stays free of words, YouTube puts the video length there.",
    AssetTypeId.TWITCH_PROFILE_BANNER: "The bottom left stays free of words, Twitch puts your picture there.",
    AssetTypeId.YOUTUBE_BANNER: "The words stay in the middle, phones cut off the rest.",
}


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
    if brief.text is None or not has_long_text(asset_type, brief):
        return None
    room, count = room_of(asset_type), len(brief.text.split())
    if count > room.words:
        return Caution(f"That's {count} words, and up to {number_word(room.words)} read at a glance.")
    size = _SMALL.get(asset_type.composition, "").format(px=smallest_px(asset_type))
    sentence = f"“{brief.text}” gets tiny{size}, up to {number_word(room.letters)} letters stay readable."
    return Caution(sentence, () if needs_words(asset_type) else _SHORTER[asset_type.composition])


def _crowded(asset_type: AssetType, brief: Brief) -> Caution | None:
    if not is_crowded(asset_type, brief):
        return None
    is_portrait = asset_type.composition is Composition.PORTRAIT
    place = "a small circle" if is_portrait else f"{asset_type.main.width_px} px"
    return Caution(f"That's a lot for {place}, so something small may get lost.", relief_for(brief)[:2])


def _black_or_white(asset_type: AssetType, brief: Brief) -> Caution | None:
    colour = find_colour(brief.colour) if brief.colour and asset_type.is_cutout else None
    if colour == _BLACK:
        return Caution("Pure black can sink into dark chat, charcoal holds up better.", ("Make it charcoal",))
    if colour == _WHITE:
        return Caution("Pure white can vanish in light chat, cream holds up better.", ("Make it cream",))
    return None


def _kept_clear(asset_type: AssetType, brief: Brief) -> Caution | None:
    sentence = _COVERED.get(asset_type.id)
    return Caution(sentence) if sentence and brief.text is not None else None


_CHECKS: tuple[Callable[[AssetType, Brief], Caution | None], ...] = (
    _long_text,
    _crowded,
    _black_or_white,
    _kept_clear,
)
