"""Phrases in free text."""

import pytest

from coach_app.domain.phrases import PhraseBook, base_forms, phrase_table, words_of


def test_words_keep_their_apostrophe_and_their_place() -> None:
    words = words_of("Let’s go, #F0A cat's_hat!")
    assert [word.text for word in words] == ["let's", "go", "#f0a", "cat's", "hat"]
    assert (words[1].start, words[1].end) == (6, 8)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("cats", "cat"),
        ("bunnies", "bunny"),
        ("foxes", "fox"),
        ("smashes", "smash"),
        ("smashing", "smash"),
        ("raging", "rage"),
        ("hugging", "hug"),
        ("cried", "cry"),
        ("waved", "wave"),
        ("smashin'", "smash"),
        ("cat's", "cat"),
        ("angryyyy", "angry"),
        ("axolotol", "axolotl"),
        ("pruple", "purple"),
        ("raccon", "raccoon"),
    ],
)
def test_inflections_and_slips_lead_back_to_the_word(word: str, base: str) -> None:
    assert base in base_forms(word)


@pytest.mark.parametrize("word", ["hate", "sacred", "bus", "bring", "kiss", "tried", "scare"])
def test_other_words_stay_what_they_are(word: str) -> None:
    assert not {"hat", "scared", "bu", "br", "kis", "tired"} & set(base_forms(word))


def test_the_longest_phrase_wins_and_phrases_do_not_overlap() -> None:
    book = PhraseBook({"party": 1, "party hat": 2, "hat": 3})
    found = book.find_all(words_of("a party hat for the party"))
    assert [(match.value, match.first, match.last) for match in found] == [(2, 1, 3), (1, 5, 6)]


def test_what_is_not_meant_is_stepped_over() -> None:
    book = PhraseBook({"dog": 1}, not_meant=("hot dog",))
    assert book.find_first("hot dogs") is None
    assert book.find_first("a hot dog for my dog") == 1


def test_a_match_carries_the_phrase_as_it_stands_in_the_book() -> None:
    assert PhraseBook({"wolf": 1, "wolves": 1, "kitty": 2}).find_all(words_of("KITTIES"))[0].phrase == "kitty"


def test_a_phrase_given_twice_keeps_its_first_meaning() -> None:
    assert phrase_table({"one": "a, b", "two": "b, c"}) == {"a": "one", "b": "one", "c": "two"}
