"""Lays a thumbnail out: scene, glow, figure in the right third, huge words on the left, vignette."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coach_app.artists.offline.commission import Commission, lost_letters
from coach_app.artists.offline.figure import accent, layers
from coach_app.artists.offline.fonts import writable
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.lettering import LetterColours, lettering
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.render import Extent, View, extent, png, rasterise
from coach_app.artists.offline.scenes import SCENES
from coach_app.artists.offline.scenes.frame import glow, vignette
from coach_app.artists.offline.shapes import Group, Nodes, moved
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.fonts import FontName
from coach_app.domain.ports import Picture
from coach_app.domain.vocabulary import Action, Expression, Mood, Scene

_FRAME: View = (0.0, 0.0, 1280.0, 720.0)
_PROBE_VIEW: View = (-420.0, -420.0, 840.0, 840.0)
_PROBE_PX = (210, 210)
_OUTLINE = 9.0
# The figure's middle, how far it may reach to each side, and where its head's upper end may stand.
_MIDDLE_X, _REACH, _TOP = 962.0, 316.0, 26.0
_TEXT_LEFT, _TEXT_WIDTH, _TEXT_HEIGHT = 46.0, 628.0, 606.0


@dataclass(frozen=True, slots=True)
class Manner:
    """Which letters and which light go with a scene; "" for the light is the ground's own colour."""

    scene: Scene
    font: FontName
    light: str
    letters: LetterColours


_FIRE = LetterColours(accent_top="#fff06b", accent_bottom="#ff9d1f", ink="#1a0716")
_BLOOD = LetterColours(bottom="#d9d4e4", accent_top="#ff6a5c", accent_bottom="#c40f2b", ink="#14060d")
_WARM = LetterColours(bottom="#fbe9d2", accent_top="#fff0b0", accent_bottom="#ffb347", ink="#2c130c")
_NEON = LetterColours(bottom="#e0d3ff", accent_top="#9bfbff", accent_bottom="#2aa8ff", ink="#150733")
_SWEET = LetterColours(bottom="#ffe3f0", accent_top="#ffe1ef", accent_bottom="#ff77b0", ink="#3b0a2c")

MANNERS: Mapping[Scene, Manner] = {
    Scene.SUNBURST: Manner(Scene.SUNBURST, FontName.BANGERS, "", _FIRE),
    Scene.COZY: Manner(Scene.COZY, FontName.LILITA_ONE, "#ffd79a", _WARM),
    Scene.SYNTHWAVE: Manner(Scene.SYNTHWAVE, FontName.ORBITRON, "#ff8ad8", _NEON),
    Scene.SPACE: Manner(Scene.SPACE, FontName.RUSSO_ONE, "", _FIRE),
    Scene.HORROR: Manner(Scene.HORROR, FontName.CREEPSTER, "#ff6a4d", _BLOOD),
}
_OF_MOOD: Mapping[Mood, Scene] = {
    Mood.COZY: Scene.COZY,
    Mood.SLEEPY: Scene.COZY,
    Mood.CHILL: Scene.SYNTHWAVE,
    Mood.RETRO: Scene.SYNTHWAVE,
    Mood.SPOOKY: Scene.HORROR,
}
_OF_EXPRESSION: Mapping[Expression, Scene] = {
    Expression.COZY: Scene.COZY,
    Expression.SLEEPY: Scene.COZY,
    Expression.SCARED: Scene.HORROR,
    Expression.DEAD: Scene.HORROR,
    Expression.COOL: Scene.SYNTHWAVE,
    Expression.SMUG: Scene.SYNTHWAVE,
    Expression.SHOCKED: Scene.SPACE,
}
_NEBULA = "#8a3ffc"
_FREE_SCENES = (Scene.SUNBURST, Scene.SYNTHWAVE, Scene.SPACE)
_COLOUR_OF: Mapping[Expression, str] = {
    Expression.RAGE: "#f5274e",
    Expression.LOVE: "#ff5fa8",
    Expression.SAD: "#3f7ff0",
    Expression.CRY: "#3f7ff0",
    Expression.HYPE: "#8a3ffc",
    Expression.LAUGH: "#ff8a1f",
    Expression.HAPPY: "#16a8c9",
}


def manner(wish: Wish, pose: Pose) -> Manner:
    """Return the look: the scene named, else the one of the mood or the face."""
    named = wish.scene or (_OF_MOOD.get(wish.mood) if wish.mood else None)
    usual = _OF_EXPRESSION.get(wish.expression, Scene.SUNBURST)
    # Where nothing asks for a scene, another variant may stand in another.
    free = (usual, usual, *(scene for scene in _FREE_SCENES if scene is not usual))
    chosen = MANNERS[named or free[pose.number % len(free)]]
    is_sweet = wish.mood in (Mood.LOVE, Mood.CUTE) or wish.expression is Expression.LOVE
    if is_sweet and chosen.scene is Scene.SUNBURST:
        return replace(chosen, font=FontName.CHEWY, letters=_SWEET)
    return chosen


def thumbnail(commission: Commission) -> Picture:
    kind, wish, pose = commission.kind, commission.wish, commission.pose
    font, text, lost = writable(wish.text.upper(), manner(wish, pose).font)
    svg = thumbnail_svg(wish, pose, font, text, kind.master_width_px, kind.master_height_px)
    return Picture(master=png(rasterise(svg)), note=lost_letters(lost))


def thumbnail_svg(wish: Wish, pose: Pose, font: FontName, text: str, width_px: int, height_px: int) -> str:
    chosen = manner(wish, pose)
    writer = SvgWriter()
    figure: Nodes = tuple(node for layer in layers(wish, pose, Detail.FULL, is_dressed=True) for node in layer.nodes)
    x = _MIDDLE_X if text else 640.0
    placed = _placed(wish, figure, x)
    centre = (x, 330.0)
    colour = _ground_colour(wish, pose)
    scene = SCENES[chosen.scene](colour, centre, pose.random)
    light = glow(x, 350, 430, 400, chosen.light or ramp(colour).highlight, 0.6)
    words = _words(wish, chosen, font, text)
    body = (
        writer.write((*scene, light, vignette()))
        + writer.outline(placed, "#ffffff", _OUTLINE)
        + writer.write(placed)
        + writer.write(words)
    )
    return writer.document(body, _FRAME, width_px, height_px)


def _ground_colour(wish: Wish, pose: Pose) -> str:
    if wish.accent and pose.number == 0:
        return wish.accent
    usual = _NEBULA if manner(wish, pose).scene is Scene.SPACE else accent(wish, pose)
    return _COLOUR_OF.get(wish.expression, usual) if pose.number == 0 else usual


def _placed(wish: Wish, figure: Nodes, x: float) -> Nodes:
    """Return the figure grown to the frame: as wide as its third takes, its bust below the lower edge."""
    drawn = _extent(figure)
    if wish.species is None:
        return (moved(figure, x, 372.0, scale=min(600.0 / drawn.width, 640.0 / drawn.height)),)
    scale = max(min(1.6, _REACH / max(-drawn.left, drawn.right)), 1.3)
    # The chin has to leave room for what the paws hold.
    lowest = 372.0 if wish.action and wish.action is not Action.CHEER else 420.0
    y = min(max(_TOP - drawn.top * scale, 270.0), lowest)
    return (moved(figure, x, y, scale=scale),)


def _extent(figure: Nodes) -> Extent:
    writer = SvgWriter()
    body = writer.write(figure)
    return extent(rasterise(writer.document(body, _PROBE_VIEW, *_PROBE_PX)), _PROBE_VIEW)


def _words(wish: Wish, chosen: Manner, font: FontName, text: str) -> Nodes:
    if not text:
        return ()
    sub_font, sub_text, _ = writable(wish.sub_text.upper(), font)
    height = _TEXT_HEIGHT - (86.0 if sub_text else 0.0)
    title = lettering(text, font, _TEXT_WIDTH, height, chosen.letters, has_accent=True, is_left=True)
    middle = _TEXT_LEFT + _TEXT_WIDTH / 2
    skew = -6.0 if font in (FontName.BANGERS, FontName.LUCKIEST_GUY) else 0.0
    turn = 0.0 if font is FontName.ORBITRON else -3.0
    y = 360.0 - (40.0 if sub_text else 0.0)
    nodes: Nodes = (Group(title.nodes, x=middle, y=y, turn=turn, skew=skew),)
    if sub_text:
        small = lettering(sub_text, sub_font, _TEXT_WIDTH * 0.86, 60.0, chosen.letters, has_accent=False, is_left=True)
        lower = y + title.height / 2 + small.height / 2 + 34
        nodes = (*nodes, Group(small.nodes, x=_TEXT_LEFT + _TEXT_WIDTH * 0.43, y=lower, turn=turn))
    return nodes
