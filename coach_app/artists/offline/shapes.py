"""The vector shapes that everything is drawn from, as values: paths, groups, foreign markup, gradients."""

from dataclasses import dataclass, replace

Stop = tuple[float, str, float]


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient over a shape's own box: linear from (x1, y1) to (x2, y2), or radial around (x1, y1) of radius x2."""

    stops: tuple[Stop, ...]
    x1: float = 0.0
    y1: float = 0.0
    x2: float = 0.0
    y2: float = 1.0
    is_radial: bool = False


Fill = str | Gradient


@dataclass(frozen=True, slots=True)
class Path:
    """One path. `has_outline` says whether the sticker outline runs around it."""

    d: str
    fill: Fill = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    opacity: float = 1.0
    has_outline: bool = True


@dataclass(frozen=True, slots=True)
class Markup:
    """SVG of an installed icon, unchanged, with a line of `stroke` around all of it."""

    body: str
    stroke: str
    stroke_width: float


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes moved together: scaled, then turned by `turn` degrees, then shifted. `clip` is a path in their space.

    `is_text` stands for letters, centred at their x = 0: a figure that looks the other way keeps them readable.
    """

    children: tuple["Node", ...]
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    is_mirrored: bool = False
    skew: float = 0.0
    opacity: float = 1.0
    clip: str = ""
    is_text: bool = False


Node = Path | Markup | Group
Nodes = tuple[Node, ...]


def moved(nodes: Nodes, x: float = 0.0, y: float = 0.0, *, turn: float = 0.0, scale: float = 1.0) -> Group:
    return Group(nodes, x=x, y=y, turn=turn, scale=scale)


def mirrored(nodes: Nodes) -> Group:
    """Return the shapes mirrored at the vertical axis x = 0."""
    return Group(nodes, is_mirrored=True)


def text_mirrored(nodes: Nodes) -> Nodes:
    """Return the shapes with their letters mirrored, for a group that will be mirrored as a whole."""
    return tuple(_text_mirrored(node) for node in nodes)


def _text_mirrored(node: Node) -> Node:
    if not isinstance(node, Group):
        return node
    if node.is_text:
        return replace(node, is_mirrored=not node.is_mirrored)
    return replace(node, children=text_mirrored(node.children))


def both_sides(nodes: Nodes) -> Nodes:
    """Return the shapes and their mirror image: what is drawn once for a right side appears on both."""
    return (*nodes, mirrored(nodes))


def clipped(nodes: Nodes, clip: str) -> Group:
    return Group(nodes, clip=clip)


def plain(path: Path) -> Path:
    """Return the path without a part in the sticker outline."""
    return replace(path, has_outline=False)


def mark(d: str, fill: Fill, opacity: float = 1.0) -> Path:
    """Return a filled detail that lies inside something larger: no line, no part in the sticker outline."""
    return Path(d, fill=fill, opacity=opacity, has_outline=False)


def line(d: str, colour: str, width: float, opacity: float = 1.0) -> Path:
    """Return a line that lies inside something larger."""
    return Path(d, stroke=colour, stroke_width=width, opacity=opacity, has_outline=False)


def vertical(top: str, bottom: str, *, start: float = 0.0, end: float = 1.0) -> Gradient:
    return Gradient(((start, top, 1.0), (end, bottom, 1.0)))
