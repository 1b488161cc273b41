"""The vocabulary and the kit name the same things."""

from coach_app.artists.offline.kit.accessories import ACCESSORIES
from coach_app.artists.offline.kit.actions import ACTIONS
from coach_app.artists.offline.kit.beaks import BEAK_FOR_MOUTH
from coach_app.artists.offline.kit.expressions import EXPRESSIONS
from coach_app.artists.offline.kit.species import SPECIES
from coach_app.artists.offline.manners import MANNERS
from coach_app.artists.offline.scenes import SCENES
from coach_app.domain.vocabulary import Accessory, Action, Expression, Scene, Species


def test_every_member_of_the_vocabulary_is_drawn() -> None:
    assert set(SPECIES) == set(Species)
    assert set(EXPRESSIONS) == set(Expression)
    assert set(ACTIONS) == set(Action)
    assert set(ACCESSORIES) == set(Accessory)
    assert set(SCENES) == set(Scene) == set(MANNERS)


def test_every_mouth_has_a_beak() -> None:
    assert {row.mouth for row in EXPRESSIONS.values()} <= set(BEAK_FOR_MOUTH)
