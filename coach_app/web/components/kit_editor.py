"""The left side of a brand kit: name, colours, letters, tone and logos."""

import reflex as rx

from coach_app.domain.brand_kits import MAX_NAME_CHARACTERS
from coach_app.domain.brand_looks import ColourRole, Strength, Tone
from coach_app.domain.fonts import FontName
from coach_app.web import routes
from coach_app.web.components.counting import count
from coach_app.web.components.icons import icon
from coach_app.web.components.kit_parts import (
    FontSelect,
    KitName,
    LogoSlot,
    PalettePicker,
    ShadeButton,
    StrengthChoice,
    Swatch,
    ToneChips,
)
from coach_app.web.state.brand_kit_state import BrandKitState
from coach_app.web.view_models_kits import LogoView, PairView, SwatchView

_kit = BrandKitState.kit
_STRENGTHS = {
    Strength.SUBTLE: "Only letters and small accents take your colours.",
    Strength.BALANCED: "Backgrounds and frames take your colours too.",
    Strength.STRONG: "Even what the character wears, and the character itself, takes your colours.",
}


def kit_editor() -> rx.Component:
    return rx.el.div(_name(), _colours(), _pairs(), _letters(), _strength(), _logos(), class_name="kit", key=_kit.id)


def _name() -> rx.Component:
    return rx.el.div(
        KitName.create(
            label="Name of the kit",
            stored=_kit.name,
            is_new=BrandKitState.newest_kit == _kit.id,
            max_length=MAX_NAME_CHARACTERS,
        ),
        rx.el.label(
            rx.el.input(
                type="checkbox",
                role="switch",
                checked=_kit.is_default,
                # One kit always is: another is chosen by its own switch.
                disabled=_kit.is_default,
                on_change=BrandKitState.use_by_default(_kit.id),  # type: ignore[misc]
            ),
            rx.cond(_kit.is_default, "Used for new sessions", "Use for new sessions"),
            class_name="switch",
        ),
        class_name="kit-head",
    )


def _colours() -> rx.Component:
    return rx.el.section(
        PalettePicker.create(
            rx.el.h2("Colours"),
            label="Pick from a picture",
            icon=icon("image-plus"),
            upload_icon=icon("upload"),
            url=routes.api_url("/brand-kits/palette"),
            palettes=_kit.palettes,
            roles=_options(ColourRole),
        ),
        rx.el.div(rx.foreach(_kit.primary, _swatch), class_name="swatches"),
        rx.el.h3("Accents"),
        rx.el.div(rx.foreach(_kit.accents, _swatch), class_name="swatches"),
        aria_label="Colours",
        class_name="kit-section",
    )


def _swatch(swatch: SwatchView) -> rx.Component:
    return Swatch.create(
        role=swatch.role,
        label=swatch.label,
        stored=swatch.colour,
        suggestion=swatch.suggestion,
        is_required=swatch.is_required,
        add_icon=icon("plus"),
        remove_icon=icon("x", 14),
        key=swatch.role,
    )


def _pairs() -> rx.Component:
    return rx.cond(
        count(_kit.pairs) > 0,
        rx.el.ul(rx.foreach(_kit.pairs, _pair), class_name="pairs", aria_label="How well words read"),
    )


def _pair(pair: PairView) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            "Aa",
            class_name="pair-sample",
            style={"color": pair.words, "background": pair.ground},
            custom_attrs={"aria-hidden": "true"},
        ),
        rx.el.span(pair.label, class_name="pair-label"),
        rx.el.span(pair.ratio, class_name="pair-ratio"),
        rx.el.span(
            rx.cond(pair.is_easy, icon("circle-check"), icon("circle-x")),
            pair.verdict,
            class_name=rx.cond(pair.is_easy, "pair-verdict mark-met", "pair-verdict mark-missed"),
        ),
        rx.cond(pair.advice != "", rx.el.span(pair.advice, class_name="pair-advice")),
        rx.cond(pair.offer != "", ShadeButton.create(pair.offer, colour_role=pair.role, shade=pair.shade)),
        key=pair.label,
    )


def _letters() -> rx.Component:
    fonts = _options(FontName)
    return rx.el.div(
        rx.el.section(
            rx.el.h2("Fonts"),
            rx.el.div(
                FontSelect.create(
                    name="title_font", label="Title", stored=_kit.title_font, options=fonts, any_label="Artist’s choice"
                ),
                FontSelect.create(
                    name="text_font", label="Text", stored=_kit.text_font, options=fonts, any_label="Artist’s choice"
                ),
                class_name="kit-fonts",
            ),
            aria_label="Fonts",
            class_name="kit-section",
        ),
        rx.el.section(
            rx.el.h2("Tone"),
            ToneChips.create(label="Tone", stored=_kit.tone, options=_options(Tone)),
            class_name="kit-section",
        ),
        class_name="kit-pair",
    )


def _strength() -> rx.Component:
    options = [{**option, "hint": _STRENGTHS[Strength(option["value"])]} for option in _options(Strength)]
    return rx.el.section(
        rx.el.h2("How strong"),
        StrengthChoice.create(label="How strong", stored=_kit.strength, options=options),
        class_name="kit-section",
    )


def _logos() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2("Logos"),
            rx.el.span("PNG, JPEG or WebP up to 10 MB, clear background works best", class_name="kit-hint"),
            class_name="kit-heading",
        ),
        rx.el.div(rx.foreach(_kit.logos, _logo), class_name="logos"),
        aria_label="Logos",
        class_name="kit-section",
    )


def _logo(logo: LogoView) -> rx.Component:
    return LogoSlot.create(
        kind=logo.kind,
        label=logo.label,
        alt=logo.alt,
        url=logo.url,
        picture=logo.picture_url,
        ground=logo.ground,
        hint=logo.hint,
        upload_icon=icon("upload"),
        remove_icon=icon("x", 14),
        on_done=BrandKitState.load_kits,
        on_remove=lambda kind: BrandKitState.remove_logo(_kit.id, kind),  # type: ignore[misc]
        key=logo.kind,
    )


def _options(choices: type[ColourRole | FontName | Tone | Strength]) -> list[dict[str, str]]:
    return [{"value": one.value, "label": getattr(one, "label", one.value.capitalize())} for one in choices]
