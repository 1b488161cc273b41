"""What wide pictures share: a scene as their ground, lit behind the subject, and the slant of their words."""

from dataclasses import dataclass

from coach_app.artists.offline.curves import Point
from coach_app.artists.offline.manners import Manner, ground_colour
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.recolour import recoloured
from coach_app.artists.offline.scenes import SCENES
from coach_app.artists.offline.scenes.frame import glow, vignette
from coach_app.artists.offline.shapes import Nodes
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.fonts import FontName

_LEANING = (FontName.BANGERS, FontName.LUCKIEST_GUY)


@dataclass(frozen=True, slots=True)
class Light:
    """The glow behind a subject: its middle and how far it reaches."""

    x: float
    y: float
    rx: float
    ry: float


def ground(wish: Wish, pose: Pose, chosen: Manner, centre: Point, light: Light) -> Nodes:
    """Return the scene that fills the frame; a channel's own colours take the place of the scene's."""
    colour = ground_colour(wish, pose)
    scene = SCENES[chosen.scene](colour, centre, pose.random)
    shine = glow(light.x, light.y, light.rx, light.ry, chosen.light or ramp(colour).highlight, 0.6)
    nodes = (*scene, shine, vignette())
    return recoloured(nodes, wish.scheme.ground) if wish.scheme.ground else nodes


def slant(font: FontName, *, is_quiet: bool) -> tuple[float, float]:
    """Return by how many degrees words are turned and skewed."""
    if is_quiet:
        return 0.0, 0.0
    return 0.0 if font is FontName.ORBITRON else -3.0, -6.0 if font in _LEANING else 0.0
