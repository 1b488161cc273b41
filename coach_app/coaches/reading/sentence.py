"""A message as words, of which some are already spoken for."""

import re
from collections.abc import Iterator
from typing import TypeVar

from coach_app.domain.phrases import Match, PhraseBook, Word, words_of

Value = TypeVar("Value")

_PAUSE = re.compile(r"[,.;:!?()\n|/–—]| - ")
_VOWEL = re.compile(r"[aeiouyäöüáéíóú0-9]")
_MANY_CONSONANTS = re.compile(r"[^\W\d_aeiouyäöüáéíóú]{5,}|([^\W\d])\1\1\1")
_LONGEST_ABBREVIATION = 3
_TAKEN = "\0"


def reads_like_words(text: str) -> bool:
    """Tell "narwhal" from "asdfkj", which has no vowel or many consonants in a row."""
    longer = [word for word in text.lower().split() if len(word) > _LONGEST_ABBREVIATION]
    return all(_VOWEL.search(word) and not _MANY_CONSONANTS.search(word) for word in longer)


class Sentence:
    """Words of a message in their order. What one meaning has taken, no other meaning finds again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: tuple[Word, ...] = words_of(text)
        self._is_taken = [False] * len(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """Return the word there, lower case; empty beyond either end."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def is_free(self, place: int) -> bool:
        return 0 <= place < len(self.words) and not self._is_taken[place]

    def has_free_word_at(self, character: int) -> bool:
        """Whether no meaning has taken the word at this character of the text."""
        return any(word.start <= character < word.end and self.is_free(at) for at, word in enumerate(self.words))

    def has_pause_before(self, place: int) -> bool:
        """Whether a comma, a stop or the like parts the word there from the one before it."""
        if not 0 < place < len(self.words):
            return True
        return bool(_PAUSE.search(self.text[self.words[place - 1].end : self.words[place].start]))

    def take(self, first: int, last: int) -> None:
        for place in range(max(first, 0), min(last, len(self.words))):
            self._is_taken[place] = True

    def take_characters(self, start: int, end: int) -> None:
        """Take every word that touches these characters of the text."""
        for place, word in enumerate(self.words):
            if word.start < end and word.end > start:
                self._is_taken[place] = True

    def find(self, book: PhraseBook[Value]) -> list[Match[Value]]:
        """Return the phrases of the book among the words still free."""
        free = [
            Word(_TAKEN, word.start, word.end) if is_taken else word
            for word, is_taken in zip(self.words, self._is_taken, strict=True)
        ]
        return book.find_all(free)

    def free_places(self) -> Iterator[int]:
        return (place for place, is_taken in enumerate(self._is_taken) if not is_taken)

    def said(self, first: int, last: int) -> str:
        """Return the streamer's own words from `first` up to `last` (exclusive), blanks tidied."""
        if first >= last:
            return ""
        return " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())
