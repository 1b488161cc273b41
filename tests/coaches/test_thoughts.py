"""What a model thinks aloud is left out, however it is cut."""

from time import process_time

import pytest

from coach_app.coaches.thoughts import Thoughts


def _said(*pieces: str) -> str:
    thoughts = Thoughts()
    return "".join(thoughts.left_out(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \n<think>Hm. </thin </think>Hello", "Hello"),
        ("<think></think>Hello </think>", "Hello </think>"),
        ("Hello <think>you</think>", "Hello <think>you</think>"),
        ("<thin> Hello", "<thin> Hello"),
        ("<think>Hm.", ""),
    ],
)
def test_cuts_change_nothing(text: str, said: str) -> None:
    assert _said(text) == _said(*text) == said


def test_a_long_thought_is_not_looked_through_for_each_of_its_pieces() -> None:
    began = process_time()
    assert _said("<think>", *["x" * 1_000] * 5_000, "</think>Hello") == "Hello"
    assert process_time() - began < 1
