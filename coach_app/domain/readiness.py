"""How far a brief is: may it be drawn, how good will it be, and what would make it better."""

from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief

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
    Composition.BADGE: {"subject": 56, "colour": 14, "expression": 10, "mood": 5, "game": 3, "accessories": 2},
    Composition.PORTRAIT: {"subject": 36, "expression": 24, "colour": 12, "accessories": 8, "mood": 6, "game": 4},
    Composition.PANEL: {"text": 52, "subject": 20, "colour": 8, "mood": 6, "game": 4},
    Composition.BANNER: {
        "text": 40,
        "subject": 18,
        "background": 10,
        "expression": 8,
        "mood": 6,
        "game": 4,
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

# The one line of the meter that asks for less.
WHAT_TO_TAKE_OFF = "What should I take off?"

MAX_EMOTE_LETTERS = 4
# On the smallest emote a word up to this long stands alone, and a longer one is left out.
LONGEST_WORD_AT_28_PX = 3
MAX_THUMBNAIL_WORDS = 5
MAX_THINGS_ON_AN_EMOTE = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One line under the meter. `question` goes into the composer when the line is clicked; empty where all is well."""

    text: str
    is_done: bool
    question: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """`missing` completes "Tell me …": "who or what is in it"."""

    is_ready: bool
    score: int
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def readiness(asset_type: AssetType, brief: Brief) -> Readiness:
    missing = _missing(asset_type, brief)
    return Readiness(not missing, _score(asset_type, brief), _reasons(asset_type, brief), missing)


def is_filled(brief: Brief, slot: str) -> bool:
    """A slot is also filled where the streamer wants none of it, or where the mood says what the face shows."""
    if slot == "text":
        return brief.text is not None or brief.no_text
    if slot == "expression":
        return brief.expression is not None or brief.mood is not None
    return bool(getattr(brief, slot))


def has_long_text(asset_type: AssetType, brief: Brief) -> bool:
    """More letters than stay readable at 28 px, or more words than a glance at a thumbnail takes in."""
    if brief.text is None:
        return False
    if asset_type.is_cutout:
        return sum(letter.isalnum() for letter in brief.text) > MAX_EMOTE_LETTERS
    return len(brief.text.split()) > MAX_THUMBNAIL_WORDS


def is_crowded(asset_type: AssetType, brief: Brief) -> bool:
    """On an emote the subject has room for two more things: an action, letters, something worn, a second colour."""
    return asset_type.is_cutout and _things_beside_the_subject(brief) > MAX_THINGS_ON_AN_EMOTE


def has_room(asset_type: AssetType, brief: Brief) -> bool:
    """Whether one more thing can be added without crowding the picture."""
    return not asset_type.is_cutout or _things_beside_the_subject(brief) < MAX_THINGS_ON_AN_EMOTE


def _things_beside_the_subject(brief: Brief) -> int:
    return bool(brief.action) + bool(brief.text) + len(brief.accessories) + bool(brief.palette)


def _missing(asset_type: AssetType, brief: Brief) -> tuple[str, ...]:
    return tuple(_ASKED[slot] for slot in REQUIRED_SLOTS[asset_type.composition] if is_open(brief, slot))


def is_open(brief: Brief, required_slot: str) -> bool:
    """Words that a picture needs are open even where the streamer would rather have none."""
    return brief.text is None if required_slot == "text" else not is_filled(brief, required_slot)


_ASKED = {"subject": "who or what is in it", "expression": "how it feels", "text": "which words go on it"}


def _score(asset_type: AssetType, brief: Brief) -> int:
    values = SLOT_VALUES[asset_type.composition]
    filled = TYPE_VALUE + sum(value for slot, value in values.items() if is_filled(brief, slot))
    is_too_much = has_long_text(asset_type, brief) or is_crowded(asset_type, brief)
    return filled - CROWDED_COSTS if is_too_much else filled


def _reasons(asset_type: AssetType, brief: Brief) -> tuple[Reason, ...]:
    if asset_type.is_cutout:
        return (_subject_reason(brief), _feeling_reason(brief), _emote_size_reason(asset_type, brief))
    return (_subject_reason(brief), _words_reason(asset_type, brief), _thumbnail_extra_reason(brief))


def _subject_reason(brief: Brief) -> Reason:
    if brief.subject is None:
        return Reason("Who or what is in it?", False, "Who could be in it?")
    return Reason("One clear subject", True, "")


def _feeling_reason(brief: Brief) -> Reason:
    if not is_filled(brief, "expression"):
        return Reason("How does it feel?", False, "How could it feel?")
    return Reason("One strong mood", True, "")


def _emote_size_reason(asset_type: AssetType, brief: Brief) -> Reason:
    if has_long_text(asset_type, brief):
        return Reason("Four letters read best at 28 px", False, "Which short word would fit?")
    if is_crowded(asset_type, brief):
        return Reason("A bit much for 28 px", False, WHAT_TO_TAKE_OFF)
    if brief.subject is not None and brief.text is not None:
        is_tiny_word = len(brief.text) <= LONGEST_WORD_AT_28_PX
        return Reason("At 28 px only the word shows" if is_tiny_word else "At 28 px the word is left out", True, "")
    if brief.subject is None or is_filled(brief, "text"):
        return Reason("Simple enough to read at 28 px", brief.subject is not None, "")
    if brief.action is None:
        return Reason("Let it do something, if you like", False, "What could it be doing?")
    return Reason("Add a word like LURK, if you like", False, "Which short word would fit?")


def _words_reason(asset_type: AssetType, brief: Brief) -> Reason:
    if brief.text is None:
        return Reason("Which words go on it?", False, "Which words would fit?")
    if has_long_text(asset_type, brief):
        return Reason("Five words read best at a glance", False, "Which words would fit?")
    return Reason("Words that read at a glance", True, "")


def _thumbnail_extra_reason(brief: Brief) -> Reason:
    if not is_filled(brief, "expression"):
        return Reason("Give it a big feeling, if you like", False, "How could it feel?")
    if brief.background is None:
        return Reason("Pick a background, if you like", False, "Which background would fit?")
    return Reason("A feeling and a place", True, "")
