"""Rays from behind the subject, halftone dots towards the corners."""

from math import cos, pi, sin
from random import Random

from coach_app.artists.offline.curves import ellipse, polygon
from coach_app.artists.offline.palette import Oklch, lighter
from coach_app.artists.offline.shapes import Gradient, Nodes, Path, mark

WIDTH, HEIGHT = 1280.0, 720.0


def sunburst(colour: str, centre: tuple[float, float], random: Random) -> Nodes:
    base = Oklch.from_hex(colour)
    deep = Oklch(min(base.lightness, 0.56), base.chroma, base.hue)
    ground = Gradient(
        ((0.0, deep.moved(0.2, 0.9, 18).to_hex(), 1.0), (0.55, deep.to_hex(), 1.0), (1.0, deep.moved(-0.16, 1.0, -14).to_hex(), 1.0)),
        centre[0] / WIDTH, centre[1] / HEIGHT, 0.85, is_radial=True,
    )  # fmt: skip
    ray = deep.moved(0.13, 1.0, 14).to_hex()
    return (
        mark(f"M0 0H{WIDTH:.0f}V{HEIGHT:.0f}H0Z", ground),
        mark(_rays(centre, random.uniform(0, 1)), ray, 0.42),
        mark(_dots(), lighter(deep.to_hex(), -0.18), 0.45),
        _streaks(random),
    )


def _rays(centre: tuple[float, float], start: float) -> str:
    count, reach = 18, 1500.0
    rays = []
    for step in range(count):
        first = 2 * pi * (step + start) / count
        second = first + pi / count
        rays.append(
            polygon(
                (
                    centre,
                    (centre[0] + reach * cos(first), centre[1] + reach * sin(first)),
                    (centre[0] + reach * cos(second), centre[1] + reach * sin(second)),
                )
            )
        )
    return "".join(rays)


def _dots() -> str:
    """Dots that grow towards the lower left and upper left corners."""
    dots = []
    for row in range(24):
        for column in range(26):
            x, y = column * 26.0 + (13.0 if row % 2 else 0.0), row * 31.0
            nearness = max(0.0, 1 - x / 640) * (0.35 + 0.65 * abs(y / HEIGHT - 0.45) * 2)
            radius = 11.5 * nearness
            if radius > 1.6:
                dots.append(ellipse(x, y, radius))
    return "".join(dots)


def _streaks(random: Random) -> Path:
    """White speed lines at the left edge."""
    lines = []
    for _ in range(11):
        y = random.uniform(0, HEIGHT)
        length, width = random.uniform(120, 380), random.uniform(2, 6)
        slope = (y - HEIGHT / 2) * -0.16
        lines.append(polygon(((-10, y - width), (length, y + slope), (-10, y + width))))
    return mark("".join(lines), "#ffffff", 0.55)
