"""Badges, looked at as pixels: a frame, a face, a few letters, at every size."""

import io
from functools import cache
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from coach_app.artists.offline.badge_words import Frame, Metal, frame_of, metal_of
from coach_app.artists.offline.drawing import draw
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.vocabulary import Expression, Species

BADGE = ASSET_TYPES[AssetTypeId.TWITCH_BADGE]
Pixels = NDArray[np.uint8]


@cache
def painted(brief: Brief, variant: int = 0) -> Picture:
    return draw(PaintRequest(UUID(int=1), BADGE, brief, "", variant, BADGE.drawn_sizes))


def pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGBA"))


def differences(first: bytes, second: bytes) -> float:
    return float(np.abs(pixels(first).astype(float) - pixels(second).astype(float)).mean())


@pytest.mark.parametrize("species", Species)
def test_every_species_fills_its_badge_to_the_margin_and_leaves_the_corners_clear(species: Species) -> None:
    picture = painted(Brief(subject=species.value), list(Species).index(species))
    assert set(picture.renditions) == {(72, 72), (36, 36), (18, 18), (64, 64), (32, 32)}
    for size, data in (*picture.renditions.items(), ((1024, 1024), picture.master)):
        alpha = pixels(data)[..., 3]
        assert alpha.shape == size
        assert [alpha[y, x] for y in (0, -1) for x in (0, -1)] == [0, 0, 0, 0]
        assert 0.05 < (alpha > 127).mean() < 0.95
    rows = np.flatnonzero(pixels(picture.master)[..., 3].max(axis=1) > 127)
    columns = np.flatnonzero(pixels(picture.master)[..., 3].max(axis=0) > 127)
    longest = max(np.ptp(rows), np.ptp(columns)) + 1
    assert 0.95 < longest / 1024 < 0.975


def test_every_species_looks_different_at_18_px() -> None:
    faces = [painted(Brief(subject=species.value)).renditions[(18, 18)] for species in Species]
    assert min(differences(one, other) for place, one in enumerate(faces) for other in faces[:place]) > 5


def test_every_expression_can_be_told_from_the_others_at_36_px() -> None:
    faces = [painted(Brief(subject="cat", expression=face.value)).renditions[(36, 36)] for face in Expression]
    assert min(differences(one, other) for place, one in enumerate(faces) for other in faces[:place]) > 1


def test_variants_stand_in_different_frames() -> None:
    assert [frame_of(Brief(subject="cat"), variant) for variant in range(4)] == list(Frame)


@pytest.mark.parametrize(
    ("words", "frame"),
    [("a round badge", Frame.ROUND), ("hexagon", Frame.HEX), ("gold medal", Frame.MEDAL), ("crest", Frame.SHIELD)],
)
def test_a_frame_that_is_named_stays_in_every_variant(words: str, frame: Frame) -> None:
    assert {frame_of(Brief(subject="cat", style=words), variant) for variant in range(4)} == {frame}


@pytest.mark.parametrize("metal", Metal)
def test_a_tiers_metal_is_named_by_words_and_shows(metal: Metal) -> None:
    assert metal_of(Brief(text=metal.value.upper())) is metal
    assert metal_of(Brief(style=f"{metal.value} tier")) is metal
    tier, other = (painted(Brief(subject="cat", style=one)) for one in (metal.value, Metal(_next(metal)).value))
    assert all(differences(tier.renditions[size], other.renditions[size]) > 2 for size in tier.renditions)


def _next(metal: Metal) -> Metal:
    metals = list(Metal)
    return metals[(metals.index(metal) + 1) % len(metals)]


def test_a_tier_as_text_is_a_metal_and_not_a_word() -> None:
    assert painted(Brief(subject="cat", text="GOLD")) == painted(Brief(subject="cat", style="gold"), 0)


@pytest.mark.parametrize("text", ["6", "12", "GG", "100"])
def test_a_few_letters_show_at_every_size(text: str) -> None:
    bare, worded = painted(Brief(subject="cat")), painted(Brief(subject="cat", text=text))
    assert all(differences(bare.renditions[size], worded.renditions[size]) > 10 for size in bare.renditions)
    assert worded.note == ""


def test_thousands_are_written_short() -> None:
    assert painted(Brief(subject="cat", text="1000")).master == painted(Brief(subject="cat", text="1K")).master


@pytest.mark.parametrize("text", ["SUBSCRIBER", "日本", "😀", "<script>", "ПРИВЕТ", "A" * 40])
def test_words_without_room_are_left_out_and_named(text: str) -> None:
    picture = painted(Brief(subject="cat", text=text))
    assert text[:10].upper() in picture.note
    assert picture.renditions == painted(Brief(subject="cat")).renditions


@pytest.mark.parametrize("text", ["", "   ", "Я"])
def test_awkward_short_text_still_gives_a_badge(text: str) -> None:
    assert painted(Brief(subject="cat", text=text)).note == ""


def test_things_outside_the_kit_stand_in_the_frame_as_icons() -> None:
    pizza, sword = painted(Brief(subject="pizza")), painted(Brief(subject="sword"))
    assert all(differences(pizza.renditions[size], sword.renditions[size]) > 8 for size in pizza.renditions)


def test_the_same_request_gives_the_same_bytes() -> None:
    brief = Brief(subject="fox", expression="smug", text="3")
    assert painted.__wrapped__(brief, 2) == painted.__wrapped__(brief, 2)
