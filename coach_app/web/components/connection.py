"""The line that says that the page has lost its server."""

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from coach_app.web.components.icons import icon


def connection_line() -> rx.Component:
    return rx.el.div(
        rx.cond(
            has_connection_errors,
            rx.el.div(
                icon("refresh-cw"), rx.el.span("Reconnecting. What you typed is safe."), class_name="connection-line"
            ),
        ),
        role="status",
    )


def is_disconnected() -> bool:
    is_lost: bool = has_connection_errors
    return is_lost
