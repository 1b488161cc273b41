"""The ground and the border of a panel: two fields parted by a slanted line, a pattern, a frame to the very edge."""

from dataclasses import dataclass

from coach_app.artists.offline.curves import commands, ellipse, polygon
from coach_app.artists.offline.palette import Ramp
from coach_app.artists.offline.scenes.frame import glow
from coach_app.artists.offline.shapes import Node, Nodes, clipped, line, mark, vertical

# A panel is this high, whatever its size in px; its width follows from the size.
HEIGHT = 320.0
BORDER = 13.0
_CORNER = 30.0
_SLANT = 46.0
_PATTERNS = 3


@dataclass(frozen=True, slots=True)
class PanelColours:
    """`field` behind the words, `side` behind the picture, `border` around both and between them."""

    field: Ramp
    side: Ramp
    border: Ramp


def panel_ground(width: float, divider: float, colours: PanelColours, pattern: int) -> Nodes:
    """Return the fields; `divider` is the middle of the line between them, 0 where there is no picture."""
    field, side = colours.field, colours.side
    whole = f"M0 0H{width:.0f}V{HEIGHT:.0f}H0Z"
    nodes: list[Node] = [mark(whole, vertical(field.light, field.shade)), _pattern(width, colours, pattern)]
    if divider:
        left = polygon(((0, 0), (divider + _SLANT, 0), (divider - _SLANT, HEIGHT), (0, HEIGHT)))
        lit = glow(divider * 0.46, HEIGHT * 0.5, divider * 0.62, HEIGHT * 0.62, side.light, 0.75)
        edge = commands("M", divider + _SLANT, 0, "L", divider - _SLANT, HEIGHT)
        nodes += [
            clipped((mark(left, vertical(side.shade, side.deep)), lit), left),
            line(edge, field.ink, 22.0),
            line(edge, colours.border.base, 11.0),
        ]
    return tuple(nodes)


def _pattern(width: float, colours: PanelColours, pattern: int) -> Node:
    draw = (_halftone, _stripes, _rays)[pattern % _PATTERNS]
    return draw(width, colours.field)


def _halftone(width: float, field: Ramp) -> Node:
    """Dots that grow towards the right and the lower edge."""
    dots = []
    columns, rows = int(width // 26) + 2, int(HEIGHT // 22) + 2
    for row in range(rows):
        for column in range(columns):
            x, y = column * 26.0 + (13.0 if row % 2 else 0.0), row * 22.0
            radius = 8.6 * max(0.0, 0.62 * x / width + 0.62 * y / HEIGHT - 0.3)
            if radius > 1.4:
                dots.append(ellipse(x, y, radius))
    return mark("".join(dots), field.highlight, 0.3)


def _stripes(width: float, field: Ramp) -> Node:
    bands = (
        polygon(((x, 0), (x + 30, 0), (x + 30 - HEIGHT * 0.6, HEIGHT), (x - HEIGHT * 0.6, HEIGHT)))
        for x in range(0, int(width + HEIGHT), 68)
    )
    return mark("".join(bands), field.highlight, 0.2)


def _rays(width: float, field: Ramp) -> Node:
    """Wedges of light from beyond the lower right corner."""
    x, y = width * 1.02, HEIGHT * 1.1
    wedges = (polygon(((x, y), (-200.0, y - step * 150.0), (-200.0, y - step * 150.0 - 74.0))) for step in range(1, 14))
    return mark("".join(wedges), field.highlight, 0.26)


def panel_border(width: float, colours: PanelColours) -> Nodes:
    """Return a frame that is square outside, where a page begins, and round inside."""
    right, bottom = width - BORDER, HEIGHT - BORDER
    corner = ("A", _CORNER, _CORNER, 0, 0, 0)
    inner = commands(
        "M", BORDER + _CORNER, BORDER, *corner, BORDER, BORDER + _CORNER, "V", bottom - _CORNER,
        *corner, BORDER + _CORNER, bottom, "H", right - _CORNER, *corner, right, bottom - _CORNER,
        "V", BORDER + _CORNER, *corner, right - _CORNER, BORDER, "Z",
    )  # fmt: skip
    frame = f"M0 0H{width:.0f}V{HEIGHT:.0f}H0Z{inner}"
    return (line(inner, colours.field.ink, 11.0), mark(frame, vertical(colours.border.light, colours.border.base)))
