"""What lies over head and face: hanging ears, manes, a unicorn's horn."""

from coach_app.artists.offline.kit.ears import dog_ears
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.shapes import Nodes, Path, clipped, line, mark, vertical

over_dog = dog_ears
_MANE = ("#ff7ac3", "#b58bff", "#6fd3ff")


def unicorn_mane(look: Look) -> Nodes:
    """A lock over the right side of the forehead and the horn between the ears."""
    gold = ramp("#ffc93d")
    horn = "M-32 -98L-6 -234Q1 -246 8 -234L34 -98Q2 -84 -32 -98Z"
    lock = (
        "M6 -122C60 -148 128 -120 152 -66C170 -24 160 36 182 74C150 82 118 60 116 16C114 -24 96 -60 52 -70"
        "C30 -76 12 -96 6 -122Z"
    )
    bands = (
        mark("M40 -140C110 -120 140 -60 140 0C142 40 150 60 176 80L220 60L200 -140Z", _MANE[1]),
        mark("M100 -140C150 -100 158 -40 158 0C158 30 166 56 180 76L230 60L220 -140Z", _MANE[2]),
    )
    rings = line("M-36 -116L40 -140M-32 -152L34 -174M-26 -188L26 -206", gold.deep, 9)
    return (
        look.inked(lock, _MANE[0]),
        clipped(bands, lock),
        Path(lock, stroke=look.ink, stroke_width=look.line),
        look.inked(horn, vertical("#fff1a8", gold.base)),
        clipped((rings,), horn),
        Path(horn, stroke=look.ink, stroke_width=look.line),
    )


def none(look: Look) -> Nodes:
    return ()
