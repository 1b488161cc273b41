"""An action and the thing in it: "smashing a keyboard" is SMASH with "keyboard"."""

from collections.abc import Iterator
from dataclasses import dataclass

from coach_app.domain.phrases import word_set, words_of
from coach_app.domain.ports import PropCatalogue
from coach_app.domain.vocabulary import ACTION_BOOK, Action

# Small words between a verb and its thing.
_LINKING_WORDS = word_set(
    "a an the his her their its my your our some at on from of out into over up with two three big giant huge "
    "tiny little small large cute good nice whole own another more that this these those"
)
# Actions that show a thing in the paws; the others are drawn without one.
ACTIONS_WITH_PROP = frozenset({Action.SMASH, Action.DRINK, Action.HOLD, Action.PLAY})


@dataclass(frozen=True, slots=True)
class Doing:
    """`prop` is the thing in the streamer's words, empty where none was named."""

    action: Action
    prop: str


def doing_of(phrase: str) -> Doing | None:
    """Read an action phrase. None where no known verb is in it."""
    words = words_of(phrase)
    match = next(iter(ACTION_BOOK.find_all(words)), None)
    if match is None:
        return None
    thing = [word.text for word in words[match.last :]]
    while thing and thing[0] in _LINKING_WORDS:
        thing.pop(0)
    return Doing(match.value, " ".join(thing))


def find_prop(thing: str, props: PropCatalogue) -> str | None:
    """Return the words of the thing that the catalogue knows: all of them, else without the first ones, or None."""
    return next((words for words in _shorter_and_shorter(thing) if props.find(words)), None)


def _shorter_and_shorter(thing: str) -> Iterator[str]:
    words = thing.split()
    for place in range(len(words)):
        yield " ".join(words[place:])
