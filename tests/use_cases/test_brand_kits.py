"""Brand kits: made, changed, chosen and deleted, and what their sessions say then."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Literal
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from coach_app.domain.brand_kits import MAX_KITS, KitEdit
from coach_app.domain.brand_looks import ColourRole, Strength
from coach_app.domain.errors import InvalidInput, NotFound, TooManyKits
from coach_app.domain.fonts import FontName
from coach_app.domain.logos import LogoKind
from coach_app.parts import Parts
from coach_app.use_cases.choose_brand_kit import choose_brand_kit
from coach_app.use_cases.create_brand_kit import create_brand_kit
from coach_app.use_cases.delete_brand_kit import delete_brand_kit
from coach_app.use_cases.edit_brand_kit import edit_brand_kit
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.make_default import make_default
from coach_app.use_cases.put_logo import put_logo
from coach_app.use_cases.read_palette import read_palette
from coach_app.use_cases.remove_logo import remove_logo
from coach_app.use_cases.start_from_brief import start_from_brief
from coach_app.use_cases.start_session import start_session
from tests.use_cases.branding import MUG, kit_of, kits_of, new_kit, picture
from tests.use_cases.generating import session_of
from tests.working_parts import HeardHub, new_guest, ready_session


@pytest.fixture
def user_id(parts: Parts) -> UUID:
    return new_guest(parts)


def test_a_kit_is_stored_as_it_was_written(parts: Parts, user_id: UUID) -> None:
    kit = kit_of(parts, user_id, create_brand_kit(parts, user_id=user_id, kit=MUG))
    assert (kit.design.name, kit.design.title_font, kit.design.text_font) == ("Sunday Mug", FontName.CHEWY, None)
    assert list(kit.design.colours) == [ColourRole.MAIN, ColourRole.LIGHT, ColourRole.DARK]
    assert (kit.design.strength, kit.logos, kit.picture_count) == (Strength.BALANCED, (), 0)
    assert kit.look().kit_id == kit.id


def test_a_kit_that_cannot_be_is_not_stored(parts: Parts, user_id: UUID) -> None:
    with pytest.raises(InvalidInput):
        create_brand_kit(parts, user_id=user_id, kit=KitEdit(name="x"))
    assert kits_of(parts, user_id) == ()


def test_ten_kits_are_the_most_also_when_they_are_made_at_once(parts: Parts, user_id: UUID) -> None:
    def make(number: int) -> bool:
        try:
            new_kit(parts, user_id, f"Kit {number}")
        except TooManyKits:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        made = list(threads.map(make, range(MAX_KITS + 3)))
    assert made.count(True) == MAX_KITS
    assert len(kits_of(parts, user_id)) == MAX_KITS
    assert [kit.is_default for kit in kits_of(parts, user_id)].count(True) == 1
    new_kit(parts, new_guest(parts))


def test_two_kits_never_have_the_same_name_also_when_they_are_made_at_once(parts: Parts, user_id: UUID) -> None:
    def make(name: str) -> str:
        try:
            new_kit(parts, user_id, name)
        except InvalidInput as refused:
            return refused.sentence
        return ""

    with ThreadPoolExecutor(4) as threads:
        sentences = sorted(threads.map(make, ("Straße TV", " STRASSE  tv", "straße tv", "Strasse TV")))
    assert [sentence[:16] for sentence in sentences] == ["", *["You have a kit “"] * 3]
    assert len(kits_of(parts, user_id)) == 1
    new_kit(parts, new_guest(parts), "Straße TV")


def test_a_kit_is_not_renamed_to_another_ones_name(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id, "Sunday Mug")
    new_kit(parts, user_id, "Neon Fox")
    with pytest.raises(InvalidInput) as refused:
        edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(name="NEON fox"))
    sentence = "You have a kit “NEON fox” already. Give this one another name."
    assert (refused.value.field, refused.value.sentence) == ("name", sentence)
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(name="SUNDAY MUG", strength="strong"))
    assert [kit.design.name for kit in kits_of(parts, user_id)] == ["SUNDAY MUG", "Neon Fox"]


def test_kits_that_share_a_name_from_before_can_be_changed(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id, "Mug")
    new_kit(parts, user_id, "Neon Fox")
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE brand_kits SET name = 'Mug' WHERE user_id = :id"), {"id": user_id})
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(name="Mug", strength="strong"))
    assert kit_of(parts, user_id, kit_id).design.strength is Strength.STRONG


def test_the_first_kit_is_the_default_until_another_is_chosen(parts: Parts, user_id: UUID) -> None:
    first, second = new_kit(parts, user_id), new_kit(parts, user_id, "Neon Fox")
    assert _default(parts, user_id) == [first]
    make_default(parts, user_id=user_id, kit_id=second)
    assert _default(parts, user_id) == [second]


def test_deleting_the_default_hands_it_to_the_oldest_that_is_left(parts: Parts, user_id: UUID) -> None:
    first, second, third = (new_kit(parts, user_id, name) for name in "abc")
    delete_brand_kit(parts, user_id=user_id, kit_id=third)
    assert _default(parts, user_id) == [first]
    delete_brand_kit(parts, user_id=user_id, kit_id=first)
    assert _default(parts, user_id) == [second]
    delete_brand_kit(parts, user_id=user_id, kit_id=second)
    assert kits_of(parts, user_id) == ()


def test_the_table_takes_one_default_a_user(parts: Parts, user_id: UUID) -> None:
    new_kit(parts, user_id)
    new_kit(parts, user_id, "Neon Fox")
    with pytest.raises(IntegrityError, match="one_default"), parts.database.transaction() as db:
        db.connection().execute(text("UPDATE brand_kits SET is_default = true"))


def test_an_edit_keeps_what_it_does_not_name(parts: Parts, user_id: UUID) -> None:
    kit_id = create_brand_kit(parts, user_id=user_id, kit=MUG)
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(strength="strong"))
    kit = kit_of(parts, user_id, kit_id)
    assert (kit.design.strength, kit.design.name, kit.design.title_font) == (
        Strength.STRONG, "Sunday Mug", FontName.CHEWY,
    )  # fmt: skip
    assert kit.updated_at > kit.created_at


def test_a_new_session_begins_with_the_default_kit_unless_another_is_named(parts: Parts, user_id: UUID) -> None:
    first, second = new_kit(parts, user_id), new_kit(parts, user_id, "Neon Fox")
    kits: list[UUID | None] = []
    choices: tuple[UUID | Literal["default"] | None, ...] = ("default", None, second)
    for chosen in choices:
        session_id = start_session(parts, user_id=user_id, asset_type="twitch_emote", brand_kit_id=chosen)
        kits.append(session_of(parts, user_id, session_id).brand_kit_id)
    assert kits == [first, None, second]


def test_a_session_that_goes_on_from_a_brief_keeps_the_kit(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id)
    old = ready_session(parts, user_id)
    new_id = start_from_brief(parts, user_id=user_id, session_id=old)
    assert session_of(parts, user_id, new_id).brand_kit_id == kit_id
    delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)
    assert session_of(parts, user_id, start_from_brief(parts, user_id=user_id, session_id=old)).brand_kit_id is None


def test_the_prompt_follows_the_kit_in_mid_session(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id)
    session_id = ready_session(parts, user_id)

    def prompt() -> str:
        return session_of(parts, user_id, session_id).current_prompt or ""

    assert "#f59a3c" in prompt()
    edit_brief(parts, user_id=user_id, session_id=session_id, slot="subject", value="cat")
    assert "#f59a3c" in prompt()
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(colours={"main": "#00aaff"}))
    assert "#00aaff" in prompt()
    assert "#f59a3c" not in prompt()
    choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=None)
    assert "#" not in prompt()
    choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=kit_id)
    assert "#00aaff" in prompt()
    delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)
    assert "#" not in prompt()
    assert session_of(parts, user_id, session_id).brand_kit_id is None


def test_open_tabs_hear_of_a_kit_that_changes(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id)
    session_id = ready_session(parts, user_id)
    assert isinstance(parts.hub, HeardHub)
    parts.hub.heard.clear()
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(tone=["loud"]))
    choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=None)
    assert parts.hub.heard == [(session_id, {"type": "session"})] * 2


def test_somebody_elses_kit_is_not_found(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id)
    put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    stranger = new_guest(parts)
    session_id = ready_session(parts, stranger)
    for attempt in (*_attempts(parts, stranger, session_id, kit_id), *_attempts(parts, stranger, session_id, uuid4())):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(NotFound):
        choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=kit_id)
    kit = kit_of(parts, user_id, kit_id)
    assert (kit.design.name, len(kit.logos), session_of(parts, stranger, session_id).brand_kit_id) == (
        "Sunday Mug", 1, None,
    )  # fmt: skip


def test_a_session_of_another_user_never_hears_of_a_kit(parts: Parts, user_id: UUID) -> None:
    kit_id = new_kit(parts, user_id)
    theirs = ready_session(parts, new_guest(parts))
    # As a broken import could leave it.
    with parts.database.transaction() as db:
        statement = text("UPDATE coach_sessions SET brand_kit_id = :kit_id WHERE id = :id")
        db.connection().execute(statement, {"kit_id": kit_id, "id": theirs})
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(name="x"))
    with parts.database.transaction() as db:
        query = text("SELECT current_prompt FROM coach_sessions WHERE id = :id")
        assert "#" not in db.connection().execute(query, {"id": theirs}).scalar_one()


def test_a_pictures_colours_get_roles_and_nothing_is_stored(parts: Parts) -> None:
    assert read_palette(parts, data=picture("#ff69b4")) == {ColourRole.MAIN: "#ff69b4"}
    assert list(parts.storage.keys("brand-kits/")) == []


def test_a_font_that_is_gone_leaves_the_choice_to_the_artist(parts: Parts, user_id: UUID) -> None:
    kit_id = create_brand_kit(parts, user_id=user_id, kit=replace(MUG, text_font="chewy"))
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE brand_kits SET title_font = 'papyrus'"))
    design = kit_of(parts, user_id, kit_id).design
    assert (design.title_font, design.text_font) == (None, FontName.CHEWY)


def _default(parts: Parts, user_id: UUID) -> list[UUID]:
    return [kit.id for kit in kits_of(parts, user_id) if kit.is_default]


def _attempts(parts: Parts, user_id: UUID, session_id: UUID, kit_id: UUID) -> list[Callable[[], object]]:
    """All that somebody could try with a kit's id."""
    icon = LogoKind.ICON
    return [
        lambda: edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(name="mine")),
        lambda: delete_brand_kit(parts, user_id=user_id, kit_id=kit_id),
        lambda: make_default(parts, user_id=user_id, kit_id=kit_id),
        lambda: put_logo(parts, user_id=user_id, kit_id=kit_id, kind=icon, data=picture()),
        lambda: remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=icon),
        lambda: choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=kit_id),
        lambda: start_session(parts, user_id=user_id, asset_type="twitch_emote", brand_kit_id=kit_id),
    ]
