"""Puts a logo on a finished picture: after a ground was keyed out, never before."""

from collections.abc import Sequence
from math import ceil

from PIL import Image

from coach_app.domain.asset_types import SafeArea
from coach_app.domain.logos import LogoPlacement, LogoPosition

_MOST_OF_HEIGHT = 0.25
_PADDING = 0.03
# A small logo made larger than this would only look blurred.
_MOST_ENLARGED = 2.0


def with_logo(
    image: Image.Image, logo: Image.Image, placement: LogoPlacement, areas: Sequence[SafeArea] = ()
) -> Image.Image:
    """Return the picture with the logo on it, as RGBA; see-through grounds become as opaque as the logo is there.

    The logo takes its share of the picture's width and at most a quarter of its height, keeps its proportions, is made
    at most twice as large as it is, and stands 3 % of the width away from the edges: further in where only a part of
    the picture is seen everywhere, and higher where a platform covers its corner.
    """
    size = _size(image.size, logo.size, placement.size.share)
    stamp = logo.resize(size, Image.Resampling.LANCZOS)
    if placement.opacity < 100:
        alpha = stamp.getchannel("A").point(lambda value: round(value * placement.opacity / 100))
        stamp.putalpha(alpha)
    stamped = image.convert("RGBA")
    stamped.alpha_composite(stamp, _place(image.size, size, placement.position, areas))
    return stamped


def _size(picture: tuple[int, int], logo: tuple[int, int], share: float) -> tuple[int, int]:
    scale = min(picture[0] * share / logo[0], picture[1] * _MOST_OF_HEIGHT / logo[1], _MOST_ENLARGED)
    return max(round(logo[0] * scale), 1), max(round(logo[1] * scale), 1)


def _place(
    picture: tuple[int, int], logo: tuple[int, int], position: LogoPosition, areas: Sequence[SafeArea]
) -> tuple[int, int]:
    """Return where the logo's top left corner goes. Nothing is cut off where there is too little room."""
    padding = round(picture[0] * _PADDING)
    left, top, right, bottom = _seen_everywhere(picture, areas)
    x_first, x_last = max(padding, left), min(picture[0] - padding, right) - logo[0]
    y_first, y_last = max(padding, top), min(picture[1] - padding, bottom) - logo[1]
    if position is LogoPosition.CENTER:
        return (picture[0] - logo[0]) // 2, (picture[1] - logo[1]) // 2
    x = x_first if position in (LogoPosition.TOP_LEFT, LogoPosition.BOTTOM_LEFT) else x_last
    y = y_first if position in (LogoPosition.TOP_LEFT, LogoPosition.TOP_RIGHT) else y_last
    for area in areas:
        box = area.box
        if area.is_covered and x < (box.left + box.width) * picture[0] and x + logo[0] > box.left * picture[0]:
            # What platforms cover is at the lower edge.
            y = min(y, int(box.top * picture[1]) - padding // 2 - logo[1])
    return _inside(x, picture[0] - logo[0]), _inside(y, picture[1] - logo[1])


def _seen_everywhere(picture: tuple[int, int], areas: Sequence[SafeArea]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what every screen shows."""
    boxes = [area.box for area in areas if not area.is_covered]
    left, top = max((box.left for box in boxes), default=0.0), max((box.top for box in boxes), default=0.0)
    right = min((box.left + box.width for box in boxes), default=1.0)
    bottom = min((box.top + box.height for box in boxes), default=1.0)
    return ceil(left * picture[0]), ceil(top * picture[1]), int(right * picture[0]), int(bottom * picture[1])


def _inside(wanted: int, free: int) -> int:
    return max(min(wanted, free), 0)
