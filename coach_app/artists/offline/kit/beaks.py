"""Beaks, in place of mouths: closed, open, wide, angry, drooping."""

from collections.abc import Callable, Mapping

from coach_app.artists.offline.curves import ellipse
from coach_app.artists.offline.kit import mouths
from coach_app.artists.offline.kit.face_ink import FaceInk
from coach_app.artists.offline.kit.mouths import Mouth
from coach_app.artists.offline.shapes import Nodes, Path, clipped, line, mark, vertical

Beak = Callable[[FaceInk], Nodes]
_BEAK = vertical("#ffc23d", "#f5860f")
_LOWER = vertical("#f08a1c", "#d96a0c")
_UPPER = "M-46 2C-34 -22 -16 -32 0 -32C16 -32 34 -22 46 2C28 14 14 18 0 20C-14 18 -28 14 -46 2Z"


def _shape(ink: FaceInk, d: str, lower: bool = False) -> Path:
    return Path(d, fill=_LOWER if lower else _BEAK, stroke=ink.line, stroke_width=ink.width * 0.9, has_outline=False)


def _nostrils(ink: FaceInk) -> Nodes:
    spots = (mark(ellipse(-10, -14, 4, 5), "#a8560a"), mark(ellipse(10, -14, 4, 5), "#a8560a"))
    return spots if ink.has_fine_detail else ()


def closed(ink: FaceInk) -> Nodes:
    return (_shape(ink, "M-30 8Q0 40 30 8Z", lower=True), _shape(ink, _UPPER), *_nostrils(ink))


def _opened(ink: FaceInk, depth: float) -> Nodes:
    inside = f"M-40 2H40C40 {depth * 0.7:.0f} 22 {depth:.0f} 0 {depth:.0f}C-22 {depth:.0f} -40 {depth * 0.7:.0f} -40 2Z"
    return (
        _shape(ink, inside, lower=True),
        clipped(
            (
                mark(
                    f"M-30 0H30C30 {depth * 0.55:.0f} 18 {depth - 14:.0f} 0 {depth - 14:.0f}"
                    f"C-18 {depth - 14:.0f} -30 {depth * 0.55:.0f} -30 0Z",
                    ink.mouth,
                ),
                mark(ellipse(0, depth - 10, 18, 16), ink.tongue),
            ),
            inside,
        ),
        line(inside, ink.line, ink.width * 0.9),
        _shape(ink, _UPPER),
        *_nostrils(ink),
    )


def opened(ink: FaceInk) -> Nodes:
    return _opened(ink, 50)


def wide(ink: FaceInk) -> Nodes:
    return _opened(ink, 68)


def angry(ink: FaceInk) -> Nodes:
    """Corners pulled down, a jagged slit between."""
    upper = "M-58 26C-46 -16 -22 -30 0 -30C22 -30 46 -16 58 26C38 14 18 10 0 10C-18 10 -38 14 -58 26Z"
    lower = "M-50 22C-24 34 24 34 50 22C38 46 18 50 0 50C-18 50 -38 46 -50 22Z"
    return (_shape(ink, lower, lower=True), _shape(ink, upper), *_nostrils(ink))


def drooping(ink: FaceInk) -> Nodes:
    upper = "M-46 20C-38 -16 -16 -28 0 -28C16 -28 38 -16 46 20C26 8 14 6 0 6C-14 6 -26 8 -46 20Z"
    return (_shape(ink, "M-28 12Q0 2 28 12Q14 28 0 28Q-14 28 -28 12Z", lower=True), _shape(ink, upper), *_nostrils(ink))


BEAK_FOR_MOUTH: Mapping[Mouth, Beak] = {
    mouths.smile: closed,
    mouths.cat_smile: closed,
    mouths.open_smile: opened,
    mouths.big_open: wide,
    mouths.laughing: wide,
    mouths.gritted: angry,
    mouths.frown: drooping,
    mouths.wailing: wide,
    mouths.small_o: opened,
    mouths.tall_o: wide,
    mouths.smirk: closed,
    mouths.wobbly: drooping,
    mouths.tongue_out: opened,
    mouths.flat: drooping,
    mouths.limp: drooping,
    mouths.chattering: angry,
}
