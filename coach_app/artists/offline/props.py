"""Things a mascot holds or hits: the kit's own keyboard, mug and wall, and installed icons with an ink line."""

from functools import lru_cache
from math import cos, pi, sin

from coach_app.artists.offline.curves import ellipse, polygon, rounded_box, soft_polygon
from coach_app.artists.offline.fonts import set_line
from coach_app.artists.offline.icons import ICON_BOX, icon_markup
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.render import Extent, extent, rasterise
from coach_app.artists.offline.shapes import Group, Markup, Nodes, Path, clipped, line, mark, moved, vertical
from coach_app.artists.offline.svg import SvgWriter
from coach_app.domain.fonts import FontName

_INK = "#241a33"


def icon(name: str, size: float, line_width: float, ink: str = _INK) -> Group:
    """Return an icon centred on the origin, its longer side `size`, with the kit's ink line around it.

    The line makes icon and mascot look like one artist's work.
    """
    inked = _icon_extent(name)
    scale = size / max(inked.width, inked.height)
    body = Markup(icon_markup(name), stroke=ink, stroke_width=line_width / scale)
    middle_x, middle_y = (inked.left + inked.right) / 2, (inked.top + inked.bottom) / 2
    return Group((Group((body,), x=-middle_x * scale, y=-middle_y * scale, scale=scale),))


@lru_cache(maxsize=64)
def _icon_extent(name: str) -> Extent:
    """Return what an icon inks of its box: many leave a third of it empty."""
    view = (0.0, 0.0, float(ICON_BOX), float(ICON_BOX))
    writer = SvgWriter()
    body = writer.write((Markup(icon_markup(name), stroke="none", stroke_width=0.0),))
    return extent(rasterise(writer.document(body, view, 2 * ICON_BOX, 2 * ICON_BOX)), view)


def keyboard(line_width: float, colour: str = "#d9d7e8") -> Nodes:
    """A keyboard seen from the front, 330 x 176, centred on the origin."""
    shell = ramp(colour)
    case = rounded_box(0, 8, 330, 176, 30)
    deck = rounded_box(0, -8, 330, 144, 28)
    keys: list[Path] = []
    for row, (count, y) in enumerate(((8, -54), (8, -20), (7, 14))):
        width = 31.0
        start = -(count - 1) * 36 / 2
        keys.extend(
            mark(rounded_box(start + place * 36, y, width, 27, 7), _key_colour(row, place)) for place in range(count)
        )
    keys.extend((mark(rounded_box(0, 47, 150, 25, 8), "#8f8aa8"), mark(rounded_box(-112, 47, 42, 25, 8), "#8f8aa8")))
    keys.append(mark(rounded_box(112, 47, 42, 25, 8), "#ff5c7f"))
    return (
        Path(case, fill=shell.shade, stroke=_INK, stroke_width=line_width),
        mark(deck, vertical(shell.light, shell.base)),
        *keys,
        Path(case, stroke=_INK, stroke_width=line_width, has_outline=False),
    )


def _key_colour(row: int, place: int) -> str:
    if (row, place) == (0, 0):
        return "#ff5c7f"
    return "#9d98b5" if (row + place) % 5 else "#857fa3"


def keycap(letter: str, line_width: float) -> Nodes:
    """A flying keycap, 62 wide."""
    text = set_line(letter, FontName.LUCKIEST_GUY, 34)
    legend = moved((mark(text.d, "#3a3450"),), -text.width / 2, -text.height / 2 - 4)
    return (
        Path(rounded_box(0, 0, 64, 64, 14), fill="#b9b5d0", stroke=_INK, stroke_width=line_width * 0.85),
        mark(rounded_box(0, -5, 48, 46, 10), "#ffffff"),
        Group((legend,), is_text=True),
    )


def mug(line_width: float, colour: str) -> Nodes:
    """A mug of coffee with a heart, rim at y = -70, foot at y = 74."""
    glaze = ramp(colour)
    body = "M-78 -64H78V18C78 56 54 76 24 76H-24C-54 76 -78 56 -78 18Z"
    rim = ellipse(0, -64, 78, 23)
    heart_path = (
        "M0 42C-10 32 -32 20 -32 0C-32 -14 -22 -20 -14 -20C-7 -20 -2 -16 0 -9C2 -16 7 -20 14 -20"
        "C22 -20 32 -14 32 0C32 20 10 32 0 42Z"
    )
    shade = "M34 -80H100V90H-20C50 70 44 10 34 -80Z"
    return (
        Path(body, fill=vertical(glaze.light, glaze.base), stroke=_INK, stroke_width=line_width),
        clipped((mark(shade, glaze.shade, 0.8), mark(heart_path, "#ffffff", 0.92)), body),
        Path(body, stroke=_INK, stroke_width=line_width),
        Path(rim, fill=glaze.highlight, stroke=_INK, stroke_width=line_width * 0.9),
        mark(ellipse(0, -62, 64, 15), "#5d3520"),
        mark(ellipse(-6, -60, 46, 8), "#8a5434"),
        mark("M-30 -62C-18 -68 -4 -56 8 -62C18 -66 26 -62 30 -60C18 -56 -20 -54 -30 -62Z", "#e8c7a0"),
    )


def steam_wisps(line_width: float) -> Nodes:
    wisp = "M0 0C-24 -18 24 -36 2 -60"
    drawn = (Path(wisp, stroke="#98a0be", stroke_width=line_width * 2.5), line(wisp, "#ffffff", line_width * 1.35))
    return (moved(drawn, -168, -34), moved(drawn, 168, -52, scale=0.84))


def brick_wall(line_width: float, colour: str = "#75629a") -> Nodes:
    """A wall 452 wide whose top stands at y = 0."""
    stone = ramp(colour)
    case = rounded_box(0, 84, 452, 168, 26)
    joints = "M-226 56H226M-226 112H226M-110 0V56M60 0V56M-10 56V112M150 56V112M-160 56V112M-110 112V170M60 112V170"
    return (
        Path(case, fill=vertical(stone.light, stone.base), stroke=_INK, stroke_width=line_width),
        clipped(
            (
                line(joints, stone.deep, 9),
                mark("M-226 0H226V16H-226Z", stone.highlight, 0.7),
                mark("M-226 140H226V170H-226Z", stone.deep, 0.4),
            ),
            case,
        ),
        Path(case, stroke=_INK, stroke_width=line_width),
    )


def bush(line_width: float, colour: str = "#3fae5a") -> Nodes:
    """A bush 460 wide whose top stands at about y = 0."""
    leaf = ramp(colour)
    outline = (
        "M-226 168C-252 128 -232 84 -196 82C-200 40 -150 16 -118 40C-100 4 -48 -6 -24 26C4 -8 60 -4 76 32"
        "C108 6 162 26 164 70C214 66 252 116 226 168Z"
    )
    tufts = (
        "M-150 92Q-132 74 -112 90M-60 72Q-40 54 -18 72M60 88Q82 70 102 90M-100 136Q-80 118 -60 136"
        "M10 132Q32 114 54 134M130 132Q150 116 170 134"
    )
    return (
        Path(outline, fill=vertical(leaf.light, leaf.shade), stroke=_INK, stroke_width=line_width),
        line(tufts, leaf.deep, 9),
        *(mark(ellipse(x, y, 8), "#ff6f91") for x, y in ((-176, 110), (20, 56), (146, 104), (-20, 150))),
    )


def burst(radius: float, colour: str, line_width: float, turn: float = 0.0) -> Nodes:
    """A two-tone comic burst around the origin, its tips of uneven length."""
    shades = ramp(colour)
    reach = (1.0, 0.86, 0.97, 0.88, 1.03, 0.85, 0.98, 0.9, 1.02, 0.87, 0.96, 0.89, 1.0, 0.86)
    points = []
    for step, share in enumerate(reach):
        tip = 2 * pi * step / len(reach) + turn * pi / 180
        notch = tip + pi / len(reach)
        points.append((radius * share * cos(tip), radius * share * sin(tip)))
        points.append((radius * 0.7 * cos(notch), radius * 0.7 * sin(notch)))
    core = soft_polygon([(x * 0.76, y * 0.76) for x, y in points], 3)
    return (
        Path(
            soft_polygon(points, 4),
            fill=vertical(shades.base, shades.shade),
            stroke=shades.ink,
            stroke_width=line_width,
        ),
        mark(core, vertical(shades.highlight, shades.light), 0.75),
    )


def disc(radius: float, colour: str, line_width: float) -> Nodes:
    """A round plate around the origin with a pale ring in it."""
    shade = ramp(colour)
    plate = Path(
        ellipse(0, 0, radius), fill=vertical(shade.light, shade.base), stroke=shade.ink, stroke_width=line_width
    )
    ring = Path(ellipse(0, 0, radius - 28), stroke="#ffffff", stroke_width=9, opacity=0.45, has_outline=False)
    return (plate, ring)


def flame(line_width: float) -> Nodes:
    """A blaze 440 wide behind a head, its tongues above it."""
    outer = (
        "M-180 150C-250 70 -226 -40 -176 -96C-172 -66 -160 -50 -142 -44C-150 -130 -98 -206 -30 -262"
        "C-26 -214 -6 -190 22 -176"
        "C48 -162 66 -178 70 -214C116 -170 128 -110 122 -62C146 -72 158 -92 162 -118C214 -56 252 60 180 150"
        "Q0 250 -180 150Z"
    )
    middle = (
        "M-138 150C-196 80 -180 -10 -142 -60C-132 -24 -116 -12 -98 -10C-108 -90 -64 -146 -20 -190"
        "C-14 -140 20 -120 46 -118"
        "C70 -118 80 -128 86 -140C108 -96 104 -50 94 -16C118 -22 130 -40 136 -64C180 0 190 90 138 150Z"
    )
    return (
        Path(outer, fill=vertical("#ff4326", "#ff9c1a"), stroke="#7a1408", stroke_width=line_width),
        mark(middle, vertical("#ffb01f", "#fff07a")),
    )


def spikes(line_width: float, turn: float = 0.0) -> Nodes:
    """The flash of a blow: long uneven spikes around the origin."""
    reach = (286, 216, 262, 205, 280, 225, 260, 212, 286, 208, 270, 222)
    points = []
    for step, length in enumerate(reach):
        tip = 2 * pi * (step / len(reach)) + turn * pi / 180
        notch = tip + pi / len(reach)
        points.append((length * cos(tip), length * 0.72 * sin(tip)))
        points.append((158 * cos(notch), 158 * 0.74 * sin(notch)))
    core = polygon((x * 0.72, y * 0.72) for x, y in points)
    return (
        Path(polygon(points), fill="#ffb21f", stroke="#9c4a06", stroke_width=line_width * 0.85),
        mark(core, "#fff0a3"),
    )
