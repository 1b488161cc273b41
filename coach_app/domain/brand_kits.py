"""Brand kits: what one holds, and the checks of what a streamer writes into it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NoReturn, TypeVar
from uuid import UUID

from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength, Tone
from coach_app.domain.coach_sessions import storable
from coach_app.domain.errors import InvalidInput
from coach_app.domain.fonts import FontName

MAX_KITS = 10
MAX_NAME_CHARACTERS = 60
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_LONGEST_SHOWN = 20

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class KitEdit:
    """What a streamer writes into a kit; None leaves a part as it is.

    `colours` are all colours by role, and replace those that were there; `colour_changes` set single ones, or take them
    away where they are empty. An empty font leaves the choice to the artist.
    """

    name: str | None = None
    colours: Mapping[str, str] | None = None
    colour_changes: Mapping[str, str] = field(default_factory=dict)
    title_font: str | None = None
    text_font: str | None = None
    tone: Sequence[str] | None = None
    strength: str | None = None


@dataclass(frozen=True, slots=True)
class KitDesign:
    """A kit without its logos: a name, one to five primary and up to three accent colours, fonts, tone, strength."""

    name: str
    colours: Mapping[ColourRole, str]
    title_font: FontName | None = None
    text_font: FontName | None = None
    tone: tuple[Tone, ...] = ()
    strength: Strength = Strength.BALANCED

    def look(self, kit_id: UUID) -> BrandLook:
        """Return what artists and prompts read."""
        return BrandLook(
            kit_id=kit_id,
            name=self.name,
            colours=dict(self.colours),
            title_font=self.title_font,
            text_font=self.text_font,
            tone=self.tone,
            strength=self.strength,
        )


def new_design(edit: KitEdit) -> KitDesign:
    """Return the design of a new kit. Raises InvalidInput: it needs a name and a main colour at least."""
    return edited(KitDesign("", {}), replace(edit, name=edit.name or "", colours=edit.colours or {}))


def edited(design: KitDesign, edit: KitEdit) -> KitDesign:
    """Return the design with these changes. Raises InvalidInput."""
    return KitDesign(
        name=design.name if edit.name is None else _name(edit.name),
        colours=_changed(design.colours if edit.colours is None else _colours(edit.colours), edit.colour_changes),
        title_font=design.title_font if edit.title_font is None else _font(edit.title_font, "title_font"),
        text_font=design.text_font if edit.text_font is None else _font(edit.text_font, "text_font"),
        tone=design.tone if edit.tone is None else _tone(edit.tone),
        strength=design.strength if edit.strength is None else _chosen(Strength, edit.strength, "strength"),
    )


def refuse_taken(name: str, taken: Iterable[str]) -> None:
    """Raise InvalidInput if another kit is called so: in lists nobody could tell them apart."""
    if any(is_same_name(name, other) for other in taken):
        _refuse("name", f"You have a kit “{name}” already. Give this one another name.")


def is_same_name(one: str, other: str) -> bool:
    """Whether two names differ in capitals at most."""
    return one.casefold() == other.casefold()


def checked_colour(value: str, *, field: str) -> str:
    """Return #rrggbb in small letters for #rgb or #RRGGBB. Raises InvalidInput."""
    colour = value.strip().lower()
    if not _HEX.fullmatch(colour):
        _refuse(field, f"I can't read the colour “{_shown(value)}”. Write it like #ff8fbf.")
    return colour if len(colour) == len("#rrggbb") else "#" + "".join(digit * 2 for digit in colour[1:])


def _name(value: str) -> str:
    name = " ".join(storable(value).split())
    # Of invisible characters alone nobody could tell one kit from another.
    if not any(character.isprintable() and not character.isspace() for character in name):
        _refuse("name", "Give the kit a name, for example that of your channel.")
    if len(name) > MAX_NAME_CHARACTERS:
        _refuse("name", f"Keep it to {MAX_NAME_CHARACTERS} characters, please.")
    return name


def _colours(values: Mapping[str, str]) -> Mapping[ColourRole, str]:
    """Return the colours in the order of their roles."""
    unknown = next((role for role in values if role not in set(ColourRole)), None)
    if unknown is not None:
        _refuse("colours", f"There is no colour “{_shown(unknown)}” in a kit. There are {_listed(ColourRole)}.")
    if ColourRole.MAIN not in values:
        _refuse("colours", "A kit needs its main colour. Write it like #ff8fbf.")
    return {role: checked_colour(values[role], field=f"colours.{role}") for role in ColourRole if role in values}


def _changed(colours: Mapping[ColourRole, str], changes: Mapping[str, str]) -> Mapping[ColourRole, str]:
    if not changes:
        return colours
    merged = {**{role.value: colour for role, colour in colours.items()}, **changes}
    return _colours({role: colour for role, colour in merged.items() if colour})


def _font(value: str, field: str) -> FontName | None:
    return _chosen(FontName, value, field) if value else None


def _tone(values: Sequence[str]) -> tuple[Tone, ...]:
    """Return each tone once, in their own order."""
    chosen = {_chosen(Tone, value, "tone") for value in values}
    return tuple(tone for tone in Tone if tone in chosen)


def _chosen(choices: type[Choice], value: str, field: str) -> Choice:
    try:
        return choices(value)
    except ValueError:
        if not (shown := _shown(value)):
            _refuse(field, f"Nothing is chosen there. A kit takes {_listed(choices)}.")
        _refuse(field, f"“{shown}” is not among what a kit takes: {_listed(choices)}.")


def _listed(choices: Iterable[StrEnum]) -> str:
    *first, last = (choice.value for choice in choices)
    return f"{', '.join(first)} and {last}"


def _shown(value: str) -> str:
    cleaned = " ".join(storable(value).split())
    return cleaned if len(cleaned) <= _LONGEST_SHOWN else cleaned[: _LONGEST_SHOWN - 1] + "…"


def _refuse(field: str, sentence: str) -> NoReturn:
    raise InvalidInput(sentence, field=field)
