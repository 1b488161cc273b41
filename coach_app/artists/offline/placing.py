"""Places a figure in a banner: its head where everybody sees it, its bust to the lower edge or into a round window."""

from dataclasses import dataclass

from coach_app.artists.offline.curves import commands, ellipse
from coach_app.artists.offline.figure import layers, mascot, wear, whole_head
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.probe import extent_of
from coach_app.artists.offline.render import View
from coach_app.artists.offline.shapes import Nodes, line, mark, moved, vertical
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.visible_area import Area
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.vocabulary import Action, Species

_CHIN, _BUST = 122.0, 330.0
_LARGEST = 1.6
# The words need more of the width than the head.
_ELBOW_ROOM = 1.06
_HERO = 500.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure and where it ends on the left. With a `clip` it looks out of a window: `behind`, figure, `over`."""

    figure: Nodes
    left: float
    clip: str = ""
    behind: Nodes = ()
    over: Nodes = ()


def placed_figure(wish: Wish, pose: Pose, seen: Area, x: float, view: View) -> Placed:
    if wish.species is None:
        hero = tuple(node for layer in layers(wish, pose, Detail.FULL) for node in layer.nodes)
        scale = min(seen.height * 0.96, (seen.right - x) * 2) / _HERO
        return Placed((moved(hero, x, seen.middle[1], scale=scale),), x - _HERO / 2 * scale)
    # The chin has to leave room for what the paws hold.
    is_holding = wish.action is not None and wish.action is not Action.CHEER
    bust = _busts_scale(wish, wish.species, pose, seen, x, 0.6 if is_holding else 0.84)
    if view[1] + view[3] - bust.y > (_CHIN + _BUST) * bust.scale:
        bust = _busts_scale(wish, wish.species, pose, seen, x, 0.54 if is_holding else 0.72)
        return _in_window(wish, pose, seen, x, bust)
    return Placed(_bust(wish, pose, x, bust), x - bust.reach)


@dataclass(frozen=True, slots=True)
class _Bust:
    """`y` is the head's middle, `reach` how far it stands out to a side."""

    scale: float
    y: float
    reach: float


def _busts_scale(wish: Wish, species: Species, pose: Pose, seen: Area, x: float, chin: float) -> _Bust:
    """Return a bust whose chin stands at this share of the height, or higher where its head is wide and low."""
    head = extent_of(whole_head(wish, pose, mascot(wish, species, Detail.FULL)))
    reach = max(-head.left, head.right)
    height = _CHIN - head.top
    scale = min(seen.height * chin / height, (seen.right - x) / (reach * _ELBOW_ROOM), _LARGEST)
    free = seen.height * chin - height * scale
    return _Bust(scale, seen.top + free * 0.6 - head.top * scale, reach * scale)


def _bust(wish: Wish, pose: Pose, x: float, bust: _Bust) -> Nodes:
    shown = layers(wish, pose, Detail.FULL, is_dressed=True)
    return (moved(tuple(node for layer in shown for node in layer.nodes), x, bust.y, scale=bust.scale),)


def _in_window(wish: Wish, pose: Pose, seen: Area, x: float, bust: _Bust) -> Placed:
    """Where the lower edge is far away, the bust ends in the lower half of a disc; the head stands over its rim."""
    radius = seen.height * 0.47
    y = seen.bottom - radius - 3
    rim = radius * 0.07
    glass = ramp(wear(wish, pose))
    top = seen.top - seen.height
    clip = commands(
        "M", x - 2 * radius, top, "H", x + 2 * radius, "V", y, "H", x + radius,
        "A", radius, radius, 0, 0, 1, x - radius, y, "H", x - 2 * radius, "Z",
    )  # fmt: skip
    lower = commands("M", x + radius, y, "A", radius, radius, 0, 0, 1, x - radius, y)
    return Placed(
        _bust(wish, pose, x, bust),
        x - max(bust.reach, radius),
        clip,
        (
            mark(ellipse(x, y, radius), vertical(glass.deep, glass.ink)),
            line(ellipse(x, y, radius), glass.ink, rim * 2.2),
            line(ellipse(x, y, radius), "#ffffff", rim),
        ),
        (line(lower, glass.ink, rim * 2.2), line(lower, "#ffffff", rim)),
    )
