"""The three lines under the readiness meter: what is there, what is missing, what would make the picture better."""

from collections.abc import Callable
from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.room import LONGEST_WORD_AT_28_PX, has_long_text, is_crowded, room_of, smallest_px

# The one line of the meter that asks for less.
WHAT_TO_TAKE_OFF = "What should I take off?"

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
_LARGEST_PX_IN_A_LINE_OF_CHAT = 28


@dataclass(frozen=True, slots=True)
class Reason:
    """One line under the meter. `question` goes into the composer when the line is clicked; empty where all is well."""

    text: str
    is_done: bool
    question: str


def reasons(asset_type: AssetType, brief: Brief) -> tuple[Reason, ...]:
    return tuple(line(asset_type, brief) for line in _LINES[asset_type.composition])


def number_word(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _done(text: str) -> Reason:
    return Reason(text, is_done=True, question="")


def _open(text: str, question: str) -> Reason:
    return Reason(text, is_done=False, question=question)


def _subject(_: AssetType, brief: Brief) -> Reason:
    if brief.subject is None:
        return _open("Who or what is in it?", "Who could be in it?")
    return _done("One clear subject")


def _subject_beside_words(_: AssetType, brief: Brief) -> Reason:
    if brief.subject is None:
        return _open("Add a mascot or a thing, if you like", "Who could be in it?")
    return _done("One clear subject")


def _feeling(_: AssetType, brief: Brief) -> Reason:
    if not brief.is_filled("expression"):
        return _open("How does it feel?", "How could it feel?")
    return _done("One strong mood")


def _colour(_: AssetType, brief: Brief) -> Reason:
    if brief.colour is None:
        return _open("Pick a colour, if you like", "Which colour would fit?")
    return _done("A colour of its own")


def _words(asset_type: AssetType, brief: Brief) -> Reason:
    if brief.text is None:
        return _open("Which words go on it?", "Which words would fit?")
    if has_long_text(asset_type, brief):
        most = number_word(room_of(asset_type).words).capitalize()
        return _open(f"{most} words read best at a glance", "Which words would fit?")
    return _done("Words that read at a glance")


def _label(asset_type: AssetType, brief: Brief) -> Reason:
    if brief.text is not None and has_long_text(asset_type, brief):
        return _open(f"Up to three short words read at {smallest_px(asset_type)} px", "Which words would fit?")
    return _words(asset_type, brief)


def _emote_size(asset_type: AssetType, brief: Brief) -> Reason:
    px = smallest_px(asset_type)
    if has_long_text(asset_type, brief):
        most = number_word(room_of(asset_type).letters).capitalize()
        return _open(f"{most} letters read best at {px} px", "Which short word would fit?")
    if is_crowded(asset_type, brief):
        return _open(f"A bit much for {px} px", WHAT_TO_TAKE_OFF)
    if brief.subject is not None and brief.text is not None and px <= _LARGEST_PX_IN_A_LINE_OF_CHAT:
        is_tiny_word = len(brief.text) <= LONGEST_WORD_AT_28_PX
        return _done(f"At {px} px only the word shows" if is_tiny_word else f"At {px} px the word is left out")
    if brief.subject is None or brief.is_filled("text"):
        return Reason(f"Simple enough to read at {px} px", brief.subject is not None, "")
    if brief.action is None:
        return _open("Let it do something, if you like", "What could it be doing?")
    return _open("Add a word like LURK, if you like", "Which short word would fit?")


def _badge_size(asset_type: AssetType, brief: Brief) -> Reason:
    px = smallest_px(asset_type)
    if has_long_text(asset_type, brief):
        return _open(f"Two or three letters are the most at {px} px", "Which short word would fit?")
    if is_crowded(asset_type, brief):
        return _open(f"A bit much for {px} px", WHAT_TO_TAKE_OFF)
    return Reason(f"Readable at {px} px", brief.subject is not None, "")


def _circle(asset_type: AssetType, brief: Brief) -> Reason:
    if has_long_text(asset_type, brief):
        return _open("In a small circle only a short word reads", "Which short word would fit?")
    if is_crowded(asset_type, brief):
        return _open("A bit much for a small circle", WHAT_TO_TAKE_OFF)
    return Reason("Clear in a small circle", brief.subject is not None, "")


def _thumbnail_extra(_: AssetType, brief: Brief) -> Reason:
    if not brief.is_filled("expression"):
        return _open("Give it a big feeling, if you like", "How could it feel?")
    if brief.background is None:
        return _open("Pick a background, if you like", "Which background would fit?")
    return _done("A feeling and a place")


def _banner_extra(_: AssetType, brief: Brief) -> Reason:
    if brief.background is None:
        return _open("Pick a background, if you like", "Which background would fit?")
    if brief.sub_text is None:
        return _open("Add a small line, if you like", "Which small line would fit?")
    return _done("A place and a small line")


def _open_middle(asset_type: AssetType, brief: Brief) -> Reason:
    if has_long_text(asset_type, brief):
        return _open("A short name reads best on the edge", "Which words would fit?")
    return Reason("The middle stays free for you", brief.subject is not None, "")


_Line = Callable[[AssetType, Brief], Reason]
_LINES: dict[Composition, tuple[_Line, _Line, _Line]] = {
    Composition.EMOTE: (_subject, _feeling, _emote_size),
    Composition.BADGE: (_subject, _colour, _badge_size),
    Composition.PORTRAIT: (_subject, _feeling, _circle),
    Composition.THUMBNAIL: (_subject, _words, _thumbnail_extra),
    Composition.PANEL: (_label, _subject_beside_words, _colour),
    Composition.BANNER: (_words, _subject_beside_words, _banner_extra),
    Composition.FRAME: (_subject, _colour, _open_middle),
}
