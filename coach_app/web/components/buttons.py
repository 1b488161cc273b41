"""Buttons and links that look like them, in the few kinds that the page knows."""

import reflex as rx

from coach_app.web.components.icons import icon


def primary_button(*children: rx.Component | rx.Var[str] | str, **props: object) -> rx.Component:
    """Return the one loud button of a view."""
    return rx.el.button(*children, **_with_class("button primary", props))


def button(*children: rx.Component | rx.Var[str] | str, **props: object) -> rx.Component:
    return rx.el.button(*children, type="button", **_with_class("button", props))


def quiet_button(*children: rx.Component | rx.Var[str] | str, **props: object) -> rx.Component:
    return rx.el.button(*children, type="button", **_with_class("button quiet", props))


def icon_button(icon_name: str, label: str, **props: object) -> rx.Component:
    """Return a square button; its label is for tooltips and screen readers."""
    settings: dict[str, object] = {"type": "button", "aria_label": label, "title": label}
    return rx.el.button(icon(icon_name), **_with_class("icon-button", settings | props))


def download_button(href: rx.Var[str] | str, *, is_primary: bool = False) -> rx.Component:
    """Return the link that saves a picture's main file."""
    return rx.el.a(
        icon("download"),
        "Download",
        href=href,
        download=True,
        # rx.el.a is the router's link, which would look for a page there.
        reload_document=True,
        class_name="button primary" if is_primary else "button",
    )


def _with_class(names: str, props: dict[str, object]) -> dict[str, object]:
    extra = props.pop("class_name", "")
    return props | {"class_name": f"{names} {extra}".strip()}
