"""Checks a slot that the streamer edits by hand: what can be drawn is taken, for the rest examples are given."""

from collections.abc import Callable
from typing import NoReturn

from coach_app.domain.brief import MAX_PHRASE_CHARACTERS
from coach_app.domain.coach_sessions import storable
from coach_app.domain.doings import ACTIONS_WITH_PROP, doing_of, find_prop
from coach_app.domain.errors import InvalidInput
from coach_app.domain.ports import PropCatalogue
from coach_app.domain.vocabulary import (
    find_accessories,
    find_colour,
    find_expression,
    find_mood,
    find_scene,
    find_species,
)
from coach_app.domain.words_badges import find_badge_metal, find_badge_shape

MAX_TEXT_CHARACTERS = 40
MAX_NAME_CHARACTERS = 60
MAX_ACCESSORIES = 3
MAX_PALETTE_COLOURS = 4
_MOST = {"accessories": MAX_ACCESSORIES, "palette": MAX_PALETTE_COLOURS}

# The places that a background is named with: "in space".
_PLACE_WORDS = ("in a ", "in the ", "in ", "on a ", "on the ", "on ", "at the ", "at ", "under the ")


def checked_slot(slot: str, value: str, props: PropCatalogue) -> object:
    """Return the value for `Brief.with_slots`; an empty value clears the slot.

    Raises InvalidInput: no such slot, too long, or not understood, then with three examples.
    """
    text = _cleaned(slot, value, MAX_NAME_CHARACTERS)
    if not text:
        return () if slot in _MOST else None
    return _CHECKS[slot](text) if slot in _CHECKS else _CHECKS_WITH_PROPS[slot](text, props)


def free_slot(slot: str, value: str) -> object:
    """Return the value for an artist that draws whatever it is told. Raises InvalidInput: no such slot, too long."""
    text = _cleaned(slot, value, MAX_PHRASE_CHARACTERS)
    if slot not in _MOST:
        return text or None
    parts = _parts(text)
    if len(parts) > _MOST[slot]:
        _refuse(slot, f"{_MOST[slot]} of them are the most that stay clear.")
    return parts


def _cleaned(slot: str, value: str, max_characters: int) -> str:
    if slot not in _CHECKS and slot not in _CHECKS_WITH_PROPS:
        raise InvalidInput(f"There is no “{slot[:40]}” to change here.", field="slot")
    text = " ".join(storable(value).split())
    if len(text) > max_characters and slot not in _MOST:
        raise InvalidInput(f"Keep it to {max_characters} characters, please.", field=slot)
    return text


def _refuse(slot: str, sentence: str) -> NoReturn:
    raise InvalidInput(sentence, field=slot)


def _subject(text: str, props: PropCatalogue) -> str:
    if find_species(text) is None and find_prop(text, props) is None:
        _refuse("subject", f"I can't draw “{text}” yet. Try an axolotl, a fox or a capybara.")
    return text


def _colour(text: str, slot: str = "colour") -> str:
    if find_colour(text) is None:
        _refuse(slot, f"I don't know the colour “{text}”. Try pink, neon green or #8e44d6.")
    return text


def _expression(text: str) -> str:
    if find_expression(text) is None:
        _refuse("expression", f"I have no face for “{text}” yet. Try raging, smug or crying.")
    return text


def _action(text: str, props: PropCatalogue) -> str:
    doing = doing_of(text)
    if doing is None and find_prop(text, props) is None:
        _refuse("action", f"I can't draw “{text}” yet. Try smashing a keyboard, sipping coffee or waving.")
    if doing is None:
        return f"holding {text}"
    if doing.action in ACTIONS_WITH_PROP and doing.prop and find_prop(doing.prop, props) is None:
        _refuse("action", f"I have no “{doing.prop}” to draw. Try a keyboard, a coffee or a guitar.")
    return text


def _accessories(text: str) -> tuple[str, ...]:
    things = _parts(text)
    unknown = next((thing for thing in things if not find_accessories(thing)), None)
    if unknown is not None:
        _refuse("accessories", f"I have no “{unknown}” to wear yet. Try a headset, a crown or sunglasses.")
    if len(things) > MAX_ACCESSORIES:
        _refuse("accessories", f"{MAX_ACCESSORIES} things to wear are the most that stay readable.")
    return things


def _palette(text: str) -> tuple[str, ...]:
    colours = _parts(text)
    for colour in colours:
        _colour(colour, "palette")
    if len(colours) > MAX_PALETTE_COLOURS:
        _refuse("palette", f"{MAX_PALETTE_COLOURS} more colours are the most that stay clear.")
    return colours


def _background(text: str) -> str:
    if find_scene(text) is None:
        _refuse("background", f"I have no “{text}” background yet. Try space, synthwave or a cozy room.")
    return next((text[len(start) :] for start in _PLACE_WORDS if text.lower().startswith(start)), text)


def _mood(text: str) -> str:
    if find_mood(text) is None:
        _refuse("mood", f"I don't know the mood “{text}”. Try cozy, hype or spooky.")
    return text


def _text(text: str, slot: str = "text") -> str:
    if len(text) > MAX_TEXT_CHARACTERS:
        _refuse(slot, f"The words have to fit on the picture: up to {MAX_TEXT_CHARACTERS} characters, please.")
    if not any(letter.isalnum() or letter in "?!" for letter in text):
        _refuse(slot, "I can only write letters and digits. Try GG, LURK or POG.")
    return text


def _style(text: str) -> str:
    if find_badge_shape(text) is None and find_badge_metal(text) is None:
        _refuse("style", f"I have no “{text}” frame for a badge. Try gold shield, silver hex or bronze medal.")
    return text


def _sub_text(text: str) -> str:
    return _text(text, "sub_text")


def _game(text: str) -> str:
    if not any(letter.isalnum() for letter in text):
        _refuse("game", "Which game is it? For example Minecraft, Elden Ring or Stardew Valley.")
    return text


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(" and ", ",").split(",") if part.strip())


_CHECKS: dict[str, Callable[[str], object]] = {
    "colour": _colour,
    "expression": _expression,
    "accessories": _accessories,
    "background": _background,
    "text": _text,
    "sub_text": _sub_text,
    "style": _style,
    "palette": _palette,
    "mood": _mood,
    "game": _game,
}
_CHECKS_WITH_PROPS: dict[str, Callable[[str, PropCatalogue], object]] = {"subject": _subject, "action": _action}
