"""A finished picture in the thread."""

import reflex as rx

from coach_app.web.components.buttons import button, download_button
from coach_app.web.components.coach_message import coach_turn
from coach_app.web.components.exports_menu import exports_menu
from coach_app.web.components.icons import icon
from coach_app.web.components.more_menu import more_menu
from coach_app.web.components.picture import as_people_see_it, framed_picture, lens_switch
from coach_app.web.components.versions import versions_to_change
from coach_app.web.state.change_state import ChangeState
from coach_app.web.view_models import AssetView, MessageView


def asset_message(shown: MessageView) -> rx.Component:
    asset = shown.asset
    return coach_turn(
        rx.cond(
            asset.id != "",
            asset_card(asset, asset.title, is_wide=asset.is_wide, aria_label=asset.title),
            deleted_picture(),
        )
    )


def deleted_picture() -> rx.Component:
    return rx.el.p(icon("trash-2"), "This picture was deleted.", class_name="deleted")


def asset_card(asset: AssetView, title: str, *, is_wide: bool, **props: object) -> rx.Component:
    """Return the card of a picture."""
    return rx.el.article(
        framed_picture(asset, rx.cond(is_wide, "picture-box wide", "picture-box")),
        rx.el.div(
            rx.el.div(
                rx.el.div(title, class_name="asset-title"),
                rx.el.div(asset.meta, class_name="asset-meta"),
                class_name="asset-heading-text",
            ),
            as_people_see_it(asset),
            rx.cond(asset.note != "", rx.el.p(asset.note, class_name="asset-note")),
            versions_to_change(asset),
            rx.el.div(
                download_button(asset.download_url),
                exports_menu(asset),
                _change(asset),
                rx.el.a("View in Library", href=asset.page, class_name="button"),
                more_menu(asset),
                lens_switch(asset),
                class_name="asset-actions",
            ),
            class_name="asset-details",
        ),
        class_name=rx.cond(is_wide, "asset-card wide", "asset-card"),
        **props,
    )


def _change(asset: AssetView) -> rx.Component:
    return button(
        icon("wand-sparkles"),
        "Make a change",
        on_click=ChangeState.make_change(asset.id),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
        # What is to change is said next.
        custom_attrs={"data-then": "compose"},
    )
