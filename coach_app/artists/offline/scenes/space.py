"""Nebula clouds, stars of three sizes, a ringed planet behind the words."""

from random import Random

from coach_app.artists.offline.curves import Point, ellipse, sparkle
from coach_app.artists.offline.palette import Oklch, ramp
from coach_app.artists.offline.scenes.frame import HEIGHT, WIDTH, glow, ground
from coach_app.artists.offline.shapes import Group, Nodes, Path, clipped, line, mark, moved, vertical


def space(colour: str, centre: Point, random: Random) -> Nodes:
    hue = Oklch.from_hex(colour).hue
    clouds = [Oklch(0.5, 0.17, hue + turn).to_hex() for turn in (0.0, 0.7, -0.6)]
    return (
        ground(((0.0, "#0c0620"), (0.5, "#1d0b3a"), (1.0, "#0a0416"))),
        *_nebula(clouds, random),
        glow(centre[0], centre[1], 470, 430, clouds[0], 0.95),
        *_stars(random),
        _planet(150, 590, 210, random),
    )


def _nebula(colours: list[str], random: Random) -> Nodes:
    return tuple(
        glow(
            random.uniform(0, WIDTH), random.uniform(0, HEIGHT), random.uniform(170, 430), random.uniform(90, 260),
            random.choice(colours), random.uniform(0.25, 0.6),
        )
        for _ in range(16)
    )  # fmt: skip


def _stars(random: Random) -> Nodes:
    small = "".join(
        ellipse(random.uniform(0, WIDTH), random.uniform(0, HEIGHT), random.uniform(0.8, 2.4)) for _ in range(150)
    )
    large = "".join(
        sparkle(random.uniform(0, WIDTH), random.uniform(0, HEIGHT), random.uniform(9, 20)) for _ in range(12)
    )
    return (mark(small, "#ffffff", 0.85), mark(large, "#ffffff", 0.95))


def _planet(x: float, y: float, radius: float, random: Random) -> Group:
    surface = ramp(random.choice(("#ff7ab8", "#ff9a5c", "#6fc3ff")))
    disc = ellipse(0, 0, radius)
    bands = line(
        f"M{-radius:.0f} -60Q0 -10 {radius:.0f} -70M{-radius:.0f} 30Q0 84 {radius:.0f} 20M{-radius:.0f} 110"
        f"Q0 160 {radius:.0f} 100",
        surface.shade, 26, 0.7,
    )  # fmt: skip
    ring = f"M{-radius * 1.62:.0f} 20C{-radius * 1.2:.0f} 96 {radius * 1.2:.0f} 96 {radius * 1.62:.0f} 20"
    ball: Path = mark(disc, vertical(surface.light, surface.deep))
    return moved((ball, clipped((bands,), disc), line(ring, "#d9c8ff", 17, 0.75)), x, y, turn=-16)
