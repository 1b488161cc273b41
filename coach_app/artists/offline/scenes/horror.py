"""A blood moon behind bare trees, fog on the ground, small gravestones."""

from math import cos, pi, sin
from random import Random

from coach_app.artists.offline.curves import Point, ellipse, number
from coach_app.artists.offline.palette import mixed
from coach_app.artists.offline.scenes.frame import HEIGHT, WIDTH, glow, ground
from coach_app.artists.offline.shapes import Nodes, line, mark, moved, vertical

_DARK = "#0b0a14"


def horror(colour: str, centre: Point, random: Random) -> Nodes:
    moon = mixed("#ff4a3d", colour, 0.15)
    x, y = centre[0] - 40, centre[1] - 70
    return (
        ground(((0.0, "#14101f"), (0.55, "#3a1626"), (1.0, "#120b14"))),
        glow(x, y, 560, 520, moon, 0.85),
        mark(ellipse(x, y, 250), vertical(mixed(moon, "#ffffff", 0.25), moon)),
        mark(
            ellipse(x - 90, y - 70, 46, 40) + ellipse(x + 96, y - 120, 30, 26) + ellipse(x - 150, y + 60, 28, 24),
            "#7a1420",
            0.28,
        ),
        *_trees(random),
        mark(
            f"M0 {HEIGHT - 84:.0f}Q320 {HEIGHT - 130:.0f} 640 {HEIGHT - 88:.0f}T1280 {HEIGHT - 96:.0f}V{HEIGHT:.0f}H0Z",
            _DARK,
        ),
        *_graves(random),
        *_fog(random),
        *_bats(random),
    )


def _trees(random: Random) -> Nodes:
    nodes = []
    for x in (36.0, 250.0, 470.0, 690.0, 1236.0):
        height = random.uniform(380, 560)
        nodes.append(
            line(_branch(x + random.uniform(-30, 30), HEIGHT - 60, -pi / 2, height * 0.42, 3, random), _DARK, 9, 0.95)
        )
        nodes.append(line(f"M{number(x)} {HEIGHT - 50:.0f}v{number(-height * 0.4)}", _DARK, 22, 0.95))
    return tuple(nodes)


def _branch(x: float, y: float, angle: float, length: float, depth: int, random: Random) -> str:
    """Return a bare branch with two or three smaller ones at its end."""
    end_x, end_y = x + length * cos(angle), y + length * sin(angle)
    data = f"M{number(x)} {number(y)}L{number(end_x)} {number(end_y)}"
    if depth:
        for turn in (-0.55, 0.1, 0.6):
            bent = angle + turn + random.uniform(-0.2, 0.2)
            data += _branch(end_x, end_y, bent, length * random.uniform(0.5, 0.68), depth - 1, random)
    return data


def _graves(random: Random) -> Nodes:
    stone = ""
    for x in (110.0, 330.0, 560.0):
        left, top = x + random.uniform(-30, 30), HEIGHT - 150 + random.uniform(-10, 16)
        stone += f"M{number(left)} {HEIGHT - 70:.0f}V{number(top)}a34 34 0 0 1 68 0V{HEIGHT - 70:.0f}Z"
    return (mark(stone, "#1d1a2a"), line(stone, "#3b3550", 4, 0.7))


def _fog(random: Random) -> Nodes:
    return tuple(
        glow(
            random.uniform(0, WIDTH),
            random.uniform(HEIGHT - 150, HEIGHT - 20),
            random.uniform(240, 420),
            60,
            "#b9a9c9",
            0.26,
        )
        for _ in range(9)
    )


def _bats(random: Random) -> Nodes:
    wings = "M0 0Q-10 -16 -34 -12Q-24 -4 -26 6Q-12 2 0 10Q12 2 26 6Q24 -4 34 -12Q10 -16 0 0Z"
    return tuple(
        moved(
            (mark(wings, _DARK),),
            random.uniform(720, 1240),
            random.uniform(40, 260),
            turn=random.uniform(-18, 18),
            scale=random.uniform(0.7, 1.2),
        )
        for _ in range(5)
    )
