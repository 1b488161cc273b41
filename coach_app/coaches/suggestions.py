"""The three or four messages under the composer, each understood when sent back."""

from coach_app.coaches.cautions import Caution
from coach_app.coaches.ideas import Ideas

_MOST = 4
# What to click in order to leave a slot open.
_PASS = {
    "subject": "Surprise me",
    "expression": "You choose",
    "action": "Just the face",
    "text": "No text",
    "colour": "Natural colour",
    "game": "No game",
    "accessories": "No extras",
    "mood": "No special mood",
    "background": "Keep it simple",
}


def suggestions_for(
    ideas: Ideas, slot: str | None, *, caution: Caution | None, headline: str | None, seed: int
) -> tuple[str, ...]:
    """Return answers to the slot that is asked for, or changes to a picture that lacks nothing."""
    mending = caution.suggestions if caution else ()
    if slot is None:
        return tuple(dict.fromkeys([*mending, *_changes(ideas, seed)]))[:_MOST]
    first = [f"“{headline}”"] if headline and slot == "text" else []
    answers = [*mending, *first, *_rotated([idea.message for idea in ideas.of(slot)], seed)]
    is_required_text = slot == "text" and not ideas.asset_type.is_cutout
    last = "You choose" if is_required_text else _PASS[slot]
    return (*dict.fromkeys(answers[: _MOST - 1]), last)


def _rotated(messages: list[str], seed: int) -> list[str]:
    """The best three in turning order, so that the same question does not always start alike."""
    best, turn = messages[: _MOST - 1], seed % max(len(messages[: _MOST - 1]), 1)
    return best[turn:] + best[:turn]


def _changes(ideas: Ideas, seed: int) -> list[str]:
    colours, faces, texts = (
        _rotated([idea.message for idea in ideas.of(slot)], seed) for slot in ("colour", "expression", "text")
    )
    text = "Remove the text" if ideas.brief.text and ideas.asset_type.is_cutout else f"Add the text {texts[0]}"
    changes = [f"Make it {colours[0].lower()}", f"Same but {faces[0].lower()}", text]
    worn = [idea.message for idea in ideas.of("accessories") if not ideas.brief.accessories]
    return [*changes, f"Add {worn[seed % len(worn)].lower()}" if worn else "Surprise me"]
