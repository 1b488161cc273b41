"""Reads what is turned down, pointed at or missed: "don't make it purple", "put it on the left", "there's no hat"."""

import re

from coach_app.coaches.reading.removals import SLOT_OF_WORD, Removal, slots_without
from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.understanding import Context, Found, NoteKind
from coach_app.domain.brief import Brief
from coach_app.domain.phrases import base_forms, words_of
from coach_app.domain.vocabulary import COLOUR_BOOK, find_accessories, find_colour, find_species

_TURNED_DOWN = re.compile(
    r"(?<!is )(?<!'s )(?<!’s )\b(?:not|never|no|nothing|don['’]?t|shouldn['’]?t|anything but|without)"
    r"(?:\s+(?:make|turn|paint|colou?r|want|have|use|like|do|be|go|keep|need))?"
    r"(?:\s+(?:it|him|her|them|that|this|the \w+|my \w+))?(?:\s+(?:to be|be|in|with))?(?:\s+(?:a|an|any|the))?\s+$",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+(?:or|nor)\s+", re.IGNORECASE)
_POINTED_AT = re.compile(
    r"^\W*(?:no\W+)?(?:i (?:mean|meant)\W+)?not (?:the |that |my )?(?P<other>[\w' ]{2,30}?)\s*[,;.:-]+\s*"
    r"(?:but |i (?:mean|meant) )?(?:the |that |my )(?P<meant>[\w' ]{2,30}?)\W*$",
    re.IGNORECASE,
)
_FIGURES_OF_SPEECH = re.compile(
    r"\b(?:i(?:['’]ve| have)?\s+)?(?:just\s+)?chang(?:e|ed|ing) (?:my|your) mind\b|\bon second thoughts?\b",
    re.IGNORECASE,
)
_PLACEMENT = re.compile(
    r"(?:\b(?:(?P<moving>put|place|move|shift|align|have)\s+(?:it|him|her|them|that|this|(?:the|my)\s+\w+(?:\s+\w+)?)\s+)?"
    r"(?:(?:a bit |further |more |over )*(?:on|to|at|in|towards?) the\s+)"
    r"|\b(?P<moved>move|shift|align)\s+(?:(?:it|him|her|them|(?:the|my)\s+\w+)\s+)?(?:further |more |a bit )*)"
    r"(?:(?:top|bottom|upper|lower|very)[ -])?(?:left|right|top|bottom|cent(?:er|re)|middle|corner)"
    r"(?:[ -](?:side|corner|half|edge))?\b(?! of (?!the (?:picture|image|emote|thumbnail|screen|frame)\b|it\b))",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”«»]")
_MISSED = re.compile(
    r"(?:\b(?:there(?:['’]?s| is| are)|it has|(?:he|she|it)['’]s got|i (?:can )?see)\s+(?:still\s+)?(?:no|not any)"
    r"|\b(?:i (?:can['’]?t|don['’]?t|cannot) see|where(?:['’]?s| is| are| did))\s+(?:the|any|my|his|her|its))"
    r"\s+(?P<what>[\w' -]{2,30}?)(?:\s+(?:in (?:it|the (?:picture|image))|on (?:it|him|her)|go|anywhere))?\W*$"
    r"|^\W*(?:the|my|his|her|its)\s+(?P<gone>[\w' -]{2,30}?)\s+(?:is|are|['’]s)\s+"
    r"(?:still\s+)?(?:missing|not there)\W*$",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(
    r"\b(?:(?:that|and|it|should|just|make it|let it)\s+)*(?:say|says|saying|write|reads?)\s+"
    r"(?:nothing|no words?|no text)\b(?=\s*(?:[,.;!?]|$|and\b|at all\b|please\b|pls\b))(?:\s+at all)?",
    re.IGNORECASE,
)


def without_placement(text: str, found: Found) -> str:
    """Blank out where something is to stand, and note it: that can't be chosen."""
    match = None if _QUOTES.search(text) else _PLACEMENT.search(text)
    if match is None:
        return text
    found.note(NoteKind.PLACEMENT, "")
    return text[: match.start()] + " " * len(match.group()) + text[match.end() :]


def without_figures_of_speech(text: str) -> str:
    """Blank out "change my mind", which names no thing to draw."""
    return _FIGURES_OF_SPEECH.sub(lambda match: " " * len(match.group()), text)


def find_pointed_at(text: str, context: Context, found: Found) -> bool:
    """Note "not the dragon, the text": which thing was meant, without what shall become of it."""
    match = _POINTED_AT.match(text)
    if match is None or not _is_in_picture(match["meant"], context.brief):
        return False
    found.note(NoteKind.OTHER_MEANT, match["meant"].lower(), match["other"].lower())
    return True


def find_missed(text: str, context: Context, found: Found) -> bool:
    """Note "there's no crown": a complaint where it is in the brief, else a thing that can be added."""
    match = _MISSED.search(text)
    what = (match["what"] or match["gone"]).lower() if match else ""
    is_had = bool(what) and _is_in_brief(what, context.brief)
    if not is_had and not (find_accessories(what) or find_species(what)):
        return False
    found.note(NoteKind.MISSING_IN_PICTURE if is_had else NoteKind.NOT_IN_BRIEF, what)
    return True


def find_no_words(text: str) -> Removal | None:
    """Return the wish of "say nothing": no words at all."""
    match = _NO_WORDS.search(text)
    slots: dict[str, object] = {"text": None, "sub_text": None, "no_text": True}
    return Removal("text", slots, *match.span()) if match else None


def take_colours_turned_down(sentence: Sentence) -> list[str]:
    """Take "don't make it purple or red" out of the sentence and return the colours."""
    gone: list[str] = []
    end_of_last = -1
    for match in sentence.find(COLOUR_BOOK):
        start, end = sentence.words[match.first].start, sentence.words[match.last - 1].end
        lead = _TURNED_DOWN.search(sentence.text[:start])
        goes_on = end_of_last >= 0 and _OR.fullmatch(sentence.text[end_of_last:start])
        if (lead or goes_on) and sentence.word(match.last) != "enough":
            gone.append(sentence.said(match.first, match.last).lower())
            sentence.take_characters(lead.start() if lead else end_of_last, end)
            end_of_last = end
    return gone


def without_colours(gone: list[str], context: Context, found: Found) -> list[Removal]:
    """Clear the colours turned down; where the message names another, that one is simply taken."""
    if not gone or "colour" in found.slots or "palette" in found.slots:
        return []
    removals: list[Removal] = []
    for colour in gone:
        if context.brief.colour and find_colour(colour) == find_colour(context.brief.colour):
            removals.append(Removal(colour, {"colour": None}, 0, 0))
        elif kept := _palette_without(colour, context.brief):
            removals.append(Removal(colour, {"palette": kept[0]}, 0, 0))
    for removal in removals:
        found.slots |= removal.slots
        if "colour" in removal.slots:
            found.note(NoteKind.WHICH_COLOUR, "")
    if not removals:
        found.note(NoteKind.NOTHING_TO_REMOVE, gone[0])
    return removals


def _palette_without(colour: str, brief: Brief) -> list[tuple[str, ...]]:
    kept = tuple(other for other in brief.palette if find_colour(other) != find_colour(colour))
    return [kept] if len(kept) < len(brief.palette) else []


def _is_in_picture(what: str, brief: Brief) -> bool:
    last = words_of(what)[-1:]
    is_slot = any(form in SLOT_OF_WORD for word in last for form in base_forms(word.text))
    return is_slot or _is_in_brief(what, brief)


def _is_in_brief(what: str, brief: Brief) -> bool:
    slots = slots_without(what, brief, is_plain_no=False) or {}
    return any(getattr(brief, slot) for slot in slots if slot != "no_text")
