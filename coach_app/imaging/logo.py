"""Puts a logo on a finished picture: after a ground was keyed out, never before."""

from PIL import Image

from coach_app.domain.logos import LogoPlacement, LogoPosition

_MOST_OF_HEIGHT = 0.25
_PADDING = 0.03
# A small logo made larger than this would only look blurred.
_MOST_ENLARGED = 2.0


def with_logo(image: Image.Image, logo: Image.Image, placement: LogoPlacement) -> Image.Image:
    """Return the picture with the logo on it, as RGBA; see-through grounds become as opaque as the logo is there.

    The logo takes its share of the picture's width and at most a quarter of its height, keeps its proportions, is made
    at most twice as large as it is, and stands 3 % of the width away from the edges.
    """
    size = _size(image.size, logo.size, placement.size.share)
    stamp = logo.resize(size, Image.Resampling.LANCZOS)
    if placement.opacity < 100:
        alpha = stamp.getchannel("A").point(lambda value: round(value * placement.opacity / 100))
        stamp.putalpha(alpha)
    stamped = image.convert("RGBA")
    stamped.alpha_composite(stamp, _place(image.size, size, placement.position))
    return stamped


def _size(picture: tuple[int, int], logo: tuple[int, int], share: float) -> tuple[int, int]:
    scale = min(picture[0] * share / logo[0], picture[1] * _MOST_OF_HEIGHT / logo[1], _MOST_ENLARGED)
    return max(round(logo[0] * scale), 1), max(round(logo[1] * scale), 1)


def _place(picture: tuple[int, int], logo: tuple[int, int], position: LogoPosition) -> tuple[int, int]:
    """Return where the logo's top left corner goes. Nothing is cut off where padding leaves too little room."""
    padding = round(picture[0] * _PADDING)
    free = picture[0] - logo[0], picture[1] - logo[1]
    if position is LogoPosition.CENTER:
        return free[0] // 2, free[1] // 2
    is_left = position in (LogoPosition.TOP_LEFT, LogoPosition.BOTTOM_LEFT)
    is_top = position in (LogoPosition.TOP_LEFT, LogoPosition.TOP_RIGHT)
    return _inside(padding if is_left else free[0] - padding, free[0]), _inside(
        padding if is_top else free[1] - padding, free[1]
    )


def _inside(wanted: int, free: int) -> int:
    return max(min(wanted, free), 0)
