"""Turns a painted picture into the files of its asset type, and into the preview that the page shows."""

from PIL import Image

from coach_app.domain.asset_types import AssetType
from coach_app.domain.exports import Export
from coach_app.domain.ports import Picture
from coach_app.imaging.encoding import flattened, jpeg_within, png_within, webp
from coach_app.imaging.pixels import decode, filled_frame, fitted_cutout, without_hidden_colour

_PREVIEW_CUTOUT_PX = 512
_PREVIEW_WIDE_PX = 960
# Shown at 20 px in lists, on screens of up to three dots a pixel.
_THUMB_PX = 64


def make_files(picture: Picture, asset_type: AssetType) -> dict[str, bytes]:
    """Return every export by name: exact pixels, within its bytes, without metadata.

    A rendition drawn for the size is used where there is one; else the master is scaled. Raises NoPicture for a
    master or rendition that cannot be read.
    """
    master: Image.Image | None = None
    files = {}
    for export in asset_type.exports:
        rendition = picture.renditions.get((export.width_px, export.height_px))
        if rendition is None:
            master = master or decode(picture.master)
            image = _sized(master, asset_type, export)
        else:
            image = _exact(decode(rendition), asset_type, export)
        files[export.name] = _encoded(image, export)
    return files


def make_preview(picture: Picture, asset_type: AssetType) -> bytes:
    """Return a WebP of the master: 512 px on the long side for cut-outs, 960 px for wide pictures."""
    image = decode(picture.master)
    longest = _PREVIEW_CUTOUT_PX if asset_type.is_cutout else _PREVIEW_WIDE_PX
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return webp(image if asset_type.is_cutout else flattened(image))


def make_thumb(preview: bytes) -> bytes:
    """Return a WebP of a preview, 64 px on the long side: a list of sessions shows many at once."""
    image = decode(preview)
    image.thumbnail((_THUMB_PX, _THUMB_PX), Image.Resampling.LANCZOS)
    return webp(image)


def _exact(rendition: Image.Image, asset_type: AssetType, export: Export) -> Image.Image:
    if rendition.size != (export.width_px, export.height_px):
        return _sized(rendition, asset_type, export)
    return without_hidden_colour(rendition)


def _sized(image: Image.Image, asset_type: AssetType, export: Export) -> Image.Image:
    if asset_type.is_cutout:
        return fitted_cutout(image, export.width_px, export.height_px)
    return filled_frame(image, export.width_px, export.height_px)


def _encoded(image: Image.Image, export: Export) -> bytes:
    if export.format == "JPEG":
        return jpeg_within(image, export.max_bytes)
    return png_within(image, export.max_bytes)
