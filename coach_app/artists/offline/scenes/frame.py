"""What every scene shares: the size of the frame, a full ground, a glow and a vignette."""

from collections.abc import Sequence

from coach_app.artists.offline.curves import ellipse
from coach_app.artists.offline.shapes import Gradient, Path, Stop, mark

WIDTH, HEIGHT = 1280.0, 720.0
FULL_FRAME = f"M0 0H{WIDTH:.0f}V{HEIGHT:.0f}H0Z"


def ground(stops: Sequence[tuple[float, str]]) -> Path:
    """Fill the frame from top to bottom."""
    return mark(FULL_FRAME, Gradient(tuple((offset, colour, 1.0) for offset, colour in stops)))


def glow(x: float, y: float, rx: float, ry: float, colour: str, strength: float = 0.9) -> Path:
    """A soft light that fades to nothing."""
    stops: tuple[Stop, ...] = ((0.0, colour, strength), (0.45, colour, strength * 0.5), (1.0, colour, 0.0))
    return mark(ellipse(x, y, rx, ry), Gradient(stops, 0.5, 0.5, 0.5, is_radial=True))


def vignette(colour: str = "#05020c", strength: float = 0.72) -> Path:
    stops: tuple[Stop, ...] = ((0.0, colour, 0.0), (0.62, colour, 0.0), (1.0, colour, strength))
    return mark(FULL_FRAME, Gradient(stops, 0.52, 0.48, 0.78, is_radial=True))
