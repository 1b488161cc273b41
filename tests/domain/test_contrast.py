"""Contrast, and the roles of a picture's colours."""

import pytest

from coach_app.domain.brand_looks import ColourRole
from coach_app.domain.contrast import EASY_RATIO, contrast_checks, contrast_ratio, readable_shade
from coach_app.domain.palettes import suggested_colours

MUG = {
    ColourRole.MAIN: "#f59a3c",
    ColourRole.SECOND: "#5a3423",
    ColourRole.LIGHT: "#fff1dc",
    ColourRole.DARK: "#2a1710",
}


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert (
        contrast_ratio("#777777", "#ffffff") == contrast_ratio("#ffffff", "#777777") == pytest.approx(4.48, abs=0.005)
    )


def test_pairs_of_a_kit_are_judged_and_a_better_one_is_offered() -> None:
    checks = contrast_checks(MUG)
    assert [(check.label, round(check.ratio, 1), check.verdict) for check in checks] == [
        ("Light on Dark", 15.4, "Easy to read"),
        ("Dark on Main", 7.8, "Easy to read"),
        ("Light on Main", 2.0, "Hard to read"),
        ("Light on Second", 9.7, "Easy to read"),
    ]
    assert [check.better for check in checks] == [None, None, ColourRole.DARK, None]


def test_a_pair_without_its_colours_is_not_judged() -> None:
    assert contrast_checks({ColourRole.MAIN: "#f59a3c"}) == ()


def test_where_no_colour_of_the_kit_reads_a_shade_of_the_words_does() -> None:
    (check,) = contrast_checks({ColourRole.LIGHT: "#cccccc", ColourRole.MAIN: "#999999"})
    assert check.better is None
    assert check.shade is not None
    assert contrast_ratio(check.shade, "#999999") >= EASY_RATIO


@pytest.mark.parametrize("ground", ["#000000", "#757575", "#767676", "#777777", "#ffffff", "#ff0000", "#00ff00"])
def test_some_shade_reads_on_every_ground(ground: str) -> None:
    assert contrast_ratio(readable_shade(ground, ground), ground) >= EASY_RATIO


def test_words_that_read_keep_their_colour() -> None:
    assert readable_shade("#fff1dc", "#2a1710") == "#fff1dc"


def test_a_pictures_colours_get_roles() -> None:
    assert suggested_colours(["#ffffff", "#f59a3c", "#2a1710", "#5a3423", "#d9476b"]) == {
        ColourRole.MAIN: "#f59a3c",
        ColourRole.SECOND: "#5a3423",
        ColourRole.THIRD: "#d9476b",
        ColourRole.LIGHT: "#ffffff",
        ColourRole.DARK: "#2a1710",
    }


@pytest.mark.parametrize("palette", [["#ffffff"], ["#000000", "#ffffff"], ["#888888", "#888888"]])
def test_every_palette_gives_a_main_colour(palette: list[str]) -> None:
    suggested = suggested_colours(palette)
    assert suggested[ColourRole.MAIN] == palette[0]
    assert len(set(suggested.values())) == len(suggested) == len(set(palette))


def test_an_empty_palette_gives_nothing() -> None:
    assert suggested_colours([]) == {}
