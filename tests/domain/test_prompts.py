"""Words made from a brief."""

import pytest

from coach_app.domain.asset_types import ASSET_TYPES, AssetTypeId
from coach_app.domain.brief import Brief
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
