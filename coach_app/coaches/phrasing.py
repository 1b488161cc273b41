"""Puts into words what the coach has understood, in the streamer's own words and never twice the same way."""

import zlib

from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.prompts import feeling_word, listed, picture_phrase, with_article

_PICTURE_SLOTS = ("subject", "expression", "action", "colour", "accessories")
# Also tells the coach, reading back, that what was asked before no longer counts.
FRESH_START = "Clean slate!"
_LEADS = ("Got it", "On it", "Love it", "Oh nice", "I can see it")

_SET: dict[str, tuple[str, ...]] = {
    "subject": ("{A_thing}, good choice.", "{A_thing} it is.", "{A_thing}, then."),
    "expression": ("{Value} it is.", "{A_feeling} {subject}, I like it.", "{Value}, got it."),
    "action": ("{Value}, nice.", "Ha, {value}. Done.", "{Value}, that reads well."),
    "colour": ("{Value} it is.", "{Value}, nice choice.", "{A_value} {subject}, then."),
    "text": ("“{value}” goes on it.", "I'll write “{value}” on it.", "“{value}”, good one."),
    "accessories": ("{Things}, on it goes.", "{Things}, suits the {subject}.", "Dressed up: {things}."),
    "game": ("{value}, nice.", "For {value}, then.", "{value}, good pick."),
    "mood": ("{Value} mood, noted.", "{Value} it is.", "{Value} all over, then."),
    "background": ("{Value} behind it, then.", "{Value} for the background.", "Background: {value}."),
    "palette": ("With a touch of {things}.", "Some {things} in it, too."),
}
_CHANGED: dict[str, tuple[str, ...]] = {
    "subject": ("Swapped: {a_thing} now.", "{A_thing} instead of the {old}.", "The {old} leaves, {a_thing} steps in."),
    "expression": ("From {old} to {value}.", "{Value} instead.", "Okay, {value} now."),
    "action": ("{Value} instead.", "Switched to {value}.", "Now it's {value}."),
    "colour": ("{Value} now.", "From {old} to {value}.", "Repainted: {value}."),
    "text": ("Now it says “{value}”.", "“{value}” instead.", "Changed to “{value}”."),
    "game": ("{value} now.", "Switched to {value}."),
    "mood": ("{Value} mood now.", "From {old} to {value}."),
    "background": ("{Value} behind it now.", "Moved to {value}."),
}
_SKIPPED: dict[str, tuple[str, ...]] = {
    "text": ("No text, then.", "No letters, clean look."),
    "action": ("All in the face, good.", "Just the face, then."),
    "colour": ("Its natural colour, then.", "Natural colour it is."),
    "accessories": ("Nothing on top, fine.", "Bare head it is."),
    "game": ("No game, fine.", "Any game, then."),
    "mood": ("No special mood, fine.", "Mood stays open."),
    "background": ("I'll keep the background simple.", "A simple background, then."),
}


def pick(options: tuple[str, ...], seed: int) -> str:
    return options[seed % len(options)]


def seed_of(message: str, turn: int) -> int:
    """Return a number that is the same for the same message in the same turn, on every machine."""
    return zlib.crc32(f"{turn}:{message}".encode())


def acknowledgement(asset_type: AssetType, before: Brief, after: Brief, removed: tuple[str, ...], seed: int) -> str:
    """Say what the message changed: one thing in its own sentence, several as the picture that they make."""
    changed = [
        slot
        for slot in (*_PICTURE_SLOTS, "text", "background", "mood", "game", "palette")
        if _is_new(slot, before, after)
    ]
    gone = f"{_capitalised(_without_article(listed(list(removed))))} gone" if removed else ""
    if not changed:
        return f"{gone}." if gone else _nothing_new(seed)
    if len(changed) == 1:
        said = _one(changed[0], before, after, asset_type, seed)
        return f"{gone}. {said}" if gone else said
    lead = gone or ("My picture now" if before.subject and "subject" not in changed else pick(_LEADS, seed))
    return f"{lead}: {_picture(asset_type, after, changed)}."


def chosen(asset_type: AssetType, before: Brief, after: Brief, seed: int) -> str:
    """Say what the coach itself picked."""
    changed = [slot for slot in (*_PICTURE_SLOTS, "text", "background", "mood", "game") if _is_new(slot, before, after)]
    if len(changed) == 1 and changed[0] not in _PICTURE_SLOTS:
        value = getattr(after, changed[0])
        return f"My pick: {f'“{value}”' if changed[0] == 'text' else value}."
    lead = pick(("My pick", "How about this", "I'd go for this"), seed)
    return f"{lead}: {_picture(asset_type, after, changed)}."


def skipped(slot: str | None, seed: int) -> str:
    return pick(_SKIPPED.get(slot or "", ("Alright, skipped.", "No problem, moving on.")), seed)


def _nothing_new(seed: int) -> str:
    return pick(("That's how I have it already.", "Already in there."), seed)


def _is_new(slot: str, before: Brief, after: Brief) -> bool:
    value = getattr(after, slot)
    return bool(value) and value != getattr(before, slot)


def _one(slot: str, before: Brief, after: Brief, asset_type: AssetType, seed: int) -> str:
    old, value = getattr(before, slot), getattr(after, slot)
    if isinstance(value, tuple):
        value = listed(
            [with_article(thing) if slot == "accessories" else thing for thing in value if thing not in (old or ())]
        )
        old = None
    if not value:
        return _nothing_new(seed)
    template = pick(_CHANGED[slot] if old and slot in _CHANGED else _SET[slot], seed)
    is_feeling = slot == "expression"
    shown = feeling_word(value) if is_feeling else value
    old_shown = feeling_word(old) if is_feeling and old else old
    words = {
        "value": shown,
        "Value": _capitalised(shown),
        "a_value": with_article(shown),
        "A_value": _capitalised(with_article(shown)),
        "a_thing": with_article(value),
        "A_thing": _capitalised(with_article(value)),
        "A_feeling": _capitalised(with_article(shown)),
        "things": value,
        "Things": _capitalised(value),
        "subject": after.subject or asset_type.noun,
        "old": old_shown or "",
    }
    return template.format(**words)


def _picture(asset_type: AssetType, brief: Brief, changed: list[str]) -> str:
    phrase = picture_phrase(brief).replace("…", "somebody") or with_article(asset_type.noun)
    if "text" in changed:
        phrase += f", with “{brief.text}” on it"
    if "background" in changed and brief.background:
        phrase += f", {brief.background} behind it"
    if "palette" in changed:
        phrase += f", with a touch of {listed(list(brief.palette))}"
    if "mood" in changed and brief.mood:
        phrase += f", {brief.mood} mood"
    if "game" in changed:
        phrase += f", for {brief.game}"
    return phrase


def _without_article(text: str) -> str:
    return text.removeprefix("the ").removeprefix("his ").removeprefix("her ")


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
