"""Which pixels are surely ground: what has the key's colour and reaches the border, or fills a hole in the subject."""

from dataclasses import dataclass

import numpy as np
import pyvips
from numpy.typing import NDArray
from PIL import Image

from coach_app.imaging.key_colour import STEPS, Bytes, Floats, Key, Scalar, border

# So far from ground that looks like ground, edges and blurred colours end.
REACH_PX = 3
CELL_PX = 4
# Up to so many pixels a region may be so far from the key, on average, to be a hole: the smaller, the more of it is
# edge, and specks are nothing else. What is enclosed and farther is a part of the subject that resembles the key.
_HOLES = ((6, -1.0), (150, 10.0), (1000, 6.0), (2**31, 3.5))
_NOTICED_PX = 300
_SIDE_PX = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """Masks of 0 and 1: `looks` like ground and is open, `core` is surely ground, `near` is everything near it.

    `resembling_px` counts enclosed pixels that nearly have the key's colour and were left in the subject.
    """

    looks: Bytes
    core: Bytes
    near: Bytes
    resembling_px: int

    @property
    def subject_px(self) -> int:
        return self.looks.size - int(np.count_nonzero(self.looks))


def find_ground(key: Key, around: tuple[slice, slice]) -> Ground:
    """Return the ground that is connected to the border of the part `around`, or of the picture, and all holes."""
    is_like = key.is_ground
    regions = pyvips.Image.new_from_array(is_like.view(np.uint8) * np.uint8(255)).labelregions().numpy()
    sizes = np.bincount(regions.ravel())
    means = np.bincount(regions.ravel(), weights=key.distance.ravel()) / np.maximum(sizes, 1) / STEPS
    is_like_region = (means <= key.tolerance) & (sizes > 0)
    is_open = np.zeros(len(sizes), bool)
    for part in (regions, regions[around]):
        is_open[border(part, _SIDE_PX)] = True
    is_hole = np.zeros(len(sizes), bool)
    for most_px, most_mean in reversed(_HOLES):
        is_hole = np.where(sizes < most_px, means <= most_mean, is_hole)
    resembling = is_like_region & ~is_open & ~is_hole & (sizes >= _NOTICED_PX)
    looks = (is_like_region & (is_open | is_hole))[regions].view(np.uint8)
    return Ground(looks, shrunk(looks, REACH_PX), grown(looks, REACH_PX), int(sizes[resembling].sum()))


def ground_colours(picture: Image.Image, ground: Ground) -> Floats:
    """Return the ground's own colour for each cell, spread from where ground is seen to where it is covered."""
    mask = Image.fromarray(ground.core * np.uint8(255))
    seen = Image.composite(picture, Image.new("RGB", picture.size), mask).reduce(CELL_PX)
    cover = np.asarray(mask.reduce(CELL_PX)).astype(np.float32) * np.float32(1 / 255)
    return _smoothed(_filled(np.asarray(seen).astype(np.float32), cover))


def grown(mask: NDArray[Scalar], steps: int) -> NDArray[Scalar]:
    """Return the greatest value within `steps` pixels, for each pixel."""
    return _spread(mask, steps, np.maximum)


def shrunk(mask: NDArray[Scalar], steps: int) -> NDArray[Scalar]:
    """Return the least value within `steps` pixels, for each pixel."""
    return _spread(mask, steps, np.minimum)


def _spread(mask: NDArray[Scalar], steps: int, choose: np.ufunc) -> NDArray[Scalar]:
    """Choose along columns and rows; what is chosen of two is used for four, and so on."""
    span = 2 * steps + 1
    mask = np.pad(mask, steps, "edge")
    reach = 1
    while reach < span:
        step = min(reach, span - reach)
        mask = choose(mask[:-step], mask[step:])
        mask = choose(mask[:, :-step], mask[:, step:])
        reach += step
    return mask


def _filled(colours: Floats, cover: Floats) -> Floats:
    """Fill cells that are not covered from ones twice as large, and these in turn; colours are multiplied by cover."""
    if min(cover.shape) == 1 or cover.min() > 0.99:
        return (colours / np.maximum(cover, np.float32(1e-3))[..., None]).astype(np.float32)
    height, width = cover.shape
    even = ((0, height % 2), (0, width % 2))
    large_cover = _halved(np.pad(cover, even)[..., None])
    most_one = np.reciprocal(np.maximum(large_cover, np.float32(1)))
    large = _filled(_halved(np.pad(colours, (*even, (0, 0)))) * most_one, (large_cover * most_one)[..., 0])
    beneath = large.repeat(2, axis=0).repeat(2, axis=1)[:height, :width]
    return (colours + (1 - cover)[..., None] * beneath).astype(np.float32)


def _halved(cells: Floats) -> Floats:
    """Return the sums of two by two cells."""
    height, width, channels = cells.shape
    total: Floats = cells.reshape(height // 2, 2, width // 2, 2, channels).sum(axis=(1, 3))
    return total


def _smoothed(cells: Floats) -> Floats:
    wide = np.pad(cells, ((1, 1), (1, 1), (0, 0)), "edge")
    tall = wide[:-2] + 2 * wide[1:-1] + wide[2:]
    smooth: Floats = (tall[:, :-2] + 2 * tall[:, 1:-1] + tall[:, 2:]) * np.float32(1 / 16)
    return smooth
