"""Finds what the subject does, with the thing in its paws: "smashing a keyboard", "with a coffee"."""

from dataclasses import dataclass

from coach_app.coaches.reading.everyday_words import NO_THINGS, PARTS_OF_A_SUBJECT, THINGS_TO_WEAR
from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.understanding import Context, Found, NoteKind
from coach_app.domain.asset_types import Composition
from coach_app.domain.doings import ACTIONS_WITH_PROP, find_prop
from coach_app.domain.phrases import Match, word_set, words_of
from coach_app.domain.slots import MAX_NAME_CHARACTERS
from coach_app.domain.vocabulary import (
    ACCESSORY_BOOK,
    ACTION_BOOK,
    COLOUR_BOOK,
    EXPRESSION_BOOK,
    MOOD_BOOK,
    SPECIES_BOOK,
    Action,
)

_DETERMINERS = word_set("a an the his her their its my your our some two three this that another any")
_LINKING = word_set("at on from of out into over up with down to against")
_DESCRIBING = word_set(
    "big giant huge tiny little small large cute good nice whole own more old new hot cold fresh mini"
)
_STOP = word_set(
    "and but while because for wearing that who so then plus please pls saying says after before when during "
    "behind under text made as in with very super really looking feeling being instead too now just or if like on "
    "at it he she they is"
)
# Phrases that name a pose by its limbs rather than by a verb, by their first word.
_POSES = {"arms": "cheering", "hands": "cheering", "behind": "lurking", "hand": "facepalming", "head": "facepalming"}
# Phrases that are no verb, or an unruly one.
_SPOKEN = {
    "table flip": "flipping", "button mashing": "mashing buttons", "fist pump": "cheering", "hype dance": "dancing",
    "high five": "cheering", "face palm": "facepalming", "applause": "applauding", "hooray": "cheering",
    "smh": "facepalming", "lurker": "lurking", "strum": "strumming", "speedrun": "speedrunning", "swing": "swinging",
}  # fmt: skip
# "we were playing": the streamer plays, not the subject.
_TELLERS = word_set("i we i'm im we're i've been")
_SILENT_E_STAYS = ("ee", "oe", "ye")
_MAX_WORDS_OF_A_THING = 4

_CARRYING = word_set("with plus add hold holding give has have having got gets needs")
# "has had enough", "needs to sleep": these carry a thing only with an article after them.
_CARRYING_WITH_ARTICLE = word_set("has have having got gets needs")
_PRONOUNS = word_set("it him her them")
# Their subject is always a creature or named by itself.
_ALWAYS_CARRIED = {Composition.EMOTE, Composition.THUMBNAIL}
# Where the coat has a colour, that is the subject's: no part to be told about.
_COAT = word_set("fur skin body")


@dataclass(frozen=True, slots=True)
class _Thing:
    """Words `first` to `last` (exclusive) with the determiner, from `content` on without it."""

    first: int
    content: int
    last: int


def find_doing(sentence: Sentence, context: Context) -> Found:
    """Take the first action that can be drawn, else note what is missing for it."""
    found = Found()
    feelings = sentence.find(EXPRESSION_BOOK)
    for match in sentence.find(ACTION_BOOK):
        if any(_overlaps(match, feeling) and _length(feeling) > _length(match) for feeling in feelings):
            continue
        if match.value == Action.PLAY and not _TELLERS.isdisjoint(_words_before(sentence, match.first)):
            continue
        if _take_action(sentence, context, match, found):
            return found
    return found


def find_carried(
    sentence: Sentence, context: Context, subject: tuple[int, int] | None, *, has_full_paws: bool
) -> Found:
    """Find "with a coffee" or "add a sword", after all that is worn has been taken.

    With full paws only what could be worn or coloured is told of. Where no creature is there to carry it, a panel
    "with a pizza" shows just that.
    """
    found = Found()
    is_carried = (
        subject is not None or context.brief.subject is not None or context.asset_type.composition in _ALWAYS_CARRIED
    )
    for place in list(sentence.free_places()):
        if sentence.word(place) not in _CARRYING or not sentence.is_free(place):
            continue
        start = place + 2 if sentence.word(place + 1) in _PRONOUNS else place + 1
        thing = _thing_from(sentence, start)
        words = sentence.said(thing.content, thing.last).lower()
        last_word = sentence.word(thing.last - 1)
        is_bare = thing.first == thing.content and sentence.word(place) in _CARRYING_WITH_ARTICLE
        if (
            not words
            or is_bare
            or (subject is not None and thing.last == subject[0])
            or last_word in _COAT
            or _ends_in_feeling(words)
            or not NO_THINGS.isdisjoint(words.split())
        ):
            continue
        if last_word in THINGS_TO_WEAR:
            found.note(NoteKind.UNKNOWN_ACCESSORY, words)
        elif last_word in PARTS_OF_A_SUBJECT:
            found.note(NoteKind.PART_OF_SUBJECT, words)
        elif has_full_paws:
            continue
        elif not is_carried:
            _show_thing(words, context, found)
        elif prop := find_prop(words, context.props):
            found.slots["action"] = f"holding {_shown(sentence.said(thing.first, thing.last), prop)}"
        else:
            found.note(NoteKind.UNKNOWN_PROP, words)
        sentence.take(place, thing.last)
        return found
    return found


def _show_thing(words: str, context: Context, found: Found) -> None:
    thing = find_prop(words, context.props)
    if thing is None:
        found.note(NoteKind.UNKNOWN_SUBJECT, words)
        return
    found.slots["subject"] = thing
    if context.asset_type.composition is not Composition.PANEL:
        found.note(NoteKind.ICON_SUBJECT, thing, context.props.find(thing) or "")


def ing_form(verb: str) -> str:
    """Return "smashing" for "smash", "raging" for "rage", "hugging" for "hug"; the rest of the phrase stays."""
    if verb in _SPOKEN:
        return _SPOKEN[verb]
    first, _, rest = verb.partition(" ")
    if first in _POSES:
        return _POSES[first]
    return f"{_ing(first)} {rest}".strip()


def _ing(verb: str) -> str:
    if verb.endswith("ing"):
        return verb
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(_SILENT_E_STAYS):
        return f"{verb[:-1]}ing"
    is_short = len(verb) <= 4 and verb[-1] not in "aeiouwxy" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou"
    return f"{verb}{verb[-1]}ing" if is_short else f"{verb}ing"


def _take_action(sentence: Sentence, context: Context, match: Match[Action], found: Found) -> bool:
    action = ing_form(match.phrase)
    if match.value not in ACTIONS_WITH_PROP or match.phrase.split()[0] in _POSES:
        sentence.take(match.first, match.last)
        found.slots["action"] = action
        return True
    thing = _thing_from(sentence, match.last)
    words = sentence.said(thing.content, thing.last).lower()
    if words and (_is_the_subject(sentence, thing) or not NO_THINGS.isdisjoint(words.split())):
        words = ""
    if words and (prop := find_prop(words, context.props)):
        found.slots["action"] = f"{action} {_shown(sentence.said(match.last, thing.last), prop)}"
        sentence.take(match.first, thing.last)
        return True
    sentence.take(match.first, thing.last if words else match.last)
    if words:
        found.note(NoteKind.UNKNOWN_PROP, words)
    if match.value == Action.HOLD:
        if not words:
            found.note(NoteKind.HOLD_WHAT, action)
        return False
    found.slots["action"] = action
    return True


def _thing_from(sentence: Sentence, place: int) -> _Thing:
    """Return the thing named from this word on: small words, then up to four that say what it is."""
    first = place
    while _goes_on(sentence, place) and sentence.word(place) in _DETERMINERS | _LINKING | _DESCRIBING:
        place += 1
    content, starts = place, _starts_of_other_meanings(sentence)
    while _goes_on(sentence, place) and place - content < _MAX_WORDS_OF_A_THING:
        is_other = place > content and (place in starts or sentence.word(place).endswith("ing"))
        if is_other or (sentence.word(place) in _STOP and place >= content):
            break
        place += 1
    return _Thing(first, content, place) if place > content else _Thing(first, first, first)


def _goes_on(sentence: Sentence, place: int) -> bool:
    return sentence.is_free(place) and not (sentence.has_pause_before(place) and place > 0)


def _starts_of_other_meanings(sentence: Sentence) -> set[int]:
    others = [
        *(match.first for match in sentence.find(EXPRESSION_BOOK)),
        *(match.first for match in sentence.find(ACCESSORY_BOOK)),
        *(match.first for match in sentence.find(MOOD_BOOK)),
        *(match.first for match in sentence.find(ACTION_BOOK)),
    ]
    return set(others)


def _is_the_subject(sentence: Sentence, thing: _Thing) -> bool:
    """Whether "smashing pink axolotl" or "gaming with a bear" names who does it, the one creature in the message."""
    has_determiner = any(sentence.word(place) in _DETERMINERS for place in range(thing.first, thing.content))
    creatures = sentence.find(SPECIES_BOOK)
    colours = {place for match in sentence.find(COLOUR_BOOK) for place in range(match.first, match.last)}
    start = thing.content
    while start < thing.last and start in colours:
        start += 1
    is_company = sentence.word(thing.first) == "with"
    return (is_company or not has_determiner) and len(creatures) == 1 and creatures[0].first == start


def _shown(said: str, prop: str) -> str:
    """The thing in the streamer's words, or as it is known where those are endless."""
    return said.lower() if len(said) <= MAX_NAME_CHARACTERS else prop[:MAX_NAME_CHARACTERS]


def _words_before(sentence: Sentence, place: int) -> tuple[str, str]:
    return sentence.word(place - 1), sentence.word(place - 2)


def _ends_in_feeling(words: str) -> bool:
    """Tell "a big grin", a face to make, from "a love letter", a thing to hold."""
    parts = words_of(words)
    return any(match.last == len(parts) for match in EXPRESSION_BOOK.find_all(parts))


def _overlaps(one: Match[object], other: Match[object]) -> bool:
    return one.first < other.last and other.first < one.last


def _length(match: Match[object]) -> int:
    return match.last - match.first
