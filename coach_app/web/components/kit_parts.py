"""The Python side of kit_saving.jsx, kit_parts.jsx and kit_uploads.jsx."""

from typing import Any

import reflex as rx
from reflex.event import no_args_event_spec, passthrough_event_spec

from coach_app.web.components.uploading import Upload
from coach_app.web.view_models_kits import PaletteView

_SAVING, _FIELDS, _UPLOADS = (
    rx.asset(f"kit_{name}.jsx", shared=True).importable_path for name in ("saving", "parts", "uploads")
)


class _Saving(rx.Component):
    library = _SAVING


class _Field(rx.Component):
    library = _FIELDS


class KitEditor(_Saving):
    """Holds what was typed into a kit until it is stored, and shows it in the meantime; all parts below stand in it."""

    tag = "KitEditor"
    kit_id: rx.Var[str]
    colours: rx.Var[dict[str, str]]
    title_font: rx.Var[str]
    text_font: rx.Var[str]
    strength: rx.Var[str]
    kept: rx.Var[int]
    refused: rx.Var[dict[str, str]]
    plain_light: rx.Var[str]
    plain_dark: rx.Var[str]
    error_icon: rx.Var[Any]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        return super().get_event_triggers() | {
            "on_keep": passthrough_event_spec(str, int, dict[str, str]),
            "on_return": no_args_event_spec,
        }


class SaveMark(_Saving):
    """Says whether all is stored."""

    tag = "SaveMark"
    saved_icon: rx.Var[Any]
    is_offline: rx.Var[bool]


class KitName(_Field):
    """The kit's name; a new kit's is chosen at once, to be typed over."""

    tag = "KitName"
    label: rx.Var[str]
    stored: rx.Var[str]
    is_new: rx.Var[bool]
    max_length: rx.Var[int]


class Swatch(_Field):
    """One colour, to be picked or typed."""

    tag = "Swatch"
    role: rx.Var[str]
    label: rx.Var[str]
    stored: rx.Var[str]
    suggestion: rx.Var[str]
    is_required: rx.Var[bool]
    add_icon: rx.Var[Any]
    remove_icon: rx.Var[Any]


class ShadeButton(_Field):
    """Gives a role another shade."""

    tag = "ShadeButton"
    colour_role: rx.Var[str]
    shade: rx.Var[str]


class _Options(_Field):
    label: rx.Var[str]
    options: rx.Var[list[dict[str, str]]]


class FontSelect(_Options):
    """A choice of letters, each shown in itself."""

    tag = "FontSelect"
    name: rx.Var[str]
    stored: rx.Var[str]
    any_label: rx.Var[str]


class ToneChips(_Options):
    """Any number of tones."""

    tag = "ToneChips"
    stored: rx.Var[list[str]]


class StrengthChoice(_Options):
    """One of three, with a line that says what it does."""

    tag = "StrengthChoice"
    stored: rx.Var[str]


class _Upload(Upload):
    library = _UPLOADS
    label: rx.Var[str]
    icon: rx.Var[Any]


class PaletteButton(_Upload):
    """Asks for a picture and tells its colours."""

    tag = "PaletteButton"
    error_icon: rx.Var[Any]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        return super().get_event_triggers() | {"on_colours": passthrough_event_spec(dict[str, str])}


class PalettePicker(_Upload):
    """Offers the colours of a picture, or of one of the kit's logos."""

    tag = "PalettePicker"
    upload_icon: rx.Var[Any]
    palettes: rx.Var[list[PaletteView]]
    roles: rx.Var[list[dict[str, str]]]


class LogoSlot(_Upload):
    """A place for a logo: click it, or drop a file on it."""

    tag = "LogoSlot"
    kind: rx.Var[str]
    alt: rx.Var[str]
    picture: rx.Var[str]
    ground: rx.Var[str]
    hint: rx.Var[str]
    upload_icon: rx.Var[Any]
    remove_icon: rx.Var[Any]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        return super().get_event_triggers() | {
            "on_done": no_args_event_spec,
            "on_remove": passthrough_event_spec(str),
        }
