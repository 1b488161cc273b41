"""The versions of a picture, oldest first: the way back to any of them."""

import reflex as rx

from coach_app.web.components.counting import count
from coach_app.web.components.icons import icon
from coach_app.web.state.change_state import ChangeState
from coach_app.web.state.chat_state import ChatState
from coach_app.web.view_models import AssetView, VersionView


def versions_to_change(asset: AssetView) -> rx.Component:
    """Return the row of the thread: a click chooses the version that is changed next."""
    return rx.cond(
        count(asset.versions) > 0,
        rx.el.div(
            rx.foreach(asset.versions, _to_change),
            class_name="versions",
            role="group",
            aria_label=f"Versions of {asset.title}",
        ),
    )


def _to_change(version: VersionView) -> rx.Component:
    return rx.el.button(
        _thumbnail(version),
        rx.el.span(version.number, aria_hidden="true"),
        type="button",
        on_click=ChangeState.make_change(version.id),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
        class_name=rx.cond(version.is_current, "version current", "version"),
        aria_label=f"Change version {version.number} of {version.of}: {version.title}",
        title=f"Change version {version.number} of {version.of}: {version.title}",
        aria_pressed=ChatState.thread.changing.id == version.id,
        key=version.id,
    )


def versions_to_open(asset: AssetView) -> rx.Component:
    """Return the section of a picture's page: a click opens the version."""
    return rx.cond(
        count(asset.versions) > 0,
        rx.el.section(
            rx.el.h2("Versions"),
            rx.el.nav(rx.foreach(asset.versions, _to_open), class_name="versions large-ones", aria_label="Versions"),
            class_name="card-box",
        ),
    )


def _to_open(version: VersionView) -> rx.Component:
    return rx.el.a(
        _thumbnail(version),
        rx.el.span(f"Version {version.number}"),
        href=version.page,
        class_name=rx.cond(version.is_current, "version current", "version"),
        aria_label=f"Version {version.number} of {version.of}: {version.title}",
        aria_current=rx.cond(version.is_current, "page", "false"),
        key=version.id,
    )


def _thumbnail(version: VersionView) -> rx.Component:
    return rx.el.img(src=version.thumbnail_url, alt="")


def changing_chip() -> rx.Component:
    """Return the chip over the composer that says which picture the next one changes."""
    changing = ChatState.thread.changing
    which = rx.cond(changing.number == 0, "Changing", f"Changing version {changing.number}")
    return rx.cond(
        changing.id != "",
        rx.el.div(
            rx.el.span(which, ":", class_name="changing-label"),
            rx.el.img(src=changing.thumbnail_url, alt=""),
            rx.el.span(changing.title, class_name="changing-title"),
            rx.el.button(
                icon("x", 14),
                type="button",
                on_click=ChangeState.stop_changing,
                class_name="changing-stop",
                aria_label="Stop changing this picture",
                title="Stop changing this picture",
            ),
            class_name="changing",
            role="group",
            aria_label=f"{which}: {changing.title}",
        ),
    )
