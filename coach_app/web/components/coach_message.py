"""What the coach said, or is saying."""

import reflex as rx

from coach_app.web.components.icons import mark
from coach_app.web.view_models import MessageView


def coach_message(shown: MessageView) -> rx.Component:
    return coach_turn(
        rx.el.div(
            rx.el.div(shown.text, class_name="coach-text"),
            rx.cond(shown.note != "", rx.el.div(shown.note, class_name="coach-note")),
        )
    )


def coach_turn(*content: rx.Component) -> rx.Component:
    """Return a turn of the coach: the mark, and beside it what is said or shown."""
    return rx.el.div(
        rx.el.div(mark(18), class_name="coach-mark"),
        rx.el.div(*content, class_name="coach-body"),
        class_name="coach-turn",
    )
