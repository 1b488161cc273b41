"""Mouths of faces with lips, around the origin: the nose stands right above. Beaks are in `beaks`."""

from collections.abc import Callable

from coach_app.artists.offline.curves import ellipse, rounded_box
from coach_app.artists.offline.kit.face_ink import FaceInk
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.shapes import Nodes, Path, clipped, line, mark

Mouth = Callable[[FaceInk], Nodes]


def _opening(ink: FaceInk, shape: str, inside: Nodes, width: float = 0.85) -> Nodes:
    """A dark opening with tongue and teeth kept inside of it."""
    if ink.is_screen:
        return (mark(shape, ink.line),)
    return (
        mark(shape, ink.mouth),
        clipped(inside, shape),
        line(shape, ink.line, ink.width * width),
    )


def smile(ink: FaceInk) -> Nodes:
    return (line("M-34 -4Q0 36 34 -4", ink.line, ink.width),)


def cat_smile(ink: FaceInk) -> Nodes:
    return (line("M-40 0Q-36 24 -18 24Q-2 24 0 4Q2 24 18 24Q36 24 40 0", ink.line, ink.width * 0.95),)


def open_smile(ink: FaceInk) -> Nodes:
    shape = "M-42 -8Q0 4 42 -8C44 26 26 48 0 48C-26 48 -44 26 -42 -8Z"
    return _opening(ink, shape, (mark(ellipse(0, 44, 27, 21), ink.tongue),))


def big_open(ink: FaceInk) -> Nodes:
    """The widest smile, with upper teeth."""
    shape = "M-56 -14Q0 2 56 -14C60 30 34 57 0 57C-34 57 -60 30 -56 -14Z"
    teeth = mark("M-60 -20H60L52 8Q0 20 -52 8Z", ink.white)
    return _opening(ink, shape, (teeth, mark(ellipse(0, 56, 35, 25), ink.tongue)), 0.9)


def laughing(ink: FaceInk) -> Nodes:
    shape = "M-60 -12Q0 -22 60 -12C62 28 34 55 0 55C-34 55 -62 28 -60 -12Z"
    teeth = mark("M-64 -24H64L58 4Q0 -2 -58 4Z", ink.white)
    return _opening(ink, shape, (teeth, mark(ellipse(0, 53, 37, 26), ink.tongue)), 0.9)


def gritted(ink: FaceInk) -> Nodes:
    """Bared teeth, corners pulled down."""
    shape = (
        "M-46 -12C-24 -24 24 -24 46 -12C62 -2 66 24 58 36C54 42 46 42 38 38C16 30 -16 30 -38 38"
        "C-46 42 -54 42 -58 36C-66 24 -62 -2 -46 -12Z"
    )
    if ink.is_screen:
        return (line("M-44 0H44M-44 26H44M-44 0V26M-15 0V26M15 0V26M44 0V26", "#ff5d6c", 8),)
    gaps = "M-62 8C-30 0 30 0 62 8M-36 -26V46M-12 -26V40M12 -26V40M36 -26V46"
    if not ink.has_fine_detail:
        gaps = "M-62 8C-30 0 30 0 62 8" + ("" if ink.detail <= Detail.FACE else "M-20 -26V46M20 -26V46")
    return (
        mark(shape, ink.white),
        clipped((line(gaps, ink.line, ink.width * 0.55),), shape),
        line(shape, ink.line, ink.width * 0.95),
    )


def frown(ink: FaceInk) -> Nodes:
    return (line("M-32 22Q0 -18 32 22", ink.line, ink.width),)


def wailing(ink: FaceInk) -> Nodes:
    """Open wide and pulled down at the corners."""
    shape = "M0 -16C30 -16 50 14 50 38C50 50 40 52 30 48Q0 36 -30 48C-40 52 -50 50 -50 38C-50 14 -30 -16 0 -16Z"
    return _opening(ink, shape, (mark(ellipse(0, 48, 30, 20), ink.tongue),))


def small_o(ink: FaceInk) -> Nodes:
    return _opening(ink, ellipse(0, 14, 14, 17), (), 0.6)


def tall_o(ink: FaceInk) -> Nodes:
    return _opening(ink, ellipse(0, 26, 29, 41), (mark(ellipse(0, 64, 25, 22), ink.tongue),))


def smirk(ink: FaceInk) -> Nodes:
    return (line("M-30 12Q14 26 42 -10", ink.line, ink.width), line("M32 -16Q46 -14 50 2", ink.line, ink.width * 0.85))


def wobbly(ink: FaceInk) -> Nodes:
    return (line("M-48 14Q-36 -12 -24 14T0 14T24 14T48 14", ink.line, ink.width * 0.95),)


def tongue_out(ink: FaceInk) -> Nodes:
    tongue = "M-4 10H32V30C32 46 24 54 14 54C4 54 -4 46 -4 30Z"
    if ink.is_screen:
        return (line("M-36 -2Q0 30 36 -2", ink.line, ink.width), mark(tongue, ink.tongue))
    return (
        Path(tongue, fill=ink.tongue, stroke=ink.line, stroke_width=ink.width * 0.8, has_outline=False),
        line("M14 16V32", "#d94a6e", ink.width * 0.5),
        line("M-38 -6Q0 32 40 -6", ink.line, ink.width),
    )


def flat(ink: FaceInk) -> Nodes:
    return (line("M-30 12L30 6", ink.line, ink.width),)


def limp(ink: FaceInk) -> Nodes:
    """A flat mouth with the tongue hanging out of a corner."""
    tongue = "M6 10H36V34C36 46 30 52 21 52C12 52 6 46 6 34Z"
    if ink.is_screen:
        return (line("M-36 10H36", ink.line, ink.width),)
    return (
        Path(tongue, fill=ink.tongue, stroke=ink.line, stroke_width=ink.width * 0.8, has_outline=False),
        line("M-38 10H40", ink.line, ink.width),
    )


def chattering(ink: FaceInk) -> Nodes:
    """A wide nervous grin."""
    shape = rounded_box(0, 14, 100, 36, 17)
    if ink.is_screen:
        return wobbly(ink)
    gaps = "M-60 14H60M-26 -10V40M0 -10V40M26 -10V40"
    return (
        mark(shape, ink.white),
        clipped((line(gaps, ink.line, ink.width * 0.5),), shape),
        line(shape, ink.line, ink.width * 0.9),
    )
