"""What a brief's words say about a badge: its frame, its metal, and the few letters that it can carry."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from coach_app.artists.offline.words import Words, written
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName
from coach_app.domain.phrases import PhraseBook, phrase_table

LONGEST_BADGE_TEXT = 3
_LONGEST_QUOTE = 20
_THOUSANDS = re.compile(r"(\d{1,2})[,.]?000")


class Frame(StrEnum):
    SHIELD = "shield"
    ROUND = "round"
    HEX = "hex"
    MEDAL = "medal"


class Metal(StrEnum):
    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"
    DIAMOND = "diamond"


_FRAME_WORDS: Mapping[str, str] = {
    "shield": "shield, crest, coat of arms",
    "round": "round, circle, circular, coin, button, disc",
    "hex": "hex, hexagon, hexagonal",
    "medal": "medal, rosette, seal, award",
}
_METAL_WORDS: Mapping[str, str] = {
    "bronze": "bronze, copper",
    "silver": "silver, steel",
    "gold": "gold, golden",
    "diamond": "diamond, platinum, crystal",
}
_FRAMES = PhraseBook({phrase: Frame(name) for phrase, name in phrase_table(_FRAME_WORDS).items()})
_METALS = PhraseBook({phrase: Metal(name) for phrase, name in phrase_table(_METAL_WORDS).items()})


def frame_of(brief: Brief, variant: int) -> Frame:
    """Return the frame that the words name, else each variant another."""
    frames = tuple(Frame)
    return _FRAMES.find_first(_looks(brief)) or frames[variant % len(frames)]


def metal_of(brief: Brief) -> Metal | None:
    return _METALS.find_first(f"{brief.text or ''} {_looks(brief)}")


def _looks(brief: Brief) -> str:
    return " ".join((brief.style or "", brief.background or "", *brief.palette))


def badge_words(brief: Brief, chosen: FontName | None, usual: FontName) -> Words:
    """Return the letters, or a sentence about words that have no room; "1000" is written "1K"."""
    words = "" if brief.no_text else (brief.text or "").strip().upper()
    words = _THOUSANDS.sub(r"\1K", words)
    if _METALS.find_first(words):
        return Words(chosen or usual, "", "")
    found = written(words, chosen, usual)
    if len(found.text) > LONGEST_BADGE_TEXT:
        quoted = found.text[:_LONGEST_QUOTE]
        return replace(
            found, text="", note=f"A badge has room for {LONGEST_BADGE_TEXT} letters, so I left out “{quoted}”."
        )
    return found
