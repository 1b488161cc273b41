"""Letters as outlines: reads glyphs from the installed fonts, so that text reaches a picture as path data only."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from coach_app.artists.offline.font_files import FILES, font_path
from coach_app.domain.fonts import FontName

# Russo One has Cyrillic letters, Bangers Vietnamese ones: where a family lacks a letter, the whole text changes family.
_FALLBACKS = (FontName.RUSSO_ONE, FontName.BANGERS, FontName.LUCKIEST_GUY)
_TRACKING = 0.015
# fontTools reads a font's tables when they are first asked for, half of which a second thread would see.
_reading = Lock()


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter's outline in ems, y up. `left` to `right` is what is inked."""

    drawing: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    units: int
    advance: float
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class LineOfText:
    """A line as one path, its inked box at the origin: x from 0 to `width`, y from 0 to `height`."""

    d: str
    width: float
    height: float


@lru_cache(maxsize=16)
def _font_file(name: FontName, part: str) -> tuple[TTFont, dict[int, str]]:
    font = TTFont(font_path(name, part), lazy=True)
    return font, font.getBestCmap()


@lru_cache(maxsize=512)
def _glyph(name: FontName, letter: str) -> Glyph | None:
    with _reading:
        return _read_glyph(name, letter)


def _read_glyph(name: FontName, letter: str) -> Glyph | None:
    for part in FILES[name]:
        font, letters = _font_file(name, part)
        if ord(letter) in letters:
            glyphs, glyph_name = font.getGlyphSet(), letters[ord(letter)]
            pen, bounds = DecomposingRecordingPen(glyphs), BoundsPen(glyphs)
            glyphs[glyph_name].draw(pen)
            glyphs[glyph_name].draw(bounds)
            units = int(font["head"].unitsPerEm)
            advance = glyphs[glyph_name].width / units
            box = bounds.bounds or (0.0, 0.0, 0.0, 0.0)
            return Glyph(
                tuple(pen.value), units, advance, (box[0] / units, box[1] / units, box[2] / units, box[3] / units)
            )
    return None


def writable(text: str, wanted: FontName) -> tuple[FontName, str, str]:
    """Return the font to use, the text as far as a font has its letters, and the letters that none has."""
    best = min((wanted, *_FALLBACKS), key=lambda name: sum(_glyph(name, letter) is None for letter in text))
    kept = "".join(letter if _glyph(best, letter) else " " for letter in text)
    lost = "".join(dict.fromkeys(letter for letter in text if not letter.isspace() and _glyph(best, letter) is None))
    return best, " ".join(kept.split()), lost


def set_line(text: str, name: FontName, size: float) -> LineOfText:
    """Return a line of letters `size` units per em, close together. The letters have to be `writable`."""
    glyphs: Sequence[Glyph] = [glyph for letter in text if (glyph := _glyph(name, letter))]
    inked = [glyph for glyph in glyphs if glyph.bounds[3] > glyph.bounds[1]]
    if not inked:
        return LineOfText("", 0.0, 0.0)
    top, bottom = max(glyph.bounds[3] for glyph in inked), min(glyph.bounds[1] for glyph in inked)
    starts, x = [], 0.0
    for glyph in glyphs:
        starts.append(x)
        x += glyph.advance + _TRACKING
    left = min(start + glyph.bounds[0] for start, glyph in zip(starts, glyphs, strict=True) if glyph in inked)
    right = max(start + glyph.bounds[2] for start, glyph in zip(starts, glyphs, strict=True) if glyph in inked)
    svg = SVGPathPen(None, ntos=lambda value: f"{value:.1f}")
    for start, glyph in zip(starts, glyphs, strict=True):
        scale = size / glyph.units
        pen = TransformPen(svg, (scale, 0, 0, -scale, (start - left) * size, top * size))
        for step, points in glyph.drawing:
            getattr(pen, step)(*points)
    return LineOfText(svg.getCommands(), (right - left) * size, (top - bottom) * size)
