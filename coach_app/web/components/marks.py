"""What was checked, in words: a check or a cross, never colour alone."""

import reflex as rx

from coach_app.web.components.icons import icon
from coach_app.web.view_models import MarkView


def mark_line(mark: MarkView) -> rx.Component:
    return rx.el.li(
        rx.cond(mark.is_met, icon("circle-check", 14), icon("circle-x", 14)),
        mark.said,
        rx.cond(mark.advice != "", rx.el.span(mark.advice, class_name="mark-advice")),
        class_name=rx.cond(mark.is_met, "mark-met", "mark-missed"),
        key=mark.said,
    )
