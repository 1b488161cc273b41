"""Where things are on a head: the measures that faces, effects, hats and hands go by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacePlan:
    """Measures in the head's own space, its centre at (0, 0), y down. `top` and `chin` are the head's ends without
    ears, `half_width` its side; `eye_x` is the distance of an eye from the middle, `hat_drop` how far below the top a
    hat sits."""

    top: float
    chin: float
    half_width: float
    eye_x: float = 68.0
    eye_y: float = 6.0
    eye_size: float = 1.0
    mouth_y: float = 54.0
    mouth_size: float = 1.0
    blush_y: float = 48.0
    blush_x: float = 104.0
    hat_scale: float = 1.0
    hat_drop: float = 0.0
    has_brows: bool = True
