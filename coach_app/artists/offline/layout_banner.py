"""Lays a banner out: scene to every edge, figure and words inside what platforms leave visible."""

from math import radians, tan

from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.lettering import Title, lettering
from coach_app.artists.offline.manners import Manner, manner
from coach_app.artists.offline.placing import Placed, placed_figure
from coach_app.artists.offline.render import View, png, rasterise
from coach_app.artists.offline.scenes.frame import HEIGHT, WIDTH
from coach_app.artists.offline.shapes import Group, Nodes
from coach_app.artists.offline.stage import Light, ground, slant
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.visible_area import Area, visible_area, words_area
from coach_app.artists.offline.wishes import Wish
from coach_app.artists.offline.words import Words, notes_of, small_words, title_words
from coach_app.domain.ports import Picture

# Scenes have their horizon below the middle: a wide crop shows more of what lies over it.
_CROP = 0.62
_FIGURE_X = 0.78
_GAP = 40.0
_INK = 22.0
# Words that stand alone keep air around them.
_ALONE = 0.84
# As many letters as two lines hold.
_SHORT = 24
_STRIP = 260.0


def banner(commission: Commission) -> Picture:
    chosen = manner(commission.wish, commission.pose)
    title = title_words(commission.wish, chosen.font)
    small = small_words(commission.wish, title.font)
    svg = banner_svg(commission, chosen, title, small)
    return Picture(master=png(rasterise(svg)), note=notes_of(title, small))


def banner_svg(commission: Commission, chosen: Manner, title: Words, small: Words) -> str:
    kind, wish = commission.kind, commission.wish
    view = _crop(kind.master_width_px / kind.master_height_px)
    seen = visible_area(kind, view)
    x = seen.left + seen.width * (_FIGURE_X if title.text and wish.has_figure else 0.5)
    centre = (x, seen.top + seen.height * 0.48)
    reach = seen.height / HEIGHT
    light = Light(*centre, 430 * reach + 60, 400 * reach + 60)
    placed = placed_figure(wish, commission.pose, seen, x, view) if wish.has_figure else None
    area = words_area(kind, view, seen, placed.left if placed else seen.right)
    writer = SvgWriter()
    body = writer.write(ground(wish, commission.pose, chosen, centre, light))
    if placed:
        body += _written(writer, placed, 9.0 * min(1.0, reach + 0.2))
    body += writer.write(banner_words(wish, chosen, (title, small), area))
    return writer.document(body, view, kind.master_width_px, kind.master_height_px)


def _crop(shape: float) -> View:
    """Return the part of a scene that has this shape, width to height."""
    width, height = min(WIDTH, HEIGHT * shape), min(HEIGHT, WIDTH / shape)
    return (WIDTH - width) / 2, (HEIGHT - height) * _CROP, width, height


def _written(writer: SvgWriter, placed: Placed, outline: float) -> str:
    figure = writer.outline(placed.figure, "#ffffff", outline) + writer.write(placed.figure)
    if not placed.clip:
        return figure
    return writer.write(placed.behind) + writer.clipped(figure, placed.clip) + writer.write(placed.over)


def banner_words(wish: Wish, chosen: Manner, words: tuple[Words, Words], area: Area) -> Nodes:
    """Return title and small line as one block in the middle of their area's height."""
    title, small = words
    if not title.text:
        return ()
    is_beside = wish.has_figure
    # In a strip, lines that are as high as it allows may be short: they stand in the middle of what is left.
    is_left = is_beside and area.height > _STRIP
    turn, skew = (part * 0.5 for part in slant(title.font, is_quiet=wish.scheme.is_quiet))
    room = (area.height - _INK) * (0.65 if small.text else 0.78)
    # What ink and slant add has to stay inside as well.
    inset = _INK * min(1.0, area.height / 400) + tan(radians(-skew)) * room / 2
    left, right = area.left + inset, area.right - inset - (_GAP * min(1.0, area.height / 400) if is_beside else 0.0)
    width = (right - left) * (1.0 if is_beside else _ALONE)
    lines = 2 if len(title.text) <= _SHORT else 3
    block = lettering(
        title.text, title.font, width, room, chosen.letters, has_accent=True, is_left=is_left, most_lines=lines
    )
    below = lettering(
        small.text, small.font, width * 0.94, min(area.height * 0.13, 58.0), chosen.letters, has_accent=False,
        is_left=is_left, most_lines=1,
    )  # fmt: skip
    return _block(block, below, ((left + right) / 2, area.middle[1]), (turn, skew), width * 0.03 * is_left, area)


def _block(
    title: Title, small: Title, middle: tuple[float, float], slanted: tuple[float, float], shift: float, area: Area
) -> Nodes:
    gap = area.height * 0.09 if small.nodes else 0.0
    x, y = middle
    top = y - (title.height + gap + small.height) / 2
    turn, skew = slanted
    return (
        Group(title.nodes, x=x, y=top + title.height / 2, turn=turn, skew=skew),
        Group(small.nodes, x=x - shift, y=top + title.height + gap + small.height / 2, turn=turn),
    )
