"""Keeps our key out of what a server says: some quote it."""

from coach_app.domain.provider_words import one_line

_MARK = "[key]"
# A shorter word of a key is none that could be told from others.
_FEWEST_CHARACTERS = 6


class HiddenKey:
    """A key, and each of its words."""

    def __init__(self, key: str) -> None:
        words = key.split()
        self._secrets = [" ".join(words), *(word for word in words if len(word) >= _FEWEST_CHARACTERS)]

    def left_out(self, text: str) -> str:
        """Return the beginning of a text as it may be shown and logged: on one line, and without the key."""
        line = one_line(text)
        for secret in filter(None, self._secrets):
            line = line.replace(secret, _MARK)
        return line
