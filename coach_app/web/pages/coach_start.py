"""The start card: what, how it feels, and one line."""

import reflex as rx

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.slots import MAX_NAME_CHARACTERS
from coach_app.web import routes
from coach_app.web.components.browser_parts import WishField
from coach_app.web.components.buttons import primary_button
from coach_app.web.components.icons import icon
from coach_app.web.components.picture_options import kit_field
from coach_app.web.components.shell import page_header, shell
from coach_app.web.ideas import IDEAS, MOODS, Idea
from coach_app.web.live_parts import parts
from coach_app.web.presenting_assets import ratio
from coach_app.web.state.app_state import AppState
from coach_app.web.state.start_state import StartState

_TILES = 5
_TILE_SAMPLES = {
    Composition.EMOTE: "emote-lets-go-dragon",
    Composition.BADGE: "badge-gold-tiger",
    Composition.PANEL: "panel-about-me-bunny",
    Composition.THUMBNAIL: "thumbnail-we-found-life",
    Composition.BANNER: "banner-neon-fox-offline",
}


def coach_start_page() -> rx.Component:
    return shell(
        rx.el.div(page_header(rx.el.span("Stream Coach", class_name="bar-title")), class_name="phone-only start-bar"),
        rx.el.div(
            rx.el.h1("What are we making today?"),
            rx.el.p("Pick a shape, say it in one line. I’ll ask about the rest.", class_name="start-lead"),
            rx.el.form(
                _types(), _moods(), _game(), kit_field(), _wish(), on_submit=StartState.start, class_name="start-form"
            ),
            _ideas(),
            class_name="start",
        ),
        current="Coach",
    )


def _types() -> rx.Component:
    """What the artist makes: pictures of what is made most, and the words for the rest."""
    built_in = parts().artists.built_in.asset_types
    kinds = [ASSET_TYPES[name] for name in built_in]
    offered = rx.Var.create(AppState.asset_types).to(list)
    others = [kind for kind in ASSET_TYPES.values() if kind.id not in built_in]
    return rx.el.div(
        rx.el.div(*(_tile(kind, is_first=place == 0) for place, kind in enumerate(kinds[:_TILES])), class_name="tiles"),
        rx.el.div(
            rx.el.span("Or a", class_name="start-label"),
            rx.el.div(
                *map(_small_tile, kinds[_TILES:]),
                *(rx.cond(offered.contains(kind.id.value), _small_tile(kind)) for kind in others),
                class_name="mood-chips",
            ),
            class_name="start-row",
        ),
        role="radiogroup",
        aria_label="Asset type",
    )


def _small_tile(kind: AssetType) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="asset_type", value=kind.id.value, aria_label=kind.label),
        kind.label,
        title=kind.sizes_text,
        class_name="chip mood",
    )


def _tile(kind: AssetType, *, is_first: bool) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="asset_type", value=kind.id.value, default_checked=is_first, aria_label=kind.label
        ),
        rx.el.span(icon("check", 14), class_name="tile-check"),
        rx.el.span(
            rx.el.img(src=routes.sample(_TILE_SAMPLES[kind.composition]), alt="", class_name="tile-picture"),
            class_name="tile-art",
        ),
        rx.el.span(kind.label, class_name="tile-name"),
        rx.el.span(kind.sizes_text, class_name="tile-sizes"),
        class_name="tile",
        style={"--ratio": ratio(kind)},
    )


def _moods() -> rx.Component:
    return rx.el.div(
        rx.el.span("Mood", class_name="start-label", id="mood-label"),
        rx.el.div(
            _mood("Any", "", is_first=True),
            *(_mood(mood, mood.lower()) for mood in MOODS),
            role="radiogroup",
            aria_labelledby="mood-label",
            class_name="mood-chips",
        ),
        class_name="start-row",
    )


def _mood(label: str, value: str, *, is_first: bool = False) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="mood", value=value, default_checked=is_first),
        rx.el.img(src=routes.sample(f"mood-{value}"), alt="", width="24", height="24") if value else rx.fragment(),
        label,
        class_name="chip mood",
    )


def _game() -> rx.Component:
    return rx.el.div(
        rx.el.label("Game", html_for="game", class_name="start-label"),
        rx.el.div(
            icon("gamepad-2"),
            rx.el.input(
                id="game",
                name="game",
                placeholder="Elden Ring",
                max_length=MAX_NAME_CHARACTERS,
                auto_complete="off",
                type="text",
            ),
            class_name="game-field",
        ),
        rx.el.span("Optional", class_name="start-hint"),
        class_name="start-row",
    )


def _wish() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            WishField.create(
                draft_key="coach:wish", label="Your wish", placeholder="A raging pink axolotl smashing a keyboard"
            ),
            primary_button(
                "Let’s go",
                icon("arrow-right"),
                type="submit",
                disabled=~AppState.is_hydrated | StartState.is_starting,
            ),
            class_name="wish",
        ),
        rx.cond(
            StartState.start_error != "",
            rx.el.p(icon("circle-x", 14), StartState.start_error, class_name="field-error", role="alert"),
            rx.el.p(rx.el.kbd("↵"), " to start", class_name="start-keys"),
        ),
    )


def _ideas() -> rx.Component:
    made = parts().artists.built_in.asset_types
    return rx.el.section(
        rx.el.h2("Or start from one of these"),
        rx.el.div(
            *(_idea(number, idea) for number, idea in enumerate(IDEAS) if idea.asset_type in made),
            class_name="ideas",
        ),
        class_name="ideas-section",
    )


def _idea(number: int, idea: Idea) -> rx.Component:
    kind = ASSET_TYPES[AssetTypeId(idea.asset_type)]
    return rx.el.button(
        rx.el.img(src=routes.sample(idea.sample), alt="", width="56", height="56", loading="lazy"),
        rx.el.span(
            rx.el.span(idea.wish, class_name="idea-wish"), rx.el.span(kind.noun.capitalize(), class_name="idea-type")
        ),
        type="button",
        class_name="idea",
        on_click=StartState.start_idea(number),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
        disabled=~AppState.is_hydrated | StartState.is_starting,
    )
