"""Contrast, and the roles of a picture's colours."""

from itertools import product

import pytest

from coach_app.domain.brand_looks import ColourRole, Strength
from coach_app.domain.contrast import (
    EASY_RATIO,
    contrast_checks,
    contrast_ratio,
    drawn_pairs,
    mended,
    readable_shade,
)
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
        ("Main on Dark", 7.8, "Easy to read"),
        ("Dark on Main", 7.8, "Easy to read"),
        ("Light on Main", 2.0, "Hard to read"),
        ("Light on Second", 9.7, "Easy to read"),
    ]
    assert [check.better for check in checks] == [None, None, None, ColourRole.DARK, None]


def test_ours_are_judged_where_the_kit_has_no_such_colour() -> None:
    checks = contrast_checks({ColourRole.MAIN: "#0f766e"})
    assert [(check.label, round(check.ratio, 1), check.verdict) for check in checks] == [
        ("Main on our dark", 3.2, "Hard to read"),
        ("Our light on Main", 5.5, "Easy to read"),
    ]
    assert contrast_checks({ColourRole.MAIN: "#ffee00", ColourRole.THIRD: "#101080"})[-1].label == "Our light on Third"


def test_a_subtle_kit_writes_on_our_ground_whatever_its_own_is() -> None:
    labels = [check.label for check in contrast_checks(MUG | {ColourRole.DARK: "#ffe0c0"}, Strength.SUBTLE)]
    assert labels[:3] == ["Light on Dark", "Light on our dark", "Main on our dark"]


@pytest.mark.parametrize("strength", Strength)
@pytest.mark.parametrize("main", [f"#{red}{green}{blue}" for red, green, blue in product(("00", "80", "ff"), repeat=3)])
def test_what_is_drawn_and_hard_to_read_can_be_mended_without_harm(main: str, strength: Strength) -> None:
    kits: tuple[dict[ColourRole, str], ...] = ({}, {ColourRole.LIGHT: "#fff1dc"}, {ColourRole.DARK: "#3a2a50"})
    for others in kits:
        colours = {ColourRole.MAIN: main, **others}
        for _ in range(4):
            drawn = {pair for pair in drawn_pairs(colours, strength) if not all(tint.is_ours for tint in pair)}
            hard = [
                check
                for check in contrast_checks(colours, strength)
                if (check.words, check.ground) in drawn and not check.is_easy
            ]
            if not hard:
                break
            mend = mended(hard[0], colours, strength)
            assert mend is not None
            assert mend.role in colours
            colours[mend.role] = mend.shade
        assert not hard


def test_where_no_colour_of_the_kit_reads_a_shade_of_the_words_does() -> None:
    colours = {ColourRole.LIGHT: "#cccccc", ColourRole.MAIN: "#999999"}
    check = next(check for check in contrast_checks(colours) if check.label == "Light on Main")
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
