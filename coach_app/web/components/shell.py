"""The frame of every signed-in page: rail, banner, content, and a phone's bars."""

import reflex as rx

from coach_app.web import routes
from coach_app.web.components.browser_parts import CookieRenewal
from coach_app.web.components.icons import icon
from coach_app.web.components.rail import account_menu, bottom_bar, rail
from coach_app.web.state.app_state import AppState


def shell(*content: rx.Component, current: str) -> rx.Component:
    return rx.el.div(
        CookieRenewal.create(url=routes.api_url("/sign-in/renew")),
        rail(current),
        rx.el.div(
            trouble_banner(),
            rx.el.main(*content, class_name="content"),
            bottom_bar(current),
            class_name="beside-rail",
        ),
        class_name="shell",
    )


def trouble_banner() -> rx.Component:
    """Return the line that is there while a service is away, and goes by itself."""
    return rx.el.div(
        rx.cond(
            AppState.trouble != "",
            rx.el.div(icon("triangle-alert"), rx.el.span(AppState.trouble), class_name="trouble"),
        ),
        role="status",
    )


def page_header(*content: rx.Component, actions: rx.Component | None = None) -> rx.Component:
    """Return a page's top bar; on phones it holds the account too."""
    return rx.el.header(
        account_menu(),
        rx.el.div(*content, class_name="page-title"),
        actions if actions is not None else rx.fragment(),
        class_name="page-header",
    )
