"""How well a picture reads at the size that chat shows: does its outline stand out, is its drawing still there."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from coach_app.domain.contrast import CHAT_DARK, CHAT_LIGHT, SEEN_RATIO
from coach_app.domain.file_checks import Legibility

_EDGE = 24.0
_CELL = 4
_HASH_SIDE = 8
_INKED = 40


def legibility(small: bytes, source: Image.Image) -> Legibility:
    """Return the figures of a small file. `source` is the picture that it was made from, RGBA of the same extent."""
    with Image.open(io.BytesIO(small)) as opened:
        image = opened.convert("RGBA")
    return Legibility(
        dark=_standing_out(image, CHAT_DARK),
        light=_standing_out(image, CHAT_LIGHT),
        edges=_edges_kept(image, source),
        fingerprint=fingerprint(image),
    )


def fingerprint(image: Image.Image) -> str:
    """Return 64 bits in hex: is each cell brighter than the one to its right (a difference hash), on mid grey."""
    ground = Image.new("RGBA", image.size, "#808080")
    ground.alpha_composite(image)
    cells = np.asarray(ground.convert("L").resize((_HASH_SIDE + 1, _HASH_SIDE), Image.Resampling.BOX), np.int16)
    bits = (cells[:, 1:] > cells[:, :-1]).ravel()
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"


def _standing_out(image: Image.Image, ground: str) -> float:
    """Return the share of the outline's pixels whose contrast with the ground reaches 3 to 1.

    The outline is what lies within two pixels of clear ground: a dark line that vanishes on dark chat is no loss where
    a light one stands beside it, so the better of the two counts.
    """
    shown = Image.new("RGBA", image.size, ground)
    shown.alpha_composite(image)
    alpha = image.getchannel("A").point(lambda value: 255 if value > _INKED else 0)
    clear = alpha.point(lambda value: 255 - value).convert("L")
    padded = Image.new("L", (image.width + 2, image.height + 2), 255)
    padded.paste(clear, (1, 1))
    near = np.asarray(padded.filter(ImageFilter.MaxFilter(3)))[1:-1, 1:-1] > 0
    rim = near & (np.asarray(alpha) > 0)
    if not rim.any():
        return 0.0
    contrast = _contrast(np.asarray(shown.convert("RGB")), ground)
    best = _best_around(contrast)
    return round(float((best[rim] >= SEEN_RATIO).mean()), 3)


def _best_around(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the largest of each value and its eight neighbours."""
    padded = np.pad(values, 1, mode="edge")
    height, width = values.shape
    shifted = [padded[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    best: NDArray[np.float64] = np.maximum.reduce(shifted)
    return best


def _contrast(colours: NDArray[np.uint8], ground: str) -> NDArray[np.float64]:
    """Return the WCAG contrast of each pixel with the ground."""
    of_ground = _luminance(np.array([[[int(ground[place : place + 2], 16) for place in (1, 3, 5)]]], np.uint8))
    of_pixels = _luminance(colours)
    lighter, darker = np.maximum(of_pixels, of_ground), np.minimum(of_pixels, of_ground)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    shares = colours / 255.0
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    luminance: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance


def _edges_kept(image: Image.Image, source: Image.Image) -> float:
    """Return the share of the places with a strong edge in the source where the small picture has one too."""
    width, height = image.size
    large = source.resize((width * _CELL, height * _CELL), Image.Resampling.LANCZOS)
    wanted = _edges(large).reshape(height, _CELL, width, _CELL).any(axis=(1, 3))
    there = np.asarray(Image.fromarray(_edges(image)).convert("L").filter(ImageFilter.MaxFilter(3))) > 0
    return round(float((wanted & there).sum() / max(wanted.sum(), 1)), 3)


def _edges(image: Image.Image) -> NDArray[np.bool_]:
    ground = Image.new("RGBA", image.size, "#808080")
    ground.alpha_composite(image)
    grey = np.asarray(ground.convert("L"), np.float64)
    across, down = np.abs(np.diff(grey, axis=1, append=grey[:, -1:])), np.abs(np.diff(grey, axis=0, append=grey[-1:]))
    return np.maximum(across, down) > _EDGE
