"""A picture's words in a font that has their letters, and the sentences about those that none has."""

from dataclasses import dataclass

from coach_app.artists.offline.commission import lost_letters
from coach_app.artists.offline.fonts import writable
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.fonts import FontName


@dataclass(frozen=True, slots=True)
class Words:
    """`note` is what to tell about font and letters, or ""."""

    font: FontName
    text: str
    note: str


def title_words(wish: Wish, usual: FontName) -> Words:
    return written(wish.text, wish.scheme.title_font, usual)


def small_words(wish: Wish, usual: FontName) -> Words:
    return written(wish.sub_text, wish.scheme.text_font, usual)


def written(given: str, chosen: FontName | None, usual: FontName) -> Words:
    """Return the words in capitals; a font that the channel chose is only left with a word about it."""
    wanted = chosen or usual
    font, text, lost = writable(given.upper(), wanted)
    notes = [lost_letters(lost)] if lost else []
    if chosen and font is not chosen:
        notes.append(f"{chosen.label} has not all of these letters, so I wrote them in {font.label}.")
    return Words(font, text, " ".join(notes))


def notes_of(*words: Words) -> str:
    """Return each sentence once."""
    return " ".join(dict.fromkeys(one.note for one in words if one.note))
