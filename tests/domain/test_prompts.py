"""Words made from a brief."""

from uuid import UUID

import pytest

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength, Tone
from coach_app.domain.brief import Brief
from coach_app.domain.colour_names import colour_name
from coach_app.domain.fonts import FontName
from coach_app.domain.prompts import feeling_word, picture_phrase, refined_prompt, title_of, with_article
from coach_app.domain.vocabulary import Action, Expression

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
RAGING = Brief(subject="axolotl", colour="pink", expression="raging", action="smashing a keyboard")


def test_the_prompt_of_an_emote_is_one_paragraph_of_good_english() -> None:
    assert refined_prompt(EMOTE, RAGING) == (
        "A raging pink axolotl smashing a keyboard. Bold dark outline, white sticker border, plain background."
    )


def test_the_prompt_of_a_thumbnail_tells_words_place_mood_and_game() -> None:
    brief = Brief(
        subject="zombie",
        expression="worried",
        text="I SURVIVED 100 DAYS",
        background="space",
        mood="epic",
        game="Minecraft",
    )
    assert refined_prompt(THUMBNAIL, brief) == (
        "A worried zombie, before a space background. The words “I SURVIVED 100 DAYS” in big bold letters beside it. "
        "Epic mood. Made for Minecraft streams. "
        "Bold dark outline, strong contrast, bottom right corner kept free of words."
    )


def test_dropping_a_slot_drops_its_words() -> None:
    with_text = RAGING.with_slots(text="GG", accessories=("crown",), palette=("blue",))
    assert "GG" in refined_prompt(EMOTE, with_text)
    without = with_text.with_slots(text=None, accessories=(), palette=())
    assert refined_prompt(EMOTE, without) == refined_prompt(EMOTE, RAGING)


def test_an_emote_has_no_background_in_its_prompt() -> None:
    assert "space" not in refined_prompt(EMOTE, RAGING.with_slots(background="space"))


def test_an_empty_brief_has_no_prompt() -> None:
    assert refined_prompt(EMOTE, Brief()) == ""
    assert refined_prompt(EMOTE, Brief(mood="cozy", game="Minecraft")) == ""


def test_a_subject_yet_to_come_is_left_open() -> None:
    assert picture_phrase(Brief(expression="pog", action="waving")) == "a hyped … waving"


@pytest.mark.parametrize(
    ("brief", "phrase"),
    [
        (Brief(subject="unicorn"), "a unicorn"),
        (Brief(subject="axolotl"), "an axolotl"),
        (Brief(subject="owl", colour="orange"), "an orange owl"),
        (Brief(subject="cat", accessories=("sunglasses", "crown")), "a cat wearing sunglasses and a crown"),
        (Brief(subject="cat", action="lurk", accessories=("bow",)), "a cat lurking, wearing a bow"),
        (Brief(subject="cat", expression="kekw"), "a laughing cat"),
        (Brief(subject="cat", expression="in love"), "a lovestruck cat"),
    ],
)
def test_the_phrase_reads_well(brief: Brief, phrase: str) -> None:
    assert picture_phrase(brief) == phrase


@pytest.mark.parametrize(
    ("brief", "emote_title", "thumbnail_title"),
    [
        (RAGING, "Raging pink axolotl", "Raging pink axolotl"),
        (Brief(), "New emote", "New thumbnail"),
        (Brief(text="GG"), "GG emote", "GG"),
        (Brief(subject="zombie", text="I SURVIVED 100 DAYS"), "Zombie", "I SURVIVED 100 DAYS"),
        (Brief(subject="bear", text="SO RICH"), "Bear", "SO RICH"),
        (Brief(subject="wolf", text="1 vs 5 clutch"), "Wolf", "1 vs 5 clutch"),
    ],
)
def test_titles_are_short_names(brief: Brief, emote_title: str, thumbnail_title: str) -> None:
    assert (title_of(EMOTE, brief), title_of(THUMBNAIL, brief)) == (emote_title, thumbnail_title)


def test_a_long_title_ends_at_a_word() -> None:
    title = title_of(THUMBNAIL, Brief(text="one two three four five six seven eight nine ten eleven twelve thirteen"))
    assert len(title) <= 60
    assert title.endswith("eleven…")


@pytest.mark.parametrize("expression", list(Expression))
def test_every_feeling_stands_before_a_noun(expression: Expression) -> None:
    word = feeling_word(expression.value)
    assert word
    assert " " not in word
    assert refined_prompt(EMOTE, Brief(subject="cat", expression=expression.value)).startswith(
        f"{with_article(word).capitalize()} cat."
    )


@pytest.mark.parametrize("action", list(Action))
def test_every_action_word_becomes_a_doing(action: Action) -> None:
    assert picture_phrase(Brief(subject="cat", action=action.value)).endswith("ing")


@pytest.mark.parametrize(
    ("kind", "brief", "prompt", "title"),
    [
        (
            AssetTypeId.TWITCH_BADGE,
            Brief(subject="fox", style="gold shield", text="6"),
            "A fox on a gold shield. The number “6” in bold letters. "
            "Face only, bold dark outline, plain background, readable at 18 px.",
            "Fox",
        ),
        (
            AssetTypeId.TWITCH_BADGE,
            Brief(subject="owl", style="emerald"),
            "An owl on an emerald frame. Face only, bold dark outline, plain background, readable at 18 px.",
            "Owl",
        ),
        (
            AssetTypeId.TWITCH_PANEL,
            Brief(text="DONATE", subject="pizza", colour="purple"),
            "A pizza. The word “DONATE” as a big label beside it. Mainly purple. "
            "Bold dark outline, few shapes, words readable at 320 px.",
            "DONATE panel",
        ),
        (
            AssetTypeId.TWITCH_PANEL,
            Brief(text="ABOUT ME"),
            "A panel. The words “ABOUT ME” as a big label. Bold dark outline, few shapes, words readable at 320 px.",
            "ABOUT ME panel",
        ),
        (
            AssetTypeId.OFFLINE_BANNER,
            Brief(text="CURRENTLY OFFLINE", sub_text="back at 8", subject="fox", background="neon"),
            "A fox, before a neon background. The words “CURRENTLY OFFLINE” in big bold letters beside it. "
            "Below, smaller: “back at 8”. Bold dark outline, strong contrast, nothing that matters at the edges.",
            "CURRENTLY OFFLINE",
        ),
        (
            AssetTypeId.DISCORD_INVITE_SPLASH,
            Brief(text="JOIN US", background="outer space"),
            "An invite splash, before an outer space background. The words “JOIN US” in big bold letters. "
            "Bold dark outline, strong contrast, nothing that matters at the edges.",
            "JOIN US",
        ),
        (
            AssetTypeId.PROFILE_PICTURE,
            Brief(subject="fox", colour="purple", expression="smug"),
            "A smug purple fox. Bold dark outline, the face in the centre, clear when cut to a circle.",
            "Smug purple fox",
        ),
        (
            AssetTypeId.WEBCAM_FRAME,
            Brief(subject="owl", background="synthwave", text="HI CHAT"),
            "A webcam frame with an owl, in a synthwave look. The words “HI CHAT” on a name plate at the edge. "
            "Bold dark outline, the middle left empty for the camera.",
            "Owl",
        ),
        (AssetTypeId.TWITCH_PANEL, Brief(), "", "New panel"),
    ],
)
def test_each_composition_has_its_prompt_and_title(kind: AssetTypeId, brief: Brief, prompt: str, title: str) -> None:
    asset_type = ASSET_TYPES[kind]
    assert (refined_prompt(asset_type, brief), title_of(asset_type, brief)) == (prompt, title)


@pytest.mark.parametrize(
    ("kind", "kept_clear"),
    [
        (AssetTypeId.YOUTUBE_THUMBNAIL, "bottom right corner kept free of words."),
        (AssetTypeId.TWITCH_PROFILE_BANNER, "bottom left corner kept free of words."),
        (AssetTypeId.YOUTUBE_BANNER, "words and faces in the middle."),
    ],
)
def test_what_a_platform_covers_is_kept_free_of_words(kind: AssetTypeId, kept_clear: str) -> None:
    assert refined_prompt(ASSET_TYPES[kind], Brief(subject="fox", text="HI")).endswith(kept_clear)


MUG = BrandLook(
    kit_id=UUID(int=1),
    name="Sunday Mug",
    colours={ColourRole.MAIN: "#f59a3c", ColourRole.LIGHT: "#fff1dc", ColourRole.DARK: "#2a1710"},
    title_font=FontName.CHEWY,
    text_font=FontName.ORBITRON,
    tone=(Tone.WARM, Tone.PLAYFUL),
)


def test_a_kit_adds_its_look_and_not_its_name() -> None:
    prompt = refined_prompt(EMOTE, RAGING, MUG)
    assert (
        " Ground, frames and letters in the channel's colours: main orange (#f59a3c), light cream (#fff1dc) and dark "
        "black (#2a1710). The channel's tone is warm and playful. "
    ) in prompt
    assert "Sunday Mug" not in prompt
    assert prompt.startswith(refined_prompt(EMOTE, RAGING).split(".")[0])


def test_fonts_are_named_where_there_are_words_to_write() -> None:
    assert "typeface" not in refined_prompt(EMOTE, RAGING, MUG)
    assert "Large words like the typeface Chewy. The" in refined_prompt(EMOTE, RAGING.with_slots(text="GG"), MUG)
    both = refined_prompt(THUMBNAIL, RAGING.with_slots(text="GG", sub_text="again"), MUG)
    assert "Small words like the typeface Orbitron." in both


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (Strength.SUBTLE, "Letters and small accents in"),
        (Strength.STRONG, "Everything that has no other colour here in"),
    ],
)
def test_strength_says_how_much_takes_the_colours(strength: Strength, words: str) -> None:
    assert words in refined_prompt(EMOTE, RAGING, MUG.model_copy(update={"strength": strength}))


def test_a_kit_alone_is_nothing_to_draw() -> None:
    assert refined_prompt(EMOTE, Brief(), MUG) == ""


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#ffffff", "white"),
        ("#010101", "black"),
        ("#9146ff", "violet"),
        ("#5a3423", "dark brown"),
        ("#f06a8c", "rose"),
    ],
)
def test_colours_are_called_by_plain_names(colour: str, name: str) -> None:
    assert colour_name(colour) == name
