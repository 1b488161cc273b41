"""Finds what the subject wears and which colours it has."""

from coach_app.coaches.reading.everyday_words import PARTS_OF_A_SUBJECT, THINGS_TO_WEAR
from coach_app.coaches.reading.kinds import is_name_of_the_whole, is_of_the_whole
from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.understanding import Context, Found, NoteKind
from coach_app.domain.asset_types import Composition
from coach_app.domain.phrases import word_set
from coach_app.domain.slots import MAX_ACCESSORIES, MAX_PALETTE_COLOURS
from coach_app.domain.vocabulary import (
    ACCESSORY_BOOK,
    COLOUR_BOOK,
    EXPRESSION_BOOK,
    SPECIES_BOOK,
    find_accessories,
    find_colour,
    find_species,
)

_SIZES = word_set("big giant huge tiny little small large cute fancy shiny sparkly")
_WEARING = word_set("wearing wears wear")
_ARTICLES = word_set("a an the that some his her its their my")
_CHANGING = word_set("make turn paint colour color change")
_ENDS = word_set("and with while but on in")

# What a colour word before it colours: the letters, the surroundings, or a part that has no colour of its own.
_OTHER_COLOUR_OF = word_set(
    "text letters letter words word lettering font background backdrop bg outline border glow accents accent "
    "details highlights confetti flames fire lights light rays sky theme palette vibes"
)
_BEFORE_A_COLOUR = word_set("in is to be should")
_COAT = word_set("fur skin body coat colour color one version")
_SHADES = {
    "darker": "dark",
    "lighter": "light",
    "brighter": "bright",
    "paler": "pale",
    "softer": "pastel",
    "deeper": "deep",
}
_TOWARDS = {
    "bluer": "blue",
    "redder": "red",
    "pinker": "pink",
    "greener": "green",
    "yellower": "yellow",
    "purpler": "purple",
    "browner": "brown",
    "blacker": "black",
    "whiter": "white",
    "greyer": "grey",
    "grayer": "grey",
}
_MANY_COLOURS = word_set("rainbow multicolour multicolor multicoloured multicolored colourful colorful")
_MAX_WORDS_WORN = 3


def find_accessories_worn(sentence: Sentence, context: Context) -> Found:
    """Add what is worn to what is worn already; say so where a thing to wear is not in the kit."""
    found = Found()
    if _is_shown_by_itself(sentence, context):
        return found
    worn = {accessory: phrase for phrase in context.brief.accessories for accessory in find_accessories(phrase)}
    matches = sentence.find(ACCESSORY_BOOK)
    for match in matches:
        first = _start_of_looks(sentence, match.first)
        # "dressed as a wizard" means the hat, and is shown as that.
        name = match.value.value.replace("_", " ") if match.phrase.startswith("as ") else match.phrase
        colour, last = _colour_after(sentence, first, match.last)
        worn[match.value] = f"{colour or sentence.said(first, match.first)} {name}".strip().lower()
        before = first - 1 if sentence.word(first - 1) in _ARTICLES else first
        lead = before - 1 if sentence.word(before - 1) in _WEARING | {"with", "in", "and", "add", "plus"} else before
        sentence.take(lead, last)
    if matches:
        found.slots["accessories"] = tuple(worn.values())[-MAX_ACCESSORIES:]
    if len(worn) > MAX_ACCESSORIES:
        found.note(NoteKind.TOO_MANY_ACCESSORIES, "")
    _note_unknown_worn(sentence, found)
    return found


def find_colours(sentence: Sentence, context: Context, subject: tuple[int, int] | None) -> Found:
    """Tell the subject's colour from other colours by where the words stand."""
    found = Found()
    others: list[str] = []
    is_repainted = False
    has_creature = subject is not None or find_species(context.brief.subject or "") is not None
    for first, last in _colour_places(sentence):
        said = sentence.said(first, last).lower()
        thing = sentence.word(last)
        if thing in PARTS_OF_A_SUBJECT | THINGS_TO_WEAR and not sentence.has_pause_before(last):
            found.note(NoteKind.PART_OF_SUBJECT, f"{said} {thing}")
        elif has_creature and _is_of_the_picture(sentence, first, last, context):
            others.append(said)
            is_repainted = True
        elif thing in _OTHER_COLOUR_OF or "colour" in found.slots or _follows_its_thing(sentence, first):
            others.append(said)
        elif subject is None or last <= subject[0] or first == subject[1] or _is_about_subject(sentence, first, last):
            found.slots["colour"] = said
        else:
            others.append(said)
        sentence.take(first, last + 1 if thing in _COAT else last)
    if others:
        kept = [colour for colour in context.brief.palette if colour not in others and not is_repainted]
        found.slots["palette"] = tuple([*kept, *dict.fromkeys(others)][-MAX_PALETTE_COLOURS:])
    _shade_colour(sentence, context, found)
    for place in list(sentence.free_places()):
        if sentence.word(place) in _MANY_COLOURS:
            found.note(NoteKind.MANY_COLOURS, sentence.word(place))
            sentence.take(place, place + 1)
    return found


def _follows_its_thing(sentence: Sentence, first: int) -> bool:
    """Whether the colour ends "make the words green", "the outline in blue"."""
    return _thing_before(sentence, first) in _OTHER_COLOUR_OF


def _is_shown_by_itself(sentence: Sentence, context: Context) -> bool:
    """Whether "a crown" answers what stands beside a panel's words: nobody is there to wear it."""
    is_panel = context.asset_type.composition is Composition.PANEL and context.focus == "subject"
    return is_panel and context.brief.subject is None and not sentence.find(SPECIES_BOOK)


def _is_of_the_picture(sentence: Sentence, first: int, last: int, context: Context) -> bool:
    """Whether it colours the picture itself: "a purple donate panel", "make the panel green"."""
    return is_of_the_whole(sentence, last, context) or is_name_of_the_whole(_thing_before(sentence, first), context)


def _thing_before(sentence: Sentence, first: int) -> str:
    if sentence.has_pause_before(first):
        return ""
    before = first - 1
    while sentence.word(before) in _BEFORE_A_COLOUR:
        before -= 1
    return sentence.word(before)


def _shade_colour(sentence: Sentence, context: Context, found: Found) -> None:
    """Change the colour that the subject has, at "darker" or "bluer"."""
    shade = next((place for place in sentence.free_places() if sentence.word(place) in _SHADES | _TOWARDS), None)
    if shade is None or "colour" in found.slots:
        return
    plain = (context.brief.colour or "").split()[-1:]
    shaded = _shaded(sentence.word(shade), *plain)
    thing = sentence.word(shade - 1)
    if thing in PARTS_OF_A_SUBJECT | THINGS_TO_WEAR and not sentence.has_pause_before(shade):
        found.note(NoteKind.PART_OF_SUBJECT, f"{sentence.word(shade)} {thing}")
        sentence.take(shade, shade + 1)
    elif shaded and find_colour(shaded) != find_colour(context.brief.colour or ""):
        found.slots["colour"] = shaded
        sentence.take(shade, shade + 1)


def _shaded(word: str, plain: str = "") -> str:
    """Return the colour that "darker" or "bluer" makes of another one; empty where it makes none."""
    towards = _TOWARDS.get(word)
    if towards and towards != plain:
        return towards
    return f"{_SHADES.get(word, 'deep')} {plain}" if plain else ""


def _colour_after(sentence: Sentence, first: int, last: int) -> tuple[str, int]:
    """Return the colour of "make the cap red", or redder, and where it ends."""
    leads = {sentence.word(first - 1), sentence.word(first - 2)}
    if leads.isdisjoint(_CHANGING) or sentence.has_pause_before(last):
        return "", last
    if towards := _TOWARDS.get(sentence.word(last)):
        return towards, last + 1
    colour = next((span for span in _colour_places(sentence) if span[0] == last), None)
    return (sentence.said(*colour), colour[1]) if colour else ("", last)


def _start_of_looks(sentence: Sentence, place: int) -> int:
    """Return where "big red" before "crown" begins."""
    colours = {at for first, last in _colour_places(sentence) for at in range(first, last)}
    while place > 0 and not sentence.has_pause_before(place) and sentence.is_free(place - 1):
        if place - 1 not in colours and sentence.word(place - 1) not in _SIZES:
            break
        place -= 1
    return place


def _colour_places(sentence: Sentence) -> list[tuple[int, int]]:
    names = [(match.first, match.last) for match in sentence.find(COLOUR_BOOK)]
    codes = [(place, place + 1) for place in sentence.free_places() if sentence.word(place).startswith("#")]
    return sorted(names + codes)


def _is_about_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the colour stands by itself after the subject: "…, make it blue", "but pink", "a cat, blue"."""
    leads = {
        "it",
        "him",
        "her",
        "them",
        "but",
        "in",
        "is",
        "be",
        "colour",
        "color",
        "colored",
        "coloured",
        "being",
        "to",
    }
    return sentence.word(first - 1) in leads or sentence.has_pause_before(first) or sentence.word(last) in _COAT


def _note_unknown_worn(sentence: Sentence, found: Found) -> None:
    feelings = {match.first for match in sentence.find(EXPRESSION_BOOK)}
    for place in list(sentence.free_places()):
        lead = sentence.word(place)
        if lead not in _WEARING | {"in"}:
            continue
        start = place + 1
        while sentence.is_free(start) and sentence.word(start) in _ARTICLES:
            start += 1
        last = start
        while sentence.is_free(last) and not sentence.has_pause_before(last) and last - start < _MAX_WORDS_WORN:
            if sentence.word(last) in _ENDS or last in feelings:
                break
            last += 1
        words = sentence.said(start, last).lower()
        is_worn = lead != "in" or sentence.word(last - 1) in THINGS_TO_WEAR
        if words and is_worn and not find_colour(words):
            found.note(NoteKind.UNKNOWN_ACCESSORY, words)
            sentence.take(place, last)
