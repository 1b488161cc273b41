"""The left rail, and its short forms: a narrow one, and the bars of a phone."""

import reflex as rx
from reflex.event import EventSpec
from reflex.style import set_color_mode

from coach_app.web import routes
from coach_app.web.components.browser_parts import HtmlForm
from coach_app.web.components.buttons import icon_button
from coach_app.web.components.counting import count
from coach_app.web.components.icons import icon, mark
from coach_app.web.components.licences import licences_link
from coach_app.web.state.app_state import AppState
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.recent_state import RecentState
from coach_app.web.view_models import RecentView

_THEME = "Switch between dark and light"
_SIGN_OUT = "Sign out"
_ACCOUNT_MENU = "account-menu"
# Only pages that exist.
_PAGES = (
    ("Coach", routes.COACH, "message-circle"),
    ("Library", routes.LIBRARY, "images"),
    ("Brand kits", routes.BRAND_KITS, "palette"),
)


def rail(current: str) -> rx.Component:
    """Return the rail; `current` names the page that is open."""
    return rx.el.aside(
        rx.el.div(
            rx.el.a(mark(24), rx.el.span("Stream Coach"), href=routes.COACH, class_name="brand"),
            rx.el.a(icon("plus"), rx.el.span("New session"), href=routes.COACH, class_name="new-session"),
            rx.el.nav(
                *(_page_link(label, route, icon_name, current) for label, route, icon_name in _PAGES),
                aria_label="Pages",
                class_name="rail-pages",
            ),
            _recent(),
            class_name="rail-top",
        ),
        _foot(),
        class_name="rail",
    )


def bottom_bar(current: str) -> rx.Component:
    """Return a phone's way between the pages."""
    return rx.el.nav(
        *(_page_link(label, route, icon_name, current, size=20) for label, route, icon_name in _PAGES),
        aria_label="Pages",
        class_name="bottom-bar",
    )


def _page_link(label: str, route: str, icon_name: str, current: str, size: int = 18) -> rx.Component:
    attrs = {"aria-current": "page"} if label == current else {}
    return rx.el.a(
        icon(icon_name, size), rx.el.span(label), href=route, class_name="page-link", title=label, custom_attrs=attrs
    )


def _recent() -> rx.Component:
    return rx.el.nav(
        rx.cond(
            count(RecentState.recent) > 0,
            rx.el.div("Recent", class_name="rail-heading"),
        ),
        rx.foreach(RecentState.recent, _recent_row),
        aria_label="Recent sessions",
        class_name="recent",
    )


def _recent_row(row: RecentView) -> rx.Component:
    return rx.el.a(
        rx.cond(
            row.thumbnail_url != "",
            rx.el.img(src=row.thumbnail_url, alt="", width="20", height="20", loading="lazy"),
            icon("message-circle-dashed", 18),
        ),
        rx.el.span(row.title),
        href=row.page,
        class_name="recent-row",
        custom_attrs={"aria-current": rx.cond(row.id == ChatState.thread_id, "page", "false")},
        key=row.id,
    )


def _foot() -> rx.Component:
    return rx.el.div(
        rx.cond(AppState.artist_name != "", rx.el.div(*_at_work(), class_name="artist-pill")),
        rx.el.div(
            _avatar(),
            rx.el.span(AppState.account_name, class_name="account-name"),
            licences_link(icon("scale"), class_name="icon-button"),
            icon_button("sun-moon", _THEME, on_click=_switch_theme()),
            HtmlForm.create(
                icon_button("log-out", _SIGN_OUT, type="submit"), action=routes.api_url("/sign-out"), method="post"
            ),
            class_name="account",
        ),
        class_name="rail-foot",
    )


def _switch_theme() -> EventSpec:
    """Go by what is shown, and keep the choice: until it has looked at the system Reflex's own switch takes every page
    for light, and what was kept wins over a click that came before it was read."""
    shown = "document.documentElement.classList.contains('dark')"
    other = f"((mode) => {{ localStorage.setItem('theme', mode); return mode; }})({shown} ? 'light' : 'dark')"
    return set_color_mode(rx.Var(other))


def account_menu() -> rx.Component:
    """Return the rail's foot as a phone shows it: behind the avatar."""
    return rx.el.div(
        rx.el.button(
            _avatar(),
            type="button",
            class_name="icon-button",
            aria_label="Account",
            custom_attrs={"popoverTarget": _ACCOUNT_MENU},
        ),
        rx.el.div(
            rx.el.div(*_at_work(), class_name="menu-note"),
            rx.el.button(icon("sun-moon"), _THEME, type="button", class_name="menu-item", on_click=_switch_theme()),
            licences_link(icon("scale"), "Licences", class_name="menu-item"),
            HtmlForm.create(
                rx.el.button(icon("log-out"), _SIGN_OUT, type="submit", class_name="menu-item"),
                action=routes.api_url("/sign-out"),
                method="post",
            ),
            id=_ACCOUNT_MENU,
            class_name="menu account-menu",
            custom_attrs={"popover": "auto"},
        ),
        class_name="phone-only",
    )


def new_session_link() -> rx.Component:
    """Return the way to the start card from a phone's top bar."""
    return rx.el.a(
        icon("plus", 20),
        href=routes.COACH,
        class_name="icon-button phone-only",
        custom_attrs={"aria-label": "New session"},
    )


def _at_work() -> tuple[rx.Component, rx.Component]:
    """Return the dot, and who coaches and who draws."""
    names = (rx.el.span(name, title=name) for name in (AppState.coach_name, AppState.artist_name))
    said = rx.cond(AppState.is_resting, "Not drawing right now", "At work")
    dot = rx.el.span(
        role="img",
        aria_label=said,
        title=said,
        class_name=rx.cond(AppState.is_resting, "artist-dot resting", "artist-dot"),
    )
    return dot, rx.el.span(*names, class_name="at-work")


def _avatar() -> rx.Component:
    return rx.el.span(icon("user-round"), class_name="avatar")
