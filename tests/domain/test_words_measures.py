"""Sizes in words."""

import pytest

from coach_app.domain.words_measures import pixels, weight


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (812, "812 B"),
        (2_100, "2.1 KB"),
        (25_000, "25 KB"),
        (109_400, "109 KB"),
        (1_250_000, "1.2 MB"),
        (2_000_000, "2 MB"),
    ],
)
def test_weights_are_decimal_as_the_platforms_count(count: int, words: str) -> None:
    assert weight(count) == words


def test_pixels_are_written_with_a_cross() -> None:
    assert pixels(320, 160) == "320 × 160"
