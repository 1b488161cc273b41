"""Keeps our key out of what a server says: some quote it."""

import re
from collections.abc import Iterable

from coach_app.domain.provider_words import READ_CHARACTERS, one_line, unbroken

_MARK = "[key]"
# A shorter key, or word of a key, is none that could be told from other words.
_FEWEST_CHARACTERS = 6
# Servers that want no key are given any word, which a coach may say.
_FEWEST_IN_SPEECH, _FEWEST_LETTERS_IN_SPEECH = 8, 16


class HiddenKey:
    """A key, and each of its words."""

    def __init__(self, key: str) -> None:
        words = key.split()
        secrets = {secret for secret in (" ".join(words), *words) if len(secret) >= _FEWEST_CHARACTERS}
        self._secrets = sorted(secrets, key=len, reverse=True)
        self._spoken = [secret for secret in self._secrets if _stands_out(secret)]
        self._written = _any_of(self._secrets)
        self._said = _any_of(self._spoken)

    def left_out(self, text: str) -> str:
        """Return the beginning of a text as it may be shown and logged: on one line, and without the key."""
        line = unbroken(text)
        if len(text) > READ_CHARACTERS:
            # The rest of the key may have been cut off.
            line = line[: _beginning_of_one(line, 0, self._secrets)]
        return one_line(self._written.sub(_MARK, line))

    def hidden(self, text: str) -> str:
        """Return a whole text without the key; what may be a word of any talk is none."""
        return self._said.sub(_MARK, text)

    def hidden_so_far(self, text: str) -> str:
        """Return the part of a text that is still coming as `hidden` will have it: its end is held back for as long as
        it may become the key."""
        told, at = "", 0
        while True:
            held = _beginning_of_one(text, at, self._spoken)
            found = self._said.search(text, at)
            if found is None or held <= found.start():
                return told + text[at:held]
            told += text[at : found.start()] + _MARK
            at = found.end()


def _stands_out(secret: str) -> bool:
    return len(secret) >= (_FEWEST_LETTERS_IN_SPEECH if secret.isalpha() else _FEWEST_IN_SPEECH)


def _beginning_of_one(text: str, at: int, secrets: Iterable[str]) -> int:
    """Return where, from `at` on, the text ends in the beginning of a secret, or else its length."""
    longest = max(map(len, secrets), default=0)
    for start in range(max(at, len(text) - longest + 1), len(text)):
        end = text[start:]
        if any(len(end) < len(secret) and secret.startswith(end) for secret in secrets):
            return start
    return len(text)


def _any_of(secrets: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that takes the first of these that fits, and never an empty text."""
    return re.compile("|".join(map(re.escape, secrets)) or r"(?!)")
