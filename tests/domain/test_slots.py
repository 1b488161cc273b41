"""Slots edited by hand."""

import pytest

from coach_app.artists.offline.icons import IconCatalogue
from coach_app.domain.brief import Brief
from coach_app.domain.errors import InvalidInput
from coach_app.domain.slots import checked_slot

PROPS = IconCatalogue()


@pytest.mark.parametrize(
    ("slot", "value", "taken"),
    [
        ("subject", "  Trash  panda ", "Trash panda"),
        ("subject", "llama", "llama"),
        ("colour", "Neon green", "Neon green"),
        ("colour", "#FF00aa", "#FF00aa"),
        ("expression", "kekw", "kekw"),
        ("action", "smashing a keyboard", "smashing a keyboard"),
        ("action", "pizza", "holding pizza"),
        ("action", "waving", "waving"),
        ("accessories", "crown, red headset and sunglasses", ("crown", "red headset", "sunglasses")),
        ("palette", "blue and gold", ("blue", "gold")),
        ("background", "in space", "space"),
        ("background", "a cozy room", "a cozy room"),
        ("mood", "spooky", "spooky"),
        ("game", "Dave the Diver", "Dave the Diver"),
        ("text", "GG", "GG"),
        ("text", "???", "???"),
        ("sub_text", "live Tue Thu Sat, 8pm", "live Tue Thu Sat, 8pm"),
        ("style", "Gold shield", "Gold shield"),
        ("style", "bronze", "bronze"),
    ],
)
def test_what_can_be_drawn_is_taken_in_the_streamers_words(slot: str, value: str, taken: object) -> None:
    checked = checked_slot(slot, value, PROPS)
    assert checked == taken
    assert getattr(Brief().with_slots(**{slot: checked}), slot) == taken


@pytest.mark.parametrize(
    "slot",
    ["subject", "colour", "expression", "action", "background", "mood", "game", "text", "sub_text", "style"],
)
def test_an_empty_value_clears_the_slot(slot: str) -> None:
    assert checked_slot(slot, "  ", PROPS) is None


@pytest.mark.parametrize("slot", ["accessories", "palette"])
def test_an_empty_value_clears_a_list(slot: str) -> None:
    assert checked_slot(slot, "", PROPS) == ()


@pytest.mark.parametrize(
    ("slot", "value", "examples"),
    [
        ("subject", "narwhal", ("axolotl", "fox", "capybara")),
        ("colour", "sparkly", ("pink", "neon green", "#8e44d6")),
        ("expression", "quizzical", ("raging", "smug", "crying")),
        ("action", "riding a unicycle", ("smashing a keyboard", "sipping coffee", "waving")),
        ("action", "holding a flugelhorn", ("keyboard", "coffee", "guitar")),
        ("accessories", "crown, monocle", ("headset", "crown", "sunglasses")),
        ("palette", "blue, sparkly", ("pink", "neon green", "#8e44d6")),
        ("background", "a castle", ("space", "synthwave", "cozy room")),
        ("mood", "blargh", ("cozy", "hype", "spooky")),
        ("game", "!!!", ("Minecraft", "Elden Ring", "Stardew Valley")),
        ("text", "…", ("GG", "LURK", "POG")),
        ("sub_text", "…", ("GG", "LURK", "POG")),
        ("style", "wooden plank", ("gold shield", "silver hex", "bronze medal")),
    ],
)
def test_what_is_not_understood_gets_three_examples_that_are(slot: str, value: str, examples: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_slot(slot, value, PROPS)
    assert refused.value.field == slot
    assert all(example in refused.value.sentence for example in examples)
    for example in examples:
        checked_slot(slot, example, PROPS)


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("text", "x" * 41),
        ("sub_text", "x" * 41),
        ("subject", "cat " * 20),
        ("game", "g" * 61),
        ("accessories", "crown, cap, bow, halo"),
        ("palette", "red, blue, green, gold, pink"),
        ("style", "anime"),
        ("no_text", "true"),
        ("nonsense", "x"),
    ],
)
def test_limits_and_unknown_slots_are_refused(slot: str, value: str) -> None:
    with pytest.raises(InvalidInput):
        checked_slot(slot, value, PROPS)
