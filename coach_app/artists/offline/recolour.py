"""Paints a finished ground in a channel's colours: what is dark stays dark, what is light stays light."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin

from coach_app.artists.offline.brand import BrandGround
from coach_app.artists.offline.palette import Oklch
from coach_app.artists.offline.shapes import Fill, Gradient, Group, Markup, Node, Nodes

# Where on the way from dark to light the main colour lies: the middle tone of a scene. What stands out is lighter.
_DARKEST, _MIDDLE, _SECOND_MIDDLE, _LIGHTEST = 0.1, 0.52, 0.72, 0.97
_WHITE, _GREY, _VIVID = 0.9, 0.03, 0.06
_OTHER_HUE = pi * 0.42


def recoloured(nodes: Nodes, ground: BrandGround) -> Nodes:
    """Return a scene in the ground's colours. What stands out from its own first colour takes the second one."""
    home = _home(nodes)

    @lru_cache(maxsize=256)
    def change(colour: str) -> str:
        return _changed(colour, ground, home)

    return tuple(_node(node, change) for node in nodes)


def _home(nodes: Nodes) -> float:
    """Return the hue of the scene's ground: that of the most colourful tone in the first shape."""
    tones = [Oklch.from_hex(colour) for node in nodes[:1] for colour in _colours(node)]
    return max(tones, key=lambda tone: tone.chroma).hue if tones else 0.0


def _colours(node: Node) -> tuple[str, ...]:
    if isinstance(node, Group | Markup):
        return ()
    return tuple(colour for _, colour, _ in node.fill.stops) if isinstance(node.fill, Gradient) else (node.fill,)


def _changed(colour: str, ground: BrandGround, home: float) -> str:
    tone = Oklch.from_hex(colour)
    if tone.lightness > _WHITE and tone.chroma < _GREY:
        return colour
    away = abs((tone.hue - home + pi) % (2 * pi) - pi)
    stands_out = away > _OTHER_HUE and tone.chroma > _VIVID
    colour, middle = (ground.second, _SECOND_MIDDLE) if stands_out else (ground.main, _MIDDLE)
    if tone.lightness < middle:
        return _between(ground.dark, colour, (tone.lightness - _DARKEST) / (middle - _DARKEST))
    return _between(colour, ground.light, (tone.lightness - middle) / (_LIGHTEST - middle))


def _between(first: str, second: str, share: float) -> str:
    """Return the colour on the straight way in OKLab: it passes through no muddy grey, as in RGB."""
    one, other = Oklch.from_hex(first), Oklch.from_hex(second)
    part = min(max(share, 0.0), 1.0)
    a = one.chroma * cos(one.hue) * (1 - part) + other.chroma * cos(other.hue) * part
    b = one.chroma * sin(one.hue) * (1 - part) + other.chroma * sin(other.hue) * part
    return Oklch(one.lightness * (1 - part) + other.lightness * part, hypot(a, b), atan2(b, a)).to_hex()


def _node(node: Node, change: Callable[[str], str]) -> Node:
    if isinstance(node, Group):
        return replace(node, children=tuple(_node(child, change) for child in node.children))
    if isinstance(node, Markup):
        return node
    stroke = node.stroke if node.stroke == "none" else change(node.stroke)
    return replace(node, fill=_fill(node.fill, change), stroke=stroke)


def _fill(fill: Fill, change: Callable[[str], str]) -> Fill:
    if isinstance(fill, Gradient):
        return replace(fill, stops=tuple((offset, change(colour), opacity) for offset, colour, opacity in fill.stops))
    return fill if fill == "none" else change(fill)
