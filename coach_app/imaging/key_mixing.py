"""What mixed pixels are made of: how much subject, in which colour, over which ground.

A mixed pixel lies on a line from the ground's colour there to the subject's. Where it lies is its alpha. JPEG keeps
colour at half the resolution, so brightness decides wherever it differs.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from coach_app.imaging.key_colour import Bytes, Floats, Key, Mask
from coach_app.imaging.key_ground import CELL_PX, grown

# The highest bit of a distance: the pixel is surely all subject.
SOLID_BIT = 128
TO_YCC = np.array(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]], np.float32
).T.copy()
_FROM_YCC = np.linalg.inv(TO_YCC).astype(np.float32)
# Errors in levels: brightness has noise alone, colour is blurred by a share of its range.
_NOISE, _BLUR = 4.0, 0.25
# Alpha by brightness and alpha by colour differ by no more than blurring makes them.
_MOST_DISAGREEMENT = 0.4
# Less is grain of the ground, more is grain of the subject.
_CLEAR, _SOLID = 0.03, 0.95
# With less alpha a pixel's own colour is noise, with more it is right.
_LITTLE, _MUCH = 0.3, 0.9
_PALETTE, _LEAST_SEEN = 32, 0.003
# A hair's colour is sought among the subject's, on its own line (sine squared), up to so much farther from the ground.
_LINE_TOLERANCE, _MOST_REACH = 0.1, 4.0
_AT_ONCE = 16_384
# A pixel's place (of 4096 by 4096) in a number of 32 bits, below the 8 for its distance.
_PLACE_BITS = 24
# A look this far finds the subject's colour beyond the blur of edges; the other finds thin outlines. It has to explain
# the pixel better by some levels, with a colour that grain does not give the ground.
_FAR_PX, _NEAR_PX, _FAVOUR, _SEEN = 4, 2, 10.0, 40.0
# A pixel farther from its line is neither ground nor mixed.
_MOST_ERROR = 25.0


@dataclass(frozen=True, slots=True)
class Mixed:
    """One row a mixed pixel, RGB: as painted, the ground beneath, the subject above; `hue` where that is thin.

    The `subject` of a thin hair lies on the line from the ground, for alpha; `hue` is the colour that it likely has.
    """

    painted: Floats
    ground: Floats
    subject: Floats
    hue: Floats


def mixed_pixels(pixels: Bytes, places: NDArray[np.intp], apart: Bytes, cells: Floats, palette: Floats) -> Mixed:
    """Return the pixels at places with what they are likely mixed of; `apart` is how far each pixel is from ground."""
    beneath = _at(cells, *np.divmod(places, pixels.shape[1]))
    painted = pixels.reshape(-1, 3)[places].astype(np.float32)
    far = Mixed(painted, beneath, *_sought(pixels, places, apart, _FAR_PX, beneath, palette))
    near = Mixed(
        painted, beneath, *_sought(pixels, places, apart & np.uint8(SOLID_BIT - 1), _NEAR_PX, beneath, palette)
    )
    is_seen = np.abs(near.subject - near.ground).max(axis=1) > _SEEN
    is_nearer = (is_seen & (_share(near)[1] + _FAVOUR < _share(far)[1]))[:, None]
    return replace(
        far, subject=np.where(is_nearer, near.subject, far.subject), hue=np.where(is_nearer, near.hue, far.hue)
    )


def alpha_of(mixed: Mixed, is_tinged: Mask) -> Floats:
    """Return how much of each pixel is subject; one without the key's tinge may be another colour of the subject."""
    share, error = _share(mixed)
    share[(error > _MOST_ERROR) & ~is_tinged] = 1
    return share


def subject_colours(mixed: Mixed, alpha: Floats, key: Key, palette: Floats) -> Floats:
    """Return the subject's part of each colour, without the key's hue."""
    return _despilled(_unmixed(mixed, alpha), mixed, alpha, key, palette)


def key_hue(key: Key, palette: Floats) -> tuple[Floats, float]:
    """Return the direction of the key's hue, and how much of it the subject's own colours have."""
    hue = (key.colour @ TO_YCC)[1:]
    hue /= max(float(np.hypot(*hue)), 1.0)
    return hue, float(((palette @ TO_YCC)[:, 1:] @ hue).max(initial=0))


def palette_of(inner: Bytes) -> Floats:
    """Return the colours that these pixels have most of."""
    values = inner.astype(np.int64)
    bins = ((values >> 4) @ np.array([256, 16, 1])).ravel()
    counts = np.bincount(bins, minlength=16**3)
    top = np.argsort(counts)[::-1][:_PALETTE]
    top = top[counts[top] > _LEAST_SEEN * len(bins)]
    sums = [np.bincount(bins, weights=values[:, channel], minlength=16**3)[top] for channel in range(3)]
    colours: Floats = (np.stack(sums, axis=-1) / np.maximum(counts[top], 1)[:, None]).astype(np.float32)
    return colours


def _sought(
    pixels: Bytes, places: NDArray[np.intp], apart: Bytes, reach_px: int, beneath: Floats, palette: Floats
) -> tuple[Floats, Floats]:
    """Return the colours of the pixels farthest from the ground, each within reach; for thin hairs, what they mean."""
    # One number holds how far and, below that, which.
    packed = apart.astype(np.uint32) << _PLACE_BITS
    packed |= np.arange(apart.size, dtype=np.uint32).reshape(apart.shape)
    farthest, first, which = np.unique(grown(packed, reach_px).ravel()[places], return_index=True, return_inverse=True)
    found = (farthest & (2**_PLACE_BITS - 1)).astype(np.intp)
    above = pixels.reshape(-1, 3)[found].astype(np.float32)
    is_solid = farthest >> _PLACE_BITS >= SOLID_BIT
    above[is_solid] = _means(pixels, found[is_solid])
    hues = above.copy()
    thin = np.flatnonzero(~is_solid)
    for start in range(0, len(thin), _AT_ONCE):
        part = thin[start : start + _AT_ONCE]
        above[part], hues[part] = _of_palette(above[part], beneath[first[part]], palette)
    return above[which], hues[which]


def _means(pixels: Bytes, places: NDArray[np.intp]) -> Floats:
    """Return the colours around places, without their grain."""
    height, width = pixels.shape[:2]
    rows, columns = np.divmod(places, width)
    total = np.zeros((len(places), 3), np.float32)
    for down in (-1, 0, 1):
        for along in (-1, 0, 1):
            total += pixels[np.clip(rows + down, 0, height - 1), np.clip(columns + along, 0, width - 1)]
    return total * np.float32(1 / 9)


def _at(cells: Floats, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Floats:
    """Return the cells' colours at pixels, between cells in proportion."""
    down, top = np.modf(np.clip((rows + 0.5) / CELL_PX - 0.5, 0, cells.shape[0] - 1.001).astype(np.float32))
    along, left = np.modf(np.clip((columns + 0.5) / CELL_PX - 0.5, 0, cells.shape[1] - 1.001).astype(np.float32))
    y, x, down, along = top.astype(np.intp), left.astype(np.intp), down[:, None], along[:, None]
    upper = cells[y, x] * (1 - along) + cells[y, x + 1] * along
    lower = cells[y + 1, x] * (1 - along) + cells[y + 1, x + 1] * along
    between: Floats = upper * (1 - down) + lower * down
    return between


def _of_palette(above: Floats, beneath: Floats, palette: Floats) -> tuple[Floats, Floats]:
    """Return the colours moved away from the ground to as far as the palette's nearest colour is, and that colour."""
    if not len(palette):
        return above, above
    away, start, ends = (above - beneath) @ TO_YCC, beneath @ TO_YCC, palette @ TO_YCC
    length = np.sqrt((away**2).sum(axis=1, keepdims=True)) + np.float32(1e-3)
    direction = away / length
    reach = direction @ ends.T - (direction * start).sum(axis=1, keepdims=True)
    far = (ends**2).sum(axis=1) - 2 * start @ ends.T + (start**2).sum(axis=1, keepdims=True)
    beside = 1 - reach**2 / np.maximum(far, 1)
    ratio = reach / length
    beside[(ratio < 1) | (ratio > _MOST_REACH)] = 1
    best = beside.argmin(axis=1)[:, None]
    is_found = np.take_along_axis(beside, best, axis=1) < _LINE_TOLERANCE
    factor = np.where(is_found, np.take_along_axis(ratio, best, axis=1), 1)
    moved = (beneath + (above - beneath) * factor).astype(np.float32)
    return moved, np.where(is_found, palette[best[:, 0]], above)


def _share(mixed: Mixed) -> tuple[Floats, Floats]:
    """Return each pixel's place between ground and subject, and how far it is from their line, in levels.

    Brightness and colour count as far as each can be trusted.
    """
    whole, part = (mixed.subject - mixed.ground) @ TO_YCC, (mixed.painted - mixed.ground) @ TO_YCC
    light, colour = whole[:, 0] ** 2, (whole[:, 1:] ** 2).sum(axis=1)
    by_light, by_colour = whole[:, 0] * part[:, 0], (whole[:, 1:] * part[:, 1:]).sum(axis=1)
    trust = _NOISE**2 / (_NOISE**2 + _BLUR**2 * colour)
    share = (by_light + by_colour * trust) / np.maximum(light + colour * trust, 1e-3)
    of_colour = by_colour / np.maximum(colour, 1)
    share = np.clip(share, of_colour - _MOST_DISAGREEMENT, of_colour + _MOST_DISAGREEMENT)
    share = np.clip((share - _CLEAR) / (_SOLID - _CLEAR), 0, 1).astype(np.float32)
    rest = (part - share[:, None] * whole) ** 2
    return share, np.sqrt(rest[:, 0] + rest[:, 1:].sum(axis=1) * trust)


def _unmixed(mixed: Mixed, share: Floats) -> Floats:
    """Return the subject's part of each colour; where little of it is left, the subject's colour nearby."""
    alpha = share[:, None]
    own = (mixed.painted - (1 - alpha) * mixed.ground) / np.maximum(alpha, 0.1)
    trust = np.clip((alpha - _LITTLE) / (_MUCH - _LITTLE), 0, 1)
    colours: Floats = (mixed.hue + (np.clip(own, 0, 255) - mixed.hue) * trust).astype(np.float32)
    return colours


def _despilled(colours: Floats, mixed: Mixed, alpha: Floats, key: Key, palette: Floats) -> Floats:
    """Return the colours with no more of the key's hue than the subject has beside them, at the same brightness."""
    hue, allowed = key_hue(key, palette)
    own = np.clip((mixed.hue @ TO_YCC)[:, 1:] @ hue, None, allowed)
    spill = (colours @ TO_YCC)[:, 1:] @ hue - own
    # Less of it is a sum gone wrong where the pixel is mixed, else the subject's own.
    spill[(spill < 0) & (alpha > _SOLID)] = 0
    excess = np.zeros_like(colours)
    excess[:, 1:] = spill[:, None] * hue
    return np.clip(np.rint(colours - excess @ _FROM_YCC), 0, 255).astype(np.float32)
