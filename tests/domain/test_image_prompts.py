"""What image models are told."""

from uuid import UUID

import pytest

from coach_app.artists.offline.offline_artist import OfflineArtist
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId, Ground
from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength, Tone
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName
from coach_app.domain.image_prompts import ground_left_out, image_prompt, told
from coach_app.domain.key_colours import key_colour
from tests.provider.running import nano_banana

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
RAGING = Brief(subject="axolotl", colour="pink", expression="raging", action="smashing a keyboard")


def _look(strength: Strength = Strength.BALANCED, **colours: str) -> BrandLook:
    chosen = {
        ColourRole(role): colour for role, colour in (colours or {"main": "#9146ff", "accent": "#00e5a8"}).items()
    }
    return BrandLook(
        kit_id=UUID(int=1),
        name="Nightfox",
        colours={ColourRole(role): colour for role, colour in chosen.items()},
        title_font=next(iter(FontName)),
        tone=(Tone.PLAYFUL,),
        strength=strength,
    )


def test_an_emote_is_one_sticker_on_a_flat_key_colour() -> None:
    assert image_prompt(EMOTE, RAGING) == (
        "An emote for a chat, a sticker: a raging pink axolotl smashing a keyboard. No words, no letters, no "
        "watermark. Bold cartoon illustration. One subject in the middle, filling 85 % of the frame, thick dark "
        "outline, few and simple shapes, strong contrast, clear even when it is shown very small. Behind it, from edge "
        "to edge, a flat, uniform background in #00ff00, with no gradient, no shadow and no checkerboard. Nothing of "
        "the subject has the colour #00ff00."
    )


def test_a_thumbnail_has_its_words_spelled_and_its_place_painted() -> None:
    brief = Brief(
        subject="zombie", expression="worried", text="I SURVIVED 100 DAYS", background="space", style="pixel art"
    )
    assert image_prompt(THUMBNAIL, brief) == (
        "A thumbnail for a video: a worried zombie, before a space background. The words “I SURVIVED 100 DAYS” in big "
        "bold letters beside it. Pixel art style. Words are spelled exactly as they are quoted "
        "here, and there are no others. One clear focus, large "
        "shapes, strong contrast, clear even when it is shown small, bottom right corner kept free of words. The "
        "picture fills the whole frame, without a border."
    )


@pytest.mark.parametrize("kind", ASSET_TYPES.values(), ids=lambda kind: kind.id)
def test_no_prompt_names_pixels_or_asks_for_transparency(kind: object) -> None:
    asset_type = ASSET_TYPES[AssetTypeId(kind.id)]  # type: ignore[attr-defined]
    prompt = image_prompt(asset_type, RAGING.with_slots(text="GG", sub_text="soon", style="gold shield"), _look())
    assert prompt
    for unwanted in ("transparent", " px", "16:9", "1024", "4K", "Nightfox"):
        assert unwanted not in prompt
    assert ("background in #" in prompt) == (asset_type.ground is not Ground.OPAQUE)
    assert ("no checkerboard" in prompt) == (asset_type.ground is not Ground.OPAQUE)


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        (Strength.SUBTLE, "Letters and small accents in the channel's colours: main"),
        (Strength.BALANCED, "Ground, frames and letters in the channel's colours: main"),
        (Strength.STRONG, "Everything that has no other colour here in the channel's colours: main"),
    ],
)
def test_a_brand_gives_its_colours_by_role_fonts_and_tone(strength: Strength, said: str) -> None:
    prompt = image_prompt(THUMBNAIL, RAGING.with_slots(text="GG"), _look(strength))
    assert said in prompt
    for part in ("#9146ff", "accent", "#00e5a8", "Large words like the typeface", "The channel's tone is playful"):
        assert part in prompt


def test_an_empty_brief_has_no_prompt() -> None:
    assert image_prompt(EMOTE, Brief(mood="cozy")) == ""


@pytest.mark.parametrize(
    ("brief", "brand", "key"),
    [
        (Brief(subject="cat"), None, "#00ff00"),
        (Brief(subject="frog"), None, "#ff00ff"),
        (Brief(subject="axolotl", colour="pink"), None, "#00ff00"),
        (Brief(subject="dragon", colour="neon green"), None, "#ff00ff"),
        (Brief(subject="frog", accessories=("pink hat",)), None, "#0000ff"),
        (Brief(subject="cat"), _look(main="#00ff00"), "#ff00ff"),
        (Brief(subject="cat"), _look(Strength.SUBTLE, main="#00ff00"), "#00ff00"),
    ],
)
def test_the_key_is_far_from_the_colours_of_the_picture(brief: Brief, brand: BrandLook | None, key: str) -> None:
    assert key_colour(brief, brand) == key


def test_a_change_is_told_before_what_is_to_be_seen() -> None:
    seeing, prompt = nano_banana("http://localhost:1"), image_prompt(EMOTE, RAGING)
    assert told(seeing, prompt, is_change=True).startswith("Change the first picture that is sent with this: keep")
    assert told(seeing, prompt, is_change=True).endswith(prompt)
    assert told(seeing, prompt, is_change=False) == prompt
    assert told(OfflineArtist(), prompt, is_change=True) == prompt
    assert told(seeing, "", is_change=True) == ""


@pytest.mark.parametrize(
    ("pictures", "said"),
    [
        (
            1,
            "Go by the picture sent with this: where nothing else is said, take the character, the colours and the "
            "style from it, but not the background, the frame or the words.",
        ),
        (
            3,
            "Go by the 3 pictures sent with this: where nothing else is said, take the character, the colours and the "
            "style from them, but not the background, the frame or the words.",
        ),
    ],
)
def test_pictures_sent_along_are_said_to_be_gone_by(pictures: int, said: str) -> None:
    prompt = image_prompt(EMOTE, RAGING, pictures=pictures)
    assert said in prompt
    # The style is theirs.
    assert "Bold cartoon illustration" not in prompt
    assert "Pixel art style" in image_prompt(EMOTE, RAGING.with_slots(style="pixel art"), pictures=pictures)
    assert "sent with this" not in image_prompt(EMOTE, RAGING)


def test_pictures_alone_are_nothing_to_draw() -> None:
    assert image_prompt(EMOTE, Brief(), pictures=2) == ""


@pytest.mark.parametrize(
    ("written", "is_missing"),
    [
        ("A teapot in ink.", True),
        ("A teapot on a transparent background.", True),
        ("A flat teapot. A busy background.", True),
        ("A teapot on a plain green background.", False),
        ("A teapot. Background: flat, in #00ff00.", False),
    ],
)
def test_a_prompt_written_by_hand_may_miss_the_ground_that_is_cut_away(written: str, is_missing: bool) -> None:
    made = image_prompt(EMOTE, Brief(subject="teapot", expression="happy"))
    assert ground_left_out(made, made) == ""
    assert ground_left_out(made, written) == ("a flat, uniform background in #00ff00" if is_missing else "")
    whole = image_prompt(THUMBNAIL, Brief(subject="teapot", expression="happy"))
    assert ground_left_out(whole, written) == ""
