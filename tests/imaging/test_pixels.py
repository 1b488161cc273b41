"""Sharpening and sizing, on pixels."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from coach_app.imaging.pixels import covering, fitted_cutout, sharpened, trimmed


def soft_edge(size: int) -> Image.Image:
    """Dark half, light half, a grey column between; the lower rows see-through by half."""
    image = Image.new("RGBA", (size, size), (60, 60, 60, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((size // 2, 0, size, size), fill=(200, 200, 200, 255))
    draw.line((size // 2, 0, size // 2, size), fill=(130, 130, 130, 255))
    image.paste((60, 60, 60, 128), (0, size - 4, size, size))
    return image


def test_small_pictures_are_sharpened_in_colour_and_not_in_alpha() -> None:
    for size in (28, 56, 112):
        image = soft_edge(size)
        crisp = sharpened(image)
        before, after = np.asarray(image).astype(int), np.asarray(crisp).astype(int)
        assert (before[..., 3] == after[..., 3]).all()
        assert np.ptp(after[0, :, 0]) > np.ptp(before[0, :, 0])


def test_the_smaller_the_sharper() -> None:
    reach = [int(np.ptp(np.asarray(sharpened(soft_edge(size)))[0, :, 0].astype(int))) for size in (28, 56, 112)]
    assert reach == sorted(reach, reverse=True)
    assert len(set(reach)) == 3


def test_large_pictures_are_left_alone() -> None:
    image = soft_edge(512)
    assert sharpened(image).tobytes() == image.tobytes()


def test_faint_dust_does_not_shrink_the_picture() -> None:
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((150, 150, 249, 249), fill=(10, 200, 30, 255))
    image.putpixel((0, 0), (255, 255, 255, 12))
    fitted = fitted_cutout(trimmed(image), 56, 56, padding=0.0)
    assert fitted.getpixel((28, 28)) == (10, 200, 30, 255)
    assert np.asarray(fitted)[28, 1, 3] == 255


def test_a_cutout_is_never_made_larger_than_it_is() -> None:
    small = Image.new("RGBA", (40, 20), (10, 200, 30, 255))
    fitted = fitted_cutout(small, 112, 112, padding=0.04)
    assert fitted.getbbox() == (36, 46, 76, 66)


def test_padding_stays_free_on_every_side() -> None:
    square = Image.new("RGBA", (1000, 1000), (10, 200, 30, 255))
    assert fitted_cutout(square, 100, 100, padding=0.04).getbbox() == (4, 4, 96, 96)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (320, 100), (480, 1200), (1024, 1024)])
def test_covering_cuts_evenly_and_never_stretches(width: int, height: int) -> None:
    """A circle in the middle stays a circle."""
    image = Image.new("RGBA", (1376, 1376), (0, 0, 0, 255))
    ImageDraw.Draw(image).ellipse((638, 638, 737, 737), fill=(255, 255, 255, 255))
    covered = covering(image, width, height)
    assert covered.size == (width, height)
    box = covered.getchannel("R").point(lambda value: 255 if value > 127 else 0).getbbox()
    assert box is not None
    assert abs((box[2] - box[0]) - (box[3] - box[1])) <= 1
    assert abs((box[0] + box[2]) - width) <= 1
    assert abs((box[1] + box[3]) - height) <= 1
