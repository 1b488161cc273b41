"""The way to what comes from others, and its licences."""

import reflex as rx

from coach_app.web import routes


def licences_link(*content: rx.Component | str, class_name: str = "quiet-link") -> rx.Component:
    """Return a link that opens the licences in a tab of their own."""
    return rx.el.a(
        *(content or ("Licences",)),
        href=routes.api_url("/licences"),
        target="_blank",
        class_name=class_name,
        custom_attrs={"aria-label": "Licences", "title": "Licences"},
    )
