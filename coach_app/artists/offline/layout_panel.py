"""Lays a panel out: picture on the left of a slanted line, label on the right; drawn for each size anew."""

from dataclasses import replace

from coach_app.artists.offline import props
from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.figure import backdrop_colour, layers, wear
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.lettering import LetterColours, lettering
from coach_app.artists.offline.manners import ground_colour, manner
from coach_app.artists.offline.palette import Oklch, apart, ramp
from coach_app.artists.offline.panel_frame import BORDER, HEIGHT, PanelColours, panel_border, panel_ground
from coach_app.artists.offline.probe import extent_of
from coach_app.artists.offline.render import png, rasterise
from coach_app.artists.offline.shapes import Nodes, moved
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.words import Words, notes_of, small_words, title_words
from coach_app.domain.fonts import FontName
from coach_app.domain.ports import Picture, Size
from coach_app.domain.vocabulary import Action, Scene

_COLOURS = ("#6d3bf0", "#0e8f86", "#d63384", "#2266e3", "#d9541e", "#2f8f3a")
_BORDERS = ("#ffd23d", "#8fd8ff", "#ff9ad5", "#8ff0b0")
_OUTLINE = 9.0
_PADDING = 42.0
# How much of the width belongs to the picture: a long panel gives its words more.
_NARROW_SHARE, _LONG_SHARE, _LONG = 0.35, 0.285, 2.6
_ICON = 0.6


def panel(commission: Commission) -> Picture:
    kind = commission.kind
    title = title_words(commission.wish, _font(commission))
    small = small_words(commission.wish, title.font)
    sizes = {size: panel_svg(commission, title, small, size) for size in commission.sizes}
    master = panel_svg(commission, title, small, (kind.master_width_px, kind.master_height_px))
    return Picture(
        master=png(rasterise(master)),
        renditions={size: png(rasterise(svg)) for size, svg in sizes.items()},
        note=notes_of(title, small),
    )


def _font(commission: Commission) -> FontName:
    """Return the letters of the scene that was asked for; without one, friendly ones that read small."""
    chosen = manner(commission.wish, commission.pose)
    is_plain = chosen.scene is Scene.SUNBURST and chosen.font is FontName.BANGERS
    return FontName.LILITA_ONE if is_plain else chosen.font


def panel_svg(commission: Commission, title: Words, small: Words, size: Size) -> str:
    """Return the panel as an SVG document of this size."""
    width = HEIGHT * size[0] / size[1]
    colours = _colours(commission)
    has_figure = commission.wish.has_figure
    divider = width * (_LONG_SHARE if width / HEIGHT > _LONG else _NARROW_SHARE) if has_figure and title.text else 0.0
    picture = _picture(commission, BORDER, divider or width - BORDER) if has_figure else ()
    writer = SvgWriter()
    body = (
        writer.write(panel_ground(width, divider, colours, commission.pose.number))
        + writer.outline(picture, "#ffffff", _OUTLINE)
        + writer.write(picture)
        + writer.write((*panel_border(width, colours), *_label(commission, title, small, divider, width)))
    )
    return writer.document(body, (0.0, 0.0, width, HEIGHT), *size)


def _colours(commission: Commission) -> PanelColours:
    """Return the channel's colours, else those that words name, else ones that suit the picture."""
    wish, number = commission.wish, commission.pose.number
    if wish.scheme.ground:
        main = wish.scheme.ground.main
        return PanelColours(ramp(main), ramp(main), ramp(wish.scheme.ground.beside(main)))
    named = wish.accent or wish.ground or (None if wish.species else wish.colour)
    base = _deep_enough(named or (_behind_mascot(commission) if wish.species else _COLOURS[number % len(_COLOURS)]))
    border = max(_BORDERS, key=lambda colour: _hue_apart(colour, base)) if number % 2 else _BORDERS[0]
    if apart(border, base) < 0.2:
        border = _BORDERS[1]
    return PanelColours(ramp(base), ramp(base), ramp(border))


def _deep_enough(colour: str) -> str:
    """A pale colour would take the light from white letters and from the border; white itself is somebody's wish."""
    given = Oklch.from_hex(colour)
    return Oklch(min(given.lightness, 0.7), given.chroma, given.hue).to_hex() if given.chroma > 0.04 else colour


def _behind_mascot(commission: Commission) -> str:
    """Return the face's colour, else one that its clothes do not have."""
    wish, pose = commission.wish, commission.pose
    found = ground_colour(wish, pose)
    return found if found != wear(wish, pose) else backdrop_colour(wish, replace(pose, number=pose.number + 1))


def _hue_apart(first: str, second: str) -> float:
    turn = Oklch.from_hex(first).hue - Oklch.from_hex(second).hue
    return abs((turn + 3.1416) % 6.2832 - 3.1416)


def _picture(commission: Commission, left: float, right: float) -> Nodes:
    wish, pose, room = commission.wish, commission.pose, right - left
    x = (left + right) / 2
    if wish.species is None:
        icon = props.icon(wish.hero, min(HEIGHT * _ICON, room * 0.78), 9.0)
        return (moved((icon,), x, HEIGHT / 2, turn=-8 + pose.turn),)
    shown = layers(wish, pose, Detail.FULL, is_dressed=True)
    figure: Nodes = tuple(node for layer in shown for node in layer.nodes)
    drawn = extent_of(figure)
    # The chin has to leave room for what the paws hold.
    chin = 0.62 if wish.action and wish.action is not Action.CHEER else 0.8
    head = 122.0 - drawn.top
    scale = min(HEIGHT * (chin - 0.09) / head, room * 0.58 / max(-drawn.left, drawn.right))
    y = HEIGHT * chin - 122.0 * scale
    return (moved(figure, x, y, scale=scale),)


def _label(commission: Commission, title: Words, small: Words, divider: float, width: float) -> Nodes:
    if not title.text:
        return ()
    wish = commission.wish
    left = divider + _PADDING if divider else BORDER + _PADDING
    right = width - BORDER - _PADDING
    room, middle = right - left, (left + right) / 2
    ink = _colours(commission).field.ink
    colours = wish.scheme.letters or LetterColours(ink=ink)
    height = 150.0 if small.text else 196.0
    words = lettering(title.text, title.font, room, height, colours, has_accent=False)
    if not small.text:
        return (moved(words.nodes, middle, HEIGHT / 2 - 4),)
    below = lettering(small.text, small.font, room, 46.0, colours, has_accent=False, most_lines=1)
    gap = 26.0
    top = HEIGHT / 2 - (words.height + gap + below.height) / 2
    return (
        moved(words.nodes, middle, top + words.height / 2 - 4),
        moved(below.nodes, middle, top + words.height + gap + below.height / 2),
    )
