"""What is offered after a refusal."""

import pytest

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.rewrites import rewritten

_EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
_CAT = Brief(subject="cat", expression="happy")


@pytest.mark.parametrize(
    ("refusal", "slots", "changed"),
    [
        (RefusalKind.WISH, {"action": "shooting a Gun"}, {"action": "splashing a water blaster"}),
        (RefusalKind.PICTURE, {"accessories": ("bloody knife",)}, {"accessories": ("messy foam sword",)}),
        (RefusalKind.LOOKALIKE, {"subject": "Pikachu"}, {"subject": "yellow electric mouse"}),
        (RefusalKind.LOOKALIKE, {"game": "Some Game"}, {"game": None}),
        (RefusalKind.WISH, {"action": "waving", "style": "like that painter"}, {"action": "waving", "style": None}),
    ],
)
def test_what_may_have_been_the_matter_is_left_out(
    refusal: RefusalKind, slots: dict[str, object], changed: dict[str, object]
) -> None:
    assert rewritten(_EMOTE, _CAT.with_slots(**slots), refusal) == _CAT.with_slots(**slots | changed)


def test_words_inside_other_words_are_left_alone() -> None:
    assert rewritten(_EMOTE, _CAT.with_slots(subject="skilled gunner"), RefusalKind.WISH) is None


@pytest.mark.parametrize("refusal", RefusalKind)
def test_nothing_is_offered_where_nothing_can_be_left_out(refusal: RefusalKind) -> None:
    assert rewritten(_EMOTE, _CAT, refusal) is None


def test_words_that_a_panel_needs_stay() -> None:
    panel = ASSET_TYPES[AssetTypeId.TWITCH_PANEL]
    assert rewritten(panel, Brief(text="DONATE"), RefusalKind.WISH) is None
