"""What a tab writes into a kit, field by field."""

from uuid import UUID, uuid4

import pytest

from coach_app.domain.brand_looks import ColourRole, Strength, Tone
from coach_app.domain.errors import InvalidInput, NotFound
from coach_app.domain.fonts import FontName
from coach_app.parts import Parts
from coach_app.web.kit_fields import keep_fields
from tests.use_cases.branding import kit_of, new_kit
from tests.working_parts import new_guest


@pytest.fixture
def user_id(parts: Parts) -> UUID:
    return new_guest(parts)


@pytest.fixture
def kit_id(parts: Parts, user_id: UUID) -> UUID:
    return new_kit(parts, user_id)


def test_fields_change_what_they_name_and_nothing_else(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    written = {"colours.second": "#5A3423", "colours.light": "", "tone": "dry,calm", "text_font": "chewy"}
    assert keep_fields(parts, user_id=user_id, kit_id=kit_id, written=written) == {}
    design = kit_of(parts, user_id, kit_id).design
    assert design.colours == {
        ColourRole.MAIN: "#f59a3c",
        ColourRole.SECOND: "#5a3423",
        ColourRole.DARK: "#2a1710",
    }
    assert (design.name, design.tone, design.text_font) == ("Sunday Mug", (Tone.CALM, Tone.DRY), FontName.CHEWY)
    keep_fields(parts, user_id=user_id, kit_id=kit_id, written={"tone": "", "text_font": ""})
    design = kit_of(parts, user_id, kit_id).design
    assert (design.tone, design.text_font) == ((), None)


def test_what_is_refused_does_not_hold_up_the_rest(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    written = {"name": " ", "colours.main": "#12", "colours.dark": "url(x)", "strength": "strong", "title_font": "x"}
    refused = keep_fields(parts, user_id=user_id, kit_id=kit_id, written=written)
    assert set(refused) == {"name", "colours.main", "colours.dark", "title_font"}
    assert refused["name"] == "Give the kit a name, for example that of your channel."
    design = kit_of(parts, user_id, kit_id).design
    assert (design.name, design.strength, design.colours[ColourRole.MAIN]) == (
        "Sunday Mug",
        Strength.STRONG,
        "#f59a3c",
    )


def test_two_tabs_lose_nothing_of_one_another(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    keep_fields(parts, user_id=user_id, kit_id=kit_id, written={"colours.accent": "#d9476b"})
    keep_fields(parts, user_id=user_id, kit_id=kit_id, written={"colours.detail": "#8fd8ff", "name": "Mug"})
    colours = kit_of(parts, user_id, kit_id).design.colours
    assert (colours[ColourRole.ACCENT], colours[ColourRole.DETAIL]) == ("#d9476b", "#8fd8ff")


@pytest.mark.parametrize("written", [{"colours.main": ""}, {"colours.border": "#ffffff"}])
def test_what_no_field_of_the_page_writes_changes_nothing(
    parts: Parts, user_id: UUID, kit_id: UUID, written: dict[str, str]
) -> None:
    before = kit_of(parts, user_id, kit_id).design
    with pytest.raises(InvalidInput):
        keep_fields(parts, user_id=user_id, kit_id=kit_id, written=written)
    keep_fields(parts, user_id=user_id, kit_id=kit_id, written={"is_default": "yes", "": ""})
    assert kit_of(parts, user_id, kit_id).design == before


def test_somebody_elses_kit_is_not_there(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    for stranger, kit in ((new_guest(parts), kit_id), (user_id, uuid4())):
        with pytest.raises(NotFound):
            keep_fields(parts, user_id=stranger, kit_id=kit, written={"name": "Mine"})
    assert kit_of(parts, user_id, kit_id).design.name == "Sunday Mug"
