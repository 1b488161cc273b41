"""What a streamer may write into a brand kit."""

from uuid import UUID

import pytest

from coach_app.domain.brand_kits import KitEdit, edited, new_design
from coach_app.domain.brand_looks import BrandSnapshot, ColourRole, Strength, Tone
from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import InvalidInput, LogoMissing, TooManyKits
from coach_app.domain.fonts import FontName
from coach_app.domain.logos import LogoKind, LogoOptions, LogoPosition, LogoRequest, LogoSize

MAIN = {"main": "#F59A3C"}


def test_a_new_kit_has_a_name_a_main_colour_and_a_balanced_strength() -> None:
    design = new_design(KitEdit(name="  Sunday \n Mug ", colours=MAIN))
    assert (design.name, design.colours) == ("Sunday Mug", {ColourRole.MAIN: "#f59a3c"})
    assert (design.tone, design.strength, design.title_font) == ((), Strength.BALANCED, None)


def test_a_kit_takes_five_primary_and_three_accent_colours_in_the_order_of_their_roles() -> None:
    colours = {role.value: "#abc" for role in reversed(ColourRole)}
    assert list(new_design(KitEdit(name="x", colours=colours)).colours) == list(ColourRole)


def test_single_colours_change_without_the_others() -> None:
    design = new_design(KitEdit(name="x", colours=MAIN | {"light": "#fff"}))
    changed = edited(design, KitEdit(colour_changes={"light": "", "dark": "#000", "main": "#ABCDEF"}))
    assert changed.colours == {ColourRole.MAIN: "#abcdef", ColourRole.DARK: "#000000"}
    with pytest.raises(InvalidInput, match="needs its main colour"):
        edited(design, KitEdit(colour_changes={"main": ""}))


@pytest.mark.parametrize(
    ("written", "stored"),
    [("#F0a", "#ff00aa"), ("#FF00AA", "#ff00aa"), (" #8e44d6 ", "#8e44d6")],
)
def test_colours_are_stored_in_one_way(written: str, stored: str) -> None:
    assert new_design(KitEdit(name="x", colours={"main": written})).colours[ColourRole.MAIN] == stored


@pytest.mark.parametrize(
    ("edit", "field", "sentence"),
    [
        (KitEdit(colours=MAIN), "name", "Give the kit a name, for example that of your channel."),
        (KitEdit(name=" \u200b\x00 ", colours=MAIN), "name", "Give the kit a name, for example that of your channel."),
        (KitEdit(name="n" * 61, colours=MAIN), "name", "Keep it to 60 characters, please."),
        (KitEdit(name="x"), "colours", "A kit needs its main colour. Write it like #ff8fbf."),
        (
            KitEdit(name="x", colours={"main": "url(javascript:alert(1))"}),
            "colours.main",
            "I can't read the colour “url(javascript:aler…”. Write it like #ff8fbf.",
        ),
        (
            KitEdit(name="x", colours=MAIN | {"border": "#fff"}),
            "colours",
            "There is no colour “border” in a kit. There are main, second, third, light, dark, accent, highlight and "
            "detail.",
        ),
        (
            KitEdit(name="x", colours=MAIN, tone=["warm", "rude"]),
            "tone",
            "“rude” is not among what a kit takes: warm, playful, calm, loud and dry.",
        ),
        (
            KitEdit(name="x", colours=MAIN, strength="total"),
            "strength",
            "“total” is not among what a kit takes: subtle, balanced and strong.",
        ),
        (
            KitEdit(name="x", colours=MAIN, strength=""),
            "strength",
            "Nothing is chosen there. A kit takes subtle, balanced and strong.",
        ),
        (
            KitEdit(name="\u202e\u2066\u200f", colours=MAIN),
            "name",
            "Give the kit a name, for example that of your channel.",
        ),
    ],
)
def test_what_a_kit_cannot_take_gets_one_sentence(edit: KitEdit, field: str, sentence: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        new_design(edit)
    assert (refused.value.field, refused.value.sentence) == (field, sentence)


@pytest.mark.parametrize("colour", ["", "#", "#ff", "#ff00aa00", "#gggggg", "ff8fbf", "pink", "#ff00a\n"])
def test_only_a_hex_code_is_a_colour(colour: str) -> None:
    with pytest.raises(InvalidInput):
        new_design(KitEdit(name="x", colours={"main": colour}))


def test_a_font_has_to_be_installed() -> None:
    with pytest.raises(InvalidInput) as refused:
        new_design(KitEdit(name="x", colours=MAIN, text_font="comic-sans"))
    assert refused.value.field == "text_font"
    assert all(font.value in refused.value.sentence for font in FontName)


def test_an_edit_changes_what_it_names_and_nothing_else() -> None:
    design = new_design(KitEdit(name="x", colours=MAIN, title_font="chewy", tone=["dry", "warm", "dry"]))
    assert design.tone == (Tone.WARM, Tone.DRY)
    assert edited(design, KitEdit()) == design
    louder = edited(design, KitEdit(strength="strong", title_font=""))
    assert (louder.strength, louder.title_font, louder.tone, louder.name) == (Strength.STRONG, None, design.tone, "x")
    assert edited(design, KitEdit(colours={"main": "#000"})).colours == {ColourRole.MAIN: "#000000"}


def test_a_snapshot_holds_the_look_and_the_logo_without_its_place_in_storage() -> None:
    look = new_design(KitEdit(name="x", colours=MAIN, title_font="chewy")).look(UUID(int=1))
    asked = LogoRequest(kind=LogoKind.ICON, position=LogoPosition.CENTER, opacity=40, key="a/b.png", sha256="0")
    snapshot = BrandSnapshot(**look.model_dump(), logo=asked.options)
    assert BrandSnapshot.model_validate_json(snapshot.model_dump_json()) == snapshot
    assert snapshot.logo == LogoOptions(kind=LogoKind.ICON, position=LogoPosition.CENTER, opacity=40)
    assert "key" not in snapshot.model_dump_json()


def test_a_logo_takes_a_tenth_to_a_fifth_of_the_width() -> None:
    assert [size.share for size in LogoSize] == [0.10, 0.15, 0.20]


@pytest.mark.parametrize("opacity", [9, 101, 0, -1])
def test_a_logo_is_never_invisible(opacity: int) -> None:
    with pytest.raises(ValueError, match="opacity"):
        LogoOptions(opacity=opacity)


def test_errors_say_what_to_do() -> None:
    assert error_sentence(LogoMissing(LogoKind.WATERMARK, kit_name="Mug")) == (
        "“Mug” has no watermark logo. Add one, or generate without a logo."
    )
    assert error_sentence(LogoMissing(LogoKind.PRIMARY)).startswith("There is no brand kit to take the primary logo")
    assert error_sentence(TooManyKits()).startswith("You have 10 brand kits")
