"""What is offered after a refusal."""

import pytest

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.rewrites import offer, rewritten, what_changes

_EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
_CAT = Brief(subject="cat", expression="happy")


@pytest.mark.parametrize(
    ("refusal", "slots", "changed"),
    [
        (RefusalKind.WISH, {"action": "shooting a Gun"}, {"action": "splashing a water blaster"}),
        (RefusalKind.PICTURE, {"accessories": ("bloody knife",)}, {"accessories": ("messy foam sword",)}),
        (RefusalKind.LOOKALIKE, {"subject": "Pikachu"}, {"subject": "yellow electric mouse"}),
        (RefusalKind.LOOKALIKE, {"game": "Some Game"}, {"game": None}),
        (RefusalKind.WISH, {"subject": "skilled gunner"}, {"subject": "skilled gunner", "style": "friendly cartoon"}),
        (RefusalKind.PICTURE, {"style": "friendly cartoon", "expression": "raging"}, {"expression": "happy"}),
        (RefusalKind.WISH, {"action": "waving", "style": "like that painter"}, {"action": "waving", "style": None}),
    ],
)
def test_what_may_have_been_the_matter_is_left_out(
    refusal: RefusalKind, slots: dict[str, object], changed: dict[str, object]
) -> None:
    assert rewritten(_EMOTE, _CAT.with_slots(**slots), refusal) == _CAT.with_slots(**slots | changed)


def test_what_is_as_mild_as_can_be_gets_no_other_wish() -> None:
    mildest = _CAT.with_slots(style="friendly cartoon", expression="happy")
    assert rewritten(_EMOTE, mildest, RefusalKind.WISH) is None
    assert rewritten(_EMOTE, _CAT, RefusalKind.LOOKALIKE) is None


def test_an_offer_says_what_it_leaves_out_and_adds() -> None:
    then = _CAT.with_slots(game="Some Game", text="NO")
    assert what_changes(then, then.with_slots(game=None)) == "without the game’s name"
    assert what_changes(then, then.with_slots(text=None, style="friendly cartoon")) == (
        "without the words, in friendly cartoon style"
    )
    assert what_changes(then, then.with_slots(subject="dog")) == ""


def test_words_that_a_panel_needs_stay() -> None:
    panel = ASSET_TYPES[AssetTypeId.TWITCH_PANEL]
    assert rewritten(panel, Brief(text="DONATE"), RefusalKind.WISH) is None


def test_an_offer_keeps_what_was_said_since() -> None:
    asked = _CAT.with_slots(action="firing a gun")
    found = offer(_EMOTE, asked, RefusalKind.WISH, now=asked.with_slots(accessories=("hat",)))
    assert found is not None
    assert (found.brief.action, found.brief.accessories, found.is_taken) == ("firing a water blaster", ("hat",), False)
    taken = offer(_EMOTE, asked, RefusalKind.WISH, now=found.brief)
    assert taken is not None
    assert taken.is_taken


def test_nothing_is_offered_once_what_was_the_matter_is_another() -> None:
    asked = _CAT.with_slots(action="firing a gun")
    assert offer(_EMOTE, asked, RefusalKind.WISH, now=asked.with_slots(action="waving")) is None
