"""Every picture, newest first."""

import reflex as rx

from coach_app.web import routes
from coach_app.web.components.browser_parts import HtmlForm
from coach_app.web.components.buttons import primary_button
from coach_app.web.components.counting import count
from coach_app.web.components.icons import icon
from coach_app.web.components.picture import picture
from coach_app.web.components.shell import page_header, shell
from coach_app.web.state.library_state import LibraryState
from coach_app.web.view_models import AssetView

_BONES = (1, 16 / 9, 1, 1, 16 / 9, 1)


def library_page() -> rx.Component:
    return shell(
        page_header(
            rx.el.h1("Library"),
            rx.cond(
                count(LibraryState.assets) > 0,
                rx.el.span(
                    count(LibraryState.assets),
                    rx.cond(count(LibraryState.assets) == 1, " picture", " pictures"),
                    class_name="page-count",
                ),
            ),
            actions=rx.el.a(icon("plus"), rx.el.span("New picture"), href=routes.COACH, class_name="button primary"),
        ),
        rx.cond(
            LibraryState.library_phase == "ready",
            rx.cond(count(LibraryState.assets) > 0, _grid(), _empty()),
            rx.el.div(
                *(rx.el.div(class_name="bone card-bones", style={"--ratio": shape}) for shape in _BONES),
                class_name="library skeleton",
                custom_attrs={"aria-hidden": "true"},
            ),
        ),
        current="Library",
    )


def _grid() -> rx.Component:
    """The pictures, in a form: the browser itself asks for the ZIP of those that are ticked."""
    return HtmlForm.create(
        rx.el.ul(rx.foreach(LibraryState.assets, _card), class_name="library"),
        rx.el.div(
            rx.el.span(class_name="picked-count"),
            primary_button(icon("package"), "Download as ZIP", type="submit"),
            rx.el.button("Clear", type="reset", class_name="button"),
            class_name="selection-bar",
            role="group",
            aria_label="Picked pictures",
        ),
        action=routes.api_url("/packs"),
        method="get",
        class_name="library-form",
    )


def _card(asset: AssetView) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            picture(asset, is_lazy=True),
            rx.el.span(asset.title, class_name="card-title"),
            rx.el.span(f"{asset.type_label} · {asset.day}", class_name="card-meta"),
            href=asset.page,
        ),
        rx.el.input(
            type="checkbox",
            name="asset_id",
            value=asset.id,
            aria_label=f"Pick {asset.title}",
            class_name="card-pick",
        ),
        class_name="card",
        style={"--ratio": asset.ratio},
        key=asset.id,
    )


def _empty() -> rx.Component:
    return rx.el.div(
        rx.el.img(src=routes.sample("emote-afk-ghost"), alt="", width="96", height="96"),
        rx.el.h2("Nothing here yet"),
        rx.el.p("Your pictures land here as soon as they’re drawn."),
        rx.el.a(icon("plus"), "Make your first emote", href=routes.COACH, class_name="button primary"),
        class_name="blank",
    )
