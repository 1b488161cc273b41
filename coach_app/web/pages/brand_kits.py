"""Brand kits: a row of them, and the one that is open, which is stored as it is edited."""

import reflex as rx

from coach_app.domain.brand_kits import MAX_KITS
from coach_app.domain.brand_looks import ColourRole
from coach_app.domain.contrast import PLAIN
from coach_app.web import routes
from coach_app.web.components.buttons import button, icon_button, primary_button
from coach_app.web.components.confirming import confirm_card
from coach_app.web.components.connection import is_disconnected
from coach_app.web.components.counting import count
from coach_app.web.components.icons import icon
from coach_app.web.components.kit_editor import kit_editor
from coach_app.web.components.kit_parts import KitEditor, PaletteButton, SaveMark
from coach_app.web.components.kit_specimen import kit_fonts, kit_specimen
from coach_app.web.components.shell import page_header, shell
from coach_app.web.state.brand_kit_state import BrandKitState
from coach_app.web.view_models_kits import KitTileView

_kit = BrandKitState.kit
_DELETE = "delete-kit"


def brand_kits_page() -> rx.Component:
    return shell(
        kit_fonts(),
        KitEditor.create(
            _header(),
            rx.cond(
                BrandKitState.kits_error != "",
                rx.el.div(icon("circle-x"), BrandKitState.kits_error, class_name="notice kits-notice", role="alert"),
            ),
            rx.cond(
                BrandKitState.kits_phase == "ready", rx.cond(count(BrandKitState.kits) > 0, _kits(), _empty()), _bones()
            ),
            kit_id=_kit.id,
            colours=_kit.colours,
            title_font=_kit.title_font,
            text_font=_kit.text_font,
            strength=_kit.strength,
            kept=BrandKitState.kept,
            refused=BrandKitState.refused,
            plain_light=PLAIN[ColourRole.LIGHT],
            plain_dark=PLAIN[ColourRole.DARK],
            error_icon=icon("circle-x", 14),
            on_keep=BrandKitState.keep_kit,
            on_return=BrandKitState.load_kits,
            class_name="kits-page",
        ),
        current="Brand kits",
    )


def _header() -> rx.Component:
    return page_header(
        rx.el.h1("Brand kits"),
        actions=rx.cond(
            count(BrandKitState.kits) > 0,
            rx.el.div(
                SaveMark.create(saved_icon=icon("check"), is_offline=is_disconnected()),
                icon_button("trash-2", "Delete kit", custom_attrs={"popoverTarget": _DELETE}),
                button(
                    icon("plus"),
                    rx.el.span("New kit"),
                    on_click=BrandKitState.make_kit({}),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
                    disabled=BrandKitState.is_making_kit | (count(BrandKitState.kits) >= MAX_KITS),
                    aria_label="New kit",
                ),
                confirm_card(
                    _DELETE,
                    _kit.question,
                    _kit.farewell,
                    deed="Delete kit",
                    on_click=BrandKitState.delete_kit(_kit.id),  # type: ignore[misc]
                ),
                class_name="page-actions",
            ),
        ),
    )


def _kits() -> rx.Component:
    return rx.fragment(
        rx.el.nav(rx.foreach(BrandKitState.kits, _tile), aria_label="Your kits", class_name="kit-tiles"),
        rx.cond(
            count(BrandKitState.kits) >= MAX_KITS,
            rx.el.p(
                f"{MAX_KITS} kits are as many as fit. Delete one to make room for another.",
                class_name="kit-hint kits-full",
            ),
        ),
        rx.el.div(kit_editor(), kit_specimen(), class_name="kit-columns"),
    )


def _tile(tile: KitTileView) -> rx.Component:
    return rx.el.a(
        rx.el.span(
            rx.foreach(tile.colours, _dot),
            class_name="kit-dots",
        ),
        rx.el.span(
            rx.el.span(tile.name, class_name="kit-tile-name"), rx.el.span(tile.meta, class_name="kit-tile-meta")
        ),
        href=tile.page,
        class_name="kit-tile",
        custom_attrs={"aria-current": rx.cond(tile.id == _kit.id, "true", "false")},
        key=tile.id,
    )


def _dot(colour: str, place: int) -> rx.Component:
    return rx.el.i(style={"background": colour}, key=place)


def _empty() -> rx.Component:
    return rx.el.div(
        rx.el.img(src=routes.sample("emote-love-bee"), alt="", width="96", height="96"),
        rx.el.h2("Give your channel its colours"),
        rx.el.p("Colours, letters and logos, kept once: every picture you make then looks like yours."),
        rx.el.div(
            primary_button(
                icon("plus"),
                "Make a kit",
                type="button",
                on_click=BrandKitState.make_kit({}),  # type: ignore[misc]
                disabled=BrandKitState.is_making_kit,
            ),
            PaletteButton.create(
                label="Pick from a picture",
                icon=icon("image-plus"),
                error_icon=icon("circle-x", 14),
                url=routes.api_url("/brand-kits/palette"),
                on_colours=BrandKitState.make_kit,
                class_name="button",
            ),
            class_name="blank-actions",
        ),
        class_name="blank",
    )


def _bones() -> rx.Component:
    return rx.el.div(
        rx.el.div(*(rx.el.div(class_name="bone kit-tile-bone") for _ in range(2)), class_name="kit-tiles"),
        rx.el.div(
            rx.el.div(*(rx.el.div(class_name="bone kit-bone") for _ in range(3)), class_name="kit"),
            rx.el.div(class_name="bone specimen-bone"),
            class_name="kit-columns",
        ),
        class_name="skeleton",
        custom_attrs={"aria-hidden": "true"},
    )
