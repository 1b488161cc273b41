"""What the built-in artist paints, looked at as pixels."""

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
from coach_app.domain.vocabulary import Accessory, Action, Expression, Scene, Species

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
SMALL = ((28, 28),)
Pixels = NDArray[np.uint8]


@cache
def painted(brief: Brief, variant: int = 0, kind: AssetTypeId = AssetTypeId.TWITCH_EMOTE) -> Picture:
    asset_type = ASSET_TYPES[kind]
    sizes = tuple((export.width_px, export.height_px) for export in asset_type.exports)
    return draw(PaintRequest(UUID(int=1), asset_type, brief, "", variant, sizes))


def pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGBA"))


def on_grey(data: bytes) -> NDArray[np.float64]:
    shown = pixels(data).astype(np.float64)
    alpha = shown[..., 3:] / 255
    return shown[..., :3] * alpha + 128 * (1 - alpha)


def difference(first: bytes, second: bytes) -> float:
    """Mean difference of two pictures on grey, 0 to 255."""
    return float(np.abs(on_grey(first) - on_grey(second)).mean())


@pytest.mark.parametrize("species", Species)
def test_every_species_fills_its_emote_and_leaves_the_corners_clear(species: Species) -> None:
    picture = painted(Brief(subject=species.value))
    for size in (112, 56, 28):
        alpha = pixels(picture.renditions[(size, size)])[..., 3]
        assert alpha.shape == (size, size)
        assert [alpha[y, x] for y in (0, -1) for x in (0, -1)] == [0, 0, 0, 0]
        assert 0.3 < (alpha > 127).mean() < 0.95
    assert pixels(picture.master).shape == (1024, 1024, 4)
    assert picture.note == ""


def test_every_species_looks_different_at_28_px() -> None:
    faces = [painted(Brief(subject=species.value)).renditions[(28, 28)] for species in Species]
    nearest = min(difference(one, other) for place, one in enumerate(faces) for other in faces[:place])
    assert nearest > 8


def test_every_expression_can_be_told_from_the_others_at_28_px() -> None:
    faces = {
        expression: painted(Brief(subject="cat", expression=expression.value)).renditions[(28, 28)]
        for expression in Expression
    }
    pairs = [(one, other) for one in Expression for other in Expression if one < other]
    alike = [pair for pair in pairs if difference(faces[pair[0]], faces[pair[1]]) < 2.5]
    assert alike == []


@pytest.mark.parametrize("action", Action)
def test_every_action_changes_the_picture(action: Action) -> None:
    still = painted(Brief(subject="fox")).renditions[(112, 112)]
    acted = painted(Brief(subject="fox", action=action.value))
    assert difference(still, acted.renditions[(112, 112)]) > 15


@pytest.mark.parametrize("accessory", Accessory)
def test_every_accessory_is_worn_at_28_px_too(accessory: Accessory) -> None:
    words = accessory.value.replace("_", " ")
    bare, worn = painted(Brief(subject="bear")), painted(Brief(subject="bear", accessories=(words,)))
    assert difference(bare.renditions[(28, 28)], worn.renditions[(28, 28)]) > 4
    assert worn.note == ""


@pytest.mark.parametrize("scene", Scene)
def test_every_scene_fills_a_thumbnail_with_its_own_ground(scene: Scene) -> None:
    drawn = pixels(painted(Brief(subject="cat", text="GG", background=scene.value), 0, THUMBNAIL.id).master)
    assert drawn.shape == (720, 1280, 4)
    assert (drawn[..., 3] == 255).all()
    assert drawn[..., :3].std() > 25


def test_scenes_differ_from_each_other() -> None:
    grounds = [
        painted(Brief(subject="cat", text="GG", background=scene.value), 0, THUMBNAIL.id).master for scene in Scene
    ]
    assert min(difference(one, other) for place, one in enumerate(grounds) for other in grounds[:place]) > 12


def test_the_same_request_gives_the_same_bytes() -> None:
    brief = Brief(subject="wolf", expression="rage", action="smashing a keyboard", text="NO")
    assert painted.__wrapped__(brief, 3) == painted.__wrapped__(brief, 3)


def test_the_next_variants_differ_visibly_from_each_other() -> None:
    brief = Brief(subject="cat", expression="cozy", action="drinking coffee")
    shown = [painted(brief, variant).renditions[(112, 112)] for variant in range(4)]
    assert min(difference(one, other) for place, one in enumerate(shown) for other in shown[:place]) > 8


def test_the_subject_takes_any_colour() -> None:
    for colour, channel in (("#e01010", 0), ("#10c020", 1), ("#1030e0", 2)):
        shown = pixels(painted(Brief(subject="cat", colour=colour)).renditions[(112, 112)])
        inked = shown[shown[..., 3] == 255][:, :3].astype(int)
        vivid = inked[np.ptp(inked, axis=1) > 90]
        assert (vivid.argmax(axis=1) == channel).mean() > 0.7


def test_an_emote_has_a_white_outline_all_round() -> None:
    shown = pixels(painted(Brief(subject="black cat", colour="black")).master)
    for row in shown[300:800:50]:
        solid = np.flatnonzero(row[:, 3] == 255)
        assert (row[solid[2], :3] > 240).all()
        assert (row[solid[-3], :3] > 240).all()


def test_28_px_shows_the_words_alone_where_they_are_three_letters_at_most() -> None:
    cat, dog = (painted(Brief(subject=who, text="GG"), 0).renditions for who in ("cat", "dog"))
    assert cat[(28, 28)] == dog[(28, 28)]
    assert cat[(56, 56)] != dog[(56, 56)]
    with_long_word = painted(Brief(subject="cat", text="HELLO")).renditions[(28, 28)]
    assert with_long_word == painted(Brief(subject="cat")).renditions[(28, 28)]


def test_no_text_keeps_words_out() -> None:
    wordless = painted(Brief(subject="cat", text="GG", no_text=True))
    assert wordless.renditions == painted(Brief(subject="cat")).renditions


def test_a_thing_outside_the_kit_becomes_an_icon_and_the_note_says_so() -> None:
    picture = painted(Brief(subject="llama", expression="happy"))
    assert picture.note == "I have no llama in my kit, so I used an icon."
    assert 0.3 < (pixels(picture.renditions[(112, 112)])[..., 3] > 127).mean() < 0.95


def test_letters_that_no_font_has_are_left_out_with_a_note() -> None:
    picture = painted(Brief(subject="cat", text="日本 GG"))
    assert "日本" in picture.note
    with_gg = painted(Brief(subject="cat", text="GG"))
    assert picture.renditions[(112, 112)] == with_gg.renditions[(112, 112)]


@pytest.mark.parametrize("text", ["A" * 120, "word " * 24, "日本", "😀", "\"'&<>", "<script>alert(1)</script>"])
@pytest.mark.parametrize("kind", [EMOTE.id, THUMBNAIL.id])
def test_awkward_text_still_gives_a_picture(text: str, kind: AssetTypeId) -> None:
    picture = painted(Brief(subject="cat", text=text[:120]), 0, kind)
    assert (pixels(picture.master)[..., 3] > 127).mean() > 0.2


def test_sizes_that_no_platform_asked_for_are_drawn_too() -> None:
    request = PaintRequest(UUID(int=1), EMOTE, Brief(subject="cat"), "", 0, ((96, 96), (320, 320)))
    renditions = draw(request).renditions
    assert {size: pixels(data).shape[:2] for size, data in renditions.items()} == {
        (96, 96): (96, 96),
        (320, 320): (320, 320),
    }
