"""Finds how the subject feels, the mood of the whole picture, and the place behind it."""

import re

from coach_app.coaches.reading.everyday_words import NO_NOUNS, NO_THINGS, THINGS_TO_WEAR
from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.understanding import Context, Found, NoteKind
from coach_app.domain.phrases import Match, word_set
from coach_app.domain.vocabulary import EXPRESSION_BOOK, MOOD_BOOK, SCENE_BOOK, Mood, Scene, find_expression, find_mood

_MOOD_NAMES = word_set("mood moods vibe vibes feel atmosphere energy tone theme aesthetic")
_FACE_NAMES = word_set("face expression look looking eyes")
_SCENE_NAMES = word_set("background backdrop scene bg setting backgrounds")
_PLACE_LEADS = word_set("in on inside at under into near")
_PLACES_OF_A_SCENE = word_set("in at inside")
_LOOKS_OF_A_SCENE = word_set("neon cyberpunk")
_ARTICLES = word_set("a an the some my outer its his her big")
_MAX_WORDS_OF_A_PLACE = 3
_STYLES = re.compile(
    r"\b(?:(?P<style>anime|chibi|3d|realistic|photorealistic|photo realistic|pixel art|pixelated|watercolou?r"
    r"|oil painting|line art|pencil sketch|disney|pixar|ghibli|low poly|claymation|minimalist)(?: style)?)\b",
    re.IGNORECASE,
)


_LESS = re.compile(r"\b(?:less|too|not so|not that|not as)\s+(?:very\s+|much\s+)?(?P<what>[a-z]+)", re.IGNORECASE)
_SIZE = re.compile(
    r"\b(?:bigger|larger|smaller|thicker|thinner|bolder)\s+(?:text|words?|letters?|font|subject|head|face|it)\b"
    r"|\b(?:text|words?|letters?|font|it|him|her|head|face)\s+(?:\w+\s+)?(?:bigger|larger|smaller|thicker|thinner|bolder)\b"
    r"|^\W*(?:bigger|larger|smaller|bolder|zoom (?:in|out))\W*$",
    re.IGNORECASE,
)


def find_style(sentence: Sentence) -> Found:
    """The built-in artist has one way of drawing: another is told, not taken."""
    found = Found()
    match = _STYLES.search(sentence.text)
    if match:
        found.note(NoteKind.ONE_STYLE, match["style"].lower())
        sentence.take_characters(match.start(), match.end())
    return found


def find_too_much(sentence: Sentence) -> Found:
    """Note "less angry" and "bigger text": feelings and sizes come in one strength, which is told, not taken."""
    found = Found()
    less = _LESS.search(sentence.text)
    if less and (find_expression(less["what"]) or find_mood(less["what"])):
        found.note(NoteKind.LESS_FEELING, less["what"].lower())
        sentence.take_characters(less.start(), less.end())
    size = _SIZE.search(sentence.text)
    if size:
        found.note(NoteKind.OWN_SIZES, "text" if "text" in sentence.text.lower() else "")
        sentence.take_characters(size.start(), size.end())
    return found


def find_background(sentence: Sentence, context: Context) -> Found:
    """Take a place behind the subject, named as one ("space background") or with a word like "in" before it."""
    found = Found()
    places = [match for match in sentence.find(SCENE_BOOK) if _is_spoken_of_as_place(sentence, context, match)]
    if not places and not context.asset_type.is_cutout:
        places = [match for match in sentence.find(SCENE_BOOK) if _is_surely_a_place(match)]
    for match in places[:1]:
        if context.asset_type.is_cutout:
            found.note(NoteKind.NO_BACKGROUND, match.phrase)
        else:
            found.slots["background"] = match.phrase
        last = match.last + int(sentence.word(match.last) in _SCENE_NAMES)
        sentence.take(_lead_of(sentence, match.first), last)
        return found
    _note_unknown_background(sentence, context, found)
    if not found.notes:
        _note_unknown_place(sentence, context, found)
    return found


def find_feeling(sentence: Sentence, context: Context) -> Found:
    """A word that can be both is a face, unless a mood was asked for or is named ("cozy vibes")."""
    found = Found()
    for mood in sentence.find(MOOD_BOOK):
        if "mood" not in found.slots and _is_spoken_of_as_mood(sentence, context, mood):
            _take_mood(sentence, mood, found)
    for face in sentence.find(EXPRESSION_BOOK):
        found.slots.setdefault("expression", face.phrase)
        sentence.take(face.first, face.last + int(sentence.word(face.last) in _FACE_NAMES))
    for mood in sentence.find(MOOD_BOOK):
        found.slots.setdefault("mood", mood.phrase)
        sentence.take(mood.first, mood.last)
    return found


def _take_mood(sentence: Sentence, match: Match[Mood], found: Found) -> None:
    found.slots["mood"] = match.phrase
    sentence.take(match.first, match.last + int(sentence.word(match.last) in _MOOD_NAMES))


def _is_spoken_of_as_mood(sentence: Sentence, context: Context, match: Match[Mood]) -> bool:
    is_named = sentence.word(match.last) in _MOOD_NAMES and not sentence.has_pause_before(match.last)
    is_named = is_named or sentence.word(match.first - 1) in _MOOD_NAMES
    return is_named or (context.focus == "mood" and sentence.word(match.last) not in _FACE_NAMES)


def _is_spoken_of_as_place(sentence: Sentence, context: Context, match: Match[Scene]) -> bool:
    is_named = sentence.word(match.last) in _SCENE_NAMES or sentence.word(match.first - 1) in _SCENE_NAMES
    has_lead = sentence.word(_lead_of(sentence, match.first)) in _PLACE_LEADS
    return is_named or has_lead or context.focus == "background"


def _is_surely_a_place(match: Match[Scene]) -> bool:
    """Tell "synthwave" and "string lights", places by themselves, from "cozy" and "stars"."""
    if " " in match.phrase or match.phrase in _LOOKS_OF_A_SCENE:
        return True
    is_named = match.phrase == match.value.value.replace("_", " ")
    return is_named and not find_mood(match.phrase) and not find_expression(match.phrase)


def _lead_of(sentence: Sentence, place: int) -> int:
    """Return where "in a" before "cozy room" begins."""
    start = place
    while sentence.word(start - 1) in _ARTICLES:
        start -= 1
    return start - 1 if sentence.word(start - 1) in _PLACE_LEADS else start


def _note_unknown_background(sentence: Sentence, context: Context, found: Found) -> None:
    for place in list(sentence.free_places()):
        if sentence.word(place) not in _SCENE_NAMES:
            continue
        first = place
        while (
            sentence.is_free(first - 1)
            and not sentence.has_pause_before(first)
            and place - first < _MAX_WORDS_OF_A_PLACE
        ):
            if sentence.word(first - 1) in _ARTICLES | {
                "with",
                "to",
                "and",
                "make",
                "change",
                "add",
                "want",
                "different",
            }:
                break
            first -= 1
        words = sentence.said(first, place).lower()
        if words and not find_mood(words):
            kind = NoteKind.NO_BACKGROUND if context.asset_type.is_cutout else NoteKind.UNKNOWN_BACKGROUND
            found.note(kind, words)
            sentence.take(first, place + 1)
            return


def _note_unknown_place(sentence: Sentence, context: Context, found: Found) -> None:
    """Note "in a castle": wherever that is, there is no picture of it."""
    for place in list(sentence.free_places()):
        noun = place + 2
        is_place = sentence.word(place) in _PLACES_OF_A_SCENE and sentence.word(place + 1) in _ARTICLES
        if is_place and sentence.is_free(noun) and sentence.word(noun) not in THINGS_TO_WEAR | NO_THINGS | NO_NOUNS:
            last = noun + 1 + int(sentence.is_free(noun + 1) and sentence.word(noun + 1) not in NO_NOUNS)
            kind = NoteKind.NO_BACKGROUND if context.asset_type.is_cutout else NoteKind.UNKNOWN_BACKGROUND
            found.note(kind, sentence.said(noun, last).lower())
            sentence.take(place, last)
            return
