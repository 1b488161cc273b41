"""What to ask for instead when an artist has declined a wish: the same without what may have been the matter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.prompts import listed
from coach_app.domain.readiness import REQUIRED_SLOTS
from coach_app.domain.refusals import RefusalKind

# Characters that somebody owns, and who they are without their names.
_OWN_WORK = {
    "pikachu": "yellow electric mouse",
    "charizard": "orange fire dragon",
    "pokemon": "little monster",
    "mario": "plumber with a moustache",
    "luigi": "tall plumber with a moustache",
    "bowser": "spiky turtle king",
    "yoshi": "green dinosaur",
    "kirby": "round pink puff",
    "link": "elf hero",
    "zelda": "elf princess",
    "sonic": "blue hedgehog",
    "shrek": "grumpy swamp ogre",
    "minion": "small yellow helper",
    "pepe": "frog",
    "spongebob": "yellow sea sponge",
    "mickey mouse": "cheerful mouse",
    "elsa": "ice queen",
    "batman": "bat hero",
    "spiderman": "spider hero",
    "spider-man": "spider hero",
    "superman": "flying hero",
    "darth vader": "dark armoured knight",
    "baby yoda": "small green alien",
    "goku": "spiky-haired fighter",
    "naruto": "ninja boy",
    "hello kitty": "kitten with a bow",
}
_MILDER = {
    "killing": "defeating",
    "kill": "defeat",
    "murdering": "defeating",
    "murder": "defeat",
    "stabbing": "poking",
    "shooting": "splashing",
    "bloody": "messy",
    "blood": "ketchup",
    "gore": "slime",
    "gory": "slimy",
    "corpse": "sleeper",
    "dead": "sleepy",
    "suicide": "despair",
    "ak47": "water blaster",
    "ak-47": "water blaster",
    "guns": "water blasters",
    "gun": "water blaster",
    "rifle": "water blaster",
    "pistol": "water blaster",
    "shotgun": "water blaster",
    "machete": "foam sword",
    "knife": "foam sword",
    "bomb": "balloon",
    "naked": "cozy",
    "nude": "cozy",
    "sexy": "charming",
    "drunk": "dizzy",
    "beer": "root beer",
    "vodka": "lemonade",
    "wine": "grape juice",
    "smoking": "chewing",
    "cigarette": "lollipop",
    "cigar": "lollipop",
    "weed": "lettuce",
    "joint": "lollipop",
    "drugs": "sweets",
    "nazi": "grumpy",
    "terrorist": "villain",
}
_SPOKEN = ("subject", "expression", "action", "style", "background", "text", "sub_text", "mood", "game")
# What is left out first where no word stands out.
_DROPPED = ("game", "style", "background", "action", "text", "sub_text", "accessories")
_CALLED = {"sub_text": "small words", "text": "words", "accessories": "things to wear", "game": "game’s name"}
# What makes a wish milder where there is nothing left to leave out.
_MILDEST = {"style": "friendly cartoon", "expression": "happy"}


@dataclass(frozen=True, slots=True)
class Offer:
    """What the brief becomes with a milder wish, how the wish differs in words, and whether the brief says so
    already."""

    brief: Brief
    changes: str
    is_taken: bool


def offer(asset_type: AssetType, asked: Brief, refusal: RefusalKind, *, now: Brief) -> Offer | None:
    """Return the milder wish laid over the brief as it stands now, which keeps what was said meanwhile. None where
    nothing can be left out, or what was the matter has been changed otherwise."""
    milder = rewritten(asset_type, asked, refusal)
    if milder is None:
        return None
    slots = {name: value for name, value in milder if value != getattr(asked, name)}
    brief = now.with_slots(**slots)
    if brief != now and any(getattr(now, name) != getattr(asked, name) for name in slots):
        return None
    return Offer(brief, what_changes(asked, milder), is_taken=brief == now)


def rewritten(asset_type: AssetType, brief: Brief, refusal: RefusalKind) -> Brief | None:
    """Return a brief that is worth another try, or None where nothing can be left out."""
    tables = (_OWN_WORK, _MILDER) if refusal is RefusalKind.LOOKALIKE else (_MILDER, _OWN_WORK)
    changed = brief
    for table in tables:
        changed = _replaced(changed, table)
    if refusal is RefusalKind.LOOKALIKE:
        changed = changed.with_slots(game=None)
    if changed != brief:
        return changed
    required = REQUIRED_SLOTS[asset_type.composition]
    for slot in _DROPPED:
        if slot not in required and getattr(brief, slot) not in (None, "", (), _MILDEST.get(slot)):
            return brief.with_slots(**{slot: () if slot == "accessories" else None})
    if refusal is RefusalKind.LOOKALIKE or brief.subject is None:
        return None
    return next(
        (brief.with_slots(**{slot: mild}) for slot, mild in _MILDEST.items() if getattr(brief, slot) != mild), None
    )


def what_changes(before: Brief, after: Brief) -> str:
    """Return how a brief that is offered differs: "without the game’s name", "in friendly cartoon style"."""
    changed = [name for name, value in after if value != getattr(before, name)]
    left_out = [_CALLED.get(name, name) for name in changed if not getattr(after, name)]
    said = [f"without the {listed(left_out)}"] if left_out else []
    if after.style and "style" in changed:
        said.append(f"in {after.style} style")
    return ", ".join(said)


def _replaced(brief: Brief, table: Mapping[str, str]) -> Brief:
    words = re.compile(r"\b(" + "|".join(map(re.escape, sorted(table, key=len, reverse=True))) + r")\b", re.IGNORECASE)

    def milder(text: str) -> str:
        return words.sub(lambda found: table[found.group().lower()], text)

    slots: dict[str, object] = {slot: milder(text) for slot in _SPOKEN if (text := getattr(brief, slot))}
    return brief.with_slots(**slots, accessories=tuple(map(milder, brief.accessories)))
