"""The subject of a picture as layers: a mascot with its action and what it wears, or an icon on a burst."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach_app.artists.offline import props
from coach_app.artists.offline.kit import head, limbs
from coach_app.artists.offline.kit.accessories import ACCESSORIES, HATS
from coach_app.artists.offline.kit.actions import ACTIONS, Cast, Staging
from coach_app.artists.offline.kit.expressions import EXPRESSIONS
from coach_app.artists.offline.kit.eyes import iris_for
from coach_app.artists.offline.kit.head import Mascot
from coach_app.artists.offline.kit.look import Detail, look
from coach_app.artists.offline.kit.species import SPECIES, SpeciesRow
from coach_app.artists.offline.palette import Oklch, Ramp, ramp
from coach_app.artists.offline.shapes import Group, Nodes, moved, text_mirrored
from coach_app.artists.offline.variants import Backdrop, Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.vocabulary import Accessory, Expression, Species

_ACCENTS = ("#7c4dff", "#ff4f7d", "#1fa8f5", "#ffb020", "#22b889", "#ff7a2f")
# The chin that actions are drawn for.
_CHIN = 122.0


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that are drawn together where the size shows at least `detail`."""

    nodes: Nodes
    detail: Detail = Detail.FACE


def accent(wish: Wish, pose: Pose) -> str:
    """Return the colour of small things."""
    return wish.scheme.accent or _second_colour(wish, pose)


def wear(wish: Wish, pose: Pose) -> str:
    """Return the colour of what the subject wears."""
    return wish.scheme.wear or _second_colour(wish, pose)


def backdrop_colour(wish: Wish, pose: Pose) -> str:
    """Return the colour of what stands behind the subject."""
    ground = wish.scheme.ground
    if ground:
        return ground.behind(subject_colour(wish)) if wish.species else ground.main
    return _second_colour(wish, pose)


def _second_colour(wish: Wish, pose: Pose) -> str:
    """Return the wished colour, else the one farthest in hue from the subject."""
    if wish.accent and pose.number == 0:
        return wish.accent
    hue = Oklch.from_hex(subject_colour(wish)).hue
    far = sorted(_ACCENTS, key=lambda colour: -abs((Oklch.from_hex(colour).hue - hue + 3.1416) % 6.2832 - 3.1416))
    return far[pose.number % 4]


def subject_colour(wish: Wish) -> str:
    if wish.colour:
        return wish.colour
    return SPECIES[wish.species].colour if wish.species else _ACCENTS[0]


def layers(wish: Wish, pose: Pose, detail: Detail, *, is_dressed: bool = False) -> tuple[Layer, ...]:
    """Return the figure's layers, back to front, its head around the origin; dressed, it has a bust in a hoodie."""
    if wish.species is None:
        return _hero(wish, pose, detail)
    clothes = ramp(wear(wish, pose)) if is_dressed else None
    return tuple(_mascot_layers(wish, pose, mascot(wish, wish.species, detail, clothes)))


def mascot(wish: Wish, species: Species, detail: Detail, clothes: Ramp | None = None) -> Mascot:
    row = SPECIES[species]
    skin = replace(look(wish.colour or row.colour, detail), clothes=clothes)
    iris = iris_for(skin.skin.base) if not row.is_ringed else "#5aa0ff"
    return Mascot(row, skin, EXPRESSIONS[wish.expression], iris)


def _staging(wish: Wish, pose: Pose, drawn: Mascot) -> Staging:
    if wish.action is None:
        return Staging(body=limbs.torso(drawn.look, _CHIN) if drawn.look.clothes else ())
    cast = Cast(drawn.look, wish.thing, accent(wish, pose), pose.tilt, pose.is_alternative)
    return ACTIONS[wish.action](cast)


def _mascot_layers(wish: Wish, pose: Pose, drawn: Mascot) -> Iterator[Layer]:
    acted = _staging(wish, pose, drawn)
    drop = drawn.row.plan.chin - _CHIN

    def lowered(nodes: Nodes) -> Nodes:
        return (_facing(pose, nodes, y=drop),) if nodes else ()

    if not drawn.look.clothes:
        yield Layer(_backdrop(wish, pose, drawn.look.line), Detail.FULL)
    yield Layer(lowered(acted.behind), Detail.PLAIN)
    yield Layer(lowered(acted.body), Detail.PLAIN)
    yield Layer((_turned_head(wish, pose, drawn),))
    yield Layer(lowered(acted.thing), Detail.PLAIN)
    yield Layer(lowered(acted.paws), Detail.PLAIN)
    yield Layer(lowered(acted.extras), Detail.FULL)


def _turned_head(wish: Wish, pose: Pose, drawn: Mascot) -> Group:
    turn = 0.0 if drawn.look.detail <= Detail.FACE else pose.turn
    return _facing(pose, whole_head(wish, pose, drawn), turn=turn)


def _facing(pose: Pose, nodes: Nodes, *, y: float = 0.0, turn: float = 0.0) -> Group:
    """Return the shapes as the pose has them: mirrored in some, but never their letters."""
    children = text_mirrored(nodes) if pose.is_mirrored else nodes
    return Group(children, y=y, turn=turn, is_mirrored=pose.is_mirrored)


def whole_head(wish: Wish, pose: Pose, drawn: Mascot) -> Nodes:
    around = head.around_face(drawn) if drawn.look.has_fine_detail else ()
    return (
        *head.back_parts(drawn),
        *head.head_shape(drawn),
        *head.face(drawn),
        *_worn(wish, pose, drawn, is_over_face=False),
        *head.over_head(drawn),
        *_worn(wish, pose, drawn, is_over_face=True),
        *head.on_face(drawn),
        *around,
    )


def _worn(wish: Wish, pose: Pose, drawn: Mascot, *, is_over_face: bool) -> Nodes:
    """Return what is worn; sunglasses lie under hanging hair and ears, hats over them. Only one hat fits."""
    worn = list(wish.accessories)
    if EXPRESSIONS[wish.expression].wears_sunglasses and Accessory.SUNGLASSES not in worn:
        worn.append(Accessory.SUNGLASSES)
    hats = [item for item in worn if item in HATS]
    kept = [item for item in worn if item not in hats[1:] and (item is not Accessory.SUNGLASSES) is is_over_face]
    colour = wear(wish, pose)
    return tuple(node for item in kept for node in ACCESSORIES[item](drawn.look, drawn.row.plan, colour))


def _backdrop(wish: Wish, pose: Pose, line: float) -> Nodes:
    colour = backdrop_colour(wish, pose)
    y, size = (84.0, 1.16) if wish.action else (6.0, 1.0)
    if pose.backdrop is Backdrop.BURST and not wish.scheme.is_quiet:
        return (moved(props.burst(252, colour, line, turn=pose.tilt), 0, y, scale=size),)
    if pose.backdrop is not Backdrop.NONE:
        return (moved(props.disc(206, colour, line), 0, y, scale=size),)
    if wish.expression is Expression.HYPE and not wish.action:
        return (moved(props.flame(line), 0, -6),)
    return ()


def _hero(wish: Wish, pose: Pose, detail: Detail) -> tuple[Layer, ...]:
    """An icon on a two-tone burst: for things that the kit has no mascot of."""
    usual = wish.colour or wish.accent or _ACCENTS[pose.number % len(_ACCENTS)]
    colour = wish.scheme.ground.main if wish.scheme.ground else usual
    line = look(colour, detail).line
    is_quiet = wish.scheme.is_quiet
    ground = props.disc(240, colour, line) if is_quiet else props.burst(250, colour, line, turn=pose.tilt)
    size = 290.0 if detail > Detail.FACE else 400.0
    hero = moved((props.icon(wish.hero, size, line * 0.85),), 0, 0, turn=pose.turn)
    return (Layer(ground, Detail.PLAIN), Layer((hero,)))


def row_of(wish: Wish) -> SpeciesRow | None:
    return SPECIES[wish.species] if wish.species else None
