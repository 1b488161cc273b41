"""Path data for the outlines that the kit is built from: ellipses, superellipses, soft polygons, stars, hearts."""

from collections.abc import Iterable, Sequence
from math import copysign, cos, exp, hypot, pi, sin

Point = tuple[float, float]


def number(value: float) -> str:
    """Return a coordinate with one decimal at most: enough for a 512 box, and short."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def commands(*parts: str | float) -> str:
    """Return path data from command letters and coordinates: commands("M", 0, 0, "H", width, "Z")."""
    return " ".join(part if isinstance(part, str) else number(part) for part in parts)


def polygon(points: Iterable[Point], *, is_closed: bool = True) -> str:
    data = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return data + "Z" if is_closed else data


def smooth(points: Sequence[Point], *, tension: float = 1.0) -> str:
    """Return a closed curve through all points (Catmull-Rom as cubic Béziers)."""
    count = len(points)
    data = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for place in range(count):
        before, start = points[place - 1], points[place]
        end, after = points[(place + 1) % count], points[(place + 2) % count]
        pull = tension / 6
        first = (start[0] + (end[0] - before[0]) * pull, start[1] + (end[1] - before[1]) * pull)
        second = (end[0] - (after[0] - start[0]) * pull, end[1] - (after[1] - start[1]) * pull)
        data.append("C" + " ".join(number(part) for part in (*first, *second, *end)))
    return "".join(data) + "Z"


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> str:
    height = rx if ry is None else ry
    left, right = number(x - rx), number(x + rx)
    radii = f"{number(rx)} {number(height)}"
    return f"M{left} {number(y)}A{radii} 0 1 1 {right} {number(y)}A{radii} 0 1 1 {left} {number(y)}Z"


def hole(x: float, y: float, rx: float, ry: float) -> str:
    """Return an ellipse wound the other way: inside another shape's path it is left out."""
    left, right, radii = number(x - rx), number(x + rx), f"{number(rx)} {number(ry)}"
    return f"M{left} {number(y)}A{radii} 0 1 0 {right} {number(y)}A{radii} 0 1 0 {left} {number(y)}Z"


def rounded_box(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return a rounded rectangle centred on (x, y)."""
    left, top, right, bottom = x - width / 2, y - height / 2, x + width / 2, y + height / 2
    corner = ("A", radius, radius, 0, 0, 1)
    return commands(
        "M", left + radius, top, "H", right - radius, *corner, right, top + radius,
        "V", bottom - radius, *corner, right - radius, bottom,
        "H", left + radius, *corner, left, bottom - radius,
        "V", top + radius, *corner, left + radius, top, "Z",
    )  # fmt: skip


def superellipse(
    rx: float, ry: float, exponent: float, *, cheek: float = 0.0, cheek_y: float = 0.4, crown: float = 0.0
) -> str:
    """Return a head: exponent 2 is an ellipse, 5 a block; `cheek` swells the sides at `cheek_y` (-1 top, 1 chin),
    `crown` narrows the top."""
    points = []
    for step in range(40):
        angle = 2 * pi * step / 40
        across, down = cos(angle), sin(angle)
        x = rx * copysign(abs(across) ** (2 / exponent), across)
        y = ry * copysign(abs(down) ** (2 / exponent), down)
        height = y / ry
        x *= 1 + cheek * exp(-(((height - cheek_y) / 0.38) ** 2)) - crown * max(-height, 0) ** 1.5
        points.append((x, y))
    return smooth(points)


def soft_polygon(points: Sequence[Point], radius: float) -> str:
    """Return a closed polygon with corners rounded by up to `radius`."""
    data = []
    count = len(points)
    for place, (x, y) in enumerate(points):
        before, after = points[place - 1], points[(place + 1) % count]
        start, end = _towards((x, y), before, radius), _towards((x, y), after, radius)
        data.append(f"{'L' if place else 'M'}{number(start[0])} {number(start[1])}")
        data.append(f"Q{number(x)} {number(y)} {number(end[0])} {number(end[1])}")
    return "".join(data) + "Z"


def _towards(corner: Point, other: Point, radius: float) -> Point:
    length = hypot(other[0] - corner[0], other[1] - corner[1])
    share = min(radius / length, 0.5) if length else 0.0
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def star(
    x: float, y: float, outer: float, inner: float, tips: int = 5, *, turn: float = 0.0, round_by: float = 0.0
) -> str:
    """Return a star with one tip up; `turn` in degrees, `round_by` softens all corners."""
    points = []
    for step in range(tips * 2):
        radius = inner if step % 2 else outer
        angle = -pi / 2 + pi * step / tips + turn * pi / 180
        points.append((x + radius * cos(angle), y + radius * sin(angle)))
    return soft_polygon(points, round_by) if round_by else polygon(points)


def heart(x: float, y: float, size: float) -> str:
    """Return a heart about 2 x `size` wide, centred on (x, y)."""

    def at(across: float, down: float) -> str:
        return f"{number(x + across * size)} {number(y + down * size)}"

    return (
        f"M{at(0, 0.95)}C{at(-0.35, 0.66)} {at(-1.05, 0.2)} {at(-1.05, -0.34)}"
        f"C{at(-1.05, -0.76)} {at(-0.74, -0.95)} {at(-0.5, -0.95)}C{at(-0.26, -0.95)} {at(-0.09, -0.8)} {at(0, -0.58)}"
        f"C{at(0.09, -0.8)} {at(0.26, -0.95)} {at(0.5, -0.95)}C{at(0.74, -0.95)} {at(1.05, -0.76)} {at(1.05, -0.34)}"
        f"C{at(1.05, 0.2)} {at(0.35, 0.66)} {at(0, 0.95)}Z"
    )


def sparkle(x: float, y: float, size: float) -> str:
    """Return a four-tipped glint with hollow sides."""
    near = size * 0.14
    return (
        f"M{number(x)} {number(y - size)}Q{number(x + near)} {number(y - near)} {number(x + size * 0.8)} {number(y)}"
        f"Q{number(x + near)} {number(y + near)} {number(x)} {number(y + size)}"
        f"Q{number(x - near)} {number(y + near)} {number(x - size * 0.8)} {number(y)}"
        f"Q{number(x - near)} {number(y - near)} {number(x)} {number(y - size)}Z"
    )


def drop(x: float, y: float, size: float) -> str:
    """Return a water drop with its tip up."""

    def at(across: float, down: float) -> str:
        return f"{number(x + across * size)} {number(y + down * size)}"

    return (
        f"M{at(0, -1.3)}C{at(0.25, -0.75)} {at(0.78, -0.2)} {at(0.78, 0.28)}C{at(0.78, 0.72)} {at(0.43, 1)} {at(0, 1)}"
        f"C{at(-0.43, 1)} {at(-0.78, 0.72)} {at(-0.78, 0.28)}C{at(-0.78, -0.2)} {at(-0.25, -0.75)} {at(0, -1.3)}Z"
    )
