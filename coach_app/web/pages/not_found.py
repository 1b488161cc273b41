"""An address that leads nowhere."""

import reflex as rx

from coach_app.web.components.not_here import not_here


def not_found_page() -> rx.Component:
    return rx.el.main(not_here(), class_name="alone")
