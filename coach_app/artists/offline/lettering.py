"""Words as a sticker title: broken into lines, fitted to a box, and layered with shadow, ink, colour and gloss."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from coach_app.artists.offline.curves import commands
from coach_app.artists.offline.fonts import LineOfText, set_line
from coach_app.artists.offline.shapes import Gradient, Group, Nodes, Path, clipped, mark, moved, vertical
from coach_app.domain.fonts import FontName

MAX_LINES = 4
_GAP = 0.16
# A line set this much larger than another looks like two titles.
_MAX_RATIO = 1.75
_EM = 100.0
# A heavier line round huge letters would only darken the picture.
_MAX_INK = 44.0
_LONELY_LETTERS = 2


@dataclass(frozen=True, slots=True)
class LetterColours:
    """`top` to `bottom` fill the letters, `accent_…` those of the highlighted line; `ink` is line and shadow."""

    top: str = "#ffffff"
    bottom: str = "#dfe0ff"
    accent_top: str = "#fff06b"
    accent_bottom: str = "#ffa41b"
    ink: str = "#1c0b2e"


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    line: LineOfText
    size: float


@dataclass(frozen=True, slots=True)
class Title:
    """Drawn words, centred on the origin; `height` is what their letters take."""

    nodes: Nodes
    height: float


def lettering(text: str, font: FontName, width: float, height: float, colours: LetterColours, *,
              has_accent: bool, is_left: bool = False, most_lines: int = MAX_LINES) -> Title:  # fmt: skip
    """Return the text within a box around the origin (`is_left`: lines start at its left edge)."""
    rows = broken_into_rows(text, font, width, height, most_lines)
    if not rows:
        return Title((), 0.0)
    total = sum(row.line.height for row in rows) + sum(_gap(row) for row in rows[:-1])
    accent = _accent_row(rows) if has_accent and len(rows) > 1 else -1
    shadows: list[Group] = []
    faces: list[Group] = []
    y = -total / 2
    for place, row in enumerate(rows):
        x = -width / 2 if is_left else -row.line.width / 2
        fill = (
            vertical(colours.accent_top, colours.accent_bottom)
            if place == accent
            else vertical(colours.top, colours.bottom)
        )
        ink = min(row.size * 0.2, _MAX_INK)
        depth = min(row.size * 0.09, _MAX_INK * 0.45)
        under = Path(row.line.d, fill=colours.ink, stroke=colours.ink, stroke_width=ink)
        shadows.append(moved((moved((under,), depth * 0.55, depth), under), x, y))
        faces.append(moved((mark(row.line.d, fill), _gloss(row.line)), x, y))
        y += row.line.height + _gap(row)
    return Title((*shadows, *faces), total)


def _gloss(row: LineOfText) -> Group:
    right, edge = row.width + 20, row.height * 0.42
    upper = commands("M", -20, -20, "H", right, "V", edge, "Q", row.width / 2, row.height * 0.5, -20, edge, "Z")
    fill = Gradient(((0.0, "#ffffff", 0.75), (1.0, "#ffffff", 0.2)))
    return clipped((mark(upper, fill),), row.d)


def _gap(row: Row) -> float:
    return row.size * _GAP


def _accent_row(rows: list[Row]) -> int:
    """The line with a digit, else the last."""
    return next(
        (place for place, row in enumerate(rows) if any(letter.isdigit() for letter in row.text)), len(rows) - 1
    )


def _splits(words: list[str], most_lines: int) -> Iterator[list[str]]:
    for count in range(min(most_lines, len(words))):
        for cuts in combinations(range(1, len(words)), count):
            edges = [0, *cuts, len(words)]
            yield [" ".join(words[start:end]) for start, end in pairwise(edges)]


def broken_into_rows(text: str, font: FontName, width: float, height: float, most_lines: int = MAX_LINES) -> list[Row]:
    """Return the best of all ways to break the text: large letters first, even lines next, no lonely short ones."""
    words = _short_words(text)
    if not words:
        return []
    measured: dict[str, LineOfText] = {}
    best: tuple[float, list[float], list[str]] = (-1e9, [], [])
    for lines in _splits(words, most_lines):
        for part in lines:
            if part not in measured:
                measured[part] = set_line(part, font, _EM)
        sizes = _sizes([measured[part] for part in lines], width, height)
        heights = [measured[part].height * size / _EM for part, size in zip(lines, sizes, strict=True)]
        lonely = sum(tall * 0.3 for part, tall in zip(lines, heights, strict=True) if len(part) <= _LONELY_LETTERS)
        score = min(heights) + 0.35 * sum(heights) - (lonely if len(lines) > 1 else 0.0)
        if score > best[0]:
            best = (score, sizes, lines)
    return [Row(part, set_line(part, font, size), size) for part, size in zip(best[2], best[1], strict=True)]


def _sizes(lines: list[LineOfText], width: float, height: float) -> list[float]:
    """Return each line's size: as wide as the box, none far larger than the smallest, together within its height."""
    sizes = [_EM * width / line.width for line in lines]
    sizes = [min(size, min(sizes) * _MAX_RATIO) for size in sizes]
    total = sum(line.height * size / _EM for line, size in zip(lines, sizes, strict=True))
    total += sum(size * _GAP for size in sizes[:-1])
    shrink = min(height / total, 1.0)
    return [size * shrink for size in sizes]


def _short_words(text: str, longest: int = 18, most: int = 9) -> list[str]:
    """Return the words; an endless one is cut into pieces, and very long texts are joined to a few groups."""
    words = [word[start : start + longest] for word in text.split() for start in range(0, len(word), longest)]
    while len(words) > most:
        place = min(range(len(words) - 1), key=lambda index: len(words[index]) + len(words[index + 1]))
        words[place : place + 2] = [" ".join(words[place : place + 2])]
    return words
