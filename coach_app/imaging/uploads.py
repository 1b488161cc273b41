"""Takes a picture that somebody sends: checks it before it is decoded, and writes it anew, pixels and nothing else."""

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from math import ceil

import numpy as np
import pyvips
from PIL import Image, ImageCms

from coach_app.domain.errors import InvalidInput
from coach_app.domain.logos import MAX_LOGO_BYTES
from coach_app.domain.ports import PictureLimit, ReadUpload
from coach_app.imaging.containers import Container, damaged, read_container, refused
from coach_app.imaging.palette import main_colours
from coach_app.imaging.pixels import without_hidden_colour

MAX_SIDE_PX = 4_096
# A logo takes at most a fifth of a picture's width: more pixels would only cost whoever puts it on. What has more on a
# side is made half as large, which readers do fastest.
KEPT_SIDE_PX = 2_048
_HALF = 2
# Of a side, where a PNG has too many bytes.
_LESS = 0.75
_STRIP_ROWS = 256
# What a camera makes fits: 4,096 × 4,096 with half or a quarter of the colours.
_MOST_HELD_BYTES = 64 * 2**20

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Pillow's limit and Python's warnings belong to the process.
_strictness = threading.Lock()


def read_upload(data: bytes, limit: PictureLimit | None = None) -> ReadUpload:
    """Return the picture as a new PNG in sRGB, upright, at most 2,048 px on its longest side or within the limit, and
    its main colours.

    Raises InvalidInput with one sentence: larger than 10 MB or 4,096 × 4,096, no PNG, JPEG or WebP, moving, damaged,
    a JPEG in too many passes, or without a pixel to see. MemoryError where it takes more than there is.
    """
    if len(data) > MAX_LOGO_BYTES:
        raise refused(f"That file has more than {MAX_LOGO_BYTES // 1_000_000} MB. Save it smaller and try once more.")
    container = read_container(data)
    width, height = container.width_px, container.height_px
    if not width or not height:
        raise damaged()
    if max(width, height) > MAX_SIDE_PX:
        most = f"{MAX_SIDE_PX:,} × {MAX_SIDE_PX:,}"
        raise refused(f"That picture has {width:,} × {height:,} pixels. Up to {most} are taken.")
    if container.held_bytes > _MOST_HELD_BYTES:
        raise refused("That JPEG is too large for one in passes. Save it as a PNG, or without “progressive”.")
    try:
        image = _decoded(container)
    except (InvalidInput, MemoryError):
        raise
    # Readers promise nothing of what they raise at bytes that are not what they claim.
    except Exception as exc:
        raise damaged() from exc
    image = _clean(image, container.orientation)
    image, png = _within(limit, image) if limit else (image, _png(image))
    return ReadUpload(png, image.width, image.height, main_colours(image))


@contextmanager
def _strict_pillow() -> Iterator[None]:
    """Let Pillow refuse, too, what is larger than the header has said."""
    with _strictness, warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, MAX_SIDE_PX**2
        try:
            yield
        finally:
            Image.MAX_IMAGE_PIXELS = before


def _decoded(container: Container) -> Image.Image:
    """Return L, LA, RGB, RGBA or CMYK, no larger than what is kept, with the colour profile beside it."""
    if container.format == "WEBP":
        return _decoded_webp(container)
    with _strict_pillow(), Image.open(io.BytesIO(container.data), formats=[container.format]) as image:
        if image.size != (container.width_px, container.height_px):
            raise damaged()
        if max(image.size) > KEPT_SIDE_PX:
            image.draft(image.mode, (max(image.width // _HALF, 1), max(image.height // _HALF, 1)))
        image.load()
        return _eight_bit(image)


def _decoded_webp(container: Container) -> Image.Image:
    """Of 16 million pixels, Pillow's reader of moving pictures takes 273 MB, and this one 80."""
    scale = 1 / _HALF if max(container.width_px, container.height_px) > KEPT_SIDE_PX else 1
    image = pyvips.Image.webpload_buffer(container.data, scale=scale, fail_on="warning")
    mode = {3: "RGB", 4: "RGBA"}[image.bands]
    decoded = Image.frombytes(mode, (image.width, image.height), image.write_to_memory())
    if "icc-profile-data" in image.get_fields():
        decoded.info["icc_profile"] = image.get("icc-profile-data")
    return decoded


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return the picture small enough, in one of the modes above.

    It goes strip by strip: another picture of the full size would be as much memory again.
    """
    factor = _HALF if max(image.size) > KEPT_SIDE_PX else 1
    strips = (_strip(image, top).reduce(factor) for top in range(0, image.height, _STRIP_ROWS))
    first = next(strips)
    plain = Image.new(first.mode, (first.width, ceil(image.height / factor)))
    for place, strip in enumerate(chain([first], strips)):
        plain.paste(strip, (0, place * _STRIP_ROWS // factor))
    profile = image.info.get("icc_profile")
    plain.info = {"icc_profile": profile} if profile else {}
    return plain


def _strip(image: Image.Image, top: int) -> Image.Image:
    strip = image.crop((0, top, image.width, min(top + _STRIP_ROWS, image.height)))
    if strip.mode.startswith("I"):
        return _from_sixteen(strip)
    if strip.has_transparency_data and strip.mode not in ("LA", "RGBA"):
        return strip.convert("RGBA")
    if strip.mode == "1":
        return strip.convert("L")
    return strip if strip.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else strip.convert("RGB")


def _from_sixteen(image: Image.Image) -> Image.Image:
    """Pillow would cut off what is brighter than 255."""
    levels = np.asarray(image).astype(np.uint32)
    grey = Image.fromarray((levels >> 8).astype(np.uint8))
    clear = image.info.get("transparency")
    if not isinstance(clear, int):
        return grey
    alpha = Image.fromarray(np.where(levels == clear, 0, 255).astype(np.uint8))
    return Image.merge("LA", (grey, alpha))


def _clean(image: Image.Image, orientation: int) -> Image.Image:
    """Return RGB, or RGBA where something is see-through: in sRGB, upright. Raises InvalidInput where all of it is."""
    profile = image.info.pop("icc_profile", None)
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    if alpha and not alpha.getbbox():
        raise refused("Every pixel of that picture is see-through. Save it once more with something on it.")
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    colours = _in_srgb(colours, profile)
    if alpha and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
        colours = without_hidden_colour(colours)
    turn = _TURNS.get(orientation)
    return colours if turn is None else colours.transpose(turn)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return RGB. A profile that does not fit the picture, or is none, is left out of account."""
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            # Rounding would change a channel's own colours.
            if not ImageCms.getProfileDescription(given).startswith("sRGB"):
                return _transformed(image, given)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image.convert("RGB")


def _transformed(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    transformed = ImageCms.profileToProfile(
        image,
        profile,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert transformed is not None
    return transformed


def _within(limit: PictureLimit, image: Image.Image) -> tuple[Image.Image, bytes]:
    """Return the picture and its PNG, as large as may be."""
    side_px = limit.side_px
    while True:
        image = _fitting(image, side_px)
        png = _png(image)
        if len(png) <= limit.bytes:
            return image, png
        side_px = int(max(image.size) * _LESS)


def _fitting(image: Image.Image, side_px: int) -> Image.Image:
    factor = side_px / max(image.size)
    if factor >= 1:
        return image
    size = (max(round(image.width * factor), 1), max(round(image.height * factor), 1))
    return image.resize(size, Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    # A new picture of the pixels alone has nothing else to write.
    Image.frombytes(image.mode, image.size, image.tobytes()).save(out, "PNG")
    return out.getvalue()
