"""The key: which colour a painted ground has, and how far every pixel is from it.

Distances are in CIE Lab, from the key in all of its shades: a ground that is lighter or darker, or in a shadow, is
still ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from coach_app.domain.asset_types import Box

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)

BORDER_PX = 16
# Distances are kept as bytes, in halves.
STEPS = 2
# A ground differs from its key by less, after JPEG; nearly all that a subject has differs by more.
_LEAST_TOLERANCE, _MOST_TOLERANCE = 12.0, 18.0
_SPREAD_TO_TOLERANCE = 3.0
# From a shadow that takes away more than half of the light, to a light that adds some white.
_DARKEST_SHADE, _MOST_WHITE = 0.42, 0.12
_SHADES, _TINTS = 16, 6
_LIGHTNESS_WEIGHT = 0.5
# How much of a hole is taken to be surely open, in the middle.
_SURE_SHARE = 0.7
_BINS = 64**3
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
    np.float32,
).T / np.array([0.95047, 1.0, 1.08883], np.float32)


@dataclass(frozen=True, slots=True)
class Key:
    """`colour` is RGB, `chroma` its strength in Lab; pixels within `tolerance` look like ground."""

    colour: Floats
    chroma: float
    tolerance: float
    distance: Bytes

    @property
    def is_ground(self) -> Mask:
        return self.distance <= self.tolerance * STEPS


def measured_key(pixels: Bytes, around: tuple[slice, slice]) -> Key:
    """Return the colour of the border of the part `around`, and each pixel's distance from it."""
    colour = np.median(border(pixels[around])[::3], axis=0).astype(np.float32)
    _, a, b = lab(colour).tolist()
    distance = _distances(pixels, colour)
    seen = border(distance[around])
    near = seen[seen <= _LEAST_TOLERANCE * STEPS]
    spread = float(np.percentile(near, 95)) / STEPS if near.size else 0.0
    tolerance = min(max(spread * _SPREAD_TO_TOLERANCE, _LEAST_TOLERANCE), _MOST_TOLERANCE)
    return Key(colour, hypot(a, b), tolerance, distance)


def part_around(pixels: Bytes, hole: Box | None) -> tuple[slice, slice]:
    """Return the part whose border is ground: the picture, or the inner part of the hole of a frame."""
    if hole is None:
        return slice(None), slice(None)
    height, width = pixels.shape[:2]
    less = (1 - _SURE_SHARE) / 2
    top, left = hole.top + less * hole.height, hole.left + less * hole.width
    rows = slice(round(top * height), round((top + _SURE_SHARE * hole.height) * height))
    return rows, slice(round(left * width), round((left + _SURE_SHARE * hole.width) * width))


def strips(pixels: NDArray[Scalar], width: int = BORDER_PX) -> Iterator[NDArray[Scalar]]:
    """Yield the four sides as `width` rows each: top, bottom, left, right."""
    yield from (pixels[:width], pixels[-width:])
    yield from (pixels[:, :width].swapaxes(0, 1), pixels[:, -width:].swapaxes(0, 1))


def border(pixels: NDArray[Scalar], width: int = BORDER_PX) -> NDArray[Scalar]:
    """Return the pixels of the four sides in one row."""
    return np.concatenate([strip.reshape(-1, *pixels.shape[2:]) for strip in strips(pixels, width)])


def lab(colours: Floats) -> Floats:
    """Return sRGB colours (0 to 255) in CIE Lab."""
    share = colours / np.float32(255)
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4).astype(np.float32)
    xyz = linear @ _TO_XYZ
    curved = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = np.moveaxis(curved, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def _distances(pixels: Bytes, key: Floats) -> Bytes:
    """Return each pixel's distance, looked up by its colour: a picture has fewer colours than pixels."""
    red, green, blue = (np.ascontiguousarray(pixels[..., channel]) >> 2 for channel in range(3))
    place = red.astype(np.uint32)
    for channel in (green, blue):
        place <<= 6
        place |= channel
    present = np.flatnonzero(np.bincount(place.ravel(), minlength=_BINS))
    colours = np.stack([present >> 12, (present >> 6) & 63, present & 63], axis=-1) * 4 + 1.5
    table = np.zeros(_BINS, np.uint8)
    table[present] = np.clip(_from_shades(lab(colours.astype(np.float32)), key) * STEPS, 0, 255)
    found: Bytes = np.take(table, place)
    return found


def _from_shades(colours: Floats, key: Floats) -> Floats:
    """Return how far colours are from the nearest shade of the key, or of a key more brightly lit."""
    lit = np.clip(key * (255 / max(float(key.max()), 1.0)), 0, 255)
    light, a, b = np.moveaxis(colours, -1, 0)
    best = np.full(len(colours), np.inf, np.float32)
    for base in (key, (key + lit) / 2, lit):
        shades = _shades(base)
        on_curve = np.clip(light, shades[0, 0], shades[-1, 0])
        off_a = a - np.interp(on_curve, shades[:, 0], shades[:, 1])
        off_b = b - np.interp(on_curve, shades[:, 0], shades[:, 2])
        off_light = (light - on_curve) * _LIGHTNESS_WEIGHT
        best = np.minimum(best, np.sqrt(off_a**2 + off_b**2 + off_light**2).astype(np.float32))
    return best


def _shades(key: Floats) -> Floats:
    """Return the key from its darkest shade to its lightest tint, in Lab."""
    dark = np.linspace(_DARKEST_SHADE, 1, _SHADES, dtype=np.float32)[:, None] * key
    white = np.linspace(0, _MOST_WHITE, _TINTS + 1, dtype=np.float32)[1:, None]
    return lab(np.concatenate([dark, key + (255 - key) * white]))
