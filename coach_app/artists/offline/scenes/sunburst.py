"""Rays from behind the subject, halftone dots towards the corners, speed lines."""

from math import cos, pi, sin
from random import Random

from coach_app.artists.offline.curves import Point, ellipse, polygon
from coach_app.artists.offline.palette import Oklch, lighter
from coach_app.artists.offline.scenes.frame import FULL_FRAME, HEIGHT, WIDTH
from coach_app.artists.offline.shapes import Gradient, Nodes, Path, mark

_RAYS = 18


def sunburst(colour: str, centre: Point, random: Random) -> Nodes:
    given = Oklch.from_hex(colour)
    deep = Oklch(min(max(given.lightness, 0.4), 0.58), given.chroma, given.hue)
    stops = (
        (0.0, deep.moved(0.22, 0.85, 24).to_hex(), 1.0),
        (0.5, deep.to_hex(), 1.0),
        (1.0, deep.moved(-0.2, 0.9, -18).to_hex(), 1.0),
    )
    light = Gradient(stops, centre[0] / WIDTH, centre[1] / HEIGHT, 0.85, is_radial=True)
    return (
        mark(FULL_FRAME, light),
        mark(_rays(centre, random.uniform(0, 1)), deep.moved(0.16, 0.95, 20).to_hex(), 0.42),
        mark(_dots(), lighter(deep.to_hex(), -0.2), 0.42),
        _streaks(random),
    )


def _rays(centre: Point, start: float) -> str:
    reach = 1500.0

    def at(angle: float) -> Point:
        return centre[0] + reach * cos(angle), centre[1] + reach * sin(angle)

    width = pi / _RAYS
    angles = (2 * width * (step + start) for step in range(_RAYS))
    return "".join(polygon((centre, at(angle), at(angle + width))) for angle in angles)


def _dots() -> str:
    """Dots that grow towards the left edge, most in its corners."""
    dots = []
    for row in range(24):
        for column in range(26):
            x, y = column * 26.0 + (13.0 if row % 2 else 0.0), row * 31.0
            radius = 12.0 * max(0.0, 1 - x / 640) * (0.3 + 1.4 * abs(y / HEIGHT - 0.45))
            if radius > 1.6:
                dots.append(ellipse(x, y, radius))
    return "".join(dots)


def _streaks(random: Random) -> Path:
    lines = []
    for _ in range(13):
        y = random.uniform(0, HEIGHT)
        length, width = random.uniform(120, 420), random.uniform(2, 6)
        slope = (y - HEIGHT / 2) * -0.16
        lines.append(polygon(((-10, y - width), (length, y + slope), (-10, y + width))))
    return mark("".join(lines), "#ffffff", 0.6)
