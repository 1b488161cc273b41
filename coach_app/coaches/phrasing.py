"""Puts into words what the coach has understood, in the streamer's own words and in varying sentences."""

from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.prompts import colours_the_ground, feeling_word, listed, shown_phrase, with_article
from coach_app.domain.words_badges import find_badge_shape

_OTHER_SLOTS = ("text", "sub_text", "style", "background", "mood", "game")
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
    "accessories": ("{Things}, nice touch.", "{Things} for the {subject}.", "Dressed up: {things}."),
    "game": ("{value}, nice.", "For {value}, then.", "{value}, good pick."),
    "mood": ("{Value} mood, noted.", "{Value} it is.", "{Value} all over, then."),
    "background": ("{Value} behind it, then.", "{Value} for the background.", "Background: {value}."),
    "style": ("{Value} it is.", "{Value}, good pick.", "{Value}, looks official."),
    "sub_text": ("“{value}” below it, small.", "And “{value}” in small below.", "Small line: “{value}”."),
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
    "style": ("{Value} instead.", "From {old} to {value}."),
    "sub_text": ("The small line says “{value}” now.", "“{value}” in small instead."),
}
_SKIPPED: dict[str, tuple[str, ...]] = {
    "text": ("No text, then.", "No letters, clean look."),
    "action": ("All in the face, good.", "Just the face, then."),
    "colour": ("Its natural colour, then.", "Natural colour it is."),
    "accessories": ("Nothing on top, fine.", "Bare head it is."),
    "game": ("No game, fine.", "Any game, then."),
    "mood": ("No special mood, fine.", "Mood stays open."),
    "background": ("I'll keep the background simple.", "A simple background, then."),
    "subject": ("Just the words, then.", "Words alone, clean look."),
    "style": ("No frame around it, fine.", "Free-standing, then."),
    "sub_text": ("No small line, then.", "Just the big words, then."),
}
_COLOUR_LEFT_OPEN = ("Any colour, then.", "I'll leave the colour to the artist.")


def acknowledgement(asset_type: AssetType, before: Brief, after: Brief, removed: tuple[str, ...], voice: Voice) -> str:
    """Say what the message changed: one thing in its own sentence, several as the picture that they make."""
    changed = [slot for slot in (*_PICTURE_SLOTS, *_OTHER_SLOTS, "palette") if _is_new(slot, before, after)]
    gone = _gone(before, after, removed, bool(changed), voice) if removed else ""
    if len(changed) == 1:
        said = _one(changed[0], before, after, asset_type, voice)
    elif changed and (gone or (before.subject and "subject" not in changed)):
        said = f"Now it's {_picture(asset_type, after, changed)}."
    elif changed:
        said = f"{voice.pick(_LEADS)}: {_picture(asset_type, after, changed)}."
    else:
        said = "" if gone else _nothing_new(voice)
    return f"{gone} {said}".strip()


def _gone(before: Brief, after: Brief, removed: tuple[str, ...], is_more_to_say: bool, voice: Voice) -> str:
    was_there = any(getattr(before, slot) and not getattr(after, slot) for slot in Brief.model_fields)
    if not (was_there or is_more_to_say) and after.no_text and not before.no_text:
        return skipped("text", voice)
    things = _without_article(listed(list(removed)))
    return f"{_capitalised(things)} gone." if was_there else f"No {things}, noted."


def chosen(asset_type: AssetType, before: Brief, after: Brief, voice: Voice) -> str:
    """Say what the coach itself picked."""
    changed = [slot for slot in (*_PICTURE_SLOTS, *_OTHER_SLOTS) if _is_new(slot, before, after)]
    is_of_the_ground = changed == ["colour"] and colours_the_ground(asset_type, after)
    if len(changed) == 1 and (changed[0] not in _PICTURE_SLOTS or is_of_the_ground):
        value = getattr(after, changed[0])
        return f"My pick: {f'“{value}”' if changed[0] in {'text', 'sub_text'} else value}."
    lead = voice.pick(("My pick", "How about this", "I'd go for this"))
    return f"{lead}: {_picture(asset_type, after, changed)}."


def skipped(slot: str | None, voice: Voice, *, is_of_the_ground: bool = False) -> str:
    if slot == "colour" and is_of_the_ground:
        return voice.pick(_COLOUR_LEFT_OPEN)
    return voice.pick(_SKIPPED.get(slot or "", ("Alright, skipped.", "No problem, moving on.")))


def _nothing_new(voice: Voice) -> str:
    return voice.pick(("That's how I have it already.", "Already in there."))


def _is_new(slot: str, before: Brief, after: Brief) -> bool:
    value = getattr(after, slot)
    return bool(value) and value != getattr(before, slot)


def _one(slot: str, before: Brief, after: Brief, asset_type: AssetType, voice: Voice) -> str:
    old, value = getattr(before, slot), getattr(after, slot)
    if isinstance(value, tuple):
        value = listed(
            [with_article(thing) if slot == "accessories" else thing for thing in value if thing not in (old or ())]
        )
        old = None
    if not value:
        return _nothing_new(voice)
    template = voice.pick(_CHANGED[slot] if old and slot in _CHANGED else _SET[slot])
    is_feeling = slot == "expression"
    is_of_the_ground = slot == "colour" and colours_the_ground(asset_type, after)
    words = {
        "value": value,
        "Value": _capitalised(value),
        "A_value": _capitalised(with_article(value)),
        "a_thing": with_article(value),
        "A_thing": _capitalised(with_article(value)),
        "A_feeling": _capitalised(with_article(feeling_word(value))) if is_feeling else "",
        "things": value,
        "Things": _capitalised(value),
        "subject": asset_type.noun if is_of_the_ground else after.subject or asset_type.noun,
        "old": old or "",
    }
    return template.format(**words)


def _picture(asset_type: AssetType, brief: Brief, changed: list[str]) -> str:
    phrase = shown_phrase(asset_type, brief).replace("…", asset_type.noun) or with_article(asset_type.noun)
    if "style" in changed and brief.style:
        phrase += f" on {with_article(brief.style if find_badge_shape(brief.style) else f'{brief.style} frame')}"
    if "colour" in changed and colours_the_ground(asset_type, brief):
        phrase += f", in {brief.colour}"
    if "text" in changed:
        phrase += f", with “{brief.text}” on it"
    if "sub_text" in changed:
        phrase += f" and “{brief.sub_text}” below" if "text" in changed else f", with “{brief.sub_text}” in small"
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
