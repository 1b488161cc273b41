"""Eyes and brows. Each draws one eye around the origin for `side` +1 (right in the picture) or -1 (left).

Light falls from the upper left, so glints stay on the left of both eyes; everything else mirrors with the side.
"""

from collections.abc import Callable

from coach_app.artists.offline.curves import ellipse, heart, number, star
from coach_app.artists.offline.kit.face_ink import FaceInk
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.palette import lighter
from coach_app.artists.offline.shapes import Nodes, Path, clipped, line, mark, vertical

Eye = Callable[[FaceInk, int], Nodes]


def _curve(side: int, *points: tuple[float, float]) -> str:
    """Return "M first Q control end …" with x mirrored for the left eye; inner corners have negative x."""
    xs = [f"{number(x * side)} {number(y)}" for x, y in points]
    return f"M{xs[0]}" + "".join(f"Q{xs[place]} {xs[place + 1]}" for place in range(1, len(xs), 2))


def _ringed(ink: FaceInk, radius: float, pupil: float, x: float = 0.0, y: float = 0.0) -> Nodes:
    """A white eyeball with a dark pupil at (x, y)."""
    return (
        Path(ellipse(0, 0, radius), fill=ink.white, stroke=ink.line, stroke_width=ink.width * 0.8, has_outline=False),
        mark(ellipse(x, y, pupil), ink.line),
        mark(ellipse(x - pupil * 0.34, y - pupil * 0.4, pupil * 0.36), ink.white),
    )


def bead(ink: FaceInk, side: int) -> Nodes:
    """A large dark eye with a coloured glow and two glints."""
    if ink.is_screen:
        return (mark(ellipse(0, 0, 22, 33), ink.line),)
    if ink.is_ringed and ink.detail <= Detail.FACE:
        return (mark(ellipse(0, 0, 30, 36), ink.white), mark(ellipse(-side * 4, 4, 18, 25), ink.line))
    if ink.is_ringed:
        return (
            mark(ellipse(0, 0, 36, 40), ink.white),
            mark(ellipse(-side * 3, 1, 27, 31), ink.line),
            clipped((mark(ellipse(-side * 3, 24, 20, 15), ink.iris, 0.75),), ellipse(-side * 3, 1, 25, 29)),
            mark(ellipse(-side * 3 - 8, -11, 10.5), ink.white),
            mark(ellipse(-side * 3 + 10, 13, 5), ink.white),
        )
    if ink.detail is Detail.TINY:
        return (mark(ellipse(0, 0, 28, 38), ink.line),)
    if ink.detail is Detail.FACE:
        return (mark(ellipse(0, 0, 32, 40), ink.line), mark(ellipse(-9, -14, 14.5, 16), ink.white))
    return (
        mark(ellipse(0, 0, 31, 38), ink.line),
        clipped((mark(ellipse(0, 30, 24, 20), ink.iris, 0.8),), ellipse(0, 0, 27, 34)),
        mark(ellipse(-9, -14, 12, 13), ink.white),
        mark(ellipse(11, 14, 6), ink.white),
    )


def watery(ink: FaceInk, side: int) -> Nodes:
    """Large and wet: more light, and water standing on the lower lid."""
    if ink.is_screen:
        return (mark(ellipse(0, 4, 26, 30), ink.line), mark(ellipse(-8, -6, 9), "#15233d"))
    return (
        *((mark(ellipse(0, 0, 40, 43), ink.white),) if ink.is_ringed else ()),
        mark(ellipse(0, 0, 34, 39), ink.line),
        clipped((mark(ellipse(0, 33, 34, 19), "#9bdcff", 0.9),), ellipse(0, 0, 30, 35)),
        mark(ellipse(-9, -14, 13.5), ink.white),
        mark(ellipse(12, 6, 7), ink.white),
        mark(ellipse(-12, 16, 4.5), ink.white),
    )


def glare(ink: FaceInk, side: int) -> Nodes:
    """Cut off by a lid that falls towards the nose: the eye of rage."""
    lid = _curve(side, (-46, 6), (0, -14), (44, -32))
    if ink.is_screen:
        shape = (
            f"M{number(-36 * side)} -2L{number(34 * side)} -30Q{number(40 * side)} 24 {number(4 * side)} 30"
            f"Q{number(-30 * side)} 28 {number(-36 * side)} -2Z"
        )
        return (mark(shape, "#ff5d6c"),)
    eyeball = (
        f"M{number(-38 * side)} 2L{number(38 * side)} -28C{number(46 * side)} 6 {number(30 * side)} 38 {number(0)} 38"
        f"C{number(-24 * side)} 38 {number(-38 * side)} 22 {number(-38 * side)} 2Z"
    )
    x = -7 * side
    return (
        Path(eyeball, fill=ink.white, stroke=ink.line, stroke_width=ink.width * 0.75, has_outline=False),
        clipped((mark(ellipse(x, 7, 18), "#e5213f"), mark(ellipse(x, 7, 9), "#4a0618")), eyeball),
        mark(ellipse(x - 6, 3, 4.5), ink.white),
        line(lid, ink.line, ink.width * 1.45),
    )


def shocked(ink: FaceInk, side: int) -> Nodes:
    if ink.is_screen:
        return (line(ellipse(0, 0, 30), ink.line, 11), mark(ellipse(0, 0, 9), ink.line))
    return _ringed(ink, 43, 14)


def frightened(ink: FaceInk, side: int) -> Nodes:
    """Wide open, a pinprick pupil, a second line below."""
    if ink.is_screen:
        return shocked(ink, side)
    below = line(_curve(side, (-20, 55), (2, 63), (24, 54)), ink.line, ink.width * 0.5, 0.55)
    return (*_ringed(ink, 41, 11, -3 * side, 3), *((below,) if ink.has_fine_detail else ()))


def half_lid(ink: FaceInk, side: int) -> Nodes:
    """Half closed and looking aside."""
    if ink.is_screen:
        return (mark("M-32 -6H32Q30 26 0 26Q-30 26 -32 -6Z", ink.line),)
    eyeball = "M-38 -8H38C40 20 22 36 0 36C-22 36 -40 20 -38 -8Z"
    return (
        Path(eyeball, fill=ink.white, stroke=ink.line, stroke_width=ink.width * 0.75, has_outline=False),
        clipped((mark(ellipse(12, 2, 20, 22), ink.line), mark(ellipse(6, 4, 5.5), ink.white)), eyeball),
        line("M-45 -9H45", ink.line, ink.width * 1.3),
    )


def closed(ink: FaceInk, side: int) -> Nodes:
    lashes = f"M{number(30 * side)} 10L{number(42 * side)} 19"
    return (
        line("M-34 -2Q0 34 34 -2", ink.lid, ink.width * 1.1),
        *((line(lashes, ink.lid, ink.width * 0.7),) if ink.has_fine_detail and not ink.is_screen else ()),
    )


def happy_arc(ink: FaceInk, side: int) -> Nodes:
    return (line("M-35 16C-26 -24 26 -24 35 16", ink.lid, ink.width * 1.2),)


def squeezed(ink: FaceInk, side: int) -> Nodes:
    """Shut tight: > <."""
    return (line(f"M{number(32 * side)} -28L{number(-28 * side)} 0L{number(32 * side)} 28", ink.lid, ink.width * 1.15),)


def crossed(ink: FaceInk, side: int) -> Nodes:
    return (line("M-27 -27L27 27M27 -27L-27 27", ink.lid, ink.width * 1.25),)


def star_eye(ink: FaceInk, side: int) -> Nodes:
    shape = star(0, 2, 51, 25, turn=4 * side, round_by=5)
    stroke = "#15233d" if ink.is_screen else ink.line
    return (
        Path(
            shape, fill=vertical("#fff27a", "#ffb81c"), stroke=stroke, stroke_width=ink.width * 0.85, has_outline=False
        ),
        mark(ellipse(-9, -8, 7, 8), "#ffffff", 0.95),
    )


def heart_eye(ink: FaceInk, side: int) -> Nodes:
    stroke = "#15233d" if ink.is_screen else ink.line
    return (
        Path(
            heart(0, 4, 43), fill=vertical("#ff6b8f", "#f0174e"), stroke=stroke, stroke_width=ink.width * 0.85,
            has_outline=False,
        ),
        mark(ellipse(-19, -15, 8.5, 7), "#ffffff", 0.9),
    )  # fmt: skip


def winking(ink: FaceInk, side: int) -> Nodes:
    """The right eye winks, the left one looks."""
    if side < 0:
        return bead(ink, side)
    return (line("M-35 8C-24 -18 22 -20 34 6", ink.lid, ink.width * 1.2), line("M20 2L40 -8", ink.lid, ink.width * 0.8))


def puzzled(ink: FaceInk, side: int) -> Nodes:
    """One eye wide, one narrow, both looking up."""
    if ink.is_screen:
        return (line(ellipse(0, 0, 30 if side > 0 else 20), ink.line, 11),)
    return _ringed(ink, 43, 17, 12, -14) if side > 0 else _ringed(ink, 33, 14, 8, -10)


def brow_raised(ink: FaceInk, side: int) -> Nodes:
    return (line(_curve(side, (-28, -56), (2, -78), (34, -58)), ink.line, ink.width),)


def brow_worried(ink: FaceInk, side: int) -> Nodes:
    return (line(_curve(side, (-30, -70), (6, -70), (36, -48)), ink.line, ink.width),)


def brow_angry(ink: FaceInk, side: int) -> Nodes:
    """Only for faces whose lids do not show anger themselves."""
    return (line(_curve(side, (-40, -34), (0, -46), (40, -66)), ink.line, ink.width * 1.2),) if ink.is_screen else ()


def brow_one_up(ink: FaceInk, side: int) -> Nodes:
    if side < 0:
        return (line("M-34 -34L34 -30", ink.line, ink.width),)
    return (line("M-30 -48Q6 -72 38 -46", ink.line, ink.width),)


def no_brow(ink: FaceInk, side: int) -> Nodes:
    return ()


def iris_for(skin: str) -> str:
    """Return a glow that can be seen in a dark eye beside this skin."""
    return lighter(skin, 0.04, 1.15)
