"""Finds known phrases in free text: whole words, any case, tolerant of plurals, -ing, -ed and common slips."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from coach_app.domain.typos import TYPOS

Value = TypeVar("Value")
Meaning_co = TypeVar("Meaning_co", covariant=True)

# A word keeps its inner apostrophe ("let's"); a colour code is one word; an underscore or hyphen parts two words.
_WORD = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = frozenset("aeiouy")
_SHORTEST_ROOT = 3
_STRETCHED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: lower case, with its place in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning_co]):
    """A phrase found, as it stands in the book ("cat" for "cats"). `first` to `last` (exclusive) count words."""

    value: Meaning_co
    phrase: str
    first: int
    last: int


def words_of(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(found.group().replace("’", "'").lower(), found.start(), found.end()) for found in _WORD.finditer(text)
    )


def _roots(stem: str) -> Iterator[str]:
    """What can stand before -ing or -ed: smash|ing, rag(e)|ing, hug(g)|ing."""
    if len(stem) < _SHORTEST_ROOT or _VOWELS.isdisjoint(stem):
        return
    yield stem + "e"
    yield stem
    if stem[-1] == stem[-2]:
        yield stem[:-1]


@lru_cache(maxsize=8192)
def base_forms(word: str) -> tuple[str, ...]:
    """Return the word and what it may be an inflection of, likeliest first: "smashes" → smashes, smash, smashe."""
    forms = [word]
    if word.endswith("'s"):
        forms.append(word[:-2])
    if word.endswith("ies") and len(word) > _SHORTEST_ROOT + 1:
        forms.append(word[:-3] + "y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_ROOT:
        forms.append(word[:-1])
    if word.endswith("ied"):
        forms.append(word[:-3] + "y")
    for ending in ("ing", "ed", "in'"):
        if word.endswith(ending):
            forms.extend(_roots(word[: -len(ending)]))
    if word in TYPOS:
        forms.append(TYPOS[word])
    if _STRETCHED.search(word):
        forms.append(_STRETCHED.sub(r"\1", word))
    return tuple(dict.fromkeys(forms))


_Entry = tuple[tuple[str, ...], Value | None]


class PhraseBook(Generic[Value]):
    """Phrases with what they mean. The longest phrase wins; `not_meant` phrases are stepped over ("red panda")."""

    def __init__(self, phrases: Mapping[str, Value], not_meant: Sequence[str] = ()) -> None:
        self._by_first_word: dict[str, list[_Entry[Value]]] = {}
        for phrase, value in phrases.items():
            self._add(phrase, value)
        for phrase in not_meant:
            self._add(phrase, None)
        self._entries = lru_cache(maxsize=2048)(self._entries_at)

    def _add(self, phrase: str, value: Value | None) -> None:
        words = tuple(word.text for word in words_of(phrase))
        self._by_first_word.setdefault(words[0], []).append((words, value))

    def find_all(self, words: Sequence[Word]) -> list[Match[Value]]:
        """Return every phrase in these words, in their order, none overlapping."""
        found: list[Match[Value]] = []
        place = 0
        while place < len(words):
            entry = self._longest_at(words, place)
            if entry is None:
                place += 1
                continue
            phrase, value = entry
            if value is not None:
                found.append(Match(value, " ".join(phrase), place, place + len(phrase)))
            place += len(phrase)
        return found

    def find_first(self, text: str) -> Value | None:
        return next((match.value for match in self.find_all(words_of(text))), None)

    def _longest_at(self, words: Sequence[Word], place: int) -> _Entry[Value] | None:
        entries = self._entries(words[place].text)
        return next((entry for entry in entries if _stands_at(entry[0], words, place)), None)

    def _entries_at(self, first_word: str) -> tuple[_Entry[Value], ...]:
        """Return the phrases that begin with this word or a form of it, the longest first."""
        entries = [entry for form in base_forms(first_word) for entry in self._by_first_word.get(form, ())]
        return tuple(sorted(entries, key=lambda entry: -len(entry[0])))


def _stands_at(phrase: tuple[str, ...], words: Sequence[Word], place: int) -> bool:
    if len(phrase) == 1:
        return True
    if place + len(phrase) > len(words):
        return False
    return all(part in base_forms(words[place + step].text) for step, part in enumerate(phrase) if step)


def phrase_table(rows: Mapping[str, str]) -> dict[str, str]:
    """Turn rows of "meaning": "phrase, phrase" into phrase → meaning. A phrase given twice keeps its first meaning."""
    table: dict[str, str] = {}
    for meaning, phrases in rows.items():
        for phrase in phrases.split(","):
            table.setdefault(phrase.strip(), meaning)
    return table


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line, parted by blanks."""
    return frozenset(words.split())
