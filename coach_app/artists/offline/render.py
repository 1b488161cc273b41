"""SVG to pixels through librsvg, and pixels to PNG."""

from dataclasses import dataclass

import numpy as np
import pyvips

# Pictures share nothing, so libvips' cache of operations would only hold memory.
pyvips.cache_set_max(0)

View = tuple[float, float, float, float]
_SEEN = 10
_PROBE_PX = 256


def rasterise(svg: str) -> pyvips.Image:
    """Return the document as an RGBA image of its own width and height."""
    return pyvips.Image.svgload_buffer(svg.encode())


def png(image: pyvips.Image) -> bytes:
    """Return the image as PNG, quickly: files for download are squeezed by `imaging`."""
    return bytes(image.pngsave_buffer(compression=1, filter="sub", keep="none"))


@dataclass(frozen=True, slots=True)
class Extent:
    """What is inked, in the picture's own units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def extent(image: pyvips.Image, view: View) -> Extent:
    """Return the box of everything that is not transparent in an image that shows `view`."""
    alpha = image[3].numpy()
    rows, columns = np.flatnonzero(alpha.max(axis=1) > _SEEN), np.flatnonzero(alpha.max(axis=0) > _SEEN)
    if not len(rows):
        return Extent(view[0], view[1], view[0] + view[2], view[1] + view[3])
    across, down = view[2] / image.width, view[3] / image.height
    return Extent(
        view[0] + float(columns[0]) * across,
        view[1] + float(rows[0]) * down,
        view[0] + float(columns[-1] + 1) * across,
        view[1] + float(rows[-1] + 1) * down,
    )
