"""A channel's look as the kit paints with it: which colour goes on letters, grounds, clothes, and on the subject."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach_app.artists.offline.lettering import LetterColours
from coach_app.artists.offline.palette import apart, contrast, lighter, mixed, ramp, readable_on
from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength, Tone
from coach_app.domain.fonts import FontName
from coach_app.domain.vocabulary import Scene

# White letters stand on such an ink as on black.
_INK_CONTRAST = 9.0
_TELLING_APART = 0.12
# Pastels are this near each other, and yet two colours.
_OTHER_SHADE = 0.06
_SCENE_OF_TONE: Mapping[Tone, Scene] = {Tone.WARM: Scene.COZY, Tone.CALM: Scene.COZY, Tone.DRY: Scene.SPACE}


@dataclass(frozen=True, slots=True)
class BrandGround:
    """What grounds are painted in: from `dark` over `main` to `light`, what stands out in `second`."""

    dark: str
    main: str
    light: str
    second: str

    def behind(self, subject: str) -> str:
        """Return the colour for what stands behind a subject: one that the subject does not have itself."""
        if apart(self.main, subject) > _TELLING_APART:
            return self.main
        # A kit of one colour has itself as its second.
        others = (self.second, self.light, self.dark)
        return next((one for one in others if apart(one, subject) > _OTHER_SHADE), self.dark)

    def beside(self, colour: str) -> str:
        """Return the colour of a line on a ground of the kit: one that can be told from it."""
        lines = (self.second, self.main, self.light, self.dark)
        return next((one for one in lines if apart(one, colour) > _TELLING_APART), self.light)


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the look decides; None leaves it to the words and to the scene.

    `is_quiet` stands straight and bursts nowhere; `scene` is where a picture is set that names no place.
    """

    letters: LetterColours | None = None
    accent: str | None = None
    ground: BrandGround | None = None
    wear: str | None = None
    subject: str | None = None
    title_font: FontName | None = None
    text_font: FontName | None = None
    scene: Scene | None = None
    is_quiet: bool = False


NO_SCHEME = Scheme()


def scheme(look: BrandLook | None) -> Scheme:
    if look is None:
        return NO_SCHEME
    has_grounds = look.strength is not Strength.SUBTLE
    is_strong = look.strength is Strength.STRONG
    spare = (ColourRole.SECOND, ColourRole.ACCENT, ColourRole.THIRD, ColourRole.HIGHLIGHT)
    return Scheme(
        letters=_letters(look, has_grounds=has_grounds),
        accent=_first(look, (ColourRole.ACCENT, ColourRole.HIGHLIGHT, ColourRole.SECOND)),
        ground=_ground(look) if has_grounds else None,
        wear=_first(look, spare) if is_strong else None,
        subject=look.main if is_strong else None,
        title_font=look.title_font,
        text_font=look.text_font,
        scene=next((_SCENE_OF_TONE[tone] for tone in look.tone if tone in _SCENE_OF_TONE), None),
        is_quiet=not {Tone.CALM, Tone.DRY}.isdisjoint(look.tone),
    )


def _first(look: BrandLook, roles: Sequence[ColourRole]) -> str:
    """Return the colour of the first of these roles that the kit has, else its main colour."""
    return next((look.colours[role] for role in roles if role in look.colours), look.main)


def _ground(look: BrandLook) -> BrandGround:
    shades = ramp(look.main)
    return BrandGround(
        dark=look.colours.get(ColourRole.DARK, shades.ink),
        main=look.main,
        light=look.colours.get(ColourRole.LIGHT, shades.highlight),
        second=_first(look, (ColourRole.ACCENT, ColourRole.SECOND, ColourRole.THIRD)),
    )


def _letters(look: BrandLook, *, has_grounds: bool) -> LetterColours:
    """Return light letters in a dark line, each far enough from the line to be read, whatever the kit's roles hold."""
    dark = look.colours.get(ColourRole.DARK)
    ink = dark if dark and contrast("#ffffff", dark) >= _INK_CONTRAST else ramp(look.main).ink
    top = readable_on(look.colours.get(ColourRole.LIGHT, "#ffffff"), ink)
    bottom = readable_on(mixed(top, look.main, 0.16), ink)
    accent = _accent_of_letters(look, ink, top, has_grounds=has_grounds)
    accent_top = lighter(accent, 0.06)
    return LetterColours(top=top, bottom=bottom, accent_top=accent_top, accent_bottom=accent, ink=ink)


def _accent_of_letters(look: BrandLook, ink: str, light: str, *, has_grounds: bool) -> str:
    """Return the highlighted line's colour: the main one, but on a ground in that colour another of the kit."""
    others = (ColourRole.HIGHLIGHT, ColourRole.ACCENT, ColourRole.SECOND, ColourRole.THIRD, ColourRole.DETAIL)
    roles = others if has_grounds else (ColourRole.MAIN, *others)
    avoided = (light, look.main) if has_grounds else (light,)
    given = [look.colours[role] for role in roles if role in look.colours]
    # A colour that can be read as it is comes before one that has to be made lighter.
    for colour in (*(one for one in given if readable_on(one, ink) == one), *(readable_on(one, ink) for one in given)):
        if all(apart(colour, other) > _TELLING_APART for other in avoided):
            return colour
    return readable_on(look.main, ink)
