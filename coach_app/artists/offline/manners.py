"""Which scene, letters and light suit a wide picture, from what the words, the mood or the face ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coach_app.artists.offline.figure import backdrop_colour
from coach_app.artists.offline.lettering import LetterColours
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.fonts import FontName
from coach_app.domain.vocabulary import Expression, Mood, Scene


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
    usual = _OF_EXPRESSION.get(wish.expression) or wish.scheme.scene or Scene.SUNBURST
    # Where nothing asks for a scene, another variant may stand in another.
    free = (usual, usual, *(scene for scene in _FREE_SCENES if scene is not usual))
    chosen = MANNERS[named or free[pose.number % len(free)]]
    is_sweet = wish.mood in (Mood.LOVE, Mood.CUTE) or wish.expression is Expression.LOVE
    if is_sweet and chosen.scene is Scene.SUNBURST:
        chosen = replace(chosen, font=FontName.CHEWY, letters=_SWEET)
    return replace(chosen, letters=wish.scheme.letters) if wish.scheme.letters else chosen


def ground_colour(wish: Wish, pose: Pose) -> str:
    if wish.scheme.ground:
        return wish.scheme.ground.main
    if wish.accent and pose.number == 0:
        return wish.accent
    usual = _NEBULA if manner(wish, pose).scene is Scene.SPACE else backdrop_colour(wish, pose)
    return _COLOUR_OF.get(wish.expression, usual) if pose.number == 0 else usual
