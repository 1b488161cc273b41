"""Lays a badge out: a metal frame, the face in it, a few letters on a ribbon; drawn for each size anew."""

from dataclasses import dataclass

from coach_app.artists.offline import props
from coach_app.artists.offline.badge_frames import METAL_COLOURS, MIDDLES, frame, ribbon
from coach_app.artists.offline.badge_words import Frame, Metal, badge_words, frame_of, metal_of
from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.figure import backdrop_colour, mascot, whole_head
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.lettering import LetterColours, lettering
from coach_app.artists.offline.palette import Oklch, Ramp, contrast, lighter, ramp
from coach_app.artists.offline.probe import extent_of
from coach_app.artists.offline.render import View, crisp_png, extent, png, rasterise
from coach_app.artists.offline.shapes import Nodes, moved
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.words import Words
from coach_app.domain.contrast import CHAT_DARK, SEEN_RATIO
from coach_app.domain.fonts import FontName
from coach_app.domain.ports import Picture

_PROBE_VIEW: View = (-420.0, -420.0, 840.0, 840.0)
_PROBE_PX = (210, 210)
_TINY_PX, _SMALL_PX, _CRISP_PX = 24, 48, 72
_ALIKE_HUES = 0.9
# A line of one pixel loses some of its contrast to the pixels beside it.
_RIM_RATIO = 1.3 * SEEN_RATIO


@dataclass(frozen=True, slots=True)
class Room:
    """What a size leaves for the face, in the frame's 512 units: its height without and with a ribbon below it, its
    width as a share of that, and the width of the white line around it."""

    face: float
    face_over_ribbon: float
    breadth: float
    outline: float


# The fewer pixels, the more of them the face takes. Gills and whiskers may stand over the rim, but not at 18 px, where
# nothing of it would be left beside them.
_ROOMS = {
    Detail.TINY: Room(374.0, 374.0, 1.04, 0.0),
    Detail.PLAIN: Room(368.0, 330.0, 1.1, 9.0),
    Detail.FULL: Room(344.0, 300.0, 1.1, 9.0),
}
# A badge shows no small effects, at any size.
_FACES = {Detail.TINY: Detail.TINY, Detail.PLAIN: Detail.FACE, Detail.FULL: Detail.PLAIN}


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge as it was understood."""

    frame: Frame
    metal: Ramp
    field: Ramp
    words: Words


def badge(commission: Commission) -> Picture:
    words = badge_words(commission.brief, commission.wish.scheme.title_font, FontName.LUCKIEST_GUY)
    field = backdrop_colour(commission.wish, commission.pose)
    frame_kind = frame_of(commission.brief, commission.pose.number)
    wanted = Badge(frame_kind, _metal_ramp(_rim_colour(commission, field)), ramp(field), words)
    return Picture(
        master=_badge_png(commission, wanted, commission.kind.master_width_px),
        renditions={size: _badge_png(commission, wanted, size[0]) for size in commission.sizes},
        note=words.note,
    )


def _rim_colour(commission: Commission, field: str) -> str:
    """Return the tier's metal where one is named, else the channel's colour, else the metal that suits the field."""
    named, ground = metal_of(commission.brief), commission.wish.scheme.ground
    # A dark rim would be lost on a dark page.
    if ground and not named and (rim := ground.beside(field)) != ground.dark:
        return rim
    return METAL_COLOURS[named or _metal_beside(field)]


def _metal_ramp(colour: str) -> Ramp:
    """Return the ramp of a rim, as much lighter as it takes to be seen on a dark page, its shade too."""
    step = 0.0
    while contrast((shades := ramp(lighter(colour, step) if step else colour)).shade, CHAT_DARK) < _RIM_RATIO:
        step += 0.02
    return shades


def _metal_beside(field: str) -> Metal:
    """Gold, but silver around a field that is golden itself."""
    given = Oklch.from_hex(field)
    gold = Oklch.from_hex(METAL_COLOURS[Metal.GOLD])
    away = abs((given.hue - gold.hue + 3.1416) % 6.2832 - 3.1416)
    return Metal.SILVER if away < _ALIKE_HUES and given.chroma > 0.05 else Metal.GOLD


def _detail_for(size_px: int) -> Detail:
    if size_px < _TINY_PX:
        return Detail.TINY
    return Detail.PLAIN if size_px < _SMALL_PX else Detail.FULL


def _badge_png(commission: Commission, wanted: Badge, size_px: int) -> bytes:
    image = rasterise(badge_svg(commission, wanted, size_px))
    return crisp_png(image) if size_px <= _CRISP_PX else png(image)


def badge_svg(commission: Commission, wanted: Badge, size_px: int) -> str:
    """Return the badge as an SVG document of `size_px` squared, with as much in it as the size can show."""
    detail = _detail_for(size_px)
    ground = frame(wanted.frame, wanted.metal, wanted.field, detail)
    words = _words(wanted, commission.wish.scheme.letters or LetterColours(ink=wanted.metal.ink), detail)
    is_text_alone = detail is Detail.TINY and bool(words)
    face = () if is_text_alone else _placed_face(commission, wanted, detail)
    writer = SvgWriter()
    outline = writer.outline(face, "#ffffff", _ROOMS[detail].outline) if _ROOMS[detail].outline else ""
    body = writer.write(ground) + outline + writer.write((*face, *words))
    probe = rasterise(writer.document(body, _PROBE_VIEW, *_PROBE_PX))
    inked = extent(probe, _PROBE_VIEW)
    # Whole pixels: between two of them the line at the edge would be a blur.
    margin = round(commission.kind.padding * size_px) / size_px
    side = max(inked.width, inked.height) / (1 - 2 * margin)
    view = ((inked.left + inked.right - side) / 2, (inked.top + inked.bottom - side) / 2, side, side)
    return writer.document(body, view, size_px, size_px)


def _placed_face(commission: Commission, wanted: Badge, detail: Detail) -> Nodes:
    room = _ROOMS[detail]
    size = room.face_over_ribbon if wanted.words.text else room.face
    y = MIDDLES[wanted.frame] - (46.0 if wanted.words.text else 0.0)
    wish = commission.wish
    if wish.species is None:
        icon = props.icon(wish.hero, size * 0.92, 13.0 if detail is Detail.FULL else 18.0)
        return (moved((icon,), 0, y),)
    drawn = mascot(wish, wish.species, _FACES[detail])
    head = whole_head(wish, commission.pose, drawn)
    inked = extent_of(head)
    scale = min(size / inked.height, size * room.breadth / inked.width)
    x = -(inked.left + inked.right) / 2 * scale
    return (moved(head, x, y - (inked.top + inked.bottom) / 2 * scale, scale=scale),)


def _words(wanted: Badge, colours: LetterColours, detail: Detail) -> Nodes:
    if not wanted.words.text:
        return ()
    if detail is Detail.TINY:
        title = lettering(wanted.words.text, wanted.words.font, 330, 300, colours, has_accent=False)
        return (moved(title.nodes, 0, MIDDLES[wanted.frame]),)
    is_large = detail is Detail.FULL
    y, width, height = (150.0, 400.0, 104.0) if is_large else (150.0, 440.0, 156.0)
    band = ribbon(wanted.metal, y, width, height, detail)
    title = lettering(
        wanted.words.text,
        wanted.words.font,
        width * 0.86,
        height * (0.98 if is_large else 0.8),
        colours,
        has_accent=False,
    )
    return (*band, moved(title.nodes, 0, y + (6.0 if is_large else 8.0)))
