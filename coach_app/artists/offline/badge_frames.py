"""The frames of badges: a metal rim around a coloured field, in as much detail as a size can show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from coach_app.artists.offline.badge_words import Frame, Metal
from coach_app.artists.offline.curves import ellipse, polygon, smooth, soft_polygon
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.palette import Ramp
from coach_app.artists.offline.shapes import Group, Nodes, Path, clipped, line, mark, moved, vertical

METAL_COLOURS: Mapping[Metal, str] = {
    Metal.BRONZE: "#d5813f",
    Metal.SILVER: "#b4bed2",
    Metal.GOLD: "#ffc22e",
    Metal.DIAMOND: "#7fe6ff",
}


@dataclass(frozen=True, slots=True)
class Rim:
    """How much of the frame the rim takes: `field` is the scale of the field in it, `line` the ink's width."""

    field: float
    line: float


# At 18 px ink and metal take a pixel each.
_RIMS = {Detail.TINY: Rim(0.82, 30.0), Detail.PLAIN: Rim(0.84, 20.0), Detail.FULL: Rim(0.83, 15.0)}


def _shield() -> str:
    return (
        "M0 -250Q100 -206 206 -204Q222 -204 222 -188V4C222 136 116 208 0 252C-116 208 -222 136 -222 4V-188"
        "Q-222 -204 -206 -204Q-100 -206 0 -250Z"
    )


def _hex() -> str:
    points = [(252 * sin(pi * step / 3), -252 * cos(pi * step / 3)) for step in range(6)]
    return soft_polygon(points, 34)


def _medal() -> str:
    """A disc with a scalloped edge."""
    points = []
    for step in range(48):
        radius = 238 + 14 * cos(12 * 2 * pi * step / 48)
        points.append((radius * sin(2 * pi * step / 48), -radius * cos(2 * pi * step / 48)))
    return smooth(points)


def _round() -> str:
    return ellipse(0, 0, 250)


_OUTLINES: Mapping[Frame, Callable[[], str]] = {
    Frame.SHIELD: _shield,
    Frame.ROUND: _round,
    Frame.HEX: _hex,
    Frame.MEDAL: _medal,
}
# Where the middle of the picture in the frame lies.
MIDDLES: Mapping[Frame, float] = {Frame.SHIELD: -22.0, Frame.ROUND: 0.0, Frame.HEX: 0.0, Frame.MEDAL: 0.0}


def frame(kind: Frame, metal: Ramp, field: Ramp, detail: Detail) -> Nodes:
    """Return a frame that no page swallows: its ink shows on a light one, its metal on a dark one."""
    outline, rim = _OUTLINES[kind](), _RIMS[detail]
    if detail is Detail.TINY:
        plate = Path(outline, fill=vertical(metal.base, metal.shade), stroke=metal.ink, stroke_width=rim.line)
        return (plate, moved((mark(outline, field.base),), scale=rim.field))
    inner = rim.line / rim.field
    ground = Path(
        outline, fill=vertical(field.light, field.shade), stroke=metal.ink, stroke_width=inner * 0.8, has_outline=False
    )
    plate = Path(outline, fill=vertical(metal.highlight, metal.shade), stroke=metal.ink, stroke_width=rim.line)
    if detail is not Detail.FULL:
        return (plate, moved((ground,), scale=rim.field))
    bevel = mark(outline, vertical(metal.shade, metal.light))
    lit = clipped((_beams(field), _studs(kind, field)), outline)
    return (
        plate,
        moved((bevel,), scale=0.9),
        moved((ground, lit, line(outline, metal.ink, inner * 0.8)), scale=rim.field),
    )


def _beams(field: Ramp) -> Path:
    """Two slanted beams of light over the field."""
    broad = polygon(((-260, 120), (-260, -20), (40, -280), (180, -280)))
    narrow = polygon(((-260, 190), (-260, 156), (216, -280), (252, -280)))
    return mark(broad + narrow, field.highlight, 0.28)


def _studs(kind: Frame, field: Ramp) -> Group:
    """Dots towards the lower edge of the field, as printed comics have them."""
    dots = []
    for row in range(7):
        for column in range(-8, 9):
            x, y = column * 34.0 + (17.0 if row % 2 else 0.0), 66.0 + row * 30.0
            dots.append(ellipse(x, y + MIDDLES[kind], 2.0 + row * 1.7))
    return Group((mark("".join(dots), field.deep, 0.35),))


def ribbon(colour: Ramp, y: float, width: float, height: float, detail: Detail) -> Nodes:
    """Return a band across the foot of a badge; its folded ends show where there are pixels for them."""
    ink_width = _RIMS[detail].line
    half, rise = width / 2, height / 2
    bow = height * 0.14
    band = (
        f"M{-half:.1f} {y - rise:.1f}Q0 {y - rise + bow:.1f} {half:.1f} {y - rise:.1f}V{y + rise:.1f}"
        f"Q0 {y + rise + bow:.1f} {-half:.1f} {y + rise:.1f}Z"
    )
    front = Path(band, fill=vertical(colour.light, colour.base), stroke=colour.ink, stroke_width=ink_width)
    if detail is not Detail.FULL:
        return (front,)
    ends = tuple(_end(colour, side * half, y + height * 0.2, side * 54, height * 0.86, ink_width) for side in (-1, 1))
    return (*ends, front)


def _end(colour: Ramp, x: float, y: float, reach: float, height: float, ink_width: float) -> Path:
    rise = height / 2
    shape = polygon(
        ((x - reach * 0.5, y - rise), (x + reach, y - rise), (x + reach * 0.6, y), (x + reach, y + rise),
         (x - reach * 0.5, y + rise))
    )  # fmt: skip
    return Path(shape, fill=vertical(colour.shade, colour.deep), stroke=colour.ink, stroke_width=ink_width)
