"""What the artist makes of a brief's words, and what it says where it cannot."""

import pytest

from coach_app.artists.offline.interpret import interpret
from coach_app.domain.brief import Brief
from coach_app.domain.vocabulary import Accessory, Action, Expression, Scene, Species


def test_a_full_brief_is_understood_without_a_note() -> None:
    brief = Brief(subject="axolotl", colour="pink", expression="raging", action="smashing a keyboard")
    wish = interpret(brief.with_slots(accessories=("headset",)), is_cutout=True)
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
    assert sentence in " ".join(interpret(brief, is_cutout=True).notes)


def test_an_unknown_place_is_said_for_a_thumbnail() -> None:
    wish = interpret(Brief(subject="cat", background="the bottom of a teapot"), is_cutout=False)
    assert wish.scene is None
    assert "scene" in wish.notes[0]


def test_a_known_place_is_used() -> None:
    assert interpret(Brief(subject="cat", background="outer space"), is_cutout=False).scene is Scene.SPACE


def test_a_game_brings_its_scene() -> None:
    assert interpret(Brief(subject="cat", game="Stardew Valley"), is_cutout=False).scene is Scene.COZY
    assert interpret(Brief(subject="cat", game="some game"), is_cutout=False).scene is None


def test_the_mood_chooses_the_face_where_none_is_named() -> None:
    assert interpret(Brief(subject="cat", mood="cozy"), is_cutout=True).expression is Expression.COZY


def test_a_long_phrase_is_quoted_short() -> None:
    (note,) = interpret(Brief(subject="x" * 120), is_cutout=True).notes
    assert len(note) < 120


def test_a_thing_to_do_needs_no_thing() -> None:
    wish = interpret(Brief(subject="cat", action="waving at chat"), is_cutout=True)
    assert (wish.action, wish.thing, wish.notes) == (Action.WAVE, "", ())
