"""Finds the game that the picture is for, known ones anywhere and others after "playing" or "for"."""

import re

from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.understanding import Context, Found
from coach_app.domain.phrases import Match, word_set
from coach_app.domain.slots import MAX_NAME_CHARACTERS
from coach_app.domain.vocabulary import ACTION_BOOK, SPECIES_BOOK, find_colour, find_expression
from coach_app.domain.words_games import GAME_BOOK, PLAIN_GAME_BOOK, Game

_LEADS = word_set("playing play plays for in streaming stream from game")
_MY_PLAYING = word_set("i i'm im we we're currently mostly usually mainly always been and")
# "for my channel", "playing with a ball": no names of games.
_NO_GAME = (
    r"(?!(?:a|an|the|my|our|your|it|me|us|him|her|them|this|that|when|while|some|games?|videos?|with|on|in|at|subs?|chat|twitch"
    r"|youtube|discord|fun|free|now|today|tonight|tomorrow|sure|real|all|everyone|both|no|any|every|cards?|music|guitar|piano"
    r"|drums?|violin|football|soccer|basketball|tennis|chess|poker|dead|tricks?|along|around|against|and|or|new|viewers?"
    r"|followers?|mods?|vips?|raids?|streams?|example|instance|later|christmas|halloween|easter|valentine'?s?|people|kids"
    r"|what|which|someone|something|anything|nothing|ever|good|bad|best|hours?|days?|weeks?|years?|cool|cute)\b)"
)
_NAMED = re.compile(
    r"\b(?:(?P<lead>(?:the )?game is(?: called)?|game:|game called|for the game|in the game|playing|play)\s+"
    rf"[\"“]?(?P<any>{_NO_GAME}[^,.;!?\"”\n]{{2,60}})"
    rf"|(?:for|in)\s+(?P<name>{_NO_GAME}[A-Z0-9][\w'’:&.-]*(?:\s+(?:of|the|and|in|to|for|[A-Z0-9][\w'’:&.-]*))*))",
)
_END_OF_NAME = re.compile(
    r"\s+(?:on (?:my |the )?(?:stream|twitch|youtube)|streams?|videos?|channel|tonight|today|right now|now|and|with|but"
    r"|while|so|please|pls|a lot|mostly|gameplay|thumbnail|emote|lately|at|every|because|for)\b.*",
    re.IGNORECASE,
)
_MAX_WORDS_OF_A_NAME = 5
# "F", "GRR", "ILY": no games.
_FEWEST_LETTERS_OF_A_NAME = 4
_COMMANDS = word_set(
    "make add change put remove no actually instead can could give use what how why with without same turn set a "
    "an lets let's i i'm im it its it's not maybe draw more less just swap keep and but also with"
)
_OF_THE_PICTURE = word_set("words text letters background smaller bigger corner corners outline font")


def find_game_named(sentence: Sentence, context: Context) -> Found:
    """Take the game's proper name where it is known, else the streamer's words for it."""
    found = Found()
    known = _known(sentence, context)
    if known is not None:
        found.slots["game"] = known.value.name
        sentence.take(_start_with_lead(sentence, known.first), known.last)
        return found
    free = _NAMED.search(sentence.text)
    if free is not None:
        raw = free["any"] or free["name"]
        name = _END_OF_NAME.sub("", raw).strip(" '’\"”")
        is_short = 0 < len(name) <= MAX_NAME_CHARACTERS and len(name.split()) <= _MAX_WORDS_OF_A_NAME
        start = free.start("any") if free["any"] else free.start("name")
        if is_short and _is_said_of_a_game(sentence, free) and sentence.has_free_word_at(start):
            found.slots["game"] = name
            sentence.take_characters(free.start() if free["any"] is None else start, start + len(name))
    return found


def game_answered(message: str) -> str | None:
    """Return the name, where the whole answer to "which game?" can be one."""
    name = " ".join(message.split()).strip(" .!\"“”'")
    words = name.lower().split()
    if not 0 < len(words) <= _MAX_WORDS_OF_A_NAME or len(name) > MAX_NAME_CHARACTERS or words[0] in _COMMANDS:
        return None
    if not _OF_THE_PICTURE.isdisjoint(words):
        return None
    letters = sum(letter.isalpha() for letter in name)
    return name if letters >= _FEWEST_LETTERS_OF_A_NAME and not name.endswith("?") else None


def _known(sentence: Sentence, context: Context) -> Match[Game] | None:
    anywhere = sentence.find(GAME_BOOK)
    if anywhere:
        return anywhere[0]
    for match in sentence.find(PLAIN_GAME_BOOK):
        is_led = sentence.word(match.first - 1) in _LEADS and not sentence.has_pause_before(match.first)
        is_whole = match.last - match.first == len(sentence)
        is_nothing_else = not find_colour(sentence.text) and not find_expression(sentence.text)
        if is_led or (is_whole and (context.focus == "game" or is_nothing_else)):
            return match
    return None


def _start_with_lead(sentence: Sentence, first: int) -> int:
    """Take "for" with the name; "playing" stays an action of the subject that stands before it."""
    lead = sentence.word(first - 1)
    if lead not in _LEADS or sentence.has_pause_before(first):
        return first
    is_action = bool(ACTION_BOOK.find_all(sentence.words[first - 1 : first]))
    if is_action and _has_subject_before(sentence, first - 1):
        return first
    return first - 1


def _has_subject_before(sentence: Sentence, place: int) -> bool:
    is_mine = sentence.word(place - 1) in _MY_PLAYING
    return not is_mine and bool(SPECIES_BOOK.find_all(sentence.words[:place]))


def _is_said_of_a_game(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell "I'm playing trombone champ", "the game is …" and capitals from "a bear playing trombone"."""
    if match["any"] is None or match["lead"] not in {"playing", "play"}:
        return True
    before = [word.text for word in sentence.words if word.end <= match.start()]
    is_mine = not before or before[-1] in _MY_PLAYING
    return is_mine or match["any"][:1].isupper()
