"""How far a brief is: may it be drawn, how good will it be, and what would make it better."""

from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.reasons import Reason, reasons
from coach_app.domain.room import has_long_text, is_crowded

# What each slot is worth. The coach asks for the dearest one that is empty; an asset type chosen is worth the
# first TYPE_VALUE points, so that a full brief comes to 100.
SLOT_VALUES: dict[Composition, dict[str, int]] = {
    Composition.EMOTE: {
        "subject": 34,
        "expression": 26,
        "action": 12,
        "colour": 8,
        "text": 4,
        "game": 3,
        "accessories": 2,
        "mood": 1,
    },
    Composition.THUMBNAIL: {
        "subject": 28,
        "text": 24,
        "expression": 12,
        "game": 8,
        "background": 7,
        "mood": 5,
        "action": 3,
        "colour": 2,
        "accessories": 1,
    },
    Composition.BADGE: {
        "subject": 48,
        "style": 14,
        "colour": 12,
        "expression": 8,
        "mood": 4,
        "accessories": 2,
        "game": 2,
    },
    Composition.PORTRAIT: {"subject": 36, "expression": 24, "colour": 12, "accessories": 8, "mood": 6, "game": 4},
    Composition.PANEL: {"text": 52, "subject": 20, "colour": 8, "mood": 6, "game": 4},
    Composition.BANNER: {
        "text": 40,
        "subject": 16,
        "background": 10,
        "sub_text": 8,
        "expression": 6,
        "mood": 4,
        "game": 2,
        "colour": 2,
        "action": 2,
    },
    Composition.FRAME: {"subject": 50, "colour": 20, "mood": 12, "game": 8},
}
REQUIRED_SLOTS: dict[Composition, tuple[str, ...]] = {
    Composition.EMOTE: ("subject", "expression"),
    Composition.BADGE: ("subject",),
    Composition.PORTRAIT: ("subject", "expression"),
    Composition.THUMBNAIL: ("subject", "text"),
    Composition.PANEL: ("text",),
    Composition.BANNER: ("text",),
    Composition.FRAME: ("subject",),
}
TYPE_VALUE = 10
CROWDED_COSTS = 8


@dataclass(frozen=True, slots=True)
class Readiness:
    """`missing` completes "Tell me …": "who or what is in it"."""

    is_ready: bool
    score: int
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def readiness(asset_type: AssetType, brief: Brief) -> Readiness:
    missing = tuple(_ASKED[slot] for slot in REQUIRED_SLOTS[asset_type.composition] if is_open(brief, slot))
    return Readiness(not missing, _score(asset_type, brief), reasons(asset_type, brief), missing)


def needs_words(asset_type: AssetType) -> bool:
    """Whether words are what the picture is made for: a headline, a label; elsewhere they may be left out."""
    return "text" in REQUIRED_SLOTS[asset_type.composition]


def is_open(brief: Brief, required_slot: str) -> bool:
    """Words that a picture needs are open even where the streamer would rather have none."""
    return brief.text is None if required_slot == "text" else not brief.is_filled(required_slot)


_ASKED = {"subject": "who or what is in it", "expression": "how it feels", "text": "which words go on it"}


def _score(asset_type: AssetType, brief: Brief) -> int:
    values = SLOT_VALUES[asset_type.composition]
    filled = TYPE_VALUE + sum(value for slot, value in values.items() if brief.is_filled(slot))
    is_too_much = has_long_text(asset_type, brief) or is_crowded(asset_type, brief)
    return filled - CROWDED_COSTS if is_too_much else filled
