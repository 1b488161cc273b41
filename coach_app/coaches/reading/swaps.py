"""Sets aside what is named only to be replaced, and tells which slot a message itself speaks of."""

import re

from coach_app.coaches.reading.sentence import Sentence
from coach_app.domain.phrases import phrase_table

_SWAPPED = re.compile(
    r"\b(?:change|swap|switch|replace|turn|trade)\s+(?P<old>(?:(?!\b(?:to|for|with|into|by)\b)[^,.;!?]){1,40}?)"
    r"\s+(?:to|for|with|into|by)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?P<old>[\w' ]{1,30}?)\s+to\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|and not|not)\s+(?P<old>(?:an?\s+|the\s+|that\s+)?[\w'-]+(?:\s+[\w'-]+){0,2})",
    re.IGNORECASE,
)
_OLD_ENDS = re.compile(r"\s+(?:but|with|and|make|please|it|anymore|holding|wearing)\b.*", re.IGNORECASE)

_SLOT_NAMES = phrase_table(
    {
        "colour": "colour, color",
        "background": "background, backdrop, bg, scene",
        "mood": "mood, vibe",
        "game": "game",
        "expression": "expression, face, emotion, feeling",
        "action": "action, pose",
        "subject": "subject, character, animal",
        "accessories": "accessory, hat",
    }
)
_NAMES_A_SLOT = re.compile(
    rf"\b(?:the |its |his |her |my )?(?P<name>{'|'.join(_SLOT_NAMES)})\s*"
    r"(?::|=|\bto be\b|\bto\b|\bis\b|\bshould be\b|\bcould be\b|\bas\b|\bcalled\b)\s*",
    re.IGNORECASE,
)


def set_aside_replaced(sentence: Sentence) -> list[str]:
    """Take the words that are to go ("swap the cat for a dog", "not red"), and return them."""
    gone: list[str] = []
    for pattern in (_SWAPPED, _FROM, _INSTEAD):
        for match in pattern.finditer(sentence.text):
            old = _OLD_ENDS.sub("", match["old"])
            sentence.take_characters(match.start("old"), match.start("old") + len(old))
            gone.append(old)
    return gone


def slot_named(sentence: Sentence) -> str | None:
    """Return the slot of "change the colour to …" or "game: …", and take the words that name it."""
    match = _NAMES_A_SLOT.search(sentence.text)
    if match is None:
        return None
    sentence.take_characters(match.start(), match.end())
    return _SLOT_NAMES[match["name"].lower()]
