"""Chooses between wordings: never by chance, and not the one that was used a moment ago."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Voice:
    """`seed` is the same for the same message in the same turn, on every machine; `last_reply` is not repeated."""

    seed: int
    last_reply: str

    @classmethod
    def of(cls, message: str, turn: int, last_reply: str) -> "Voice":
        return cls(zlib.crc32(f"{turn}:{message}".encode()), last_reply)

    def pick(self, wordings: Sequence[str]) -> str:
        """Return one of the wordings; each list turns by itself, so that they do not move in step."""
        start = zlib.crc32(f"{self.seed}:{wordings[0]}".encode()) % len(wordings)
        turned = [*wordings[start:], *wordings[:start]]
        return next((wording for wording in turned if not self._was_just_said(wording)), turned[0])

    def _was_just_said(self, wording: str) -> bool:
        longest = max(_GAP.split(wording), key=len)
        return longest.strip(" .,?!") in self.last_reply
