"""Recognises grounds that cannot be cut away: busy ones, painted checkerboards, ones that the subject resembles."""

import numpy as np

from coach_app.imaging.key_colour import BORDER_PX, STEPS, Bytes, Floats, Key, border, strips
from coach_app.imaging.key_ground import Ground, grown, shrunk

# A flat ground: most of the border is near the key, smooth, and meets the subject in few places.
_NEAR, _LEAST_NEAR = 12.0, 0.55
_MOST_MEDIAN, _MOST_ROUGHNESS, _MOST_BROKEN = 5.0, 4.0, 0.12
_ROUGH_PX = 4
# A checkerboard: two levels that take turns evenly, along three sides at least.
_LEAST_CONTRAST, _LEAST_RUNS, _LEAST_CELL_PX = 6.0, 5, 4.0
_EVEN, _LEAST_EVEN, _LEAST_SIDES = 0.35, 0.6, 3
_LINES = (3, 11)
# A subject like its key: nothing left of it, large parts that were nearly taken for holes, colours on the brink beside
# the ground, or an outline within what was taken for ground.
_LEAST_SUBJECT, _MOST_RESEMBLING, _MOST_BRINK = 0.03, 0.08, 0.005
_BRINK, _THICK_PX = 2.0, 3
_STEP, _PLATEAU, _STEP_PX = 12, 4, 4
_MOST_STEPS = 0.12


def is_flat(brightness: Bytes, distance: Bytes) -> bool:
    """Tell whether the border has one colour, in whatever light, wherever the subject does not cover it."""
    seen = border(distance)
    is_near = seen <= _NEAR * STEPS
    if np.mean(is_near) < _LEAST_NEAR or np.median(seen) > _MOST_MEDIAN * STEPS:
        return False
    steps = [
        np.abs(strip[:, _ROUGH_PX:].astype(np.int16) - strip[:, :-_ROUGH_PX]).ravel() for strip in strips(brightness)
    ]
    return bool(np.median(np.concatenate(steps)) <= _MOST_ROUGHNESS and _broken_share(distance) <= _MOST_BROKEN)


def is_checkerboard(brightness: Bytes) -> bool:
    """Tell whether the border is a pattern of two levels as graphics programs show it for transparency."""
    low, high = np.percentile(border(brightness), [12, 88])
    if high - low < _LEAST_CONTRAST:
        return False
    even = [max(_evenness(strip, at, (low + high) / 2) for at in _LINES) for strip in strips(brightness)]
    return len([share for share in even if share >= _LEAST_EVEN]) >= _LEAST_SIDES


def is_too_close(brightness: Bytes, key: Key, ground: Ground) -> bool:
    """Tell whether the subject has so much of the key's colour that parts of it would be cut away."""
    subject = ground.subject_px
    if subject < _LEAST_SUBJECT * ground.looks.size or ground.resembling_px > _MOST_RESEMBLING * subject:
        return True
    brink = (key.distance > key.tolerance * STEPS) & (key.distance <= key.tolerance * _BRINK * STEPS)
    thick = grown(shrunk(brink.view(np.uint8), _THICK_PX), _THICK_PX) & grown(ground.near, 1)
    if int(np.count_nonzero(thick)) > _MOST_BRINK * subject:
        return True
    return _steps(brightness, ground.core) > int(_MOST_STEPS * max(brightness.shape))


def _broken_share(distance: Bytes) -> float:
    """Return the share of border squares that are neither ground nor subject."""
    squares = []
    for strip in strips(distance):
        count = strip.shape[1] // BORDER_PX
        is_near = strip[:, : count * BORDER_PX].reshape(-1, count, BORDER_PX) <= _NEAR * STEPS
        squares.append(is_near.mean(axis=(0, 2)))
    share = np.concatenate(squares)
    return float(np.mean((share > 0.1) & (share < 0.9)))


def _evenness(strip: Bytes, at: int, middle: float) -> float:
    """Return the share of runs, along three rows of a side, that are as long as most."""
    line: Floats = strip[at - 1 : at + 2].mean(axis=0)
    is_high = line > middle
    runs = np.diff(np.flatnonzero(is_high[1:] != is_high[:-1]))
    if len(runs) < _LEAST_RUNS:
        return 0.0
    usual = float(np.median(runs))
    return float((np.abs(runs - usual) <= _EVEN * usual + 1).mean()) if usual >= _LEAST_CELL_PX else 0.0


def _steps(brightness: Bytes, core: Bytes) -> int:
    """Count places within sure ground where it changes sharply from one even level to another: no shadow does."""
    count = 0
    for rows, mask in ((brightness[::2], core[::2]), (brightness[:, ::2].T, core[:, ::2].T)):
        level = np.ascontiguousarray(rows).astype(np.int16)
        first, second, third, fourth = (level[:, at : at + level.shape[1] - 3 * _STEP_PX] for at in range(0, 16, 4))
        is_step = np.abs(second - third) > _STEP
        is_step &= np.abs(first - second) < _PLATEAU
        is_step &= np.abs(third - fourth) < _PLATEAU
        for at in (0, 6, 12):
            is_step &= mask[:, at : at + is_step.shape[1]] > 0
        count += int(np.count_nonzero(is_step))
    return count
