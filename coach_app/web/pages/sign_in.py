"""The first page: what this is, one button, and a wall of pictures."""

import reflex as rx

from coach_app.web import routes
from coach_app.web.components.browser_parts import HtmlForm, LinkToken
from coach_app.web.components.buttons import primary_button
from coach_app.web.components.icons import icon, mark
from coach_app.web.components.licences import licences_link
from coach_app.web.components.shell import trouble_banner
from coach_app.web.samples import WALL, Sample
from coach_app.web.state.app_state import AppState


def sign_in_page() -> rx.Component:
    return _front(
        rx.el.h1("Say it in a line.", rx.el.br(), "Get the emote."),
        rx.el.p(
            "Emotes, badges, panels, banners and thumbnails for your channel, sized and ready to upload.",
            class_name="front-lead",
        ),
        rx.cond(
            AppState.refusal != "",
            rx.el.p(icon("circle-x"), AppState.refusal, class_name="field-error", role="alert"),
        ),
        HtmlForm.create(
            primary_button("Try it now", icon("arrow-right", 20), type="submit", class_name="front-button"),
            action=routes.api_url("/sign-in/guest"),
            method="post",
        ),
        rx.el.p("Free, no account needed. Your pictures stay with this browser.", class_name="front-hint"),
    )


def sign_in_link_page() -> rx.Component:
    return _front(
        rx.el.h1("Welcome back."),
        rx.el.p("This link signs this browser in, once.", class_name="front-lead"),
        HtmlForm.create(
            LinkToken.create(),
            primary_button("Sign in", icon("arrow-right", 20), type="submit", class_name="front-button"),
            action=routes.api_url("/sign-in/link"),
            method="post",
        ),
        rx.el.p("It works for 30 minutes.", class_name="front-hint"),
    )


def _front(*content: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            trouble_banner(),
            rx.el.div(mark(26), rx.el.span("Stream Coach"), class_name="brand"),
            rx.el.main(*content, class_name="front-main"),
            rx.el.p("Sized for Twitch, YouTube, Discord and Kick · ", licences_link(), class_name="front-foot"),
            class_name="front-text",
        ),
        rx.el.div(*(_on_the_wall(sample) for sample in WALL), class_name="wall"),
        class_name="front",
    )


def _on_the_wall(sample: Sample) -> rx.Component:
    return rx.el.img(
        src=routes.sample(sample.name), alt=sample.alt, class_name="wall-wide" if sample.is_wide else "wall-cutout"
    )
