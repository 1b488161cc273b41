"""The right side of a brand kit: how it looks, drawn by the browser while it is edited."""

import reflex as rx

from coach_app.domain.fonts import FontName
from coach_app.web import routes
from coach_app.web.state.brand_kit_state import BrandKitState

_kit = BrandKitState.kit
_MASCOT = "emote-cozy-cat"


def kit_fonts() -> rx.Component:
    """Return what names the letters that kits choose from, for this page alone."""
    # No quotes: the text stands inside a style element.
    return rx.el.style(
        "".join(
            f"@font-face{{font-family:kit-{name};src:url({routes.api_url(f'/fonts/{name}.woff')});font-display:swap}}"
            for name in FontName
        )
    )


def kit_specimen() -> rx.Component:
    return rx.el.aside(
        rx.el.div(
            rx.el.h2("How it looks"), rx.el.span("Changes as you edit", class_name="kit-hint"), class_name="kit-heading"
        ),
        rx.el.div(_banner(), _panels(), _chats(), custom_attrs={"aria-hidden": "true"}),
        # The mascot is a picture: what a kit this strong does to one is not for a stylesheet to show.
        rx.el.p(
            "In your pictures the character and its clothes take your colours too.", class_name="kit-hint spec-note"
        ),
        aria_label="How it looks",
        class_name="specimen",
    )


def _banner() -> rx.Component:
    return rx.el.div(
        rx.cond(_kit.logo_url != "", rx.el.img(src=_kit.logo_url, alt="", class_name="spec-logo")),
        rx.el.div(
            rx.el.p("Be right", rx.el.br(), rx.el.span("back"), class_name="spec-title"),
            rx.el.p("Refilling the mug", class_name="spec-text"),
        ),
        rx.el.img(src=routes.sample(_MASCOT), alt="", class_name="spec-mascot"),
        class_name="spec-banner",
    )


def _panels() -> rx.Component:
    return rx.el.div(
        rx.el.div("Schedule", class_name="spec-panel main"),
        rx.el.div("About me", class_name="spec-panel second"),
        class_name="spec-panels",
    )


def _chats() -> rx.Component:
    return rx.el.div(_chat("dark", "viewer", "hello"), _chat("light", "mod", "sip"), class_name="spec-panels")


def _chat(ground: str, name: str, said: str) -> rx.Component:
    return rx.el.div(
        rx.el.b(f"{name}:"),
        rx.el.span(said),
        rx.el.img(src=routes.sample(_MASCOT), alt="", style={"width": "28px", "height": "28px"}),
        class_name=f"chat-line {ground}",
    )
