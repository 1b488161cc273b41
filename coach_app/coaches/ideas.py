"""What the coach can suggest for each slot, and pick from when asked to choose.

A suggestion is a message: sent back, it fills its slot with exactly its value.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from coach_app.coaches.idea_tables import (
    BADGE_FRAMES,
    BADGE_TEXTS,
    BANNER_TEXTS,
    COLOURS,
    DOINGS,
    EMOTE_TEXTS,
    FACES_BY_MOOD,
    FRAME_TEXTS,
    GAMES,
    MOOD_OF_SCENE,
    MOODS,
    PANEL_TEXTS,
    PLACES,
    SCENE_OF_MOOD,
    SMALL_LINES,
    SPECIES_BY_MOOD,
    THINGS_BY_LABEL,
    THUMBNAIL_TEXTS,
    WORN,
)
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.doings import doing_of
from coach_app.domain.ports import PropCatalogue
from coach_app.domain.prompts import with_article
from coach_app.domain.vocabulary import (
    Expression,
    Mood,
    Scene,
    find_action,
    find_colour,
    find_expression,
    find_mood,
    find_species,
)
from coach_app.domain.words_games import Game, find_game

# So many of them are shown, and picked from.
BEST_IDEAS = 3


@dataclass(frozen=True, slots=True)
class Idea:
    """`message` is the suggestion as it is shown and sent; `value` is what the slot then holds."""

    message: str
    value: object


@dataclass(frozen=True, slots=True)
class Ideas:
    """Ideas that suit what the brief holds already."""

    asset_type: AssetType
    brief: Brief
    props: PropCatalogue

    def of(self, slot: str) -> tuple[Idea, ...]:
        """Return ideas for the slot, the best first; never what it holds already."""
        sources = {
            "subject": self._subjects,
            "expression": self._expressions,
            "action": self._doings,
            "text": self._texts,
            "sub_text": self._small_lines,
            "style": self._frames,
            "colour": self._colours,
            "background": self._backgrounds,
            "accessories": self._accessories,
            "game": self._games,
            "mood": self._moods,
        }
        current = getattr(self.brief, slot)
        return tuple(idea for idea in sources[slot]() if idea.value != current)

    @property
    def _game(self) -> Game | None:
        return find_game(self.brief.game) if self.brief.game else None

    @property
    def _mood(self) -> Mood | None:
        if self.brief.mood:
            return find_mood(self.brief.mood)
        return MOOD_OF_SCENE.get(self._game.scene) if self._game else None

    @property
    def _expression(self) -> Expression | None:
        """The face that is set, else the one that the mood means: "sleepy" is both."""
        words = self.brief.expression or self.brief.mood
        return find_expression(words) if words else None

    def _subjects(self) -> Iterable[Idea]:
        species = dict.fromkeys([*SPECIES_BY_MOOD[self._mood], *SPECIES_BY_MOOD[None]])
        is_panel = self.asset_type.composition is Composition.PANEL
        things = [thing for thing in THINGS_BY_LABEL.get(self.brief.text or "", ()) if self.props.find(thing)]
        subjects = [*(things if is_panel else ()), *(kind.value for kind in species)]
        return (Idea(_capitalised(with_article(subject)), subject) for subject in subjects)

    def _expressions(self) -> Iterable[Idea]:
        faces = FACES_BY_MOOD.get(self._mood, FACES_BY_MOOD[None])
        return (Idea(_capitalised(face), face) for face in faces)

    def _doings(self) -> Iterable[Idea]:
        wanted = dict.fromkeys([*DOINGS.get(self._expression, ()), *DOINGS[None]])
        return (Idea(_capitalised(doing), doing) for doing in wanted if self._can_be_drawn(doing))

    def _can_be_drawn(self, doing: str) -> bool:
        known = doing_of(doing)
        return known is not None and (not known.prop or self.props.find(known.prop) is not None)

    def _texts(self) -> Iterable[Idea]:
        of_composition = {
            Composition.BADGE: BADGE_TEXTS,
            Composition.PANEL: PANEL_TEXTS,
            Composition.BANNER: BANNER_TEXTS.get(self.asset_type.id, BANNER_TEXTS[None]),
            Composition.FRAME: FRAME_TEXTS,
            Composition.THUMBNAIL: self._headlines,
        }
        texts = of_composition.get(self.asset_type.composition) or self._sticker_words
        return (Idea(f"“{text}”", text) for text in dict.fromkeys(texts))

    @property
    def _sticker_words(self) -> tuple[str, ...]:
        action = find_action(self.brief.action) if self.brief.action else None
        by_doing = EMOTE_TEXTS.get(action, ()) if action else ()
        by_face = EMOTE_TEXTS.get(self._expression, ())
        of_game = self._game.emote_texts if self._game else ()
        return (*by_doing[:2], *by_face[:2], *of_game, *EMOTE_TEXTS[None])

    @property
    def _headlines(self) -> tuple[str, ...]:
        of_game = self._game.thumbnail_texts if self._game else ()
        return (*of_game, *THUMBNAIL_TEXTS.get(self._expression, ()), *THUMBNAIL_TEXTS[None])

    def _small_lines(self) -> Iterable[Idea]:
        lines = SMALL_LINES.get(self.asset_type.id, SMALL_LINES[None])
        return (Idea(f"“{line}”", line) for line in lines)

    def _frames(self) -> Iterable[Idea]:
        return (Idea(_capitalised(frame), frame) for frame in BADGE_FRAMES)

    def _colours(self) -> Iterable[Idea]:
        species = find_species(self.brief.subject) if self.brief.subject else None
        current = find_colour(self.brief.colour) if self.brief.colour else None
        colours = COLOURS.get(species, COLOURS[None])
        return (Idea(_capitalised(colour), colour) for colour in colours if find_colour(colour) != current)

    def _backgrounds(self) -> Iterable[Idea]:
        of_mood = SCENE_OF_MOOD.get(self._mood) if self._mood else None
        suitable = [scene for scene in (self._game.scene if self._game else None, of_mood) if scene]
        places = [PLACES.get(scene, scene.value.replace("_", " ")) for scene in dict.fromkeys([*suitable, *Scene])]
        return (Idea(f"{_capitalised(place)} background", place.removeprefix("a ")) for place in places)

    def _accessories(self) -> Iterable[Idea]:
        worn = WORN.get(self._mood, WORN[None])
        return (Idea(_capitalised(thing), (*self.brief.accessories, thing.removeprefix("a "))) for thing in worn)

    def _games(self) -> Iterable[Idea]:
        return (Idea(game, game) for game in GAMES)

    def _moods(self) -> Iterable[Idea]:
        return (Idea(f"{_capitalised(mood.value)} mood", mood.value) for mood in MOODS)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
