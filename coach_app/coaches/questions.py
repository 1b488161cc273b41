"""What the coach asks for, in which words, and what it has asked already."""

import re
from dataclasses import dataclass

from coach_app.coaches.phrasing import FRESH_START
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import AssetType, Composition, Shown
from coach_app.domain.brief import Brief
from coach_app.domain.prompts import colours_the_ground
from coach_app.domain.readiness import REQUIRED_SLOTS, SLOT_VALUES, is_open
from coach_app.domain.room import has_room
from coach_app.domain.vocabulary import find_species

# Every wording is told apart by its text alone: that is how the coach knows what it asked last.
_SUBJECT, _KIND = "{subject}", "{kind}"
_GAPS = re.compile(r"\{\w+\}")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "subject": ("Who or what is in it?", "Who's the star of this one?", "Who should we put in it?"),
    "expression": (
        "How does the {subject} feel?",
        "What face is the {subject} making?",
        "What's going through the {subject}'s head?",
    ),
    "action": (
        "Is the {subject} doing something, or is it all in the face?",
        "What's the {subject} up to?",
        "Does the {subject} hold or do something?",
    ),
    "colour": ("Which colour should the {subject} be?", "What colour suits your {subject}?", "Got a colour in mind?"),
    "text": ("Any letters on it?", "A short word on it, or none?", "Should it say something?", "What should it say?"),
    "game": ("Which game is it for, if any?", "Is it for a game you play?", "What do you mostly stream?"),
    "accessories": ("Does the {subject} wear something?", "Anything on its head?", "A hat, a headset, nothing?"),
    "mood": ("What mood are we going for?", "Which mood fits your stream?", "What's the mood overall?"),
    "background": ("What's behind the {subject}?", "Where are we?", "Which background fits?"),
    "style": ("Which shape holds it: shield, hex or medal?", "What frames it?", "Shield, hex or medal?"),
    "sub_text": ("Anything small below the words?", "A small line below, like when you're live?"),
}
# Where a composition asks otherwise than the others.
_QUESTIONS_OF: dict[Composition, dict[str, tuple[str, ...]]] = {
    Composition.THUMBNAIL: {
        "text": (
            "Which words go on it? Up to five read best.",
            "What should the big words say?",
            "What's the headline?",
        ),
    },
    Composition.BADGE: {
        "subject": ("Who or what is on the {kind}?", "Whose face goes on it?", "Who should the {kind} show?"),
        "text": ("Which number or letters go on it?", "Two letters or a number on it?"),
    },
    Composition.PANEL: {
        "text": ("Which words go on the panel?", "What is the panel for?", "What's the label?"),
        "subject": ("Which picture goes beside the words?", "A mascot or a thing beside it?"),
    },
    Composition.BANNER: {
        "text": ("What should the {kind} say?", "Which big words go on the {kind}?", "What are the big words?"),
        "subject": ("Who or what is beside the words?", "Who keeps the words company?"),
        "background": ("Which background fits?", "What's behind it all?", "Where are we?"),
    },
    Composition.FRAME: {
        "subject": ("Who sits on the frame?", "Who looks over the edge of it?"),
        "text": ("Which name goes on the frame?", "Whose name goes on it?"),
    },
}
# Lines of the readiness meter put these into the composer.
_IDEA_QUESTIONS = {
    "Who could be in it?": "subject",
    "How could it feel?": "expression",
    "What could it be doing?": "action",
    "Which short word would fit?": "text",
    "Which words would fit?": "text",
    "Which background would fit?": "background",
    "Which colour would fit?": "colour",
    "Which small line would fit?": "sub_text",
}


_TAKE_ROOM = {"action", "text", "accessories"}
_OF_A_SUBJECT = {"expression", "action", "accessories"}


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was asked so far. `focus` is the slot asked for in the coach's last message, `last_reply`."""

    focus: str | None
    asked: frozenset[str]
    turn: int
    last_reply: str

    @classmethod
    def of(cls, history: tuple[tuple[str, str], ...]) -> "Conversation":
        replies = [text for who, text in history if who == "coach"]
        fresh = max((place for place, reply in enumerate(replies) if reply.startswith(FRESH_START)), default=0)
        asked = [slot_asked(reply) for reply in replies[fresh:]]
        return cls(
            asked[-1] if asked else None,
            frozenset(slot for slot in asked if slot),
            len(replies),
            replies[-1] if replies else "",
        )


def question_for(slot: str, asset_type: AssetType, brief: Brief, voice: Voice) -> str:
    is_of_the_whole = slot == "colour" and colours_the_ground(asset_type, brief)
    thing = asset_type.noun if is_of_the_whole else brief.subject or asset_type.noun
    return voice.pick(wordings(slot, asset_type)).replace(_SUBJECT, thing).replace(_KIND, asset_type.noun)


def next_slot(asset_type: AssetType, brief: Brief, asked: frozenset[str]) -> str | None:
    """Return the dearest open slot; one that was asked for and passed over is asked again only if it is required."""
    required = required_slots(asset_type, brief)
    values = SLOT_VALUES[asset_type.composition]
    by_value = sorted(values, key=lambda slot: -values[slot])
    if is_icon(brief):
        by_value = _for_an_icon(by_value)
    if brief.subject is None and "subject" not in required:
        by_value = [slot for slot in by_value if slot not in _OF_A_SUBJECT]
    if asset_type.shown is not Shown.BESIDE_NAME:
        by_value = [slot for slot in by_value if slot != "style"]
    if not has_room(asset_type, brief):
        by_value = [slot for slot in by_value if slot not in _TAKE_ROOM]
    return next(
        (
            slot
            for slot in by_value
            if not _is_settled(brief, slot, required) and (slot in required or slot not in asked)
        ),
        None,
    )


def is_icon(brief: Brief) -> bool:
    """Whether the subject is a thing outside the kit: it has no face, holds nothing and wears nothing."""
    return brief.subject is not None and find_species(brief.subject) is None


def _for_an_icon(slots: list[str]) -> list[str]:
    """How a picture with an icon feels is its mood, so that is asked for in the face's place."""
    asked_for = ["mood" if slot == "expression" else slot for slot in slots if slot not in {"action", "accessories"}]
    return list(dict.fromkeys(asked_for))


def required_slots(asset_type: AssetType, brief: Brief) -> frozenset[str]:
    required = frozenset(REQUIRED_SLOTS[asset_type.composition])
    return required - {"expression"} | {"mood"} if is_icon(brief) and "expression" in required else required


def slot_asked(reply: str) -> str | None:
    """Return the slot that a reply of the coach asks for."""
    return next((slot for slot, fragments in _FRAGMENTS if all(fragment in reply for fragment in fragments)), None)


def slot_of_idea_question(message: str) -> str | None:
    """Return the slot that the streamer asks ideas for, in the words of the readiness meter."""
    return _IDEA_QUESTIONS.get(message.strip())


def _is_settled(brief: Brief, slot: str, required: frozenset[str]) -> bool:
    if slot == "text" and "text" in required:
        return not is_open(brief, slot)
    if slot == "mood" and is_icon(brief):
        return brief.is_filled("expression")
    return brief.is_filled(slot)


def wordings(slot: str, asset_type: AssetType) -> tuple[str, ...]:
    return _QUESTIONS_OF.get(asset_type.composition, {}).get(slot) or QUESTIONS[slot]


_FRAGMENTS = tuple(
    (slot, tuple(_GAPS.split(wording)))
    for questions in (QUESTIONS, *_QUESTIONS_OF.values())
    for slot, wordings_of_slot in questions.items()
    for wording in wordings_of_slot
)
