"""Ramps keep their order and their ink for any colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_app.artists.offline.palette import Oklch, ramp
from coach_app.domain.words_colours import COLOURS

hex_colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(hex_colours)
def test_a_colour_survives_the_way_to_oklch_and_back(colour: str) -> None:
    back = Oklch.from_hex(colour).to_hex()
    parts = zip((colour[1:3], colour[3:5], colour[5:7]), (back[1:3], back[3:5], back[5:7]), strict=True)
    assert all(abs(int(one, 16) - int(other, 16)) <= 2 for one, other in parts)


@given(hex_colours)
def test_shade_and_ink_are_always_darker_than_the_base_and_light_is_not(colour: str) -> None:
    shades = ramp(colour)
    base, light, shade, deep, ink = (
        Oklch.from_hex(part).lightness for part in (shades.base, shades.light, shades.shade, shades.deep, shades.ink)
    )
    assert light >= base - 0.01
    assert base > shade > deep - 0.02
    assert ink < base - 0.1


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_named_colours_stay_recognisable(name: str) -> None:
    wished, drawn = Oklch.from_hex(COLOURS[name]), Oklch.from_hex(ramp(COLOURS[name]).base)
    assert abs(wished.lightness - drawn.lightness) < 0.37
    if wished.chroma > 0.05 and wished.lightness > 0.36:
        assert abs((wished.hue - drawn.hue + 3.1416) % 6.2832 - 3.1416) < 0.15
