"""A finished picture in the thread."""

import reflex as rx

from coach_app.web.components.buttons import download_button
from coach_app.web.components.coach_message import coach_turn
from coach_app.web.components.icons import icon
from coach_app.web.components.picture import chat_line, picture
from coach_app.web.view_models import AssetView, MessageView


def asset_message(shown: MessageView) -> rx.Component:
    return coach_turn(rx.cond(shown.asset.id != "", _card(shown.asset), _deleted()))


def _deleted() -> rx.Component:
    return rx.el.p(icon("trash-2"), "This picture was deleted.", class_name="deleted")


def _card(asset: AssetView) -> rx.Component:
    return rx.el.article(
        rx.el.div(picture(asset), class_name=rx.cond(asset.is_cutout, "picture-box", "picture-box wide")),
        rx.el.div(
            rx.el.div(
                rx.el.div(asset.title, class_name="asset-title"),
                rx.el.div(asset.meta, class_name="asset-meta"),
                class_name="asset-heading-text",
            ),
            rx.cond(asset.is_cutout, _chat_preview(asset)),
            rx.cond(asset.note != "", rx.el.p(asset.note, class_name="asset-note")),
            rx.el.div(
                download_button(asset.download_url),
                rx.el.a("View in Library", href=asset.page, class_name="button"),
                class_name="asset-actions",
            ),
            class_name="asset-details",
        ),
        class_name=rx.cond(asset.is_cutout, "asset-card", "asset-card wide"),
        aria_label=asset.title,
    )


def _chat_preview(asset: AssetView) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            chat_line(asset, name="viewer", words="morning", ground="dark"),
            chat_line(asset, name="mod", words="same", ground="light"),
            class_name="chat-lines",
        ),
        _at_size(asset.url_56, 56),
        _at_size(asset.url_112, 112),
        class_name="chat-preview",
    )


def _at_size(url: str, side: int) -> rx.Component:
    return rx.el.figure(
        rx.el.img(src=url, alt="", width=str(side), height=str(side)),
        rx.el.figcaption(str(side)),
        class_name="at-size large-size" if side > 56 else "at-size",
    )
