"""Brand kits as they look on their page."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from coach_app.database.brand_kits import BrandKitRecord, LogoRecord
from coach_app.domain.brand_kits import KitDesign, KitEdit, new_design
from coach_app.domain.brand_looks import ColourRole
from coach_app.domain.contrast import contrast_checks
from coach_app.domain.logos import LogoKind
from coach_app.web.presenting_kits import first_edit, kit_tile, open_kit

MUG = {"main": "#f59a3c", "second": "#5a3423", "light": "#fff1dc", "dark": "#2a1710"}


def kit(name: str = "Sunday Mug", colours: dict[str, str] | None = None, *, is_default: bool = False) -> BrandKitRecord:
    now = datetime.now(UTC)
    design = new_design(KitEdit(name=name, colours=colours or MUG))
    return BrandKitRecord(uuid4(), design, is_default, (), 0, now, now)


def logo(kind: LogoKind, *palette: str) -> LogoRecord:
    return LogoRecord(kind, f"brand-kits/{kind}", "image/png", 60, 20, 100, "ab" * 32, palette)


@pytest.mark.parametrize(
    ("pictures", "is_default", "meta"),
    [
        (0, False, "No pictures yet"),
        (0, True, "Default, no pictures yet"),
        (1, False, "1 picture"),
        (9, False, "9 pictures"),
        (24, True, "Default, 24 pictures"),
    ],
)
def test_a_tile_says_how_much_its_kit_is_used(pictures: int, is_default: bool, meta: str) -> None:
    tile = kit_tile(replace(kit(is_default=is_default), picture_count=pictures))
    assert (tile.meta, tile.colours) == (meta, ["#f59a3c", "#5a3423", "#fff1dc"])


def test_the_kit_of_the_address_is_open_and_else_the_default_one() -> None:
    mug, fox = kit(is_default=True), kit("Neon Fox")
    assert open_kit([mug, fox], str(fox.id)).name == "Neon Fox"
    for unknown in ("", "x", str(uuid4())):
        assert open_kit([fox, mug], unknown).name == "Sunday Mug"
    assert open_kit([], str(mug.id)).id == ""


def test_every_role_has_its_place_and_only_the_main_colour_has_to_stay() -> None:
    view = open_kit([kit(is_default=True)], "")
    assert [(swatch.label, swatch.colour) for swatch in view.primary] == [
        ("Main", "#f59a3c"),
        ("Second", "#5a3423"),
        ("Third", ""),
        ("Light", "#fff1dc"),
        ("Dark", "#2a1710"),
    ]
    assert [swatch.label for swatch in view.accents] == ["Accent", "Highlight", "Detail"]
    assert [swatch.role for swatch in (*view.primary, *view.accents) if swatch.is_required] == ["main"]
    assert all(swatch.suggestion for swatch in (*view.primary, *view.accents))


def test_a_pair_that_is_hard_to_read_names_one_that_reads() -> None:
    pairs = {pair.label: pair for pair in open_kit([kit(is_default=True)], "").pairs}
    hard = pairs["Light on Main"]
    assert (hard.ratio, hard.verdict, hard.advice, hard.offer) == (
        "2.0 : 1",
        "Hard to read",
        "Dark on Main reads well",
        "",
    )
    assert (pairs["Dark on Main"].ratio, pairs["Dark on Main"].verdict) == ("7.8 : 1", "Easy to read")


def test_a_ratio_just_below_the_limit_does_not_look_like_it() -> None:
    pairs = open_kit([kit(colours={"main": "#777777", "light": "#ffffff"}, is_default=True)], "").pairs
    pair = next(pair for pair in pairs if pair.label == "Light on Main")
    assert (pair.ratio, pair.is_easy) == ("4.4 : 1", False)


def test_words_on_a_ground_of_ours_are_judged_and_only_the_kits_own_colour_is_to_change() -> None:
    teal = kit(colours={"main": "#0f766e"}, is_default=True)
    (pair,) = [pair for pair in open_kit([teal], "").pairs if not pair.is_easy]
    assert (pair.label, pair.ground, pair.role) == ("Main on our dark", "#18181b", "main")
    assert pair.offer == f"Use {pair.shade.upper()} for Main"
    brighter = open_kit([kit(colours={"main": pair.shade}, is_default=True)], "")
    assert all(pair.is_easy for pair in brighter.pairs)


def test_ours_that_reads_is_named_where_no_shade_helps() -> None:
    pairs = open_kit([kit(colours={"main": "#149084", "light": "#ffffff"}, is_default=True)], "").pairs
    assert [(pair.label, pair.advice, pair.offer) for pair in pairs if not pair.is_easy] == [
        ("Light on Main", "Our dark on Main reads well", "")
    ]


@pytest.mark.parametrize(
    "colours",
    [
        {"main": "#999999", "light": "#cccccc"},
        {"main": "#7c5cff", "second": "#3d2a8c", "light": "#8a7fd0"},
        {"main": "#7c5cff", "second": "#3d2a8c", "light": "#fff4e6", "dark": "#1d1433"},
        {"main": "#333333", "light": "#222222", "dark": "#111111"},
    ],
)
def test_one_click_after_the_other_makes_every_pair_readable(colours: dict[str, str]) -> None:
    for _ in range(8):
        hard = [pair for pair in open_kit([kit(colours=colours, is_default=True)], "").pairs if not pair.is_easy]
        offers = [pair for pair in hard if pair.offer]
        if not offers:
            break
        colours = {**colours, offers[0].role: offers[0].shade}
    assert all(pair.advice for pair in hard)


def test_a_shade_that_would_harm_another_pair_is_not_offered() -> None:
    colours = {"main": "#7c5cff", "second": "#3d2a8c", "light": "#fff4e6", "dark": "#1d1433"}
    kits = [kit(colours=colours, is_default=True)]
    light_on_main = next(pair for pair in open_kit(kits, "").pairs if pair.label == "Light on Main")
    assert light_on_main.role == "main"


def test_a_new_kit_has_a_readable_pair_on_each_ground() -> None:
    design = new_design(first_edit([], {}))
    easy = {check.ground.role for check in contrast_checks(design.colours) if check.is_easy}
    assert easy == {ColourRole.DARK, ColourRole.MAIN, ColourRole.SECOND}
    assert new_design(first_edit([], {"main": "#ABCDEF"})) == KitDesign("My channel", {ColourRole.MAIN: "#abcdef"})


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ([], "My channel"),
        (["My channel"], "Kit 2"),
        (["Kit 3"], "Kit 2"),
        (["My channel", "kit 3"], "Kit 4"),
        (["kit 2"], "Kit 3"),
    ],
)
def test_a_new_kit_gets_a_name_that_is_free(taken: list[str], name: str) -> None:
    assert first_edit(taken, {}).name == name


def test_a_logo_stands_on_a_ground_that_shows_it() -> None:
    logos = (
        logo(LogoKind.PRIMARY, "#fff1dc"),
        logo(LogoKind.SECONDARY, "#f59a3c"),
        logo(LogoKind.ICON, "#fffaf0", "#d9476b"),
    )
    mug = replace(kit(is_default=True), logos=logos)
    views = {view.kind: view for view in open_kit([mug], "").logos}
    assert [(kind, views[kind].ground) for kind in ("primary", "secondary", "icon")] == [
        ("primary", "dark"),
        ("secondary", "light"),
        ("icon", "dark"),
    ]
    assert views["primary"].picture_url.endswith(f"/brand-kits/{mug.id}/logos/primary?v=abababababababab")
    assert (views["watermark"].picture_url, views["monochrome"].label) == ("", "One colour")


@pytest.mark.parametrize(
    ("size", "hint"),
    [
        ((64, 20), "Only 64 px wide: on banners it stays small. 512 px or more is best."),
        ((64, 64), "Only 64 px wide: on banners it stays small. 512 px or more is best."),
        ((100, 255), "Only 255 px high: on banners it stays small. 512 px or more is best."),
        ((256, 10), ""),
        ((2_048, 2_048), ""),
    ],
)
def test_a_logo_of_few_pixels_says_what_that_does(size: tuple[int, int], hint: str) -> None:
    icon = replace(logo(LogoKind.ICON, "#d9476b"), width_px=size[0], height_px=size[1])
    views = open_kit([replace(kit(is_default=True), logos=(icon,))], "").logos
    assert [view.hint for view in views if view.hint or view.kind == "icon"] == [hint]


def test_a_kit_offers_the_colours_of_its_logos() -> None:
    mug = replace(kit(is_default=True), logos=(logo(LogoKind.ICON, "#d9476b", "#ffffff"),))
    (palette,) = open_kit([mug], "").palettes
    assert (palette.label, palette.colours) == ("Icon logo", {"main": "#d9476b", "light": "#ffffff"})


def test_deleting_the_default_says_which_kit_is_next() -> None:
    mug, fox = kit(is_default=True), kit("Neon Fox")
    assert open_kit([mug, fox], "").farewell.endswith("New sessions then begin with “Neon Fox”.")
    for view in (open_kit([mug], ""), open_kit([mug, fox], str(fox.id))):
        assert view.farewell.endswith("Pictures made with it stay as they are.")
