"""Reads a finished file back and says what it is: nothing here knows how the file was made."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from coach_app.domain.asset_types import AssetType, Box
from coach_app.domain.file_checks import FileFacts

_HALF = 128
# What a picture is once it is decoded, however its file packs it.
_MODES = {"L": "RGB", "LA": "RGBA", "P": "RGB", "PA": "RGBA"}
_METADATA = {"exif", "icc_profile", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "adobe", "Software"}


def measured(data: bytes, kind: AssetType) -> FileFacts:
    """Return the facts of an encoded file. Raises OSError where it is none."""
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        is_see_through = "transparency" in image.info or image.mode in ("LA", "PA", "RGBA")
        mode = "RGBA" if is_see_through else _MODES.get(image.mode, image.mode)
        metadata = _METADATA & set(image.info)
        # Most files are opaque, and large: of these there is nothing to look for.
        whole = np.full((1, 1), 255, np.uint8)
        alpha = np.asarray(image.convert("RGBA").getchannel("A")) if is_see_through else whole
        return FileFacts(
            format=str(image.format),
            mode=mode,
            width_px=image.width,
            height_px=image.height,
            bytes=len(data),
            has_metadata=bool(metadata),
            has_clear_corners=not alpha[[0, 0, -1, -1], [0, -1, 0, -1]].any(),
            opaque_share=round(float((alpha >= _HALF).mean()), 4),
            has_clear_hole=is_see_through and not _inside(alpha, kind.hole).any() if kind.hole else None,
        )


def _inside(alpha: NDArray[np.uint8], hole: Box) -> NDArray[np.uint8]:
    height, width = alpha.shape
    top, left = round(hole.top * height), round(hole.left * width)
    return alpha[top : top + round(hole.height * height), left : left + round(hole.width * width)]
