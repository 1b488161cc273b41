"""Options of a picture, under its brief: how many variations, the brand kit that gives the look, and a logo."""

from collections.abc import Mapping

import reflex as rx

from coach_app.domain.logos import LogoKind, LogoPosition, LogoSize
from coach_app.web.components.counting import count
from coach_app.web.components.icons import icon
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.options_state import VARIATION_CHOICES, OptionsState
from coach_app.web.view_models import KitChoiceView

_OPACITIES: Mapping[str, str] = {"100": "Solid", "75": "75 % solid", "50": "50 % solid", "25": "25 % solid"}


def picture_options() -> rx.Component:
    """Return the options; those of a kit only where there is one to choose."""
    return rx.el.section(
        _variations(),
        rx.cond(
            count(OptionsState.kits) > 0,
            rx.fragment(
                rx.el.div(
                    rx.el.span("Brand kit", class_name="slot-label"),
                    _kits(on_change=OptionsState.choose_kit, value=OptionsState.kit.id, aria_label="Brand kit"),
                    class_name="slot-row",
                ),
                rx.cond(ChatState.thread.can_have_logo & (count(OptionsState.kit.logos) > 0), _logo()),
            ),
        ),
        rx.cond(
            OptionsState.options_error != "",
            rx.el.p(icon("circle-x", 14), OptionsState.options_error, class_name="field-error", role="alert"),
        ),
        class_name="brief-section slots",
        aria_label="Look",
    )


def _variations() -> rx.Component:
    return rx.el.div(
        rx.el.span("Variations", id="variations-label", class_name="slot-label"),
        rx.el.div(
            *(
                rx.el.label(
                    rx.el.input(
                        type="radio",
                        name="variations",
                        value=choice,
                        checked=OptionsState.variations == int(choice),
                        on_change=OptionsState.choose_variations,
                    ),
                    choice,
                )
                for choice in VARIATION_CHOICES
            ),
            class_name="segments",
            role="radiogroup",
            custom_attrs={"aria-labelledby": "variations-label", "aria-describedby": "variations-note"},
        ),
        rx.cond(
            ChatState.thread.fitting_note != "",
            rx.el.p(ChatState.thread.fitting_note, id="variations-note", class_name="slot-note"),
        ),
        class_name="slot-row",
    )


def kit_field() -> rx.Component:
    """Return the start card's choice of a kit; nothing while there is none."""
    return rx.cond(
        count(OptionsState.kits) > 0,
        rx.el.div(
            rx.el.label("Brand kit", html_for="kit", class_name="start-label"),
            rx.el.div(
                icon("palette"),
                _kits(id="kit", name="kit", default_value=OptionsState.kit.id, key=OptionsState.kit.id),
                class_name="game-field",
            ),
            class_name="start-row",
        ),
    )


def _kits(**props: object) -> rx.Component:
    return rx.el.select(
        rx.el.option("No brand kit", value=""), rx.foreach(OptionsState.kits, _kit), class_name="picker", **props
    )


def _kit(kit: KitChoiceView) -> rx.Component:
    return rx.el.option(kit.name, value=kit.id, key=kit.id)


def _logo() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.span("Logo", class_name="slot-label"),
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    role="switch",
                    checked=OptionsState.include_logo,
                    on_change=OptionsState.take_logo,
                ),
                rx.cond(OptionsState.include_logo, "On the picture", "Not on it"),
                class_name="switch",
            ),
            class_name="slot-row",
        ),
        rx.cond(
            OptionsState.include_logo,
            rx.el.div(
                _choice("kind", "Which logo", {kind: kind.label for kind in LogoKind}),
                _choice("position", "Where the logo goes", {place: place.label for place in LogoPosition}),
                _choice("size", "How large the logo is", {size: size.value.capitalize() for size in LogoSize}),
                _choice("opacity", "How see-through the logo is", _OPACITIES),
                class_name="logo-choices",
            ),
        ),
    )


def _choice(part: str, label: str, words: Mapping[str, str]) -> rx.Component:
    """Return a choice. A kind that the kit lacks cannot be chosen; an opacity may have come by the API."""
    there = rx.Var.create(OptionsState.kit.logos).to(list)
    chosen = OptionsState.logo[part]
    return rx.el.select(
        rx.cond(
            ~rx.Var.create(list(words)).contains(chosen), rx.el.option(f"{chosen} % solid", value=chosen), rx.fragment()
        ),
        *(
            rx.el.option(said, value=value, disabled=~there.contains(value) if part == "kind" else False)
            for value, said in words.items()
        ),
        value=chosen,
        on_change=lambda value: OptionsState.place_logo(part, value),  # type: ignore[operator]  # Reflex's generic event
        aria_label=label,
        class_name="picker",
    )
