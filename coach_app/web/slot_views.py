"""The slots of a brief as the panel shows them."""

from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief
from coach_app.web.view_models import SlotView

_LABELS = {
    "subject": "Subject",
    "expression": "Feeling",
    "action": "Doing",
    "colour": "Colour",
    "accessories": "Wearing",
    "style": "Shape",
    "text": "Words",
    "sub_text": "Small words",
    "background": "Background",
    "palette": "Touches of",
    "mood": "Mood",
    "game": "Game",
}
_WITH_SMALL_WORDS = {Composition.THUMBNAIL, Composition.PANEL, Composition.BANNER}


def slot_views(kind: AssetType, brief: Brief) -> list[SlotView]:
    """Return the slots that this type has, in the order of the panel, empty ones too."""
    slots = []
    for slot, label in _LABELS.items():
        value = getattr(brief, slot)
        if not (value or _has_slot(kind, slot)):
            continue
        if slot == "text" and brief.no_text:
            value = "None"
        slots.append(SlotView(slot, label, ", ".join(value) if isinstance(value, tuple) else value or ""))
    return slots


def _has_slot(kind: AssetType, slot: str) -> bool:
    match slot:
        case "background":
            return not kind.is_cutout
        case "sub_text":
            return kind.composition in _WITH_SMALL_WORDS
        case "style":
            return kind.composition is Composition.BADGE
        case "action":
            return kind.composition is not Composition.BADGE
    return True
