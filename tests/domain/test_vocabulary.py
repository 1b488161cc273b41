"""The words that the built-in parts understand."""

from enum import StrEnum

import pytest

from coach_app.domain.vocabulary import (
    Accessory,
    Action,
    Expression,
    Mood,
    Scene,
    Species,
    find_accessories,
    find_action,
    find_colour,
    find_expression,
    find_mood,
    find_scene,
    find_species,
)
from coach_app.domain.words_colours import COLOURS
from coach_app.domain.words_doings import ACCESSORY_WORDS, ACTION_WORDS, SCENE_WORDS
from coach_app.domain.words_feelings import EXPRESSION_WORDS, MOOD_WORDS
from coach_app.domain.words_species import SPECIES_WORDS


@pytest.mark.parametrize(
    ("text", "species"),
    [
        ("axolotl", Species.AXOLOTL),
        ("AXOLOTLS", Species.AXOLOTL),
        ("my kitty", Species.CAT),
        ("two cats", Species.CAT),
        ("the cat's face", Species.CAT),
        ("bunnies", Species.BUNNY),
        ("wolves", Species.WOLF),
        ("a trash panda", Species.RACCOON),
        ("doggo pls", Species.DOG),
        ("a red panda", None),
        ("catalogue", None),
        ("hot dog", None),
        ("", None),
    ],
)
def test_species_are_whole_words_in_any_form(text: str, species: Species | None) -> None:
    assert find_species(text) == species


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("raging", Expression.RAGE),
        ("rage", Expression.RAGE),
        ("ANGRY", Expression.RAGE),
        ("malding", Expression.RAGE),
        ("pogging", Expression.HYPE),
        ("sadge", Expression.SAD),
        ("copium", Expression.SAD),
        ("kekw", Expression.LAUGH),
        ("crying", Expression.CRY),
        ("cries", Expression.CRY),
        ("in love", Expression.LOVE),
        ("monkaS", Expression.SCARED),
        ("I'd love a cat", None),
        ("what can you do", None),
        ("red dead redemption", None),
    ],
)
def test_expressions_know_chat_words(text: str, expression: Expression | None) -> None:
    assert find_expression(text) == expression


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("smashing a keyboard", Action.SMASH),
        ("smashes", Action.SMASH),
        ("sipping coffee", Action.DRINK),
        ("hugging a heart", Action.HOLD),
        ("waving", Action.WAVE),
        ("lurk", Action.LURK),
        ("peeking over a wall", Action.LURK),
        ("face-palm", Action.FACEPALM),
        ("dancing", Action.CHEER),
        ("strumming a guitar", Action.PLAY),
        ("hi there", None),
        ("for my stream", None),
    ],
)
def test_actions_are_found_in_any_form(text: str, action: Action | None) -> None:
    assert find_action(text) == action


def test_accessories_come_each_once_in_their_order() -> None:
    assert find_accessories("a crown and headphones, and a headset") == (Accessory.CROWN, Accessory.HEADSET)
    assert find_accessories("a santa hat") == (Accessory.SANTA_HAT,)
    assert find_accessories("a bow tie and a bucket hat") == ()


def test_scenes_and_moods_are_found() -> None:
    assert find_scene("floating in outer space") == Scene.SPACE
    assert find_scene("80s grid") == Scene.SYNTHWAVE
    assert find_scene("a castle") is None
    assert find_mood("spooky vibes") == Mood.SPOOKY
    assert find_mood("comfy") == Mood.COZY


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#ff00AA", "#ff00aa"),
        ("make it #f0a please", "#ff00aa"),
        ("neon green", "#39ff14"),
        ("a pink cat on a blue wall", COLOURS["pink"]),
        ("PURPLE", COLOURS["purple"]),
        ("#12345", None),
        ("orange juice", None),
        ("feeling blue", None),
        ("no colour here", None),
    ],
)
def test_colours_are_names_or_codes(text: str, colour: str | None) -> None:
    assert find_colour(text) == colour


def test_dark_is_darker_and_light_is_lighter() -> None:
    def lightness(text: str) -> int:
        colour = find_colour(text)
        assert colour is not None
        return sum(int(colour[place : place + 2], 16) for place in (1, 3, 5))

    assert lightness("dark red") < lightness("red") < lightness("light red") < lightness("pale red")


def test_more_than_forty_colours_have_a_name() -> None:
    assert len(COLOURS) > 40
    assert all(find_colour(name) == colour for name, colour in COLOURS.items())


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (SPECIES_WORDS, Species),
        (EXPRESSION_WORDS, Expression),
        (ACTION_WORDS, Action),
        (ACCESSORY_WORDS, Accessory),
        (SCENE_WORDS, Scene),
        (MOOD_WORDS, Mood),
    ],
)
def test_every_member_has_words_and_is_found_by_its_name(words: dict[str, str], members: type[StrEnum]) -> None:
    assert set(words) == {member.value for member in members}
    finders = {
        Species: find_species,
        Expression: find_expression,
        Action: find_action,
        Scene: find_scene,
        Mood: find_mood,
    }
    for member in members:
        if members is Accessory:
            assert find_accessories(member.value) == (member,)
        else:
            assert finders[members](member.value) == member
