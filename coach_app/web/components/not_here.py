"""What is said where there is nothing, or nothing of yours."""

import reflex as rx

from coach_app.web import routes
from coach_app.web.components.icons import mark


def not_here() -> rx.Component:
    return rx.el.div(
        mark(56),
        rx.el.h1("That isn’t here"),
        rx.el.p("It was deleted, has moved, or belongs to somebody else."),
        rx.el.a("Back to the coach", href=routes.COACH, class_name="button primary"),
        class_name="blank",
    )
