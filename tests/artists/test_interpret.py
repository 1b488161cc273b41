"""What the artist makes of a brief's words, and what it says where it cannot."""

import pytest

from coach_app.artists.offline.interpret import interpret
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.vocabulary import Accessory, Action, Expression, Scene, Species

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
BADGE = ASSET_TYPES[AssetTypeId.TWITCH_BADGE]
PANEL = ASSET_TYPES[AssetTypeId.TWITCH_PANEL]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
BANNER = ASSET_TYPES[AssetTypeId.OFFLINE_BANNER]


def test_a_full_brief_is_understood_without_a_note() -> None:
    brief = Brief(subject="axolotl", colour="pink", expression="raging", action="smashing a keyboard")
    wish = interpret(brief.with_slots(accessories=("headset",)), EMOTE)
    assert (wish.species, wish.expression, wish.action, wish.thing) == (
        Species.AXOLOTL, Expression.RAGE, Action.SMASH, "keyboard",
    )  # fmt: skip
    assert wish.accessories == (Accessory.HEADSET,)
    assert wish.colour is not None
    assert wish.notes == ()


@pytest.mark.parametrize(
    ("brief", "sentence"),
    [
        (Brief(subject="llama"), "I have no llama in my kit, so I used an icon."),
        (Brief(subject="flurble"), "I can't draw “flurble”, so I drew a slime."),
        (Brief(expression="happy"), "No subject was named"),
        (Brief(subject="cat", colour="octarine"), "I don't know the colour “octarine”"),
        (Brief(subject="cat", expression="zorbed"), "I have no “zorbed” face, so it looks happy."),
        (Brief(subject="cat", action="yodelling"), "I can't draw “yodelling”, so I left it out."),
        (Brief(subject="cat", action="fixing a bicycle"), "so I put the bicycle in its paws."),
        (Brief(subject="cat", action="holding a zorb"), "so its paws are empty."),
        (Brief(subject="cat", accessories=("monocle",)), "I left out “monocle”"),
        (Brief(subject="llama", action="waving"), "An icon has no paws, so I left out “waving”."),
        (Brief(subject="llama", accessories=("crown",)), "an icon wears nothing"),
        (Brief(subject="cat", background="space"), "An emote has no ground"),
    ],
)
def test_what_cannot_be_drawn_is_said(brief: Brief, sentence: str) -> None:
    assert sentence in " ".join(interpret(brief, EMOTE).notes)


def test_an_unknown_place_is_said_for_a_thumbnail() -> None:
    wish = interpret(Brief(subject="cat", background="the bottom of a teapot"), THUMBNAIL)
    assert wish.scene is None
    assert "scene" in wish.notes[0]


def test_a_known_place_is_used() -> None:
    assert interpret(Brief(subject="cat", background="outer space"), THUMBNAIL).scene is Scene.SPACE


def test_a_game_brings_its_scene() -> None:
    assert interpret(Brief(subject="cat", game="Stardew Valley"), THUMBNAIL).scene is Scene.COZY
    assert interpret(Brief(subject="cat", game="some game"), THUMBNAIL).scene is None


def test_the_mood_chooses_the_face_where_none_is_named() -> None:
    assert interpret(Brief(subject="cat", mood="cozy"), EMOTE).expression is Expression.COZY


def test_a_long_phrase_is_quoted_short() -> None:
    (note,) = interpret(Brief(subject="x" * 120), EMOTE).notes
    assert len(note) < 120


def test_a_thing_to_do_needs_no_thing() -> None:
    wish = interpret(Brief(subject="cat", action="waving at chat"), EMOTE)
    assert (wish.action, wish.thing, wish.notes) == (Action.WAVE, "", ())


@pytest.mark.parametrize(
    ("kind", "brief", "sentence"),
    [
        (BADGE, Brief(subject="cat", background="space"), "A badge has no ground, so I left the background out."),
        (BADGE, Brief(subject="cat", action="waving"), "A badge has room for a face only, so I left out “waving”."),
        (PANEL, Brief(subject="cat", text="HI", background="space"), "A panel has no room for a scene"),
        (PANEL, Brief(subject="flurble", text="RULES"), "I can't draw “flurble”, so the panel goes by its words."),
        (BANNER, Brief(subject="cat", text="HI", background="a teapot"), "I have no “a teapot” scene"),
    ],
)
def test_each_kind_says_what_it_has_no_room_for(kind: AssetType, brief: Brief, sentence: str) -> None:
    assert sentence in " ".join(interpret(brief, kind).notes)


@pytest.mark.parametrize("kind", [BADGE, PANEL])
def test_an_icon_needs_no_excuse_where_people_expect_one(kind: AssetType) -> None:
    wish = interpret(Brief(subject="pizza", text="GG"), kind)
    assert (wish.hero, wish.notes) == ("pizza", ())


@pytest.mark.parametrize(
    ("words", "icon"),
    [
        ("DONATE", "money-with-wings"),
        ("Stream schedule", "spiral-calendar"),
        ("ABOUT ME", "waving-hand"),
        ("RULES", "balance-scale"),
        ("Join the Discord", "speech-balloon"),
        ("MY SOCIALS", "mobile-phone"),
        ("PC SPECS", "desktop-computer"),
        ("MERCH", "t-shirt"),
        ("SUBSCRIBE", "glowing-star"),
        ("COFFEE BREAK", "hot-beverage"),
        ("ZORB", ""),
    ],
)
def test_a_panels_words_choose_its_icon_where_no_subject_is_named(words: str, icon: str) -> None:
    wish = interpret(Brief(text=words), PANEL)
    assert (wish.species, wish.hero, wish.notes) == (None, icon, ())


def test_a_banners_words_may_stand_alone() -> None:
    wish = interpret(Brief(text="BE RIGHT BACK"), BANNER)
    assert (wish.has_figure, wish.notes) == (False, ())
