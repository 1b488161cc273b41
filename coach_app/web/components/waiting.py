"""What is there before the scripts are: the frame, without a word that could turn out wrong."""

import reflex as rx

from coach_app.web.components.icons import mark


def waiting_shell() -> rx.Component:
    """Return the first picture of pages that are drawn in the browser."""
    return rx.el.div(
        rx.el.aside(
            rx.el.div(rx.el.div(mark(24), rx.el.span("Stream Coach"), class_name="brand"), class_name="rail-top"),
            class_name="rail",
        ),
        rx.el.div(
            rx.el.header(rx.el.span(class_name="bone title-bone"), class_name="page-header"), class_name="beside-rail"
        ),
        class_name="shell",
        custom_attrs={"aria-hidden": "true"},
    )
