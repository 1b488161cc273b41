"""Reads the reply out of a turn's JSON while that is still coming."""

import json
import re

_HIGH, _LOW = r"\\u[dD][89aAbB][0-9a-fA-F]{2}", r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
# What can be decoded whatever comes next: half a pair of surrogates may find its other half.
_CHARACTERS = re.compile(
    rf"""(?: [^"\\]+ | \\["\\/bfnrt] | {_HIGH}{_LOW} | {_HIGH}(?=[^\\]|\\(?:[^u]|u(?:[^dD]|[dD][^c-fC-F])))
    | \\u(?![dD][89aAbB])[0-9a-fA-F]{{4}} )+""",
    re.VERBOSE,
)
# Parsers refuse a text for half a pair of surrogates; the first group is every other escape.
_HALVES = re.compile(rf"({_HIGH}{_LOW}|\\(?!u[dD][89a-fA-F]).)|\\u[dD][89a-fA-F][0-9a-fA-F]{{2}}", re.DOTALL)
_STRUCTURE = re.compile(r'["{}\[\]:,]')
_REPLY = "reply"


class ReplyReader:
    """Fed a JSON object piece by piece, it knows the string `reply` of its top level as far as that has come.

    What stands before the object or after it is passed over. `object_text` is empty until the object has ended.
    """

    def __init__(self, *, max_characters: int) -> None:
        self.reply = ""
        self.object_text = ""
        self._max_characters = max_characters
        self._pieces: list[str] = []
        self._rest, self._at = "", 0
        self._depth = 0
        self._is_in_string = False
        self._is_value = False
        self._key = ""

    def feed(self, piece: str) -> str:
        """Take the next piece and return the reply so far: whole characters only, and no lone surrogates."""
        if self.object_text:
            return self.reply
        if not self._depth:
            _, brace, piece = piece.partition("{")
            if not brace:
                return self.reply
            self._depth = 1
            self._pieces.append(brace)
        self._pieces.append(piece)
        self._rest, self._at = self._rest[self._at :] + piece, 0
        while self._depth and (self._read_string() if self._is_in_string else self._read_structure()):
            pass
        if not self._depth:
            everything = "".join(self._pieces)
            self.object_text = everything[: len(everything) - len(self._rest) + self._at]
        return self.reply

    def _read_structure(self) -> bool:
        """Go on to the next mark outside strings; False where more has to come."""
        found = _STRUCTURE.search(self._rest, self._at)
        self._at = found.end() if found else len(self._rest)
        match found and found.group():
            case None:
                return False
            case '"':
                self._is_in_string = True
                if not self._is_value:
                    self._key = ""
            case "{" | "[":
                self._depth += 1
                self._is_value = False
            case "}" | "]":
                self._depth -= 1
            case mark:
                self._is_value = mark == ":"
        return True

    def _read_string(self) -> bool:
        """Go on within a string; False where more has to come."""
        if found := _CHARACTERS.match(self._rest, self._at):
            self._at = found.end()
            if self._depth == 1:
                self._take(found.group())
        if not self._rest.startswith('"', self._at):
            return False
        self._at += 1
        self._is_in_string = False
        return True

    def _take(self, raw: str) -> None:
        text = str(json.loads(f'"{raw}"', strict=False))
        if not self._is_value:
            self._key += text
        elif self._key == _REPLY:
            whole = text.encode("utf-8", "ignore").decode()
            self.reply = (self.reply + whole)[: self._max_characters]


def without_lone_surrogates(json_text: str) -> str:
    """Return JSON that any parser takes."""
    return _HALVES.sub(lambda escape: escape.group(1) or "", json_text)
