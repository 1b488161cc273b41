"""A logo on a picture, looked at by its pixels."""

import numpy as np
import pytest
from PIL import Image

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType
from coach_app.domain.logos import LogoPlacement, LogoPosition, LogoSize
from coach_app.imaging.logo import with_logo

WIDE = (1_000, 600)
RED, BLUE, CLEAR = (255, 0, 0, 255), (0, 0, 255, 255), (0, 0, 0, 0)


def _box(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Where the picture is no longer as it was: left, top, right and bottom."""
    return image.getchannel("R").getbbox()


def _stamped(
    picture: tuple[int, int] = WIDE,
    logo: tuple[int, int] = (400, 200),
    position: LogoPosition = LogoPosition.BOTTOM_RIGHT,
    size: LogoSize = LogoSize.MEDIUM,
    opacity: int = 100,
    ground: tuple[int, int, int, int] = BLUE,
) -> Image.Image:
    placement = LogoPlacement(position=position, size=size, opacity=opacity)
    return with_logo(Image.new("RGBA", picture, ground), Image.new("RGBA", logo, RED), placement)


@pytest.mark.parametrize(
    ("position", "left", "top"),
    [
        (LogoPosition.TOP_LEFT, 30, 30),
        (LogoPosition.TOP_RIGHT, 1_000 - 30 - 150, 30),
        (LogoPosition.BOTTOM_LEFT, 30, 600 - 30 - 75),
        (LogoPosition.BOTTOM_RIGHT, 1_000 - 30 - 150, 600 - 30 - 75),
        (LogoPosition.CENTER, (1_000 - 150) // 2, (600 - 75) // 2),
    ],
)
def test_a_logo_stands_three_percent_of_the_width_from_the_edges(position: LogoPosition, left: int, top: int) -> None:
    assert _box(_stamped(position=position)) == (left, top, left + 150, top + 75)


@pytest.mark.parametrize(("size", "width"), [(LogoSize.SMALL, 100), (LogoSize.MEDIUM, 150), (LogoSize.LARGE, 200)])
def test_a_logo_takes_its_share_of_the_width(size: LogoSize, width: int) -> None:
    box = _box(_stamped(size=size, position=LogoPosition.TOP_LEFT))
    assert box == (30, 30, 30 + width, 30 + width // 2)


def test_a_tall_logo_takes_a_quarter_of_the_height_and_keeps_its_proportions() -> None:
    box = _box(_stamped(logo=(100, 400), position=LogoPosition.TOP_LEFT))
    assert box == (30, 30, 30 + 38, 30 + 150)


def test_a_small_logo_is_made_twice_as_large_and_no_larger() -> None:
    box = _box(_stamped(logo=(20, 10), size=LogoSize.LARGE, position=LogoPosition.TOP_LEFT))
    assert box == (30, 30, 70, 50)


@pytest.mark.parametrize("picture", [(112, 112), (320, 100), (1_280, 720), (2_560, 1_440), (18, 18), (1, 1)])
@pytest.mark.parametrize("logo", [(2_048, 5), (5, 2_048), (1, 1), (300, 300)])
@pytest.mark.parametrize("position", list(LogoPosition))
def test_a_logo_is_always_whole_within_the_picture(
    picture: tuple[int, int], logo: tuple[int, int], position: LogoPosition
) -> None:
    image = _stamped(picture, logo, position, LogoSize.LARGE)
    box = _box(image)
    assert image.size == picture
    assert box is not None
    assert box[2] - box[0] <= max(round(picture[0] * 0.2), 1)
    assert box[3] - box[1] <= max(round(picture[1] * 0.25), 1)


WITH_AREAS = [kind for kind in ASSET_TYPES.values() if kind.safe_areas]
CORNERS = [position for position in LogoPosition if position is not LogoPosition.CENTER]


@pytest.mark.parametrize("kind", WITH_AREAS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("position", CORNERS)
@pytest.mark.parametrize("logo", [(400, 400), (400, 100)])
def test_a_logo_stands_where_every_screen_shows_it(
    kind: AssetType, position: LogoPosition, logo: tuple[int, int]
) -> None:
    picture = Image.new("RGBA", (kind.main.width_px, kind.main.height_px), BLUE)
    placement = LogoPlacement(position=position)
    box = _box(with_logo(picture, Image.new("RGBA", logo, RED), placement, kind.safe_areas))
    assert box is not None
    for area in kind.safe_areas:
        left, top = area.box.left * picture.width, area.box.top * picture.height
        right, bottom = left + area.box.width * picture.width, top + area.box.height * picture.height
        if area.is_covered:
            assert box[0] >= right or box[2] <= left or box[1] >= bottom or box[3] <= top
        else:
            assert left <= box[0] < box[2] <= right
            assert top <= box[1] < box[3] <= bottom


@pytest.mark.parametrize("opacity", [10, 50, 100])
def test_opacity_mixes_the_logo_with_what_is_behind_it(opacity: int) -> None:
    pixel = _stamped(opacity=opacity, position=LogoPosition.CENTER).getpixel((500, 300))
    share = round(255 * opacity / 100)
    assert pixel == (share, 0, 255 - share, 255)


def test_on_nothing_a_logo_is_as_opaque_as_it_says() -> None:
    pixels = np.asarray(_stamped(ground=CLEAR, opacity=50, position=LogoPosition.TOP_LEFT))
    assert tuple(pixels[60, 60]) == (255, 0, 0, 128)
    assert not pixels[:, 500:].any()
    assert not pixels[:29].any()


def test_the_clear_parts_of_a_logo_leave_the_picture_as_it_was() -> None:
    logo = Image.new("RGBA", (100, 100), CLEAR)
    logo.paste(RED, (0, 0, 50, 100))
    placement = LogoPlacement(position=LogoPosition.CENTER, size=LogoSize.SMALL)
    stamped = with_logo(Image.new("RGBA", WIDE, BLUE), logo, placement)
    assert (stamped.getpixel((470, 300)), stamped.getpixel((530, 300))) == (RED, BLUE)


def test_the_picture_itself_is_not_changed() -> None:
    picture = Image.new("RGBA", WIDE, BLUE)
    with_logo(picture, Image.new("RGBA", (10, 10), RED), LogoPlacement())
    assert picture.getcolors() == [(600_000, BLUE)]
