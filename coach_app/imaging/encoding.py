"""Pixels to files within a byte limit: lossless first, then a palette (PNG), or quality by steps (JPEG)."""

import io

import oxipng
import pyvips
from PIL import Image, ImageFile

from coach_app.domain.errors import NoPicture

# Pillow encodes a progressive JPEG in one buffer, by default of a byte a pixel, and breaks where grain needs more.
ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, 8 * 2**20)

_JPEG_QUALITIES = range(95, 35, -5)
_PALETTE_BITS_AND_QUALITY = ((8, 95), (8, 80), (8, 60), (4, 80), (4, 50), (2, 50))
_OXIPNG_LEVEL = 2


def png_within(image: Image.Image, max_bytes: int) -> bytes:
    """Return a PNG of at most `max_bytes`, lossless where that is enough. Raises NoPicture where nothing is."""
    lossless = _squeezed(_plain_png(image))
    if len(lossless) <= max_bytes:
        return lossless
    for bits, quality in _PALETTE_BITS_AND_QUALITY:
        packed = _squeezed(_palette_png(image, bits, quality))
        if len(packed) <= max_bytes:
            return packed
    raise NoPicture(f"The picture does not fit into {max_bytes} bytes.")


def jpeg_within(image: Image.Image, max_bytes: int) -> bytes:
    """Return a progressive JPEG of at most `max_bytes`, colours at full size. Raises NoPicture where none fits."""
    flat = flattened(image)
    for quality in _JPEG_QUALITIES:
        out = io.BytesIO()
        flat.save(out, "JPEG", quality=quality, subsampling=0, progressive=True, optimize=True)
        if out.tell() <= max_bytes:
            return out.getvalue()
    raise NoPicture(f"The picture does not fit into {max_bytes} bytes.")


def webp(image: Image.Image, quality: int = 88) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=quality, method=2)
    return out.getvalue()


def flattened(image: Image.Image) -> Image.Image:
    """Return the picture without alpha, on black."""
    ground = Image.new("RGBA", image.size, (0, 0, 0, 255))
    ground.alpha_composite(image)
    return ground.convert("RGB")


def _plain_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    Image.frombytes(image.mode, image.size, image.tobytes()).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _squeezed(data: bytes) -> bytes:
    """Return the same pixels in fewer bytes; every chunk that is not needed to show them goes."""
    return bytes(oxipng.optimize_from_memory(data, level=_OXIPNG_LEVEL, strip=oxipng.StripChunks.all()))


def _palette_png(image: Image.Image, bits: int, quality: int) -> bytes:
    pixels = pyvips.Image.new_from_memory(image.tobytes(), image.width, image.height, 4, "uchar")
    pixels = pixels.copy(interpretation="srgb")
    return bytes(pixels.pngsave_buffer(palette=True, bitdepth=bits, Q=quality, dither=0.6, keep="none"))
