"""What frames a badge: a shape and a metal, as streamers name them ("gold shield")."""

from enum import StrEnum

from coach_app.domain.phrases import PhraseBook, phrase_table


class BadgeShape(StrEnum):
    SHIELD = "shield"
    HEX = "hex"
    MEDAL = "medal"


class BadgeMetal(StrEnum):
    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    DIAMOND = "diamond"
    RUBY = "ruby"
    EMERALD = "emerald"


_SHAPE_WORDS = {
    "shield": "shield, crest, coat of arms, emblem",
    "hex": "hex, hexagon, hexagonal",
    "medal": "medal, medallion, circle, coin, rosette",
}
_METAL_WORDS = {
    "gold": "gold, golden",
    "silver": "silver, platinum, steel, iron, chrome",
    "bronze": "bronze, copper",
    "diamond": "diamond, crystal, ice",
    "ruby": "ruby",
    "emerald": "emerald",
}
SHAPE_BOOK = PhraseBook({phrase: BadgeShape(name) for phrase, name in phrase_table(_SHAPE_WORDS).items()})
METAL_BOOK = PhraseBook({phrase: BadgeMetal(name) for phrase, name in phrase_table(_METAL_WORDS).items()})


def find_badge_shape(text: str) -> BadgeShape | None:
    return SHAPE_BOOK.find_first(text)


def find_badge_metal(text: str) -> BadgeMetal | None:
    return METAL_BOOK.find_first(text)
