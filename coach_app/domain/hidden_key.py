"""Keeps our key out of what a server says: some quote it."""

import re

from coach_app.domain.provider_words import one_line

_MARK = "[key]"
# A shorter word of a key is none that could be told from others.
_FEWEST_CHARACTERS = 6
# Servers that want no key are given any word, which a coach may say.
_FEWEST_IN_SPEECH, _FEWEST_LETTERS_IN_SPEECH = 8, 16


class HiddenKey:
    """A key, and each of its words."""

    def __init__(self, key: str) -> None:
        words = key.split()
        whole = [" ".join(words)] if words else []
        self._secrets = [*whole, *(word for word in words if len(word) >= _FEWEST_CHARACTERS)]
        spoken = sorted(filter(_stands_out, self._secrets), key=len, reverse=True)
        beginnings = [secret[:size] for secret in spoken for size in range(len(secret) - 1, 0, -1)]
        self._whole = re.compile(_any_of(spoken))
        self._so_far = re.compile(rf"(?P<held>{_any_of(beginnings)})\Z|{_any_of(spoken)}")

    def left_out(self, text: str) -> str:
        """Return the beginning of a text as it may be shown and logged: on one line, and without the key."""
        line = one_line(text)
        for secret in self._secrets:
            line = line.replace(secret, _MARK)
        return line

    def hidden(self, text: str) -> str:
        """Return a whole text without the key; what may be a word of any talk is none."""
        return self._whole.sub(_MARK, text)

    def hidden_so_far(self, text: str) -> str:
        """Return the part of a text that is still coming as `hidden` will have it: its end is held back for as long as
        it may become the key."""
        return self._so_far.sub(lambda found: "" if found["held"] else _MARK, text)


def _stands_out(secret: str) -> bool:
    return len(secret) >= (_FEWEST_LETTERS_IN_SPEECH if secret.isalpha() else _FEWEST_IN_SPEECH)


def _any_of(texts: list[str]) -> str:
    """Return a pattern that takes the first of these that fits, and never an empty text."""
    return f"(?:{'|'.join(map(re.escape, texts))})" if texts else r"(?!)"
