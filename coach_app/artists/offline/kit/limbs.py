"""Body, arms and paws below a head."""

from coach_app.artists.offline.curves import ellipse, rounded_box
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import Ramp
from coach_app.artists.offline.shapes import Nodes, Path, clipped, line, mark, moved, vertical


def torso(look: Look, top: float) -> Nodes:
    """A small round body whose neck hides behind the chin at `top`; with clothes, a bust in a hoodie."""
    if look.clothes:
        return hoodie(look, look.clothes, top)
    body = "M-78 -40C-112 20 -128 76 -112 128C-106 150 106 150 112 128C128 76 112 20 78 -40Z"
    belly = ellipse(0, 92, 66, 70)
    return (
        moved(
            (
                look.inked(body, vertical(look.skin.base, look.skin.shade)),
                clipped((mark(belly, look.skin.highlight, 0.6),), body),
                Path(body, stroke=look.ink, stroke_width=look.line),
            ),
            0,
            top,
        ),
    )


def hoodie(look: Look, cloth: Ramp, top: float) -> Nodes:
    """Shoulders, hood and strings; it goes on below the frame."""
    body = "M-88 -36C-140 -14 -176 26 -186 96L-200 330H200L186 96C176 26 140 -14 88 -36Q0 28 -88 -36Z"
    hood = "M-124 -6C-150 -70 -96 -104 0 -104C96 -104 150 -70 124 -6C80 44 -80 44 -124 -6Z"
    collar = "M-104 -22Q-84 44 0 50Q84 44 104 -22Q60 12 0 12Q-60 12 -104 -22Z"
    folds = "M-132 330C-140 250 -140 190 -130 140M132 330C140 250 140 190 130 140"
    strings = "M-40 44L-44 128M40 44L44 122"
    shape = (
        Path(hood, fill=vertical(cloth.deep, cloth.ink), stroke=cloth.ink, stroke_width=look.line),
        Path(body, fill=vertical(cloth.light, cloth.shade), stroke=cloth.ink, stroke_width=look.line),
        line(folds, cloth.deep, look.line * 0.8, 0.8),
        Path(collar, fill=vertical(cloth.base, cloth.shade), stroke=cloth.ink, stroke_width=look.line * 0.85),
        line(strings, cloth.ink, look.line * 1.9),
        line(strings, "#ffffff", look.line * 0.85),
    )
    return (moved(shape, 0, top),)


def arm(look: Look, d: str, width: float = 50.0) -> Nodes:
    """An arm along a path: an ink tube with a skin tube in it, or a sleeve."""
    cloth = look.clothes or look.skin
    return (Path(d, stroke=cloth.ink, stroke_width=width + look.line), line(d, cloth.base, width))


def paw(look: Look, x: float, y: float, *, turn: float = 0.0, size: float = 1.0) -> Nodes:
    """A round paw laid over an edge, toes down."""
    toes = line("M-15 16V34M15 16V34", look.ink, look.line * 0.75)
    shape = (
        look.inked(ellipse(0, 0, 45, 43)),
        mark(ellipse(-12, -20, 17, 9), look.skin.highlight, 0.85),
        toes,
    )
    return (moved(shape, x, y, turn=turn, scale=size),)


def fist(look: Look, x: float, y: float, *, turn: float = 0.0) -> Nodes:
    """A clenched fist seen from the front."""
    shape = (
        look.inked(rounded_box(0, 0, 108, 92, 38)),
        mark(ellipse(-18, -26, 26, 10), look.skin.highlight, 0.85),
        line("M-24 4V40M0 6V42M24 4V40", look.ink, look.line * 0.75),
    )
    return (moved(shape, x, y, turn=turn),)


def open_paw(look: Look, x: float, y: float, *, turn: float = 0.0, pads: str = "") -> Nodes:
    """A paw held up, its pads to the viewer."""
    pad = pads or look.skin.deep
    shape = (
        look.inked(ellipse(0, 0, 52, 50)),
        mark(ellipse(0, 14, 22, 17), pad, 0.85),
        *(mark(ellipse(dx, dy, 9.5, 11), pad, 0.85) for dx, dy in ((-26, -10), (0, -22), (26, -10))),
    )
    return (moved(shape, x, y, turn=turn),)
