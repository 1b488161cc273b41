"""What "another one" changes: pose, tilt, what stands behind, accent colour. Same brief and number, same picture."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from random import Random

from coach_app.domain.brief import Brief


class Backdrop(StrEnum):
    NONE = "none"
    BURST = "burst"
    DISC = "disc"


@dataclass(frozen=True, slots=True)
class Pose:
    """`turn` tilts the head, `tilt` the thing in its paws (degrees); `number` picks among accents and scenes."""

    number: int
    turn: float
    tilt: float
    is_mirrored: bool
    backdrop: Backdrop
    is_alternative: bool
    random: Random


# In this order, so that one variant never looks like the next.
_POSES = (
    (0.0, 0.0, False, Backdrop.NONE, False),
    (-8.0, 10.0, True, Backdrop.NONE, True),
    (6.0, -8.0, False, Backdrop.BURST, False),
    (-6.0, 7.0, True, Backdrop.DISC, True),
    (9.0, -12.0, False, Backdrop.NONE, True),
    (-4.0, 5.0, True, Backdrop.BURST, False),
)


def pose(brief: Brief, variant: int) -> Pose:
    """Return the pose of a variant; its random source is seeded by brief and variant."""
    seed = sha256(f"{brief.model_dump_json()}#{variant}".encode()).digest()
    turn, tilt, is_mirrored, backdrop, is_alternative = _POSES[variant % len(_POSES)]
    source = Random(int.from_bytes(seed[:8], "big"))
    swing = 0.0 if variant == 0 else source.uniform(-2.0, 2.0)
    return Pose(variant, turn + swing, tilt + swing, is_mirrored, backdrop, is_alternative, source)
