"""A striped sun over a neon grid, a skyline with lit windows."""

from random import Random

from coach_app.artists.offline.curves import Point, ellipse, number
from coach_app.artists.offline.palette import mixed
from coach_app.artists.offline.scenes.frame import HEIGHT, WIDTH, glow, ground
from coach_app.artists.offline.shapes import Gradient, Nodes, Path, clipped, line, mark, vertical

_HORIZON = 486.0
_NEON = ("#4df3ff", "#ff5fd2", "#ffd166")


def synthwave(colour: str, centre: Point, random: Random) -> Nodes:
    neon = mixed("#4df3ff", colour, 0.25)
    return (
        ground(((0.0, "#0d0626"), (0.45, "#3a0f66"), (0.675, "#b3257f"), (0.676, "#12062b"), (1.0, "#1b0a3d"))),
        *_stars(random),
        glow(centre[0], _HORIZON - 110, 520, 430, "#ff4fa3", 0.75),
        *_sun(centre[0], _HORIZON - 130, 236),
        *_skyline(random),
        glow(centre[0], _HORIZON, 760, 66, "#ff7ad1", 0.8),
        *_grid(neon),
    )


def _stars(random: Random) -> Nodes:
    spots = "".join(
        ellipse(random.uniform(0, WIDTH), random.uniform(0, 330), random.uniform(0.9, 2.6)) for _ in range(80)
    )
    return (mark(spots, "#ffffff", 0.8),)


def _sun(x: float, y: float, radius: float) -> Nodes:
    disc = ellipse(x, y, radius)
    gaps = "".join(
        f"M{number(x - radius)} {number(y + radius * (0.02 + step * 0.17))}h{number(2 * radius)}"
        f"v{number(7 + step * 4)}h{number(-2 * radius)}Z"
        for step in range(6)
    )
    sun = vertical("#ffe066", "#ff3d8b", start=0.1)
    return (mark(disc, sun), clipped((mark(gaps, "#64165f", 0.9),), disc))


def _skyline(random: Random) -> Nodes:
    x, towers, windows = 0.0, "", ["", "", ""]
    while x < WIDTH:
        width, height = random.uniform(46, 92), random.uniform(50, 176)
        towers += f"M{number(x)} {_HORIZON:.0f}v{number(-height)}h{number(width)}v{number(height)}Z"
        for row in range(int(height // 24)):
            for column in range(int(width // 20)):
                if random.random() < 0.3:
                    place = f"M{number(x + 8 + column * 20)} {number(_HORIZON - height + 10 + row * 24)}h8v11h-8Z"
                    windows[random.randrange(3)] += place
        x += width + random.uniform(0, 5)
    lights = tuple(mark(d, colour, 0.85) for d, colour in zip(windows, _NEON, strict=True) if d)
    return (mark(towers, vertical("#2b0c57", "#160632")), *lights)


def _grid(neon: str) -> Nodes:
    """Lines that run to one point on the horizon, and rows that come nearer."""
    data = ""
    for step in range(-16, 17):
        data += f"M{number(640 + step * 34)} {_HORIZON:.0f}L{number(640 + step * 210)} {HEIGHT:.0f}"
    for row in range(9):
        y = _HORIZON + (HEIGHT - _HORIZON) * (row / 8.6) ** 1.9
        data += f"M0 {number(y)}H{WIDTH:.0f}"
    fade = Gradient(((0.0, "#ff7ad1", 0.35), (1.0, "#ff7ad1", 0.0)))
    floor: Path = mark(f"M0 {_HORIZON:.0f}H{WIDTH:.0f}V{HEIGHT:.0f}H0Z", fade)
    return (floor, line(data, neon, 7, 0.22), line(data, neon, 2.4, 0.95))
