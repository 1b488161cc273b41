"""What a channel's look does to a picture, by its strength; and that its letters can always be read."""

import io
from functools import cache
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from coach_app.artists.offline.brand import NO_SCHEME, scheme
from coach_app.artists.offline.drawing import draw
from coach_app.artists.offline.figure import accent, backdrop_colour, subject_colour, wear
from coach_app.artists.offline.interpret import interpret
from coach_app.artists.offline.manners import manner
from coach_app.artists.offline.palette import contrast
from coach_app.artists.offline.variants import pose
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength, Tone
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.vocabulary import Scene

MAIN, SECOND, ACCENT = "#7c2dff", "#5ce1ff", "#ff6b1a"
BRIEF = Brief(subject="cat", expression="happy", text="BRB", palette=("green",))
KINDS = [
    AssetTypeId.TWITCH_EMOTE,
    AssetTypeId.TWITCH_BADGE,
    AssetTypeId.TWITCH_PANEL,
    AssetTypeId.YOUTUBE_THUMBNAIL,
    AssetTypeId.OFFLINE_BANNER,
]
WITH_A_GROUND = KINDS[1:]
hex_colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
kits = st.dictionaries(st.sampled_from(ColourRole), hex_colours).flatmap(
    lambda colours: hex_colours.map(lambda main: {**colours, ColourRole.MAIN: main})
)


def look(strength: Strength = Strength.BALANCED, *tones: Tone, font: FontName | None = None) -> BrandLook:
    colours = {ColourRole.MAIN: MAIN, ColourRole.SECOND: SECOND, ColourRole.ACCENT: ACCENT}
    return BrandLook(
        kit_id=UUID(int=7), name="Neon Fox", colours=colours, title_font=font, tone=tones, strength=strength
    )


@cache
def painted(kind: AssetTypeId, brief: Brief, strength: Strength | None) -> Picture:
    brand = look(strength) if strength else None
    return draw(PaintRequest(UUID(int=1), ASSET_TYPES[kind], brief, "", 0, (), brand))


def share_near(data: bytes, colour: str) -> float:
    """Return how much of what is opaque has nearly this colour's hue and is colourful."""
    with Image.open(io.BytesIO(data)) as image:
        shown = np.asarray(image.convert("RGBA")).reshape(-1, 4).astype(float)
    seen = shown[shown[:, 3] > 200][:, :3]
    wanted = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)], dtype=float)
    spread, wanted_spread = seen - seen.mean(axis=1, keepdims=True), wanted - wanted.mean()
    length = np.linalg.norm(spread, axis=1) * np.linalg.norm(wanted_spread)
    alike = (spread @ wanted_spread) / np.maximum(length, 1e-6)
    return float(((alike > 0.95) & (np.linalg.norm(spread, axis=1) > 25)).mean())


@pytest.mark.parametrize("kind", WITH_A_GROUND)
def test_a_balanced_kit_paints_the_ground_over_the_words_colours(kind: AssetTypeId) -> None:
    assert share_near(painted(kind, BRIEF, Strength.BALANCED).master, MAIN) > 0.12
    assert share_near(painted(kind, BRIEF, None).master, MAIN) < 0.06


@pytest.mark.parametrize("kind", [AssetTypeId.TWITCH_PANEL, AssetTypeId.YOUTUBE_THUMBNAIL, AssetTypeId.OFFLINE_BANNER])
def test_a_subtle_kit_leaves_the_ground_to_the_words(kind: AssetTypeId) -> None:
    subtle, balanced = (painted(kind, BRIEF, strength).master for strength in (Strength.SUBTLE, Strength.BALANCED))
    assert share_near(subtle, MAIN) < 0.4 * share_near(balanced, MAIN)


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_strong_kit_colours_the_subject_and_its_clothes(kind: AssetTypeId) -> None:
    strong, balanced = (
        interpret(BRIEF, ASSET_TYPES[kind], look(strength)) for strength in (Strength.STRONG, Strength.BALANCED)
    )
    assert (subject_colour(strong), wear(strong, pose(BRIEF, 0))) == (MAIN, SECOND)
    assert subject_colour(balanced) == subject_colour(interpret(BRIEF, ASSET_TYPES[kind]))
    assert painted(kind, BRIEF, Strength.STRONG) != painted(kind, BRIEF, Strength.BALANCED)


def test_a_subject_keeps_the_colour_that_the_brief_names() -> None:
    wish = interpret(BRIEF.with_slots(colour="red"), ASSET_TYPES[AssetTypeId.TWITCH_EMOTE], look(Strength.STRONG))
    assert subject_colour(wish) == subject_colour(
        interpret(Brief(subject="cat", colour="red"), ASSET_TYPES[AssetTypeId.TWITCH_EMOTE])
    )


def test_what_stands_behind_a_subject_is_told_from_it() -> None:
    wish = interpret(BRIEF, ASSET_TYPES[AssetTypeId.TWITCH_BADGE], look(Strength.STRONG))
    assert backdrop_colour(wish, pose(BRIEF, 0)) == ACCENT


@pytest.mark.parametrize("main", ["#0f766e", "#1f2937", "#808080", "#ffffff", "#000000"])
def test_a_kit_of_one_colour_has_another_shade_behind_a_subject_in_it(main: str) -> None:
    of_one = look(Strength.STRONG).model_copy(update={"colours": {ColourRole.MAIN: main}})
    wish = interpret(BRIEF, ASSET_TYPES[AssetTypeId.TWITCH_BADGE], of_one)
    assert contrast(backdrop_colour(wish, pose(BRIEF, 0)), subject_colour(wish)) > 1.5


@pytest.mark.parametrize("strength", Strength)
def test_letters_and_small_things_take_the_kit_at_every_strength(strength: Strength) -> None:
    wish = interpret(BRIEF, ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL], look(strength))
    assert accent(wish, pose(BRIEF, 0)) == ACCENT
    assert manner(wish, pose(BRIEF, 0)).letters == wish.scheme.letters


@given(kits, st.sampled_from(Strength))
def test_letters_can_be_read_in_any_kit(colours: dict[ColourRole, str], strength: Strength) -> None:
    letters = scheme(BrandLook(kit_id=UUID(int=1), name="", colours=colours, strength=strength)).letters
    assert letters
    for face in (letters.top, letters.bottom, letters.accent_top, letters.accent_bottom):
        assert contrast(face, letters.ink) >= 4.5


@pytest.mark.parametrize("main", ["#000000", "#ffffff", "#808080"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_kit_without_a_hue_still_gives_a_picture(main: str, kind: AssetTypeId) -> None:
    brand = BrandLook(kit_id=UUID(int=1), name="", colours={ColourRole.MAIN: main}, strength=Strength.STRONG)
    with Image.open(
        io.BytesIO(draw(PaintRequest(UUID(int=1), ASSET_TYPES[kind], BRIEF, "", 0, (), brand)).master)
    ) as image:
        assert np.asarray(image.convert("RGB")).std() > 20


@pytest.mark.parametrize("kind", KINDS)
def test_the_kits_font_writes_the_words_and_says_where_it_cannot(kind: AssetTypeId) -> None:
    def with_font(text: str, font: FontName | None) -> Picture:
        brief = BRIEF.with_slots(text=text)
        return draw(PaintRequest(UUID(int=1), ASSET_TYPES[kind], brief, "", 0, (), look(font=font)))

    assert with_font("GG", FontName.CREEPSTER).master != with_font("GG", FontName.CHEWY).master
    assert with_font("GG", FontName.CHEWY).note == ""
    assert "Chewy has not all of these letters, so I wrote them in Russo One." in with_font("ЯК", FontName.CHEWY).note


def test_a_calm_tone_bursts_nowhere_and_stands_straight() -> None:
    hero = Brief(subject="llama")
    kind = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
    loud, calm = (
        draw(PaintRequest(UUID(int=1), kind, hero, "", 0, (), look(Strength.BALANCED, tone))).master
        for tone in (Tone.LOUD, Tone.CALM)
    )
    assert loud != calm
    assert not scheme(look(Strength.BALANCED, Tone.LOUD)).is_quiet


def test_the_tone_sets_the_scene_only_where_nothing_else_does() -> None:
    kind = ASSET_TYPES[AssetTypeId.OFFLINE_BANNER]
    calm = look(Strength.BALANCED, Tone.CALM)
    plain, spooky = Brief(subject="cat", text="BRB"), Brief(subject="cat", text="BRB", mood="spooky")
    assert manner(interpret(plain, kind, calm), pose(plain, 0)).scene is Scene.COZY
    assert manner(interpret(plain, kind), pose(plain, 0)).scene is Scene.SUNBURST
    assert manner(interpret(spooky, kind, calm), pose(spooky, 0)).scene is Scene.HORROR


def test_without_a_kit_nothing_is_decided_for_the_words() -> None:
    assert scheme(None) is NO_SCHEME


def test_the_same_request_gives_the_same_bytes() -> None:
    for kind in KINDS:
        assert painted.__wrapped__(kind, BRIEF, Strength.STRONG) == painted.__wrapped__(kind, BRIEF, Strength.STRONG)
