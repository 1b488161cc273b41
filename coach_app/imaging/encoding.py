"""Pixels to files within a byte limit: lossless first, then a palette (PNG), or quality by steps (JPEG).

Most PNGs fit as soon as they are deflated. Only one that does not is squeezed, which takes ten times as long and
makes flat pictures a tenth smaller, those with grain a half.
"""

import io
import struct
from collections.abc import Iterator

import oxipng
import pyvips
from PIL import Image, ImageFile

# Pillow encodes a progressive JPEG in one buffer, by default of a byte a pixel, and breaks where grain needs more.
ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, 8 * 2**20)

_JPEG_QUALITIES = range(95, 35, -5)
_PALETTE_BITS_AND_QUALITY = ((8, 95), (8, 80), (8, 60), (4, 80), (4, 50), (2, 50))
_OXIPNG_LEVEL = 2
_PIXEL_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def png_within(image: Image.Image, max_bytes: int) -> bytes:
    """Return a PNG of at most `max_bytes`, lossless where that is enough; where nothing is, the smallest that is."""
    tried = []
    for data in _smaller_and_smaller(image):
        if len(data) <= max_bytes:
            return data
        tried.append(data)
    return min(tried, key=len)


def _smaller_and_smaller(image: Image.Image) -> Iterator[bytes]:
    deflated = _deflated(image)
    yield deflated
    yield _squeezed(deflated)
    for bits, quality in _PALETTE_BITS_AND_QUALITY:
        yield _squeezed(_palette_png(image, bits, quality))


def jpeg_within(image: Image.Image, max_bytes: int) -> bytes:
    """Return a progressive JPEG of at most `max_bytes`, colours at full size; where none is, the smallest."""
    flat = flattened(image)
    for quality in _JPEG_QUALITIES:
        out = io.BytesIO()
        flat.save(out, "JPEG", quality=quality, subsampling=0, progressive=True, optimize=True)
        if out.tell() <= max_bytes:
            break
    return out.getvalue()


def webp(image: Image.Image, quality: int = 88) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=quality, method=1)
    return out.getvalue()


def flattened(image: Image.Image) -> Image.Image:
    """Return the picture without alpha, on black."""
    if image.mode == "RGB":
        return image
    ground = Image.new("RGBA", image.size, (0, 0, 0, 255))
    ground.alpha_composite(image)
    return ground.convert("RGB")


def _squeezed(data: bytes) -> bytes:
    """Return the same pixels in fewer bytes; every chunk that is not needed to show them goes."""
    return bytes(oxipng.optimize_from_memory(data, level=_OXIPNG_LEVEL, strip=oxipng.StripChunks.all()))


def _deflated(image: Image.Image) -> bytes:
    return _bare(_vips(image).pngsave_buffer(compression=6, filter="none", keep="none"))


def _palette_png(image: Image.Image, bits: int, quality: int) -> bytes:
    return bytes(_vips(image).pngsave_buffer(palette=True, bitdepth=bits, Q=quality, dither=0.6, keep="none"))


def _bare(data: bytes) -> bytes:
    """Return the PNG with only the chunks that its pixels need: libvips always adds a resolution."""
    kept, place = [data[:8]], 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        end = place + 12 + length
        if kind in _PIXEL_CHUNKS:
            kept.append(data[place:end])
        place = end
    return b"".join(kept)


def _vips(image: Image.Image) -> pyvips.Image:
    bands = len(image.getbands())
    pixels = pyvips.Image.new_from_memory(image.tobytes(), image.width, image.height, bands, "uchar")
    return pixels.copy(interpretation="srgb")
