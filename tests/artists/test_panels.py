"""Panels, looked at as pixels: opaque to the edge, drawn for each size, with any words."""

import io
from functools import cache
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from coach_app.artists.offline.drawing import draw
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest, Picture

PANEL = ASSET_TYPES[AssetTypeId.TWITCH_PANEL]
Pixels = NDArray[np.uint8]


@cache
def painted(brief: Brief, variant: int = 0) -> Picture:
    return draw(PaintRequest(UUID(int=1), PANEL, brief, "", variant, PANEL.drawn_sizes))


def pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGBA"))


def difference(first: bytes, second: bytes) -> float:
    return float(np.abs(pixels(first).astype(float) - pixels(second).astype(float)).mean())


@pytest.mark.parametrize(
    "text", ["DONATE", "", "   ", "😀", "日本", "РАСПИСАНИЕ", "<script>", "A" * 40, "A B C D E F G H", "word " * 24]
)
@pytest.mark.parametrize("subject", [None, "cat", "pizza"])
def test_any_words_give_a_panel_of_each_exact_size_without_a_hole(text: str, subject: str | None) -> None:
    picture = painted(Brief(text=text[:120], subject=subject))
    assert set(picture.renditions) == {(320, 160), (320, 100)}
    for (width, height), data in (*picture.renditions.items(), ((640, 320), picture.master)):
        shown = pixels(data)
        assert shown.shape == (height, width, 4)
        assert (shown[..., 3] == 255).all()
        assert shown[..., :3].std() > 15


def test_the_border_goes_round_the_whole_panel_and_nothing_crosses_it() -> None:
    for data in painted(Brief(text="A" * 40, subject="goblin", action="waving")).renditions.values():
        shown = pixels(data)[..., :3].astype(int)
        # The frame is lit from above, so only its left and right have to agree, row by row.
        assert np.abs(shown[:, 1] - shown[:, -2]).max() <= 6
        assert np.abs(shown[1] - shown[1].mean(axis=0)).max() <= 6
        assert np.abs(shown[-2] - shown[-2].mean(axis=0)).max() <= 6


def test_words_and_picture_both_show() -> None:
    worded, other = painted(Brief(text="RULES", subject="cat")), painted(Brief(text="SALES", subject="cat"))
    dog = painted(Brief(text="RULES", subject="dog", palette=("purple",)))
    cat = painted(Brief(text="RULES", subject="cat", palette=("purple",)))
    for size in worded.renditions:
        assert difference(worded.renditions[size], other.renditions[size]) > 1
        assert difference(cat.renditions[size], dog.renditions[size]) > 3


def test_a_small_line_stands_below_the_label() -> None:
    bare, lined = painted(Brief(text="SCHEDULE")), painted(Brief(text="SCHEDULE", sub_text="Tue Thu - 8pm"))
    assert difference(bare.renditions[(320, 100)], lined.renditions[(320, 100)]) > 3


def test_a_named_colour_fills_the_ground() -> None:
    for colour, channel in (("red", 0), ("green", 1), ("blue", 2)):
        shown = pixels(painted(Brief(text="HI", palette=(colour,))).master)[..., :3].astype(int)
        assert (shown.argmax(axis=2) == channel).mean() > 0.5


def test_the_next_variants_look_different() -> None:
    shown = [painted(Brief(text="RULES"), variant).master for variant in range(4)]
    assert min(difference(one, other) for place, one in enumerate(shown) for other in shown[:place]) > 10


def test_letters_that_no_font_has_are_named() -> None:
    assert "日本" in painted(Brief(text="日本 FAN", sub_text="日本")).note


def test_the_same_request_gives_the_same_bytes() -> None:
    brief = Brief(text="ABOUT ME", subject="bunny", expression="cozy")
    assert painted.__wrapped__(brief, 2) == painted.__wrapped__(brief, 2)
