"""What will be drawn: the brief's words turned into things that the kit has."""

from dataclasses import dataclass

from coach_app.artists.offline.brand import NO_SCHEME, Scheme
from coach_app.domain.vocabulary import Accessory, Action, Expression, Mood, Scene, Species


@dataclass(frozen=True, slots=True)
class Wish:
    """`species` or, for things outside the kit, the `hero` icon; neither where words stand alone.

    `thing` is the action's icon; `accent` and `ground` are colours that words named for the rest and for the ground.
    `scheme` is the channel's look, which goes before the words where it decides.
    """

    species: Species | None
    hero: str
    colour: str | None
    expression: Expression
    action: Action | None
    thing: str
    accessories: tuple[Accessory, ...]
    scene: Scene | None
    mood: Mood | None
    accent: str | None
    ground: str | None
    text: str
    sub_text: str
    notes: tuple[str, ...]
    scheme: Scheme = NO_SCHEME

    @property
    def has_figure(self) -> bool:
        return self.species is not None or bool(self.hero)
