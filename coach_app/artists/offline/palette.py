"""Colours as OKLCH ramps: from one colour of the subject to its light, its shade and its ink."""

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin


@dataclass(frozen=True, slots=True)
class Ramp:
    """Hex colours of one surface. `ink` draws every line on it: dark, shifted in hue, never black."""

    base: str
    light: str
    highlight: str
    shade: str
    deep: str
    ink: str


@dataclass(frozen=True, slots=True)
class Oklch:
    """Lightness 0-1, chroma 0-0.4, hue in radians. Source: Björn Ottosson's OKLab, read 2026-11."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def from_hex(cls, colour: str) -> "Oklch":
        red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
        long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
        medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
        short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
        return cls(lightness, hypot(a, b), atan2(b, a))

    def to_hex(self) -> str:
        """Return the nearest colour on screens: chroma is given up until it fits, lightness and hue are kept."""
        chroma = self.chroma
        while True:
            parts = _rgb(self.lightness, chroma, self.hue)
            if chroma < 0.001 or all(-0.0005 <= part <= 1.0005 for part in parts):
                return "#" + "".join(f"{round(255 * _encoded(min(max(part, 0.0), 1.0))):02x}" for part in parts)
            chroma *= 0.96

    def moved(self, lightness: float, chroma: float = 1.0, hue: float = 0.0) -> "Oklch":
        """Return a colour `lightness` lighter, with `chroma` times the chroma, turned by `hue` degrees."""
        return Oklch(min(max(self.lightness + lightness, 0.0), 1.0), self.chroma * chroma, self.hue + hue * pi / 180)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shade_turn(hue: float) -> float:
    """Degrees towards purple (hue 300°), by the shorter way: shadows turn cool, warm yellows turn to orange first."""
    degrees = (hue * 180 / pi) % 360
    if 50 <= degrees <= 115:
        return -16.0
    away = (300 - degrees + 180) % 360 - 180
    return max(min(away, 12.0), -12.0)


def ramp(colour: str) -> Ramp:
    """Return the ramp around a colour (#rrggbb). Very dark and very light colours are pulled in, so that shade, ink
    and highlight stay visible on them."""
    given = Oklch.from_hex(colour)
    base = Oklch(min(max(given.lightness, 0.36), 0.955), given.chroma, given.hue)
    turn = _shade_turn(base.hue)
    is_pale = base.lightness > 0.9
    return Ramp(
        base=base.to_hex(),
        light=base.moved(0.075, 0.9, -turn / 2).to_hex(),
        highlight=base.moved(0.17, 0.55, -turn / 2).to_hex(),
        shade=base.moved(-0.085 if is_pale else -0.115, 1.6 if is_pale else 1.02, turn).to_hex(),
        deep=base.moved(-0.24, 1.1, turn * 1.4).to_hex(),
        ink=Oklch(0.235, min(0.028 + base.chroma * 0.3, 0.075), base.hue + turn * 1.6 * pi / 180).to_hex(),
    )


def lighter(colour: str, by: float, chroma: float = 1.0) -> str:
    """Return a colour `by` lighter (negative: darker), in OKLCH lightness."""
    return Oklch.from_hex(colour).moved(by, chroma).to_hex()


def mixed(first: str, second: str, share: float) -> str:
    """Return `first` with `share` of `second` in it."""
    parts = (
        round(int(first[place : place + 2], 16) * (1 - share) + int(second[place : place + 2], 16) * share)
        for place in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance. Source: WCAG 2.2, read 2026-11."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return WCAG's contrast ratio of two colours, 1 to 21."""
    darker, brighter = sorted((luminance(first), luminance(second)))
    return (brighter + 0.05) / (darker + 0.05)


def readable_on(colour: str, ground: str, ratio: float = 4.5) -> str:
    """Return the colour, as much lighter as it takes to be read on a dark ground."""
    step = 0.0
    while contrast(found := lighter(colour, step) if step else colour, ground) < ratio and step < 1.0:
        step += 0.03
    return found


def apart(first: str, second: str) -> float:
    """Return how far apart two colours look, 0 to about 1: their distance in OKLab."""
    one, other = Oklch.from_hex(first), Oklch.from_hex(second)
    across = one.chroma * cos(one.hue) - other.chroma * cos(other.hue)
    down = one.chroma * sin(one.hue) - other.chroma * sin(other.hue)
    return hypot(one.lightness - other.lightness, across, down)
