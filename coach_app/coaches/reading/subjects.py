"""Finds who or what is in the picture: a creature of the kit, else a thing that is there as an icon."""

from coach_app.coaches.reading.everyday_words import NO_DOINGS, NO_NOUNS, PARTS_OF_A_SUBJECT, THINGS_TO_WEAR
from coach_app.coaches.reading.sentence import Sentence, reads_like_words
from coach_app.coaches.reading.understanding import Context, Found, NoteKind
from coach_app.domain.asset_types import Composition
from coach_app.domain.doings import ACTIONS_WITH_PROP, doing_of, find_prop
from coach_app.domain.phrases import word_set
from coach_app.domain.readiness import needs_words
from coach_app.domain.slots import MAX_NAME_CHARACTERS
from coach_app.domain.vocabulary import ACTION_BOOK, SPECIES_BOOK

_DETERMINERS = word_set("a an my another")
_DESCRIBING = word_set(
    "big giant huge tiny little small large cute chubby fluffy baby fat old young round happy angry very super "
    "really kinda sort funny silly cool nice good pretty beautiful evil mini smol thicc magical fancy long short "
    "fast slow wild crazy"
)
_END_OF_A_NOUN = word_set(
    "with in on at and but that who which while holding wearing from for of to being is as like because so when "
    "or under over behind near doing having going getting into this these those then says saying looking feeling"
)
_NOUNS_IN_LY = word_set("jelly butterfly firefly dragonfly lily holly fly family bully trolley ally")
_END_OF_A_DOING = word_set("with and but while because please for in")
_MAX_WORDS_OF_A_DOING = 4
# "when I win": what stands behind one of these is a verb.
_PRONOUNS = word_set("i you we he she they it that who i've we've")
_LONGEST_NOUN_IN_ING = 5  # "king", "string"; "riding" is what it does
_MAX_WORDS_OF_A_NOUN = 3
_MAX_FREE_WORDS_IN_A_BARE_WISH = 4
# Where a picture needs words, a longer line is rather those.
_LONGEST_BARE_WISH = 4
_NOT_BEFORE_A_SUBJECT = word_set("with of for in on about like at to is after before from into during under over")
# What an answer that names a thing or an unknown word is taken for, when the coach has asked for this slot.
_UNKNOWN_ANSWERS = {
    "expression": NoteKind.UNKNOWN_FEELING,
    "mood": NoteKind.UNKNOWN_MOOD,
    "colour": NoteKind.UNKNOWN_COLOUR,
    "background": NoteKind.UNKNOWN_BACKGROUND,
    "accessories": NoteKind.UNKNOWN_ACCESSORY,
}


def find_creature(sentence: Sentence) -> tuple[Found, tuple[int, int] | None]:
    """Take the first creature of the kit; return its place among the words too."""
    found = Found()
    matches = sentence.find(SPECIES_BOOK)
    for match in matches:
        sentence.take(match.first, match.last)
    if not matches:
        return found, None
    first = matches[0]
    found.slots["subject"] = first.phrase
    if any(match.value != first.value for match in matches):
        found.note(NoteKind.ONE_CHARACTER, first.phrase)
    return found, (first.first, first.last)


def find_unknown_doing(sentence: Sentence, context: Context, subject: tuple[int, int] | None) -> Found:
    """Note an -ing word that no action is known for, with what follows it: "riding a unicycle".

    It has to stand after its subject: "ranking every starter, a frog" is not what the frog does.
    """
    found = Found()
    if subject is None and context.brief.subject is None:
        return found
    for place in list(sentence.free_places()):
        if subject is not None and place < subject[0]:
            continue
        word = sentence.word(place)
        if not word.endswith("ing") or len(word) < len("doing") or word in NO_DOINGS:
            continue
        if ACTION_BOOK.find_all(sentence.words[place : place + 1]):
            continue
        last = place + 1
        while sentence.is_free(last) and not sentence.has_pause_before(last) and last - place < _MAX_WORDS_OF_A_DOING:
            if sentence.word(last) in _END_OF_A_DOING:
                break
            last += 1
        while sentence.word(last - 1) in _DETERMINERS | _END_OF_A_NOUN and last - 1 > place:
            last -= 1
        found.note(NoteKind.UNKNOWN_DOING, sentence.said(place, last).lower())
        sentence.take(place, last)
        return found
    return found


def find_thing(sentence: Sentence, context: Context) -> Found:
    """Take a thing named in a subject's place; note it where it can't be drawn, or answers another question."""
    found = Found()
    after_determiner = _noun_after_determiner(sentence)
    span = after_determiner or _bare_noun(sentence, context)
    if span is None:
        return found
    words = sentence.said(*span).lower()
    sentence.take(*span)
    thing = find_prop(words, context.props)
    is_answer = context.brief.subject is not None and (after_determiner is None or thing is None)
    if len(words) > MAX_NAME_CHARACTERS:
        return found
    said = sentence.said(span[0] - 1 if after_determiner else span[0], span[1]).lower()
    open_action = _action_without_thing(context)
    if thing is not None and open_action is not None:
        found.slots["action"] = f"{open_action} {said}"
    elif context.focus == "action" and context.brief.subject is not None:
        _hold(said, thing, found)
    elif context.brief.subject is not None and words.split()[-1] in THINGS_TO_WEAR:
        found.note(NoteKind.UNKNOWN_ACCESSORY, words)
    elif context.focus in _UNKNOWN_ANSWERS and (is_answer or context.focus in {"background", "accessories"}):
        found.note(_UNKNOWN_ANSWERS[context.focus], words)
    elif thing is None and context.brief.subject is not None and context.focus != "subject":
        found.note(NoteKind.UNKNOWN_THING, words)
    elif thing is None:
        is_wish = not needs_words(context.asset_type) and reads_like_words(words)
        if after_determiner or context.focus == "subject" or is_wish:
            found.note(NoteKind.UNKNOWN_SUBJECT, words)
    else:
        found.slots["subject"] = thing
        if context.asset_type.composition is not Composition.PANEL:
            found.note(NoteKind.ICON_SUBJECT, thing, context.props.find(thing) or "")
    return found


def _action_without_thing(context: Context) -> str | None:
    """Return the action that waits for its thing: after "smashing his desk" there is no desk yet."""
    if context.brief.subject is None or context.focus == "subject":
        return None
    doing = doing_of(context.brief.action) if context.brief.action else None
    is_waiting = doing is not None and doing.action in ACTIONS_WITH_PROP and not doing.prop
    return context.brief.action if is_waiting else None


def _hold(said: str, thing: str | None, found: Found) -> None:
    if thing is None:
        found.note(NoteKind.UNKNOWN_DOING, said)
    else:
        found.slots["action"] = f"holding {said}"


def _noun_after_determiner(sentence: Sentence) -> tuple[int, int] | None:
    """Return the noun after "a" or "my", past what describes it: "a raging pink [llama] with …"."""
    for place in sentence.free_places():
        if sentence.word(place) not in _DETERMINERS or sentence.word(place - 1) in _NOT_BEFORE_A_SUBJECT:
            continue
        start = place + 1
        while start < len(sentence) and not sentence.has_pause_before(start):
            if sentence.is_free(start) and sentence.word(start) not in _DESCRIBING:
                break
            start += 1
        noun = _noun_from(sentence, start)
        if noun is not None:
            return noun
    return None


def _bare_noun(sentence: Sentence, context: Context) -> tuple[int, int] | None:
    """Return the noun of "angry llama": the message is short, and it answers a question or a subject is open."""
    is_open = context.brief.subject is None or context.focus in {"subject", "action", *_UNKNOWN_ANSWERS}
    is_open = is_open or _action_without_thing(context) is not None
    if needs_words(context.asset_type) and context.focus != "subject" and len(sentence) > _LONGEST_BARE_WISH:
        return None
    free = [place for place in sentence.free_places() if sentence.word(place) not in NO_NOUNS | _DESCRIBING]
    if not is_open or not free or len(free) > _MAX_FREE_WORDS_IN_A_BARE_WISH:
        return None
    lead = free[0] - 1
    while sentence.word(lead) in _DETERMINERS | _DESCRIBING:
        lead -= 1
    return None if sentence.word(lead) in _NOT_BEFORE_A_SUBJECT | _PRONOUNS else _noun_from(sentence, free[0])


def _noun_from(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Return up to three words from there, and what an "of" adds to them: "slice of pizza"."""
    last = start
    while sentence.is_free(last) and last - start < _MAX_WORDS_OF_A_NOUN:
        word = sentence.word(last)
        is_parted = last > start and sentence.has_pause_before(last)
        is_of = word == "of" and last > start and sentence.is_free(last + 1)
        is_adverb = word.endswith("ly") and word not in _NOUNS_IN_LY
        is_doing = last > start and len(word) > _LONGEST_NOUN_IN_ING and word.endswith("ing")
        is_end = is_adverb or is_doing or word in _END_OF_A_NOUN or word in NO_NOUNS or word in PARTS_OF_A_SUBJECT
        if is_parted or (is_end and not is_of) or not word.replace("'", "").isalpha():
            break
        last += 1
    return (start, last) if last > start and len(sentence.word(start)) > 1 else None
