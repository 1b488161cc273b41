"""The installed icon set: finds one by a phrase, reads one by its name without loading the others."""

import json
import mmap
import re
from functools import lru_cache
from pathlib import Path

from coach_app.artists.offline.icon_words import ICON_FOR_WORD, NOT_THINGS
from coach_app.artists.offline.packages import package_file

_SET = "@iconify-json/fluent-emoji-flat"
ICON_BOX = 32
_ENTRY = re.compile(rb'\n\t\t"([a-z0-9-]+)": \{\n')
_SKIN_TONES = ("-light", "-medium-light", "-medium", "-medium-dark", "-dark")
_ASIDE = re.compile(r"\b(?:on|in|at|with|and|from|for|near|riding|under|over|into|inside|who|that)\b")
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=1)
def icon_names() -> tuple[str, ...]:
    """Return every icon's name; the file is scanned, never parsed whole (that would take 160 MB)."""
    with _icon_file().open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        end = data.find(b'"aliases"')
        found = (match.group(1).decode() for match in _ENTRY.finditer(data, 0, end if end > 0 else len(data)))
        return tuple(name for name in found if not name.endswith(_SKIN_TONES))


def _icon_file() -> Path:
    return package_file(_SET, "icons.json")


@lru_cache(maxsize=32)
def icon_markup(name: str) -> str:
    """Return the SVG inside of one icon, in a box of 32 x 32. Raises KeyError for an unknown name."""
    key = f'\n\t\t"{name}": {{'.encode()
    with _icon_file().open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = data.find(key)
        if start < 0:
            raise KeyError(name)
        body = data.find(b'"body": ', start) + len(b'"body": ')
        value = json.loads(data[body : data.find(b"\n", body)].rstrip(b",\r"))
    return str(value)


def _stems(text: str) -> tuple[str, ...]:
    """Return lower-case words without their plural s."""
    words = _WORD.findall(text.lower().replace("'s", "").replace("’s", ""))
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words
    )


@lru_cache(maxsize=1)
def _not_things() -> frozenset[tuple[str, ...]]:
    return frozenset(_stems(word) for word in NOT_THINGS)


@lru_cache(maxsize=1)
def _index() -> dict[tuple[str, ...], str]:
    """Return icon names by their words, gamer words included."""
    index = {_stems(name.replace("-", " ")): name for name in icon_names()}
    return index | {_stems(phrase): name for phrase, name in ICON_FOR_WORD.items()}


@lru_cache(maxsize=256)
def find_icon(phrase: str) -> str | None:
    """Return the name of the icon that a phrase means.

    In English the thing stands last ("a big slice of pizza", "my red sports car"), and what follows a preposition
    says where it is ("a llama on a skateboard"): so the parts are tried in order, each from its end.
    """
    return next((name for part in _ASIDE.split(phrase.lower()) if (name := _last_thing(_stems(part)))), None)


def _last_thing(words: tuple[str, ...]) -> str | None:
    index = _index()
    for length in range(min(len(words), 4), 0, -1):
        for start in range(len(words) - length, -1, -1):
            run = words[start : start + length]
            if run in index and run not in _not_things():
                return index[run]
    return None


class IconCatalogue:
    """Which things the built-in artist can draw as icons."""

    def find(self, phrase: str) -> str | None:
        """Return the best icon's readable name for a phrase ("cup of coffee" → "hot beverage"), or None."""
        name = find_icon(phrase)
        return name.replace("-", " ") if name else None
