"""From the colours of a picture to those of a brand kit."""

from collections.abc import Mapping, Sequence
from colorsys import rgb_to_hls

from coach_app.domain.brand_looks import PRIMARY_ROLES, ColourRole

_LIGHT, _DARK = 0.85, 0.2
_COLOURFUL = 0.25


def suggested_colours(palette: Sequence[str]) -> Mapping[ColourRole, str]:
    """Return roles for a picture's colours, given the most frequent first: the first colourful one is the main colour,
    the lightest and the darkest serve words and grounds, what is left fills the other roles."""
    left = list(dict.fromkeys(palette))
    if not left:
        return {}
    chosen = {ColourRole.MAIN: next(filter(_is_colourful, left), left[0])}
    left.remove(chosen[ColourRole.MAIN])
    lightest, darkest = max(left, key=_lightness, default=None), min(left, key=_lightness, default=None)
    if lightest and _lightness(lightest) >= _LIGHT:
        chosen[ColourRole.LIGHT] = lightest
        left.remove(lightest)
    if darkest and darkest in left and _lightness(darkest) <= _DARK:
        chosen[ColourRole.DARK] = darkest
        left.remove(darkest)
    free = (role for role in (*PRIMARY_ROLES, ColourRole.ACCENT) if role not in chosen)
    chosen.update(zip((role for role in free if role not in (ColourRole.LIGHT, ColourRole.DARK)), left, strict=False))
    return {role: chosen[role] for role in ColourRole if role in chosen}


def _is_colourful(colour: str) -> bool:
    lightness = _lightness(colour)
    return _saturation(colour) >= _COLOURFUL and _DARK < lightness < _LIGHT


def _lightness(colour: str) -> float:
    return rgb_to_hls(*_shares(colour))[1]


def _saturation(colour: str) -> float:
    return rgb_to_hls(*_shares(colour))[2]


def _shares(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255
