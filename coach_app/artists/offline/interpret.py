"""From the brief's words to what the kit can draw, with an honest sentence for each thing that it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach_app.artists.offline.brand import scheme
from coach_app.artists.offline.fonts import writable
from coach_app.artists.offline.icons import find_icon
from coach_app.artists.offline.label_icons import icon_for_label
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brand_looks import BrandLook
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName
from coach_app.domain.vocabulary import (
    Accessory,
    Action,
    Expression,
    Mood,
    Scene,
    Species,
    find_accessories,
    find_action,
    find_colour,
    find_expression,
    find_mood,
    find_scene,
    find_species,
)
from coach_app.domain.words_games import find_game

_EXPRESSION_OF_MOOD: Mapping[Mood, Expression] = {
    Mood.COZY: Expression.COZY,
    Mood.HYPE: Expression.HYPE,
    Mood.RAGE: Expression.RAGE,
    Mood.SAD: Expression.SAD,
    Mood.SNEAKY: Expression.SMUG,
    Mood.CHILL: Expression.COOL,
    Mood.LOVE: Expression.LOVE,
    Mood.SLEEPY: Expression.SLEEPY,
    Mood.SPOOKY: Expression.SCARED,
    Mood.EPIC: Expression.HYPE,
    Mood.FUNNY: Expression.LAUGH,
}
# Where an icon is what people expect, it needs no excuse.
_MADE_OF_ICONS = frozenset({Composition.BADGE, Composition.PANEL})
_NEEDS_A_THING = frozenset({Action.SMASH, Action.DRINK, Action.HOLD, Action.PLAY})
_LONGEST_QUOTE = 40


@dataclass(slots=True)
class _Notes:
    sentences: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        if sentence not in self.sentences:
            self.sentences.append(sentence)


def interpret(brief: Brief, kind: AssetType, brand: BrandLook | None = None) -> Wish:
    chosen = scheme(brand)
    notes = _Notes()
    mood = find_mood(brief.mood or "") or find_mood(brief.style or "")
    species, hero = _subject(brief, kind, notes)
    action, thing = _action(brief, kind, is_hero=bool(hero), notes=notes)
    accessories = _accessories(brief, is_hero=bool(hero), notes=notes)
    expression = _expression(brief, mood, notes)
    scene = _scene(brief, kind, notes)
    return Wish(
        species=species,
        hero=hero,
        colour=_colour(brief, is_hero=bool(hero), notes=notes) or chosen.subject,
        expression=expression,
        action=action,
        thing=thing,
        accessories=accessories,
        scene=scene,
        mood=mood,
        accent=next((colour for words in brief.palette if (colour := find_colour(words))), None),
        ground=find_colour(brief.background or ""),
        text="" if brief.no_text else (brief.text or ""),
        sub_text="" if brief.no_text else (brief.sub_text or ""),
        notes=tuple(notes.sentences),
        scheme=chosen,
    )


def _subject(brief: Brief, kind: AssetType, notes: _Notes) -> tuple[Species | None, str]:
    words = brief.subject or ""
    if species := find_species(words):
        return species, ""
    if icon := find_icon(words):
        if kind.composition not in _MADE_OF_ICONS:
            notes.add(f"I have no {icon.replace('-', ' ')} in my kit, so I used an icon.")
        return None, icon
    _, label, _ = writable("" if brief.no_text else (brief.text or "").upper(), FontName.LILITA_ONE)
    if kind.composition is Composition.PANEL and label:
        if words:
            notes.add(f"I can't draw {_quoted(words)}, so the panel goes by its words.")
        return None, icon_for_label(label)
    if words:
        notes.add(f"I can't draw {_quoted(words)}, so I drew a slime. Any animal of my kit would work.")
        return Species.SLIME, ""
    if kind.composition is Composition.BANNER and label:
        return None, ""
    notes.add("No subject was named, so I drew a cat.")
    return Species.CAT, ""


def _colour(brief: Brief, *, is_hero: bool, notes: _Notes) -> str | None:
    colour = find_colour(brief.colour or "") or find_colour(brief.subject or "")
    if brief.colour and not colour:
        notes.add(f"I don't know the colour {_quoted(brief.colour)}, so I kept the usual one.")
    if colour and is_hero:
        notes.add("An icon keeps its own colours; the ground behind it took yours.")
    return colour


def _expression(brief: Brief, mood: Mood | None, notes: _Notes) -> Expression:
    if found := find_expression(brief.expression or ""):
        return found
    usual = _EXPRESSION_OF_MOOD.get(mood, Expression.HAPPY) if mood else Expression.HAPPY
    if brief.expression:
        notes.add(f"I have no {_quoted(brief.expression)} face, so it looks {usual.value}.")
    return usual


def _action(brief: Brief, kind: AssetType, *, is_hero: bool, notes: _Notes) -> tuple[Action | None, str]:
    """Return the action and the icon of the thing in it."""
    words = brief.action
    if not words:
        return None, ""
    if kind.composition is Composition.BADGE:
        notes.add(f"{_a(kind)} has room for a face only, so I left out {_quoted(words)}.")
        return None, ""
    action, thing = find_action(words), find_icon(words) or ""
    if is_hero:
        notes.add(f"An icon has no paws, so I left out {_quoted(words)}.")
        return None, ""
    if action is None and thing:
        notes.add(f"I can't draw {_quoted(words)}, so I put the {thing.replace('-', ' ')} in its paws.")
        return Action.HOLD, thing
    if action is None:
        notes.add(f"I can't draw {_quoted(words)}, so I left it out.")
        return None, ""
    if action is Action.HOLD and not thing:
        notes.add(f"I have no picture for the thing in {_quoted(words)}, so its paws are empty.")
    return action, thing if action in _NEEDS_A_THING else ""


def _accessories(brief: Brief, *, is_hero: bool, notes: _Notes) -> tuple[Accessory, ...]:
    worn: list[Accessory] = []
    for words in brief.accessories:
        found = find_accessories(words)
        if not found or is_hero:
            notes.add(
                f"I left out {_quoted(words)}: {'an icon wears nothing' if is_hero else 'I have none in my kit'}."
            )
            continue
        worn.extend(found)
    return tuple(dict.fromkeys(worn))


def _scene(brief: Brief, kind: AssetType, notes: _Notes) -> Scene | None:
    scene = find_scene(brief.background or "")
    is_colour = find_colour(brief.background or "") is not None
    if brief.background and kind.is_cutout:
        notes.add(f"{_a(kind)} has no ground, so I left the background out.")
    elif brief.background and kind.composition is Composition.PANEL and not is_colour:
        notes.add(f"{_a(kind)} has no room for a scene, so I left the background out.")
    elif brief.background and scene is None and not is_colour:
        notes.add(f"I have no {_quoted(brief.background)} scene, so I used one of mine.")
    return scene or find_scene(brief.style or "") or _scene_of_game(brief.game or "")


def _scene_of_game(name: str) -> Scene | None:
    """Return a game's own scene; the sunburst stands for "no place of its own", which the face may then choose."""
    game = find_game(name)
    return game.scene if game and game.scene is not Scene.SUNBURST else None


def _a(kind: AssetType) -> str:
    return f"{'An' if kind.noun[0] in 'aeiou' else 'A'} {kind.noun}"


def _quoted(words: str) -> str:
    short = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f"“{short}”"
