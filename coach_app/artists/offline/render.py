"""SVG to pixels through librsvg, and pixels to PNG."""

import io
from dataclasses import dataclass

import numpy as np
import pyvips
from PIL import Image

from coach_app.imaging.pixels import sharpened

# Pictures share nothing, so libvips' cache of operations would only hold memory.
pyvips.cache_set_max(0)
# One thread: librsvg draws on one anyway, and each further one keeps some 10 MB.
pyvips.concurrency_set(1)

View = tuple[float, float, float, float]
_SEEN = 10
_OPAQUE = 255
_SHADOW_COLOUR = [11, 6, 20]
_SHADOW_OPACITY = 0.5
_PINHOLE_SHARE = 0.004


def rasterise(svg: str) -> pyvips.Image:
    """Return the document as an RGBA image of its own width and height, drawn once and held in memory."""
    return pyvips.Image.svgload_buffer(svg.encode()).copy_memory()


def png(image: pyvips.Image) -> bytes:
    """Return the image as PNG, quickly: files for download are squeezed by `imaging`."""
    return bytes(image.pngsave_buffer(compression=1, filter="sub", keep="none"))


def crisp_png(image: pyvips.Image) -> bytes:
    """Return a small image as PNG, sharpened for its size: at 28 px an ink line is only a pixel wide."""
    pixels = Image.frombytes("RGBA", (image.width, image.height), image.write_to_memory())
    out = io.BytesIO()
    sharpened(pixels).save(out, "PNG", compress_level=1)
    return out.getvalue()


def with_shadow(image: pyvips.Image, *, blur_px: float, drop_px: int) -> pyvips.Image:
    """Return the image over a soft shadow of itself, `drop_px` lower; blurred small, which an eye cannot tell."""
    width, height = image.width, image.height
    factor = max(int(blur_px), 1)
    soft = image[3].shrink(factor, factor, ceil=True).gaussblur(max(blur_px / factor, 0.5), precision="approximate")
    soft = soft.resize(factor, kernel="linear").crop(0, 0, width, height) if factor > 1 else soft
    alpha = (soft.embed(0, drop_px, width, height) * _SHADOW_OPACITY).cast("uchar")
    ground = image.new_from_image(_SHADOW_COLOUR).copy(interpretation="srgb").bandjoin(alpha)
    return ground.composite2(image, "over").cast("uchar").copy_memory()


def without_pinholes(image: pyvips.Image) -> pyvips.Image:
    """Return the image with the small gaps that a sticker outline leaves between two things filled in white."""
    pixels = image.numpy()
    gap = pixels[..., 3] < _OPAQUE
    regions = (image[3] < _OPAQUE).labelregions().numpy()
    is_small = np.bincount(regions.ravel()) < _PINHOLE_SHARE * gap.size
    pinholes = is_small[regions] & gap
    if not pinholes.any():
        return image
    filled = pixels.copy()
    filled[pinholes] = _OPAQUE
    return pyvips.Image.new_from_array(filled, interpretation="srgb")


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
