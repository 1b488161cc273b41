"""Makes a headline out of what a video is about: an offer to click, never taken unasked."""

import re

from coach_app.domain.asset_types import Composition
from coach_app.domain.phrases import words_of
from coach_app.domain.room import ROOM
from coach_app.domain.words_games import GAME_BOOK

_PAST = {
    "surviving": "survived", "beating": "beat", "building": "built", "finding": "found", "playing": "played",
    "finishing": "finished", "losing": "lost", "winning": "won", "making": "made", "getting": "got", "buying": "bought",
    "breaking": "broke", "trying": "tried", "exploring": "explored", "killing": "killed", "escaping": "escaped",
    "catching": "caught", "reaching": "reached", "living": "lived", "quitting": "quit", "becoming": "became",
    "defeating": "defeated", "collecting": "collected", "spending": "spent", "fighting": "fought", "stealing": "stole",
}  # fmt: skip
_FIRST_WORDS = re.compile(
    r"^(?:how to |how |why |when |me (?=\w+ing\b)|us (?=\w+ing\b)|the |my |our |a |an )+", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s+(?:in|with|on|at|for|without|after|before|while|because|where|when|and|from|during)\b.*$", re.IGNORECASE
)


def headline_of(story: str) -> str | None:
    """Return up to five words in capitals ("I SURVIVED 100 DAYS"), or None where the story doesn't fit into so few."""
    words = _FIRST_WORDS.sub("", _without_game(story)).split()
    if not words:
        return None
    if words[0].lower() in _PAST:
        words = ["I", _PAST[words[0].lower()], *words[1:]]
    headline = " ".join(words)
    while len(headline.split()) > ROOM[Composition.THUMBNAIL].words:
        shorter = _ASIDE.sub("", headline)
        if shorter == headline:
            return None
        headline = shorter
    return headline.upper().strip(" ,.!") or None


def _without_game(story: str) -> str:
    """Drop "in Minecraft": the picture shows the game."""
    words = words_of(story)
    match = next(iter(GAME_BOOK.find_all(words)), None)
    if match is None or match.first == 0 or words[match.first - 1].text not in {"in", "on", "for"}:
        return story
    return (story[: words[match.first - 1].start] + story[words[match.last - 1].end :]).strip()
