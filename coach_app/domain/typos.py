"""Slips of the finger in the words that streamers write most, and what was meant."""

from collections.abc import Iterator

# Only long words: a slip in a short one is too often another word ("root" for "robot").
_OFTEN_WRITTEN = (
    "axolotl capybara raccoon penguin dragon unicorn zombie rabbit kitten orange purple yellow turquoise lavender "
    "raging furious sleepy sleeping tired scared shocked surprised excited confused laughing crying smiling winking "
    "celebrating smashing drinking holding playing dancing hugging waving lurking keyboard coffee headset headphones "
    "sunglasses wizard santa background minecraft valorant fortnite synthwave"
)
# One slip away from a word above, yet words of their own.
_REAL_WORDS = frozenset(
    {"sacred", "exited", "scare", "scarred", "cared", "sleep", "tried", "ranging", "wizards", "satan"}
)
_IRREGULAR = {
    "axolotol": "axolotl", "axolotle": "axolotl", "axalotl": "axolotl", "axolatl": "axolotl", "axolotyl": "axolotl",
    "capibara": "capybara", "capibarra": "capybara", "capabara": "capybara", "pengwin": "penguin", "rakoon": "raccoon",
    "unicron": "unicorn", "dargon": "dragon", "kitteh": "kitty", "zombi": "zombie", "angery": "angry", "angy": "angry",
    "suprised": "surprised", "excitd": "excited", "purpul": "purple", "yello": "yellow", "pruple": "purple",
    "bleu": "blue", "gren": "green", "keybord": "keyboard", "keybaord": "keyboard", "cofee": "coffee", "cofe": "coffee",
    "headfones": "headphones", "tex": "text", "txt": "text", "backround": "background", "backgroud": "background",
    "mincraft": "minecraft", "minecarft": "minecraft", "sleepin": "sleeping", "cryin": "crying", "ragin": "raging",
    "smashin": "smashing", "drinkin": "drinking", "lurkin": "lurking", "chillin": "chilling", "vibin": "vibing",
}  # fmt: skip


def _slips(word: str) -> Iterator[str]:
    """A letter left out, doubled or swapped with the next; the first letter is nearly always right."""
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]
        if place + 1 < len(word):
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


_WORDS = _OFTEN_WRITTEN.split()
TYPOS: dict[str, str] = {
    slip: word for word in _WORDS for slip in _slips(word) if slip not in _WORDS and slip not in _REAL_WORDS
} | _IRREGULAR
