"""Reads one message against the brief: which slots it fills, which it empties, and what has to be said about it."""

import re
from dataclasses import dataclass, replace

from coach_app.coaches.reading.corrections import (
    find_missed,
    find_no_words,
    find_pointed_at,
    take_colours_turned_down,
    without_colours,
    without_figures_of_speech,
    without_placement,
)
from coach_app.coaches.reading.doings import find_carried, find_doing
from coach_app.coaches.reading.everyday_words import NO_NOUNS
from coach_app.coaches.reading.feelings import find_background, find_feeling, find_style, find_too_much
from coach_app.coaches.reading.games import find_game_named, game_answered
from coach_app.coaches.reading.kinds import find_of_kind, label_meant
from coach_app.coaches.reading.looks import find_accessories_worn, find_colours
from coach_app.coaches.reading.removals import Removal, find_removals, unmet_removal
from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.small_lines import find_small_line, is_schedule
from coach_app.coaches.reading.subjects import find_creature, find_thing, find_unknown_doing
from coach_app.coaches.reading.swaps import set_aside_replaced, slot_named
from coach_app.coaches.reading.text_wishes import (
    LETTERS,
    find_text_wish,
    is_shouted_text,
    text_answered,
    tidied_text,
)
from coach_app.coaches.reading.topics import ABOUT, MAX_CHARACTERS_READ, TOLD
from coach_app.coaches.reading.understanding import Context, Found, Note, NoteKind, TextWish
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.slots import MAX_TEXT_CHARACTERS
from coach_app.domain.vocabulary import find_accessories, find_colour, find_expression, find_mood, find_scene

_LINE_BREAKS = re.compile(r"\s*\n\s*")
_IN_QUOTES = re.compile(r"^[\"“„][^\"“”„]+[\"”]$")
_LETTER_COLOUR = re.compile(r"\W*in (?:big |bold |large )*(?P<colour>[a-z]+(?: [a-z]+)?)", re.IGNORECASE)
_WANTS_TEXT = re.compile(
    r"\b(?:add|with|some|want|put|needs?)\s+(?:some |a |the )?(?:text|words?|caption|title|lettering)\b"
    r"|^\W*(?:text|words?|caption|title|letters)\W*$"
    r"|\b(?:text|words?|caption|title|headline)\b.*\b(?:shorter|longer|different|better|funnier|catchier|else)\b"
    r"|\b(?:different|another|new|shorter|better|change the)\s+(?:text|words?|caption|title|headline)\b\W*"
    r"(?:please|pls)?\W*$",
    re.IGNORECASE,
)


# "elden ring obviously": what else stands in a message that was understood is no wrong answer.
_ONLY_AS_AN_ANSWER = {NoteKind.UNKNOWN_FEELING, NoteKind.UNKNOWN_MOOD, NoteKind.UNKNOWN_COLOUR}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says. `removed` are the things taken away, in the streamer's words; `emptied` their slots."""

    slots: dict[str, object]
    removed: tuple[str, ...]
    notes: tuple[Note, ...]
    emptied: tuple[str, ...] = ()


def read_message(message: str, context: Context) -> Reading:
    """Return what is understood; nothing is guessed."""
    text = _LINE_BREAKS.sub(", ", message.strip())[:MAX_CHARACTERS_READ]
    if (answered := _words_answered(text, context)) is not None:
        return answered
    found = Found()
    text = _take_small_line(text, context, found)
    if find_pointed_at(text, context, found) or find_missed(text, context, found):
        return _reading(found, [])
    text = without_placement(without_figures_of_speech(text), found)
    sentence = Sentence(text)
    wish = None if find_no_words(text) else find_text_wish(text)
    _take_text_wish(sentence, wish, context, found)
    removals = _take_removals(sentence, context, found)
    turned_down = take_colours_turned_down(sentence)
    _drop_swapped_accessories(set_aside_replaced(sentence), context, found)
    now = replace(context, brief=context.brief.with_slots(**found.slots), focus=slot_named(sentence) or context.focus)
    for part in _find_all(sentence, now):
        found.slots |= part.slots
        found.notes += part.notes
    removals += without_colours(turned_down, context, found)
    if found.slots:
        found.notes = [note for note in found.notes if note.kind not in _ONLY_AS_AN_ANSWER]
    if wish:
        return _with_text(wish.text, found, removals)
    _answer_game(text, sentence, now, found)
    return _reading(found, removals)


def _words_answered(text: str, context: Context) -> Reading | None:
    """Take the whole message as the words that the coach asked for, or as a shout."""
    kind = context.asset_type
    if context.focus == "sub_text" and (line := _small_line_answered(text, kind)):
        return _with_text(line, Found(), [], slot="sub_text")
    if context.focus == "text" and is_schedule(text, kind):
        return _with_text(tidied_text(text), Found(), [])
    if context.focus == "text" and (answer := text_answered(text, kind)):
        return _with_text(label_meant(answer, kind) or answer, Found(), [])
    if context.focus != "expression" and is_shouted_text(text, kind):
        return _with_text(tidied_text(text), Found(), [])
    return None


def _small_line_answered(text: str, asset_type: AssetType) -> str | None:
    if is_schedule(text, asset_type):
        return tidied_text(text)
    if _IN_QUOTES.match(text):
        return tidied_text(text)
    is_a_look = len(text.split()) == 1 and bool(find_mood(text) or find_expression(text) or find_scene(text))
    return None if is_a_look else text_answered(text, asset_type)


def _take_small_line(text: str, context: Context, found: Found) -> str:
    """Take the small line out of the message, so that the big words are not looked for in it."""
    wish = find_small_line(text, context)
    if wish is None:
        return text
    if wish.is_too_long:
        found.note(NoteKind.LONG_TEXT, wish.text)
    else:
        found.slots["sub_text"] = wish.text
    return text[: wish.start] + " " * (wish.end - wish.start) + text[wish.end :]


def _find_all(sentence: Sentence, context: Context) -> list[Found]:
    """Let each finder take its words; what one has taken, the next does not see."""
    parts = [find_style(sentence), find_too_much(sentence), find_of_kind(sentence, context)]
    parts += [find_game_named(sentence, context)]
    is_of_video = context.asset_type.composition is Composition.THUMBNAIL
    if is_of_video and (told := TOLD.match(sentence.text)):
        sentence.take_characters(*told.span())
    doing = find_doing(sentence, context)
    parts += [doing, find_accessories_worn(sentence, context)]
    creature, subject = find_creature(sentence)
    carried = find_carried(sentence, context, subject, has_full_paws="action" in doing.slots)
    parts += [creature, carried, find_colours(sentence, context, subject)]
    parts += [find_background(sentence, context), find_feeling(sentence, context)]
    if subject_of_video := ABOUT.search(sentence.text):
        sentence.take_characters(*subject_of_video.span())
    is_doing_open = not (doing.slots or doing.notes or carried.slots)
    parts.append(find_unknown_doing(sentence, context, subject) if is_doing_open else Found())
    if "subject" not in creature.slots | carried.slots:
        parts.append(find_thing(sentence, context))
    return parts


def _reading(found: Found, removals: list[Removal]) -> Reading:
    said = tuple(removal.said for removal in removals)
    emptied = tuple(slot for removal in removals for slot in removal.slots)
    return Reading(found.slots, said, tuple(found.notes), emptied)


def _with_text(text: str, found: Found, removals: list[Removal], slot: str = "text") -> Reading:
    if len(text) > MAX_TEXT_CHARACTERS:
        found.note(NoteKind.LONG_TEXT, text)
    elif slot != "text":
        found.slots[slot] = text
    else:
        found.slots |= {"text": text, "no_text": False}
    return _reading(found, removals)


def _take_text_wish(sentence: Sentence, wish: TextWish | None, context: Context, found: Found) -> None:
    """Take the words for the picture out of the message, or note that some are wanted."""
    wanted = None if wish else _WANTS_TEXT.search(sentence.text)
    if wanted:
        found.note(NoteKind.WANTS_TEXT, "")
        sentence.take_characters(*wanted.span())
    if wish:
        sentence.take_characters(wish.start, wish.end)
        _take_letter_colour(sentence, wish.end, context, found)


def _take_removals(sentence: Sentence, context: Context, found: Found) -> list[Removal]:
    no_words = find_no_words(sentence.text)
    removals = [no_words] if no_words else find_removals(sentence.text, context.brief)
    for removal in removals:
        sentence.take_characters(removal.start, removal.end)
        found.slots |= removal.slots
    if not removals and (unmet := unmet_removal(sentence.text, context.brief)):
        found.note(NoteKind.NOTHING_TO_REMOVE, unmet.said)
        sentence.take_characters(unmet.start, unmet.end)
    return removals


def _take_letter_colour(sentence: Sentence, end: int, context: Context, found: Found) -> None:
    """Right behind the words, "in red" is the letters' colour, one of the other colours of the picture."""
    match = _LETTER_COLOUR.match(sentence.text, end)
    if match is None:
        return
    said = match["colour"]
    # "Sky blue" is one colour, "blue letters" is blue.
    words = said.split()
    named = [" ".join(words)] if words[-1].lower() not in LETTERS else []
    colour = next((name for name in (*named, words[0]) if find_colour(name)), None)
    if colour is not None:
        found.slots["palette"] = tuple(dict.fromkeys([*context.brief.palette, colour]))
        taken = len(said) if not named else len(colour)
        sentence.take_characters(match.start(), match.start("colour") + taken)


def _drop_swapped_accessories(replaced: list[str], context: Context, found: Found) -> None:
    """Take the crown off at "swap the crown for a cap"; other slots are written over anyway."""
    gone = {accessory for old in replaced for accessory in find_accessories(old)}
    kept = tuple(worn for worn in context.brief.accessories if not gone & set(find_accessories(worn)))
    if kept != context.brief.accessories:
        found.slots["accessories"] = kept


def _answer_game(text: str, sentence: Sentence, context: Context, found: Found) -> None:
    """Take any name as the answer to "which game?", unless the message is all about the picture."""
    if context.focus != "game" or "game" in found.slots:
        return
    name = game_answered(text)
    is_unknown_name = any(sentence.word(place) not in NO_NOUNS for place in sentence.free_places())
    was_noted = any(note.kind in {NoteKind.UNKNOWN_SUBJECT, NoteKind.ICON_SUBJECT} for note in found.notes)
    if name and (is_unknown_name or was_noted or not found.slots):
        found.slots.clear()
        found.notes.clear()
        found.slots["game"] = name
