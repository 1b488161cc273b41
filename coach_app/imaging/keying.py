"""Cuts a subject out of the flat key colour that a model painted behind it, or says why that cannot be done."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PIL import Image

from coach_app.domain.asset_types import Box
from coach_app.imaging.key_checks import is_checkerboard, is_flat, is_too_close
from coach_app.imaging.key_colour import Bytes, Key, measured_key, part_around
from coach_app.imaging.key_edges import cut_out
from coach_app.imaging.key_ground import find_ground

# Cyan, the palest of the keys that are asked for, has 40 to 50.
_LEAST_CHROMA = 30.0
# On fewer pixels there is no border to measure.
_LEAST_SIDE_PX = 64
_SEEN_THROUGH, _LEAST_SEEN_THROUGH = 8, 0.02


class KeyProblem(StrEnum):
    """Why a picture was left whole."""

    NOT_FLAT = "not_flat"
    TOO_CLOSE = "too_close"
    CHECKERBOARD = "checkerboard"
    NOT_A_KEY = "not_a_key"

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    KeyProblem.NOT_FLAT: "The background is not flat, so I left it in the picture.",
    KeyProblem.TOO_CLOSE: "The background is too close to the subject's own colours, so I left it in the picture.",
    KeyProblem.CHECKERBOARD: "The checkerboard is painted on and not see-through, so it is still in the picture.",
    KeyProblem.NOT_A_KEY: "The background is too pale or grey to tell from the subject, so I left it in the picture.",
}


@dataclass(frozen=True, slots=True)
class Cut:
    """`image` is RGBA: cut out, or whole where there is a `problem`."""

    image: Image.Image
    problem: KeyProblem | None = None


def without_key(image: Image.Image, hole: Box | None = None) -> Cut:
    """Return the picture without its ground; one that is see-through already stays as it is.

    The ground is what has the border's colour and is connected to it, and holes of that colour. A frame has a
    declared `hole`: there the key is the hole's colour.
    """
    if _is_cut_out(image):
        return Cut(image.convert("RGBA"))
    picture = image.convert("RGB")
    if min(picture.size) < _LEAST_SIDE_PX:
        return Cut(picture.convert("RGBA"), KeyProblem.NOT_FLAT)
    pixels, brightness = np.asarray(picture), np.asarray(picture.convert("L"))
    around = part_around(pixels, hole)
    key = measured_key(pixels, around)
    problem = _problem(brightness, key, around)
    if problem is not None:
        return Cut(picture.convert("RGBA"), problem)
    ground = find_ground(key, around)
    if is_too_close(brightness, key, ground):
        return Cut(picture.convert("RGBA"), KeyProblem.TOO_CLOSE)
    return Cut(cut_out(picture, key, ground))


def _is_cut_out(image: Image.Image) -> bool:
    if not image.has_transparency_data:
        return False
    seen_through = image.convert("RGBA").getchannel("A").histogram()[:_SEEN_THROUGH]
    return sum(seen_through) >= _LEAST_SEEN_THROUGH * image.width * image.height


def _problem(brightness: Bytes, key: Key, around: tuple[slice, slice]) -> KeyProblem | None:
    """Return what is wrong with the ground itself."""
    if key.chroma < _LEAST_CHROMA and is_checkerboard(brightness[around]):
        return KeyProblem.CHECKERBOARD
    if not is_flat(brightness[around], key.distance[around]):
        return KeyProblem.NOT_FLAT
    return KeyProblem.NOT_A_KEY if key.chroma < _LEAST_CHROMA else None
