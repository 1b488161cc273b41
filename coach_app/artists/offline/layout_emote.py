"""Lays an emote out: figure, words, white sticker outline, soft shadow, cut tight to a square, for each size anew."""

from dataclasses import dataclass

from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.figure import Layer, layers, row_of
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.lettering import LetterColours, Title, lettering
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.render import View, crisp_png, extent, png, rasterise, with_shadow, without_pinholes
from coach_app.artists.offline.shapes import Group, Nodes, moved
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.artists.offline.words import title_words
from coach_app.domain.fonts import FontName
from coach_app.domain.ports import Picture
from coach_app.domain.room import LONGEST_WORD_AT_28_PX

_PROBE_VIEW: View = (-420.0, -420.0, 840.0, 960.0)
_PROBE_PX = (224, 256)
_SMALL_PX, _MEDIUM_PX = 40, 80
_CRISP_PX = 64


@dataclass(frozen=True, slots=True)
class Sticker:
    """Widths as shares of the picture's side."""

    outline: float
    shadow: float


# At 28 px the outline is one whole pixel.
_STICKER = {Detail.FACE: Sticker(0.0358, 0.0), Detail.PLAIN: Sticker(0.034, 0.012), Detail.FULL: Sticker(0.028, 0.012)}


def detail_for(size_px: int) -> Detail:
    if size_px < _SMALL_PX:
        return Detail.FACE
    return Detail.PLAIN if size_px < _MEDIUM_PX else Detail.FULL


def emote(commission: Commission) -> Picture:
    wish, pose = commission.wish, commission.pose
    words = title_words(wish, FontName.LUCKIEST_GUY)
    font, text = words.font, words.text
    return Picture(
        master=_emote_png(wish, pose, font, text, commission.kind.master_width_px),
        renditions={size: _emote_png(wish, pose, font, text, size[0]) for size in commission.sizes},
        note=words.note,
    )


def _emote_png(wish: Wish, pose: Pose, font: FontName, text: str, size_px: int) -> bytes:
    """Return the emote as PNG of `size_px` squared, with as much in it as the size can show."""
    image = without_pinholes(rasterise(emote_svg(wish, pose, font, text, size_px)))
    shadow = _STICKER[detail_for(size_px)].shadow
    if shadow:
        image = with_shadow(image, blur_px=shadow * 0.42 * size_px, drop_px=round(shadow * 0.5 * size_px))
    return crisp_png(image) if size_px <= _CRISP_PX else png(image)


def emote_svg(wish: Wish, pose: Pose, font: FontName, text: str, size_px: int) -> str:
    """Return the emote as an SVG document of `size_px` squared."""
    detail = detail_for(size_px)
    nodes = _nodes(wish, pose, font, text, detail)
    writer = SvgWriter()
    body = writer.write(nodes)
    probe = rasterise(writer.document(body, _PROBE_VIEW, *_PROBE_PX))
    inked = extent(probe, _PROBE_VIEW)
    sticker = _STICKER[detail]
    margin = sticker.outline + sticker.shadow
    side = max(inked.width, inked.height) / (1 - 2 * margin)
    view = ((inked.left + inked.right - side) / 2, (inked.top + inked.bottom - side) / 2, side, side)
    outline = writer.outline(nodes, "#ffffff", sticker.outline * side)
    return writer.document(outline + body, view, size_px, size_px)


def _nodes(wish: Wish, pose: Pose, font: FontName, text: str, detail: Detail) -> Nodes:
    if detail is Detail.FACE and 0 < len(text) <= LONGEST_WORD_AT_28_PX:
        return _words(wish, font, text, 400, 300).nodes
    shown: list[Layer] = [layer for layer in layers(wish, pose, detail) if layer.detail <= detail]
    nodes: Nodes = tuple(node for layer in shown for node in layer.nodes)
    if detail is Detail.FACE or not text:
        return nodes
    return (*nodes, _placed_words(wish, pose, font, text))


def _placed_words(wish: Wish, pose: Pose, font: FontName, text: str) -> Group:
    """The words, their upper edge a little over the chin, or over what is in the paws."""
    row = row_of(wish)
    chin = row.plan.chin if row else 150.0
    is_short = len(text) <= LONGEST_WORD_AT_28_PX
    title = _words(
        wish, font, text, 340 if is_short else 440, 150.0 if is_short else 128.0 + 36.0 * min(text.count(" "), 2)
    )
    top = chin + (96.0 if wish.action else 14.0)
    return moved(title.nodes, 0, top + title.height / 2, turn=-4 + pose.turn * 0.2)


def _words(wish: Wish, font: FontName, text: str, width: float, height: float) -> Title:
    colours = wish.scheme.letters or LetterColours(ink=ramp(wish.accent or "#6a3df0").ink)
    return lettering(text, font, width, height, colours, has_accent=False)
