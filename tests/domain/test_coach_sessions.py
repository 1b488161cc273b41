"""What is kept of what somebody writes."""

import pytest

from coach_app.domain.coach_sessions import clean_message, storable


@pytest.mark.parametrize(
    "control", ["\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\x00", "\x9f"]
)
def test_what_would_turn_words_round_or_cannot_be_seen_is_dropped(control: str) -> None:
    assert clean_message(f"{control}a fox{control} gnp.exe{control}") == "a fox gnp.exe"


@pytest.mark.parametrize("words", ["قط سعيد", "שלום", "👩\u200d🎤 singing", "two\nlines"])
def test_words_of_every_script_and_joined_emoji_stay(words: str) -> None:
    assert storable(words) == words
