"""What floats about a face: anger vein, steam, tears, sweat, hearts, sparkles, zzz, question marks.

`tears` lie on the face and are kept at every size; the others are small and go first.
"""

from collections.abc import Callable

from coach_app.artists.offline.curves import commands, drop, ellipse, heart, sparkle
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.kit.plan import FacePlan
from coach_app.artists.offline.shapes import Group, Nodes, Path, clipped, line, mark, mirrored, moved, vertical

Effect = Callable[[Look, FacePlan], Nodes]
_WATER_INK = "#1f63b5"
_WATER = vertical("#c9efff", "#4fb4f5")


def vein(look: Look, plan: FacePlan) -> Nodes:
    """The anger mark, at the upper right of the forehead."""
    arms = "M-10 -38Q-8 -10 -38 -8M10 -38Q8 -10 38 -8M-10 38Q-8 10 -38 8M10 38Q8 10 38 8"
    mark_shape = (
        Path(arms, stroke="#7c0a1e", stroke_width=27),
        line(arms, "#ff3048", 14),
    )
    return (moved(mark_shape, plan.half_width * 0.66, plan.top + plan.hat_drop + 34, turn=10, scale=0.92),)


def steam(look: Look, plan: FacePlan) -> Nodes:
    """A white puff blown out at each side."""
    ink = "#8d93b3"
    puff = tuple(
        Path(ellipse(x, y, r), fill=vertical("#ffffff", "#dfe3f2"), stroke=ink, stroke_width=look.line * 0.7)
        for x, y, r in ((0, 0, 22), (28, -22, 26), (52, 6, 21), (26, 14, 20))
    )
    filled = tuple(
        mark(ellipse(x, y, r), "#ffffff") for x, y, r in ((2, 0, 17), (28, -20, 21), (48, 4, 16), (26, 12, 16))
    )
    cloud = moved((*puff, *filled), plan.half_width + 22, plan.top - 2, turn=-14, scale=0.95)
    return (cloud, mirrored((cloud,)))


def streams(look: Look, plan: FacePlan) -> Nodes:
    """Two rivers of tears from the eyes down over the chin."""
    x, top, bottom = plan.eye_x, plan.eye_y + 20, plan.chin + 22
    flow = commands(
        "M", x - 22, top, "Q", x, top + 16, x + 22, top, "L", x + 30, bottom,
        "Q", x + 22, bottom + 16, x + 10, bottom + 6, "Q", x - 2, bottom - 2, x - 10, bottom + 8,
        "Q", x - 20, bottom + 14, x - 26, bottom, "Z",
    )  # fmt: skip
    shine = clipped((line(commands("M", x - 8, top + 14, "L", x - 10, bottom - 16), "#ffffff", 9, 0.85),), flow)
    one = (Path(flow, fill=vertical("#a8e4ff", "#45aaf2"), stroke=_WATER_INK, stroke_width=look.line * 0.75), shine)
    return (*one, mirrored(one))


def tear(look: Look, plan: FacePlan) -> Nodes:
    x, y = plan.eye_x + 16, plan.eye_y + 58
    return (
        Path(drop(x, y, 20), fill=_WATER, stroke=_WATER_INK, stroke_width=look.line * 0.65, has_outline=False),
        mark(ellipse(x - 5, y + 4, 4.5, 6), "#ffffff", 0.9),
    )


def laugh_tears(look: Look, plan: FacePlan) -> Nodes:
    one = moved(
        (
            Path(drop(0, 0, 21), fill=_WATER, stroke=_WATER_INK, stroke_width=look.line * 0.65),
            mark(ellipse(-4, 4, 4.5, 6), "#ffffff", 0.9),
        ),
        plan.eye_x + 54,
        plan.eye_y + 6,
        turn=-42,
    )
    return (one, mirrored((one,)))


def sweat(look: Look, plan: FacePlan) -> Nodes:
    return (
        moved(
            (
                Path(drop(0, 0, 30), fill=_WATER, stroke=_WATER_INK, stroke_width=look.line * 0.75),
                mark(ellipse(-8, 8, 6, 9), "#ffffff", 0.9),
            ),
            plan.half_width * 0.86,
            plan.top + 46,
            turn=10,
        ),
    )


def hearts(look: Look, plan: FacePlan) -> Nodes:
    nodes: list[Path] = []
    right = plan.half_width
    for x, y, size in (
        (right + 12, plan.top + 4, 34),
        (-right - 22, plan.top + 26, 27),
        (right + 36, plan.top + 84, 19),
    ):
        nodes.append(
            Path(heart(x, y, size), fill=vertical("#ff7d9c", "#f0174e"), stroke="#6d0a2c", stroke_width=look.line * 0.8)
        )
        nodes.append(mark(ellipse(x - size * 0.45, y - size * 0.45, size * 0.2, size * 0.16), "#ffffff", 0.9))
    return tuple(nodes)


def sparkles(look: Look, plan: FacePlan) -> Nodes:
    right = plan.half_width
    spots = ((right + 16, plan.top - 6, 50), (-right - 20, plan.top + 20, 40), (right + 42, plan.top + 78, 27))
    return tuple(
        Path(sparkle(x, y, size), fill=vertical("#fff6a8", "#ffc21f"), stroke="#7a4a05", stroke_width=look.line * 0.75)
        for x, y, size in spots
    )


def zzz(look: Look, plan: FacePlan) -> Nodes:
    letter = "M-20 -22H20L-18 22H22"
    right = plan.half_width
    nodes: list[Path] = []
    parts = []
    for x, y, size, turn in ((right - 10, plan.top + 8, 0.72, 8.0), (right + 34, plan.top - 40, 1.06, 12.0)):
        nodes = [Path(letter, stroke="#23407f", stroke_width=31), line(letter, "#8fc1ff", 13)]
        parts.append(Group(tuple(nodes), x, y, turn=turn, scale=size, is_text=True))
    return tuple(parts)


def question(look: Look, plan: FacePlan) -> Nodes:
    hook = "M-22 -22C-22 -52 26 -54 26 -20C26 2 0 0 0 26"
    nodes = (
        Path(hook, stroke="#4a2c7d", stroke_width=36),
        Path(ellipse(0, 58, 18), fill="#4a2c7d"),
        line(hook, "#ffd23d", 17),
        mark(ellipse(0, 58, 9.5), "#ffd23d"),
    )
    return (Group(nodes, plan.half_width + 14, plan.top + 4, turn=14, is_text=True),)


def soul(look: Look, plan: FacePlan) -> Nodes:
    """A small soul that leaves beside the ear."""
    body = "M-32 24C-36 -40 36 -40 32 24C24 10 16 12 10 28C4 14 -4 14 -10 28C-16 12 -24 10 -32 24Z"
    shape = (
        Path(body, fill=vertical("#ffffff", "#d8e2ff"), stroke="#5d6b9c", stroke_width=look.line * 0.75),
        line("M-14 -8H-8M8 -8H14", "#3d4873", 8),
        mark(ellipse(0, 6, 5), "#3d4873"),
    )
    return (moved(shape, plan.half_width + 8, plan.top - 4, turn=16, scale=1.3),)


def exclamation(look: Look, plan: FacePlan) -> Nodes:
    bars = "M10 -40L30 -72M26 -8L62 -22M24 26L60 34"
    drawn = (Path(bars, stroke="#7a4a05", stroke_width=27), line(bars, "#ffd23d", 13))
    side = moved(drawn, plan.half_width + 22, plan.top + 50)
    return (side, mirrored((side,)))
