"""Cuts along the ground: alpha of mixed pixels, their colours without the key in them.

A mixed pixel lies on a line from the ground's colour there to the subject's. Where it lies is its alpha. JPEG keeps
colour at half the resolution, so brightness decides wherever it differs.
"""

from dataclasses import dataclass

import numpy as np
import pyvips
from numpy.typing import NDArray
from PIL import Image

from coach_app.imaging.key_colour import STEPS, Bytes, Floats, Key, Mask
from coach_app.imaging.key_ground import CELL_PX, REACH_PX, Ground, ground_colours, grown, shrunk

# A thin hair has mixed colours alone; in brightness it differs from the ground by more than noise.
_HAIR_LEVELS, _RIDGE_PX, _LEAST_HAIR_PX = 14, 4, 30
# Among tangled hairs, so far from ground, a tinge of the key is the key; a share of the key's own.
_TANGLE_PX, _TINGE = 8, 0.15
# What is nearer to the ground than its own grain needs no sum.
_PLAIN_LEVELS, _PLAIN_DISTANCE = 4, 3.0
# Errors in levels: brightness has noise alone, colour is blurred by a share of its range.
_NOISE, _BLUR = 4.0, 0.25
_MOST_DISAGREEMENT = 0.4
_CLEAR, _SOLID = 0.03, 0.95
_LITTLE, _MUCH = 0.3, 0.9
_PALETTE, _LEAST_SEEN = 32, 0.003
# A hair's colour is sought among the subject's, on its own line (sine squared), up to so much farther from the ground.
_LINE_TOLERANCE, _MOST_REACH = 0.1, 4.0
_AT_ONCE = 16_384
# A pixel's place (of 4096 by 4096) in a number of 32 bits, below 7 for its distance and one for what is solid.
_PLACE_BITS, _SOLID_BIT = 24, 128
_SOLID_PX, _SOUGHT_PX = 3, 4
_CLEARLY = 2.0
_TO_YCC = np.array(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]], np.float32
).T.copy()
_FROM_YCC = np.linalg.inv(_TO_YCC).astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Mixed:
    """One row a mixed pixel, RGB: as painted, the ground beneath, the subject above; `hue` where that is thin.

    The `subject` of a thin hair lies on the line from the ground, for alpha; `hue` is the colour that it likely has.
    """

    painted: Floats
    ground: Floats
    subject: Floats
    hue: Floats


def cut_out(picture: Image.Image, pixels: Bytes, key: Key, ground: Ground) -> Image.Image:
    """Return the subject on nothing, its edges soft and free of the key's colour."""
    cells = ground_colours(picture, ground)
    off = _off_brightness(picture, cells)
    palette = _palette(pixels, ground)
    tinged = _tinged(pixels, key, ground, palette)
    places = np.flatnonzero(_is_mixed(key, off, ground, tinged))
    mixed = _mixed(pixels, places, _apart(key, off, ground, tinged), cells, palette)
    share = _alpha(mixed)
    rows = np.empty((len(places), 4), np.uint8)
    rows[:, :3] = _despilled(_unmixed(mixed, share), mixed, share, key, palette)
    rows[:, 3] = np.rint(share * 255)
    rows[rows[:, 3] == 0] = 0
    cut = np.empty((*pixels.shape[:2], 4), np.uint8)
    is_subject = 1 - ground.looks
    np.multiply(pixels, is_subject[..., None], out=cut[..., :3])
    np.multiply(is_subject, np.uint8(255), out=cut[..., 3])
    cut.view(np.uint32).reshape(-1)[places] = rows.view(np.uint32)[:, 0]
    return Image.fromarray(cut)


def _off_brightness(picture: Image.Image, cells: Floats) -> Bytes:
    """Return how much lighter or darker each pixel is than the ground there, in halves of levels."""
    width, height = picture.size
    box = (0, 0, width / CELL_PX, height / CELL_PX)
    brightness = Image.fromarray(cells @ _TO_YCC[:, 0])
    expected = np.asarray(brightness.resize(picture.size, Image.Resampling.BILINEAR, box=box))
    off = np.abs(np.asarray(picture.convert("L")) - expected)
    halves: Bytes = np.minimum(off * STEPS, 255).astype(np.uint8)
    return halves


def _is_mixed(key: Key, off: Bytes, ground: Ground, tinged: Mask) -> Mask:
    """Tell which pixels may be both: at edges, with the key's tinge, or a hair that looks like ground."""
    is_plain = (off <= _PLAIN_LEVELS * STEPS) & (key.distance <= _PLAIN_DISTANCE * STEPS) & (ground.looks > 0)
    hairs = _without_specks(grown((off > _HAIR_LEVELS * STEPS) & (ground.core > 0) & _is_ridge(off), 1))
    is_edge = (ground.near > ground.core) | hairs
    return (is_edge & ~is_plain) | tinged


def _without_specks(hairs: Mask) -> Mask:
    """Return the mask without its small spots: far from the subject, one would make the trimmed picture smaller."""
    if not hairs.any():
        return hairs
    regions = pyvips.Image.new_from_array(hairs.view(np.uint8) * np.uint8(255)).labelregions().numpy()
    is_long = np.bincount(regions.ravel()) >= _LEAST_HAIR_PX
    kept: Mask = is_long[regions] & hairs
    return kept


def _is_ridge(off: Bytes) -> Mask:
    """Tell which pixels stand out from both sides, across or down: the slope of a shadow does not."""
    half, step = off >> 1, _RIDGE_PX
    is_ridge = np.zeros(off.shape, bool)
    across = (half[:, : -2 * step] + half[:, 2 * step :]) + np.uint8(_HAIR_LEVELS // 2)
    is_ridge[:, step:-step] = off[:, step:-step] > across
    down = (half[: -2 * step] + half[2 * step :]) + np.uint8(_HAIR_LEVELS // 2)
    is_ridge[step:-step] |= off[step:-step] > down
    return is_ridge


def _tinged(pixels: Bytes, key: Key, ground: Ground, palette: Floats) -> Mask:
    """Tell which pixels near ground have more of the key's hue than the subject has elsewhere."""
    places = np.flatnonzero((1 - ground.looks) & grown(ground.near, _TANGLE_PX - REACH_PX))
    hue, allowed = _key_hue(key, palette)
    most = allowed + _TINGE * float((key.colour @ _TO_YCC)[1:] @ hue)
    tinged = np.zeros(ground.looks.shape, bool)
    tinged.reshape(-1)[places] = (pixels.reshape(-1, 3)[places] @ _TO_YCC)[:, 1:] @ hue > most
    return tinged


def _apart(key: Key, off: Bytes, ground: Ground, tinged: Mask) -> Bytes:
    """Return how far each pixel is from ground, 0 to 127; 128 more for one that is surely all subject."""
    is_solid = (shrunk(ground.looks == 0, _SOLID_PX)) & (key.distance > key.tolerance * _CLEARLY * STEPS) & ~tinged
    apart: Bytes = np.maximum(key.distance, off) // 2 + is_solid.view(np.uint8) * np.uint8(_SOLID_BIT)
    return apart


def _key_hue(key: Key, palette: Floats) -> tuple[Floats, float]:
    """Return the direction of the key's hue, and how much of it the subject's own colours have."""
    hue = (key.colour @ _TO_YCC)[1:]
    hue /= max(float(np.hypot(*hue)), 1.0)
    return hue, float(((palette @ _TO_YCC)[:, 1:] @ hue).max(initial=0))


def _mixed(pixels: Bytes, places: NDArray[np.intp], apart: Bytes, cells: Floats, palette: Floats) -> _Mixed:
    rows, columns = np.divmod(places, pixels.shape[1])
    beneath = _at(cells, rows, columns)
    # The pixel farthest from the ground nearby: one number holds how far and, below that, which.
    packed = apart.astype(np.uint32) << _PLACE_BITS
    packed |= np.arange(apart.size, dtype=np.uint32).reshape(apart.shape)
    farthest, first, which = np.unique(
        grown(packed, _SOUGHT_PX).ravel()[places], return_index=True, return_inverse=True
    )
    found = (farthest & (2**_PLACE_BITS - 1)).astype(np.intp)
    above = pixels.reshape(-1, 3)[found].astype(np.float32)
    is_solid = farthest >> _PLACE_BITS >= _SOLID_BIT
    above[is_solid] = _means(pixels, found[is_solid])
    hues = above.copy()
    thin = np.flatnonzero(~is_solid)
    for start in range(0, len(thin), _AT_ONCE):
        part = thin[start : start + _AT_ONCE]
        above[part], hues[part] = _of_palette(above[part], beneath[first[part]], palette)
    return _Mixed(pixels.reshape(-1, 3)[places].astype(np.float32), beneath, above[which], hues[which])


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


def _palette(pixels: Bytes, ground: Ground) -> Floats:
    """Return the colours that the subject has most of, away from its edges."""
    inner = pixels[::4, ::4][ground.near[::4, ::4] == 0].astype(np.int64)
    bins = ((inner >> 4) @ np.array([256, 16, 1])).ravel()
    counts = np.bincount(bins, minlength=16**3)
    top = np.argsort(counts)[::-1][:_PALETTE]
    top = top[counts[top] > _LEAST_SEEN * len(bins)]
    sums = [np.bincount(bins, weights=inner[:, channel], minlength=16**3)[top] for channel in range(3)]
    colours: Floats = (np.stack(sums, axis=-1) / np.maximum(counts[top], 1)[:, None]).astype(np.float32)
    return colours


def _of_palette(above: Floats, beneath: Floats, palette: Floats) -> tuple[Floats, Floats]:
    """Return the colours moved away from the ground to as far as the palette's nearest colour is, and that colour."""
    if not len(palette):
        return above, above
    away, start, ends = (above - beneath) @ _TO_YCC, beneath @ _TO_YCC, palette @ _TO_YCC
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


def _alpha(mixed: _Mixed) -> Floats:
    """Return each pixel's place between ground and subject, by brightness and colour as far as each can be trusted."""
    whole, part = (mixed.subject - mixed.ground) @ _TO_YCC, (mixed.painted - mixed.ground) @ _TO_YCC
    light, colour = whole[:, 0] ** 2, (whole[:, 1:] ** 2).sum(axis=1)
    by_light, by_colour = whole[:, 0] * part[:, 0], (whole[:, 1:] * part[:, 1:]).sum(axis=1)
    trust = _NOISE**2 / (_NOISE**2 + _BLUR**2 * colour)
    share = (by_light + by_colour * trust) / np.maximum(light + colour * trust, 1e-3)
    of_colour = by_colour / np.maximum(colour, 1)
    share = np.clip(share, of_colour - _MOST_DISAGREEMENT, of_colour + _MOST_DISAGREEMENT)
    alpha: Floats = np.clip((share - _CLEAR) / (_SOLID - _CLEAR), 0, 1).astype(np.float32)
    return alpha


def _unmixed(mixed: _Mixed, share: Floats) -> Floats:
    """Return the subject's part of each colour; where little of it is left, the subject's colour nearby."""
    alpha = share[:, None]
    own = (mixed.painted - (1 - alpha) * mixed.ground) / np.maximum(alpha, 0.1)
    trust = np.clip((alpha - _LITTLE) / (_MUCH - _LITTLE), 0, 1)
    colours: Floats = (mixed.hue + (np.clip(own, 0, 255) - mixed.hue) * trust).astype(np.float32)
    return colours


def _despilled(colours: Floats, mixed: _Mixed, share: Floats, key: Key, palette: Floats) -> Floats:
    """Return the colours with no more of the key's hue than the subject has beside them, at the same brightness."""
    hue, allowed = _key_hue(key, palette)
    own = np.clip((mixed.hue @ _TO_YCC)[:, 1:] @ hue, None, allowed)
    spill = (colours @ _TO_YCC)[:, 1:] @ hue - own
    # Less of it is a sum gone wrong where the pixel is mixed, else the subject's own.
    spill[(spill < 0) & (share > _SOLID)] = 0
    excess = np.zeros_like(colours)
    excess[:, 1:] = spill[:, None] * hue
    return np.clip(np.rint(colours - excess @ _FROM_YCC), 0, 255).astype(np.float32)
