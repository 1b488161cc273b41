"""Cuts along the ground: which pixels are subject, which are ground, and which are both."""

from dataclasses import replace

import numpy as np
import pyvips
from PIL import Image

from coach_app.imaging.key_colour import STEPS, Bytes, Floats, Key, Mask
from coach_app.imaging.key_ground import CELL_PX, REACH_PX, Ground, ground_colours, grown, shrunk
from coach_app.imaging.key_mixing import (
    SOLID_BIT,
    TO_YCC,
    alpha_of,
    key_hue,
    mixed_pixels,
    palette_of,
    subject_colours,
)

# Hairs that look like ground end within so far of the rest of the subject.
_ROOM_PX = 48
# A thin hair has mixed colours alone; in brightness it differs from the ground by more than noise.
_HAIR_LEVELS, _RIDGE_PX, _LEAST_HAIR_PX = 14, 4, 30
_LEAST_ISLAND_PX = 12
# Among tangled hairs, so far from ground, a tinge of the key is the key; a share of the key's own.
_TANGLE_PX, _TINGE = 8, 0.15
# What is nearer to the ground than its own grain needs no sum.
_PLAIN_LEVELS, _PLAIN_DISTANCE = 4, 3.0
# Beyond what looks like ground: pixels are mixed so far, surely subject from there.
_EDGE_PX, _SOLID_PX, _CLEARLY = 2, 3, 2.0
_SPARSE = 4


def cut_out(picture: Image.Image, key: Key, ground: Ground) -> Image.Image:
    """Return the subject on nothing, its edges soft and free of the key's colour."""
    left, top, right, bottom = _box(ground)
    part = (slice(top, bottom), slice(left, right))
    near = replace(ground, looks=ground.looks[part], core=ground.core[part], near=ground.near[part])
    cut = Image.new("RGBA", picture.size)
    crop = picture.crop((left, top, right, bottom))
    cut.paste(_cut_part(crop, replace(key, distance=key.distance[part]), near), (left, top))
    return cut


def _box(ground: Ground) -> tuple[int, int, int, int]:
    """Return where the subject is, with room for hairs: the rest of the picture needs no look."""
    height, width = ground.looks.shape
    rows, columns = (np.flatnonzero(ground.looks.min(axis=axis) == 0) for axis in (1, 0))
    left, top = max(int(columns[0]) - _ROOM_PX, 0), max(int(rows[0]) - _ROOM_PX, 0)
    return left, top, min(int(columns[-1]) + _ROOM_PX, width), min(int(rows[-1]) + _ROOM_PX, height)


def _cut_part(picture: Image.Image, key: Key, ground: Ground) -> Image.Image:
    pixels = np.asarray(picture)
    cells = ground_colours(picture, ground)
    off = _off_brightness(picture, cells)
    palette = palette_of(pixels[::_SPARSE, ::_SPARSE][ground.near[::_SPARSE, ::_SPARSE] == 0])
    tinged = _tinged(pixels, key, ground, palette)
    places = np.flatnonzero(_is_mixed(key, off, ground, tinged))
    mixed = mixed_pixels(pixels, places, _apart(key, off, ground, tinged), cells, palette)
    is_tinged = tinged.reshape(-1)[places]
    alpha = alpha_of(mixed, is_tinged)
    alpha[(grown(ground.looks, _EDGE_PX).reshape(-1)[places] == 0) & ~is_tinged] = 1
    rows = np.empty((len(places), 4), np.uint8)
    rows[:, :3] = subject_colours(mixed, alpha, key, palette)
    rows[:, 3] = np.rint(alpha * 255)
    rows[rows[:, 3] == 0] = 0
    cut = np.empty((*pixels.shape[:2], 4), np.uint8)
    is_subject = 1 - ground.looks
    np.multiply(pixels, is_subject[..., None], out=cut[..., :3])
    np.multiply(is_subject, np.uint8(255), out=cut[..., 3])
    cut.view(np.uint32).reshape(-1)[places] = rows.view(np.uint32)[:, 0]
    is_seen = cut[..., 3] > 0
    cut[is_seen & ~_without_specks(is_seen, _LEAST_ISLAND_PX)] = 0
    return Image.fromarray(cut)


def _off_brightness(picture: Image.Image, cells: Floats) -> Bytes:
    """Return how much lighter or darker each pixel is than the ground there, in halves of levels."""
    width, height = picture.size
    box = (0, 0, width / CELL_PX, height / CELL_PX)
    brightness = Image.fromarray(cells @ TO_YCC[:, 0])
    expected = np.asarray(brightness.resize(picture.size, Image.Resampling.BILINEAR, box=box))
    off = np.abs(np.asarray(picture.convert("L")) - expected)
    halves: Bytes = np.minimum(off * STEPS, 255).astype(np.uint8)
    return halves


def _is_mixed(key: Key, off: Bytes, ground: Ground, tinged: Mask) -> Mask:
    """Tell which pixels may be both: at edges, with the key's tinge, or a hair that looks like ground."""
    is_plain = (off <= _PLAIN_LEVELS * STEPS) & (key.distance <= _PLAIN_DISTANCE * STEPS) & (ground.looks > 0)
    hairs = _without_specks(grown((off > _HAIR_LEVELS * STEPS) & (ground.core > 0) & _is_ridge(off), 1), _LEAST_HAIR_PX)
    is_edge = (ground.near > ground.core) | hairs
    return (is_edge & ~is_plain) | tinged


def _without_specks(mask: Mask, least_px: int) -> Mask:
    """Return the mask without its small spots: far from the subject, one would make the trimmed picture smaller."""
    if not mask.any():
        return mask
    regions = pyvips.Image.new_from_array(mask.view(np.uint8) * np.uint8(255)).labelregions().numpy()
    is_large = np.bincount(regions.ravel()) >= least_px
    kept: Mask = is_large[regions] & mask
    return kept


def _is_ridge(off: Bytes) -> Mask:
    """Tell which pixels stand out from both sides, across or down: the slope of a shadow does not."""
    half, step = off >> 1, _RIDGE_PX
    top = np.maximum(off, _HAIR_LEVELS) - np.uint8(_HAIR_LEVELS)
    is_ridge = np.zeros(off.shape, bool)
    is_ridge[:, step:-step] = top[:, step:-step] > half[:, : -2 * step] + half[:, 2 * step :]
    is_ridge[step:-step] |= top[step:-step] > half[: -2 * step] + half[2 * step :]
    return is_ridge


def _tinged(pixels: Bytes, key: Key, ground: Ground, palette: Floats) -> Mask:
    """Tell which pixels near ground have more of the key's hue than the subject has elsewhere."""
    places = np.flatnonzero((1 - ground.looks) & grown(ground.near, _TANGLE_PX - REACH_PX))
    hue, allowed = key_hue(key, palette)
    most = allowed + _TINGE * float((key.colour @ TO_YCC)[1:] @ hue)
    tinged = np.zeros(ground.looks.shape, bool)
    tinged.reshape(-1)[places] = (pixels.reshape(-1, 3)[places] @ TO_YCC)[:, 1:] @ hue > most
    return tinged


def _apart(key: Key, off: Bytes, ground: Ground, tinged: Mask) -> Bytes:
    """Return how far each pixel is from ground, 0 to 127; 128 more for one that is surely all subject."""
    is_solid = (shrunk(ground.looks == 0, _SOLID_PX)) & (key.distance > key.tolerance * _CLEARLY * STEPS) & ~tinged
    apart: Bytes = np.maximum(key.distance, off) // 2 + is_solid.view(np.uint8) * np.uint8(SOLID_BIT)
    return apart
