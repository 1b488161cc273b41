"""A warm room out of focus: bokeh, a window with a night sky, string lights."""

from random import Random

from coach_app.artists.offline.curves import Point, ellipse, number, rounded_box
from coach_app.artists.offline.palette import lighter, mixed
from coach_app.artists.offline.scenes.frame import HEIGHT, WIDTH, glow, ground
from coach_app.artists.offline.shapes import Nodes, line, mark, vertical

_BULBS = ("#ffd98a", "#ffb86b", "#ff9d8a", "#ffe9b8")


def cozy(colour: str, centre: Point, random: Random) -> Nodes:
    tint = mixed("#c8693a", colour, 0.05)
    return (
        ground(((0.0, lighter(tint, -0.3)), (0.55, lighter(tint, -0.12)), (1.0, lighter(tint, -0.24)))),
        *_window(120, 80),
        glow(centre[0], centre[1] + 40, 620, 470, "#ffbe6b", 0.95),
        *_bokeh(random),
        mark(f"M0 {HEIGHT - 74:.0f}H{WIDTH:.0f}V{HEIGHT:.0f}H0Z", vertical("#6b3f26", "#3c2016")),
        mark(f"M0 {HEIGHT - 74:.0f}H{WIDTH:.0f}v10H0Z", "#a86a3d", 0.8),
        *_string_lights(random),
    )


def _window(x: float, y: float) -> Nodes:
    """A window with the dusk in it, soft enough to stay behind the words."""
    pane = rounded_box(x + 170, y + 200, 340, 400, 18)
    return (
        mark(rounded_box(x + 170, y + 200, 376, 436, 26), "#4a2a1c", 0.8),
        mark(pane, vertical("#26305e", "#7a5a86"), 0.85),
        glow(x + 250, y + 110, 70, 70, "#fff3cf", 0.8),
        mark(ellipse(x + 250, y + 110, 30), "#fff3cf", 0.85),
        line(f"M{x + 170:.0f} {y:.0f}v400M{x:.0f} {y + 200:.0f}h340", "#4a2a1c", 15, 0.85),
    )


def _bokeh(random: Random) -> Nodes:
    spots = []
    for _ in range(34):
        x, y, radius = random.uniform(0, WIDTH), random.uniform(40, HEIGHT - 90), random.uniform(14, 66)
        spots.append(mark(ellipse(x, y, radius), random.choice(_BULBS), random.uniform(0.1, 0.3)))
    return tuple(spots)


def _string_lights(random: Random) -> Nodes:
    """Two sagging wires with a glowing bulb every few steps."""
    nodes: list[Nodes] = []
    for left, right, sag in (((0.0, 34.0), (700.0, 26.0), 96.0), ((560.0, 16.0), (1280.0, 62.0), 110.0)):
        middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2 + sag * 2)
        wire = (
            f"M{number(left[0])} {number(left[1])}"
            f"Q{number(middle[0])} {number(middle[1])} {number(right[0])} {number(right[1])}"
        )
        nodes.append((line(wire, "#2c1710", 5),))
        for step in range(1, 9):
            share = step / 9
            x = (1 - share) ** 2 * left[0] + 2 * share * (1 - share) * middle[0] + share**2 * right[0]
            y = (1 - share) ** 2 * left[1] + 2 * share * (1 - share) * middle[1] + share**2 * right[1]
            bulb = random.choice(_BULBS)
            nodes.append((glow(x, y + 16, 48, 48, bulb, 0.75), mark(ellipse(x, y + 16, 10, 13), "#fff6dc")))
    return tuple(node for group in nodes for node in group)
