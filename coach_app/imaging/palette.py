"""The main colours of a picture."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_FLAT_PX, _PHOTO_PX = 256, 128
_SEEN_ALPHA = 128
_QUANTISED = 16
_MOST, _FEWEST = 5, 3
# Colours nearer than this (of about 765) look alike; what covers less than the share is an edge's blend.
_NEAR = 60.0
_LEAST_SHARE = 0.02
# So much of a flat patch is of one and the same colour, and so much of a flat picture is such patches.
_FLAT_SHARE = 0.2
_FLAT_PICTURE = 0.5
# What has a smaller share of pixels amid their like is a line, or an edge's blend.
_AMID_SHARE = 0.1
_STEPS_OF_BLEND = 16

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Patch:
    """Pixels that look alike; `is_flat` where most of them are exactly `colour`, which is their mean otherwise."""

    colour: Colour
    count: int
    is_flat: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The patches, the most frequent first, and the number of each pixel, which is that of its patch; -1 is clear."""

    patches: list[_Patch]
    numbers: NDArray[np.int64]

    @property
    def count(self) -> int:
        return sum(patch.count for patch in self.patches)

    @property
    def is_flat(self) -> bool:
        return sum(patch.count for patch in self.patches if patch.is_flat) >= _FLAT_PICTURE * self.count


def main_colours(image: Image.Image) -> tuple[str, ...]:
    """Return up to five colours as #rrggbb, the most frequent first; see-through pixels don't count.

    Flat pictures give their own colours, exactly and as few as they have: blends at smooth edges are none.
    """
    # Averages would blend flat colours, and tell more of a photo than single pixels do.
    seen = _seen(image, _FLAT_PX, Image.Resampling.NEAREST)
    if not seen.is_flat:
        seen = _seen(image, _PHOTO_PX, Image.Resampling.BOX)
    kept = [patch.colour for place, patch in enumerate(seen.patches) if _counts(seen, place, patch)]
    return tuple(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in kept[:_MOST])


def _counts(seen: _Seen, place: int, patch: _Patch) -> bool:
    if place == 0:
        return True
    has_area = _share_amid(seen.numbers, patch) >= _AMID_SHARE
    if patch.count < _LEAST_SHARE * seen.count:
        return has_area and place < _FEWEST
    return has_area or not _is_blend(patch, seen.patches[:place])


def _seen(image: Image.Image, side_px: int, how: Image.Resampling) -> _Seen:
    small = image.convert("RGBA")
    small.thumbnail((side_px, side_px), how)
    pixels = np.asarray(small)
    is_seen = pixels[..., 3] >= _SEEN_ALPHA
    colours = pixels[is_seen][:, :3]
    numbers = np.full(is_seen.shape, -1)
    if not len(colours):
        return _Seen([], numbers)
    table, numbers[is_seen] = _quantised(colours)
    patches = [_patch(number, mean, colours[numbers[is_seen] == number]) for number, mean in table.items()]
    return _Seen(_merged(patches), numbers)


def _quantised(seen: NDArray[np.uint8]) -> tuple[dict[int, Colour], NDArray[np.uint8]]:
    """Return up to sixteen colours by number, and the number of each pixel's own."""
    line = Image.frombytes("RGB", (len(seen), 1), seen.tobytes())
    quantised = line.quantize(_QUANTISED, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    table = quantised.getpalette() or []
    numbers = np.asarray(quantised)[0]
    used = {int(number) for number in np.unique(numbers)}
    return {number: (table[number * 3], table[number * 3 + 1], table[number * 3 + 2]) for number in used}, numbers


def _patch(number: int, mean: Colour, pixels: NDArray[np.uint8]) -> _Patch:
    ((most, count),) = Counter(map(bytes, pixels)).most_common(1)
    is_flat = count >= _FLAT_SHARE * len(pixels)
    return _Patch((most[0], most[1], most[2]) if is_flat else mean, len(pixels), is_flat, (number,))


def _merged(patches: list[_Patch]) -> list[_Patch]:
    """Add what looks alike to the more frequent of the two; the most frequent first."""
    merged: list[_Patch] = []
    for patch in sorted(patches, key=lambda one: -one.count):
        near = next((at for at, other in enumerate(merged) if _distance(patch.colour, other.colour) < _NEAR), None)
        if near is None:
            merged.append(patch)
        else:
            other = merged[near]
            merged[near] = replace(other, count=other.count + patch.count, numbers=other.numbers + patch.numbers)
    return sorted(merged, key=lambda one: -one.count)


def _share_amid(numbers: NDArray[np.int64], patch: _Patch) -> float:
    """Return which share of the patch's pixels has its like on all four sides."""
    own = np.pad(np.isin(numbers, patch.numbers), 1)
    amid = own[1:-1, 1:-1] & own[:-2, 1:-1] & own[2:, 1:-1] & own[1:-1, :-2] & own[1:-1, 2:]
    return float(amid.sum()) / patch.count


def _is_blend(patch: _Patch, others: Sequence[_Patch]) -> bool:
    """Whether the colour lies between two flat ones."""
    flat = [other.colour for other in others if other.is_flat]
    return any(
        _distance(patch.colour, _between(one, other, step / _STEPS_OF_BLEND)) < _NEAR
        for one, other in combinations(flat, 2)
        for step in range(1, _STEPS_OF_BLEND)
    )


def _between(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _distance(one: Colour, other: Colour) -> float:
    """Distance of two colours as eyes weigh it, by the "redmean" formula (compuphase.com/cmetric.htm)."""
    red_mean = (one[0] + other[0]) / 2
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return sqrt((2 + red_mean / 256) * red**2 + 4 * green**2 + (2 + (255 - red_mean) / 256) * blue**2)
