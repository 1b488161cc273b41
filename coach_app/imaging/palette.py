"""The main colours of a picture."""

from math import sqrt

from PIL import Image

_LOOKED_AT_PX = 128
_SEEN_ALPHA = 128
_QUANTISED = 16
_MOST, _FEWEST = 5, 3
# Colours nearer than this (of about 765) look alike; what covers less than the share is an edge's blend.
_NEAR = 60.0
_LEAST_SHARE = 0.02

Colour = tuple[int, int, int]


def main_colours(image: Image.Image) -> tuple[str, ...]:
    """Return up to five colours as #rrggbb, the most frequent first; see-through pixels don't count.

    Flat pictures give as few as they have.
    """
    pixels = _seen_pixels(image)
    if not pixels:
        return ()
    line = Image.new("RGB", (len(pixels), 1))
    line.putdata(pixels)
    quantised = line.quantize(_QUANTISED, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    table = quantised.getpalette() or []
    counted = [
        (count, (table[at * 3], table[at * 3 + 1], table[at * 3 + 2]))
        for at, count in enumerate(quantised.histogram())
        if count
    ]
    merged = _merged(sorted(counted, reverse=True))
    shares = [(count / len(pixels), colour) for count, colour in merged]
    kept = [colour for place, (share, colour) in enumerate(shares) if share >= _LEAST_SHARE or place < _FEWEST]
    return tuple(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in kept[:_MOST])


def _seen_pixels(image: Image.Image) -> list[Colour]:
    small = image.convert("RGBA")
    small.thumbnail((_LOOKED_AT_PX, _LOOKED_AT_PX), Image.Resampling.BOX)
    data = small.tobytes()
    return [
        (data[place], data[place + 1], data[place + 2])
        for place in range(0, len(data), 4)
        if data[place + 3] >= _SEEN_ALPHA
    ]


def _merged(counted: list[tuple[int, Colour]]) -> list[tuple[int, Colour]]:
    """Add what looks alike to the more frequent of the two; the most frequent first."""
    merged: list[tuple[int, Colour]] = []
    for count, colour in counted:
        near = next((place for place, (_, other) in enumerate(merged) if _distance(colour, other) < _NEAR), None)
        if near is None:
            merged.append((count, colour))
        else:
            merged[near] = (merged[near][0] + count, merged[near][1])
    return sorted(merged, key=lambda item: -item[0])


def _distance(one: Colour, other: Colour) -> float:
    """Distance of two colours as eyes weigh it, by the "redmean" formula (compuphase.com/cmetric.htm)."""
    red_mean = (one[0] + other[0]) / 2
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return sqrt((2 + red_mean / 256) * red**2 + 4 * green**2 + (2 + (255 - red_mean) / 256) * blue**2)
