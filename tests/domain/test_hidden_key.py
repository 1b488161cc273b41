"""The key is left out of texts, also of those that are still coming."""

from itertools import pairwise
from time import monotonic

import pytest

from coach_app.domain.hidden_key import HiddenKey

_KEY = "canary-4711-key"


@pytest.mark.parametrize(
    ("key", "text", "hidden"),
    [
        (_KEY, f"{_KEY}, twice: {_KEY}{_KEY}!", "[key], twice: [key][key]!"),
        (_KEY, "canary-4711 is no key", "canary-4711 is no key"),
        ("abab-abab-abac", "abab-abab-abab-abac", "abab-[key]"),
        ("first-word second-word", "first-word second-word or second-word", "[key] or [key]"),
        ("first-word first-word-2", "It is first-word-2.", "It is [key]."),
        ("a.b+c*d(e", "a.b+c*d(e and axb+c*d(e", "[key] and axb+c*d(e"),
        ("", "no key at all", "no key at all"),
        ("ollama", "an ollama with a hat", "an ollama with a hat"),
        ("whatever", "Draw whatever you like", "Draw whatever you like"),
    ],
)
def test_a_key_is_left_out_whole_and_a_word_is_not(key: str, text: str, hidden: str) -> None:
    assert HiddenKey(key).hidden(text) == hidden


@pytest.mark.parametrize("key", [_KEY, "abab-abab-abac", "first-word second-word", "aaaaaaaaaaaa-"])
def test_no_part_of_a_key_is_told_while_it_comes(key: str) -> None:
    """Whatever a text is cut into, what is told only grows, and is never more than the whole text will have."""
    hidden = HiddenKey(key)
    text = f"{key[:5]} so {key} and {key}{key[:4]}{key}, {key[:-1]}: {key[-3:]}."
    told = [hidden.hidden_so_far(text[:size]) for size in range(len(text) + 1)]
    assert told[-1] == hidden.hidden(text)
    assert all(told[-1].startswith(part) for part in told)
    assert all(later.startswith(earlier) for earlier, later in pairwise(told))


def test_nothing_else_is_held_back() -> None:
    hidden = HiddenKey(_KEY)
    assert hidden.hidden_so_far("A happy dog") == "A happy dog"
    assert hidden.hidden_so_far("A happy canary") == "A happy "
    assert hidden.hidden_so_far("A happy canary with") == "A happy canary with"
    assert HiddenKey("").hidden_so_far("A happy canary") == "A happy canary"


@pytest.mark.parametrize("size", [*range(280, 302), *range(2_980, 3_002)])
def test_what_is_cut_off_leaves_no_part_of_the_key(size: int) -> None:
    for text in ("x" * size + _KEY, " " * (size - 3) + "so " + _KEY):
        shown = HiddenKey(_KEY).left_out(text)
        assert len(shown) <= 300
        assert not any(_KEY[:length] in shown for length in range(3, len(_KEY) + 1))


def test_a_word_that_a_server_takes_for_a_key_is_shown() -> None:
    assert HiddenKey("x").left_out("Six axolotls, no key") == "Six axolotls, no key"


def test_a_long_key_costs_no_time() -> None:
    key = "".join(str(number) for number in range(3_000))
    began = monotonic()
    hidden = HiddenKey(key)
    assert hidden.hidden_so_far(f"So {key} and {key[:5_000]}") == "So [key] and "
    assert monotonic() - began < 1
