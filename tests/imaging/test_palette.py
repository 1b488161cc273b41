"""The main colours of flat pictures, with all that smooth edges and compression do to them, and of photos."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from coach_app.imaging.palette import main_colours

SETS = [
    ("#ec4899", "#ffffff"),
    ("#f97316", "#1d1433"),
    # The second is a blend of the others by its colour, and none by its place.
    ("#000000", "#808080", "#ffffff"),
    ("#ffffff", "#e11d48", "#1d4ed8"),
    ("#fff1dc", "#f59a3c", "#5a3423", "#0f766e"),
]


def icon(colours: tuple[str, ...], side_px: int) -> Image.Image:
    """Discs beside one another on a ground, with edges as smooth as a drawing program makes them."""
    large = Image.new("RGB", (side_px * 4, side_px * 4), colours[0])
    width = large.width / (len(colours) - 1)
    for place, colour in enumerate(colours[1:]):
        left, top = (place + 0.05) * width, large.height / 2 - width * 0.45
        ImageDraw.Draw(large).ellipse((left, top, left + width * 0.9, top + width * 0.9), fill=colour)
    return large.resize((side_px, side_px), Image.Resampling.BOX)


@pytest.mark.parametrize("side_px", [48, 64, 200, 1024])
@pytest.mark.parametrize("colours", SETS, ids="_".join)
def test_a_flat_picture_gives_its_own_colours_and_no_others(colours: tuple[str, ...], side_px: int) -> None:
    assert set(main_colours(icon(colours, side_px))) == set(colours)


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP"])
@pytest.mark.parametrize("colours", SETS, ids="_".join)
def test_compression_adds_no_colour(colours: tuple[str, ...], file_format: str) -> None:
    out = io.BytesIO()
    icon(colours, 400).save(out, file_format, quality=80)
    with Image.open(out) as image:
        found = main_colours(image)
    assert len(found) == len(colours)
    for colour in colours:
        assert min(_apart(colour, one) for one in found) <= 4


def test_an_edge_to_nothing_adds_no_colour() -> None:
    cover = icon(("#000000", "#ffffff"), 64).convert("L")
    image = Image.new("RGBA", cover.size, "#f97316")
    image.putalpha(cover)
    assert main_colours(image) == ("#f97316",)


def test_a_small_patch_counts_and_a_thin_blend_does_not() -> None:
    image = Image.new("RGB", (200, 200), "#ffffff")
    image.paste("#ec4899", (40, 40, 160, 160))
    image.paste("#f6a4cc", (40, 40, 41, 160))
    assert main_colours(image) == ("#ffffff", "#ec4899")
    image.paste("#22c55e", (0, 0, 12, 12))
    assert main_colours(image) == ("#ffffff", "#ec4899", "#22c55e")


def test_a_photo_gives_averages_and_keeps_what_it_shows() -> None:
    chance = np.random.default_rng(7)
    photo = np.empty((600, 800, 3))
    photo[:300], photo[300:], photo[200:500, 250:550] = (150, 190, 230), (60, 110, 50), (200, 90, 40)
    grain = chance.normal(0, 18, (600, 800, 1)) + chance.normal(0, 6, photo.shape)
    found = main_colours(Image.fromarray((photo + grain).clip(0, 255).astype(np.uint8)))
    assert 3 <= len(found) <= 5
    for colour in ("#96bee6", "#3c6e32", "#c85a28"):
        assert min(_apart(colour, one) for one in found) <= 16


def _apart(one: str, other: str) -> int:
    """How far the channel that differs most is apart."""
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))
