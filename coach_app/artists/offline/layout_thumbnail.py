"""Lays a thumbnail out: scene, glow, figure in the right third, huge words on the left, vignette."""

from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.figure import layers
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.lettering import lettering
from coach_app.artists.offline.manners import Manner, manner
from coach_app.artists.offline.probe import extent_of
from coach_app.artists.offline.render import View, png, rasterise
from coach_app.artists.offline.shapes import Group, Nodes, moved
from coach_app.artists.offline.stage import Light, ground, slant
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.artists.offline.words import Words, notes_of, small_words, title_words
from coach_app.domain.ports import Picture
from coach_app.domain.vocabulary import Action

_FRAME: View = (0.0, 0.0, 1280.0, 720.0)
_OUTLINE = 9.0
# The figure's middle, how far it may reach to each side, and where its head's upper end may stand.
_MIDDLE_X, _REACH, _TOP = 962.0, 316.0, 26.0
_TEXT_LEFT, _TEXT_WIDTH, _TEXT_HEIGHT = 46.0, 628.0, 606.0


def thumbnail(commission: Commission) -> Picture:
    kind, wish, pose = commission.kind, commission.wish, commission.pose
    title = title_words(wish, manner(wish, pose).font)
    small = small_words(wish, title.font)
    svg = thumbnail_svg(wish, pose, title, small, kind.master_width_px, kind.master_height_px)
    return Picture(master=png(rasterise(svg)), note=notes_of(title, small))


def thumbnail_svg(wish: Wish, pose: Pose, title: Words, small: Words, width_px: int, height_px: int) -> str:
    chosen = manner(wish, pose)
    writer = SvgWriter()
    figure: Nodes = tuple(node for layer in layers(wish, pose, Detail.FULL, is_dressed=True) for node in layer.nodes)
    x = _MIDDLE_X if title.text else 640.0
    placed = _placed(wish, figure, x)
    light = Light(x, 350, 430, 400)
    words = _words(wish, chosen, title, small)
    body = (
        writer.write(ground(wish, pose, chosen, (x, 330.0), light))
        + writer.outline(placed, "#ffffff", _OUTLINE)
        + writer.write(placed)
        + writer.write(words)
    )
    return writer.document(body, _FRAME, width_px, height_px)


def _placed(wish: Wish, figure: Nodes, x: float) -> Nodes:
    """Return the figure grown to the frame: as wide as its third takes, its bust below the lower edge."""
    drawn = extent_of(figure)
    if wish.species is None:
        return (moved(figure, x, 372.0, scale=min(600.0 / drawn.width, 640.0 / drawn.height)),)
    scale = max(min(1.6, _REACH / max(-drawn.left, drawn.right)), 1.3)
    # The chin has to leave room for what the paws hold.
    lowest = 372.0 if wish.action and wish.action is not Action.CHEER else 420.0
    y = min(max(_TOP - drawn.top * scale, 270.0), lowest)
    return (moved(figure, x, y, scale=scale),)


def _words(wish: Wish, chosen: Manner, words: Words, small_words: Words) -> Nodes:
    if not words.text:
        return ()
    height = _TEXT_HEIGHT - (86.0 if small_words.text else 0.0)
    title = lettering(words.text, words.font, _TEXT_WIDTH, height, chosen.letters, has_accent=True, is_left=True)
    middle = _TEXT_LEFT + _TEXT_WIDTH / 2
    turn, skew = slant(words.font, is_quiet=wish.scheme.is_quiet)
    y = 360.0 - (40.0 if small_words.text else 0.0)
    nodes: Nodes = (Group(title.nodes, x=middle, y=y, turn=turn, skew=skew),)
    if small_words.text:
        small = lettering(
            small_words.text, small_words.font, _TEXT_WIDTH * 0.86, 60.0, chosen.letters, has_accent=False, is_left=True
        )
        lower = y + title.height / 2 + small.height / 2 + 34
        nodes = (*nodes, Group(small.nodes, x=_TEXT_LEFT + _TEXT_WIDTH * 0.43, y=lower, turn=turn))
    return nodes
