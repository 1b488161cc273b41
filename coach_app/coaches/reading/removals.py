"""Finds what the streamer wants taken away: "remove the text", "no hat", "without the keyboard"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach_app.domain.brief import Brief
from coach_app.domain.doings import doing_of
from coach_app.domain.phrases import base_forms, phrase_table, words_of
from coach_app.domain.vocabulary import (
    find_accessories,
    find_action,
    find_colour,
    find_expression,
    find_mood,
    find_scene,
    find_species,
)


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken away, in the streamer's words, and the slots that change with it."""

    said: str
    slots: dict[str, object]
    start: int
    end: int


_REMOVING = re.compile(
    r"\b(?P<verb>remove|drop|lose|ditch|delete|without|no more|no|get rid of|take off|take away|take out|clear|minus"
    r"|cut|erase|scrap|skip|hide|don'?t (?:want|need|add|use|include)|doesn'?t need)\s+(?P<what>[^.;:!?\n]+)",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:take\s+)?(?P<what>(?:the |that |his |her |its )?[a-z]+)\s+off\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*(?:,\s*(?:and|or|no)\b|\b(?:and|or|no)\b|,|\bbut\b|\bthen\b|\binstead\b|\bplease\b|\bpls\b)\s*", re.IGNORECASE
)
# "when I lose a game" takes nothing away.
_TOLD_BEFORE = re.compile(r"\b(?:i|we|you|they|he|she|when|always|never|to)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:and|or|no)\b", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^(?:the|any|that|this|its|his|her|their|all the|all|of the|those|these|with)\s+", re.IGNORECASE
)
_MORE_DETERMINERS = re.compile(r"^(?:a|an)\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s+(?:on it|on top|at all|anymore|any more|from it|on (?:him|her)|thanks|though|now|needed)$", re.IGNORECASE
)

_SMALL_LINE = re.compile(r"(?:sub[- ]?|small(?:er)? |second |tag)(?:line|text|title|words?|letters)$", re.IGNORECASE)
SLOT_OF_WORD = phrase_table(
    {
        "text": "text, word, letter, lettering, caption, writing, title, headline",
        "colour": "colour, color",
        "background": "background, backdrop, scene, bg",
        "expression": "expression, face, emotion, feeling",
        "action": "action, prop, pose, item, object",
        "accessories": "accessory, hat, headwear, extra, gear",
        "game": "game",
        "mood": "mood, vibe",
        "subject": "subject, character",
        "palette": "palette, other colours, other colors",
    }
)


def find_removals(message: str, brief: Brief) -> list[Removal]:
    """Return every removal that can be told from the brief; "no, a cat" is none."""
    found: list[Removal] = []
    off = _OFF.search(message)
    slots_off = slots_without(off["what"], brief, is_plain_no=False) if off else None
    if off and slots_off is not None:
        return [Removal(_bare(off["what"]), slots_off, off.start(), off.end())]
    for match in _REMOVING.finditer(message):
        if _TOLD_BEFORE.search(message[: match.start()]):
            continue
        place = match.start("what")
        for part, divider, start, end in _parts_of(match["what"]):
            is_listed = start == 0 or bool(_GOES_ON.search(divider) or _DETERMINER.match(part))
            slots = slots_without(part, brief, is_plain_no=match["verb"].lower() == "no") if is_listed else None
            if slots is None:
                break
            brief = brief.with_slots(**slots)
            begin = match.start() if start == 0 else place + start
            found.append(Removal(_MORE_DETERMINERS.sub("", _bare(part)), slots, begin, place + end))
    return found


def unmet_removal(message: str, brief: Brief) -> Removal | None:
    """Return what shall be taken away although nothing of it is in the brief ("remove the dog")."""
    match = _REMOVING.search(message)
    if (
        match is None
        or _TOLD_BEFORE.search(message[: match.start()])
        or match["verb"].lower() in {"no", "skip", "hide", "cut", "lose", "without"}
    ):
        return None
    part, _, start, end = next(_parts_of(match["what"]), ("", "", 0, 0))
    if not _bare(part) or slots_without(part, brief, is_plain_no=False) is not None:
        return None
    place = match.start("what")
    return Removal(_bare(part), {}, match.start() if start == 0 else place + start, place + end)


def _parts_of(what: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield each thing listed, the word before it that parts it from the last, and its place."""
    place, last_divider = 0, ""
    for divider in _PARTS.finditer(what):
        if divider.start() > place:
            yield what[place : divider.start()], last_divider, place, divider.start()
        place, last_divider = divider.end(), divider.group()
    if what[place:].strip():
        yield what[place:], last_divider, place, len(what)


def _bare(part: str) -> str:
    return _TRAILING.sub("", _DETERMINER.sub("", _DETERMINER.sub("", part.strip()))).strip()


def slots_without(part: str, brief: Brief, *, is_plain_no: bool) -> dict[str, object] | None:
    """Return what the brief is without this thing, or None where it is nothing that can be taken away."""
    what = _bare(part) if is_plain_no else _MORE_DETERMINERS.sub("", _bare(part))
    words = [word.text for word in words_of(what)]
    if not words or len(words) > 4:
        return None
    if _SMALL_LINE.match(what):
        return {"sub_text": None}
    worn = _without_accessory(what, brief)
    if worn is not None:
        return {"accessories": worn}
    slot = next((SLOT_OF_WORD[form] for form in base_forms(words[-1]) if form in SLOT_OF_WORD), None)
    if slot == "text":
        return {"text": None, "sub_text": None, "no_text": True}
    if slot is not None:
        return {slot: () if slot in {"accessories", "palette"} else None}
    return _without_value(what, brief)


def _without_accessory(what: str, brief: Brief) -> tuple[str, ...] | None:
    """Return what is still worn; "the hat" means whichever hat it is."""
    unwanted = set(find_accessories(what))
    is_any_hat = "hat" in words_ending(what)
    kept = tuple(
        worn
        for worn in brief.accessories
        if not (unwanted & set(find_accessories(worn)) or (is_any_hat and "hat" in words_ending(worn)))
    )
    return kept if len(kept) < len(brief.accessories) else None


def words_ending(phrase: str) -> tuple[str, ...]:
    """Return the forms of the last word."""
    words = words_of(phrase)
    return base_forms(words[-1].text) if words else ()


def _without_value(what: str, brief: Brief) -> dict[str, object] | None:
    """Take a value away by its name, if it is what the brief holds."""
    if brief.text and what.lower().strip("“”\"'") == brief.text.lower():
        return {"text": None, "no_text": True}
    if brief.sub_text and what.lower().strip("“”\"'") == brief.sub_text.lower():
        return {"sub_text": None}
    if brief.style and (what.lower() in {"shape", "frame", "border"} or what.lower() in brief.style.lower().split()):
        return {"style": None}
    if brief.action and _is_in_action(what, brief.action):
        return {"action": None}
    if any(find_colour(what) == find_colour(colour) for colour in brief.palette) and find_colour(what):
        return {"palette": tuple(colour for colour in brief.palette if find_colour(colour) != find_colour(what))}
    same = (
        ("subject", find_species),
        ("colour", find_colour),
        ("expression", find_expression),
        ("background", find_scene),
        ("mood", find_mood),
    )
    for slot, find in same:
        value = getattr(brief, slot)
        if value and (value.lower() == what.lower() or (find(what) is not None and find(what) == find(value))):
            return {slot: None}
    if brief.game and what.lower() in brief.game.lower():
        return {"game": None}
    return None


def _is_in_action(what: str, action: str) -> bool:
    doing = doing_of(action)
    if doing is None:
        return False
    thing = {form for word in words_of(doing.prop) for form in base_forms(word.text)}
    is_thing = bool(thing) and all(thing & set(base_forms(word.text)) for word in words_of(what))
    return is_thing or find_action(what) == doing.action
