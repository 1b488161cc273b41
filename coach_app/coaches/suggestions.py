"""The three or four messages under the composer, each understood when sent back."""

from coach_app.coaches.cautions import Caution
from coach_app.coaches.ideas import BEST_IDEAS, Ideas
from coach_app.coaches.questions import is_icon, required_slots
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import Composition
from coach_app.domain.prompts import colours_the_ground
from coach_app.domain.readiness import needs_words
from coach_app.domain.room import has_room

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
    "style": "No frame",
    "sub_text": "No small line",
}


def suggestions_for(
    ideas: Ideas, slot: str | None, *, caution: Caution | None, headline: str | None, voice: Voice
) -> tuple[str, ...]:
    """Return answers to the slot that is asked for, or changes to a picture that lacks nothing."""
    mending = caution.suggestions if caution else ()
    if slot is None:
        return tuple(dict.fromkeys([*mending, *_changes(ideas, voice.seed)]))[:_MOST]
    first = [f"“{headline}”"] if headline and slot == "text" else []
    answers = [*mending, *first, *_rotated([idea.message for idea in ideas.of(slot)], voice.seed)]
    return (*dict.fromkeys(answers[: _MOST - 1]), _pass(ideas, slot))


def offers_for(ideas: Ideas, slot: str | None, *, offered: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
    """Return what was offered or what the slot could be, without a question; then changes to the picture."""
    of_slot = _rotated([idea.message for idea in ideas.of(slot)], voice.seed) if slot else []
    return tuple(dict.fromkeys([*offered, *of_slot, *_changes(ideas, voice.seed)]))[:_MOST]


def _pass(ideas: Ideas, slot: str) -> str:
    """Return what leaves the slot to the coach, or open."""
    is_required = slot in required_slots(ideas.asset_type, ideas.brief)
    if slot == "subject" and needs_words(ideas.asset_type) and not is_required:
        return "Just the words"
    is_of_the_ground = slot == "colour" and colours_the_ground(ideas.asset_type, ideas.brief)
    return "You choose" if is_of_the_ground or (is_required and slot != "subject") else _PASS[slot]


def _rotated(messages: list[str], seed: int) -> list[str]:
    """The best three in turning order, so that the same question does not always start alike."""
    best, turn = messages[:BEST_IDEAS], seed % max(len(messages[:BEST_IDEAS]), 1)
    return best[turn:] + best[:turn]


def _changes(ideas: Ideas, seed: int) -> list[str]:
    """Changes to a picture that is there: another colour, another feeling, words, something to wear."""
    brief = ideas.brief
    colours = _rotated([idea.message for idea in ideas.of("colour")], seed)
    changes = [f"Make it {colours[0].lower()}"]
    if is_icon(brief) or brief.subject is None:
        changes.append(_rotated([idea.message for idea in ideas.of("mood")], seed)[0])
    else:
        changes.append(f"Same but {_rotated([idea.message for idea in ideas.of('expression')], seed)[0].lower()}")
    changes += _word_changes(ideas, seed)
    can_wear = has_room(ideas.asset_type, brief) and not brief.accessories and not is_icon(brief) and brief.subject
    worn = [idea.message for idea in ideas.of("accessories")] if can_wear else []
    return [*changes, f"Add {worn[seed % len(worn)].lower()}" if worn else "Surprise me"]


def _word_changes(ideas: Ideas, seed: int) -> list[str]:
    asset_type, brief = ideas.asset_type, ideas.brief
    if asset_type.composition is Composition.BADGE:
        return [f"On a {_rotated([idea.message for idea in ideas.of('style')], seed)[0].lower()}"]
    text = _rotated([idea.message for idea in ideas.of("text")], seed)[0].strip("“”")
    if needs_words(asset_type):
        return [f"Change the text to {text}" if brief.text else f"Add the text {text}"]
    if brief.text is not None:
        return ["Remove the text"]
    return [f"Add the text {text}"] if has_room(asset_type, brief) else []
