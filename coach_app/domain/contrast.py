"""How well words in one colour read on another: WCAG 2.2's contrast ratio, and what to take instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach_app.domain.brand_looks import ColourRole, Strength

EASY_RATIO = 4.5
"""From here on words of any size are easy to read (WCAG 2.2, 1.4.3, level AA)."""
SEEN_RATIO = 3.0
"""From here on a graphic is told from what is beside it (WCAG 2.2, 1.4.11, level AA)."""
CHAT_DARK, CHAT_LIGHT = "#18181b", "#ffffff"
"""The grounds of Twitch's chat in its two themes, read 2026-11."""

PLAIN: Mapping[ColourRole, str] = {ColourRole.LIGHT: "#ffffff", ColourRole.DARK: "#18181b"}
"""What stands in where a kit has no such colour, and what grounds are where it colours letters alone."""

# Words on a ground, as banners and panels have them; judged wherever a kit has both.
_PAIRS = (
    (ColourRole.LIGHT, ColourRole.DARK),
    (ColourRole.DARK, ColourRole.MAIN),
    (ColourRole.LIGHT, ColourRole.MAIN),
    (ColourRole.LIGHT, ColourRole.SECOND),
)
# What words are written in first.
_WORD_ROLES = (ColourRole.LIGHT, ColourRole.DARK, ColourRole.MAIN, ColourRole.SECOND, ColourRole.THIRD)
# What sets a word apart in a title: the first of these that stands out from the ground.
_LOUD_ROLES = (ColourRole.MAIN, ColourRole.HIGHLIGHT, ColourRole.ACCENT, ColourRole.SECOND, ColourRole.THIRD)
_SHADE_STEPS = 20
_BLACK = "#000000"
_SECOND_ROLES = (ColourRole.SECOND, ColourRole.THIRD, ColourRole.MAIN)
_GROUNDS = (ColourRole.DARK, ColourRole.MAIN, ColourRole.SECOND, ColourRole.THIRD)


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour in its role: the kit's own, or ours."""

    role: ColourRole
    colour: str
    is_ours: bool = False

    @property
    def label(self) -> str:
        return f"our {self.role}" if self.is_ours else self.role.label


@dataclass(frozen=True, slots=True)
class Mend:
    """Another shade for a role of the kit."""

    role: ColourRole
    shade: str


@dataclass(frozen=True, slots=True)
class ContrastCheck:
    """Words of one tint on the ground of another.

    Where that is hard to read, `better` is a role of the same kit that reads easily on this ground, if there is one,
    and `shade` the nearest lighter or darker shade of the words' own colour that does.
    """

    words: Tint
    ground: Tint
    better: ColourRole | None = None
    shade: str | None = None

    @property
    def ratio(self) -> float:
        return contrast_ratio(self.words.colour, self.ground.colour)

    @property
    def is_easy(self) -> bool:
        return self.ratio >= EASY_RATIO

    @property
    def label(self) -> str:
        label = f"{self.words.label} on {self.ground.label}"
        return label[0].upper() + label[1:]

    @property
    def verdict(self) -> str:
        return "Easy to read" if self.is_easy else "Hard to read"


def contrast_checks(
    colours: Mapping[ColourRole, str], strength: Strength = Strength.BALANCED
) -> tuple[ContrastCheck, ...]:
    """Return a check for each usual pair of which the kit has both colours, and for each that pictures of this strength
    draw, with ours where the kit has none; never for two of ours."""
    usual = ((_tint(colours, words), _tint(colours, ground)) for words, ground in _PAIRS)
    pairs = [pair for pair in usual if not any(tint.is_ours for tint in pair)]
    pairs += [pair for pair in drawn_pairs(colours, strength) if not all(tint.is_ours for tint in pair)]
    checks = (_check(colours, words, ground) for words, ground in dict.fromkeys(pairs))
    return tuple(sorted(checks, key=lambda check: _GROUNDS.index(check.ground.role)))


def drawn_pairs(colours: Mapping[ColourRole, str], strength: Strength) -> tuple[tuple[Tint, Tint], ...]:
    """Return words and ground of a title, of the word in it that is set apart, and of two panels, as kit_saving.jsx
    draws them too."""
    light = _tint(colours, ColourRole.LIGHT)
    is_subtle = strength is Strength.SUBTLE
    dark = Tint(ColourRole.DARK, PLAIN[ColourRole.DARK], is_ours=True) if is_subtle else _tint(colours, ColourRole.DARK)
    given = (_tint(colours, role) for role in _LOUD_ROLES if role in colours)
    loud = next((one for one in given if contrast_ratio(one.colour, dark.colour) >= SEEN_RATIO), light)
    if is_subtle:
        return (light, dark), (loud, dark)
    main = _tint(colours, ColourRole.MAIN)
    second = next(_tint(colours, role) for role in _SECOND_ROLES if role in colours)
    return (light, dark), (loud, dark), (_words_on(main, dark, light), main), (_words_on(second, light, dark), second)


def mended(check: ContrastCheck, colours: Mapping[ColourRole, str], strength: Strength) -> Mend | None:
    """Return another shade for the kit's role of the words, or else for that of the ground; None where each would make
    hard to read what pictures draw and what reads easily now, or turn what is light dark."""
    words, ground = check.words, check.ground
    # What is not drawn now may not harm what a change of the strength would draw.
    ways = (strength,) if (words, ground) in drawn_pairs(colours, strength) else (strength, Strength.BALANCED)
    for own, other in ((words, ground), (ground, words)):
        if own.is_ours:
            continue
        shade = readable_shade(own.colour, other.colour)
        new_words, new_ground = (shade, ground.colour) if own is words else (words.colour, shade)
        is_lighter = contrast_ratio(new_words, _BLACK) > contrast_ratio(new_ground, _BLACK)
        if is_lighter == _is_light_on_dark(check) and _stays_easy(colours, {**colours, own.role: shade}, ways):
            return Mend(own.role, shade)
    return None


def ours_that_reads(check: ContrastCheck, colours: Mapping[ColourRole, str]) -> Tint | None:
    """Return what stands in for a colour that the kit has not, and reads easily on this ground."""
    ours = (_tint(colours, role) for role in PLAIN if check.words.role in PLAIN and role not in colours)
    return next((one for one in ours if _reads(one, check.ground)), None)


def contrast_ratio(one: str, other: str) -> float:
    """Return the ratio of two colours as #rrggbb, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_shade(words: str, ground: str) -> str:
    """Return the nearest shade of a colour, towards white or black, that is easy to read on this ground."""
    for step in range(_SHADE_STEPS + 1):
        for end in (255, 0):
            shade = _mixed(words, end, step / _SHADE_STEPS)
            if contrast_ratio(shade, ground) >= EASY_RATIO:
                return shade
    # White or black reads on every ground: the lower of the two best ratios is 4.58.
    raise AssertionError("no shade reads")


def _tint(colours: Mapping[ColourRole, str], role: ColourRole) -> Tint:
    return Tint(role, colours[role]) if role in colours else Tint(role, PLAIN.get(role, ""), is_ours=True)


def _words_on(ground: Tint, *words: Tint) -> Tint:
    """Return the first of the kit's own that reads easily, else whichever reads best."""
    own = (one for one in words if not one.is_ours and _reads(one, ground))
    return next(own, None) or max(words, key=lambda one: contrast_ratio(one.colour, ground.colour))


def _check(colours: Mapping[ColourRole, str], words: Tint, ground: Tint) -> ContrastCheck:
    check = ContrastCheck(words, ground)
    if check.is_easy:
        return check
    shade = None if words.is_ours else readable_shade(words.colour, ground.colour)
    # Another colour does not help words that their own sets apart.
    roles = _WORD_ROLES if words.role in PLAIN else ()
    reading = (role for role in roles if role in colours and _reads(_tint(colours, role), ground))
    return ContrastCheck(words, ground, next(reading, None), shade)


def _is_light_on_dark(check: ContrastCheck) -> bool:
    return check.words.role is ColourRole.LIGHT or check.ground.role is ColourRole.DARK


def _stays_easy(
    before: Mapping[ColourRole, str], after: Mapping[ColourRole, str], strengths: Sequence[Strength]
) -> bool:
    return all(
        _reads(*then) or not _reads(*now)
        for strength in strengths
        for now, then in zip(drawn_pairs(before, strength), drawn_pairs(after, strength), strict=True)
    )


def _reads(words: Tint, ground: Tint) -> bool:
    return contrast_ratio(words.colour, ground.colour) >= EASY_RATIO


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    share = channel / 255
    linear: float = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return linear


def _mixed(colour: str, end: int, share: float) -> str:
    return "#" + "".join(f"{round(channel + (end - channel) * share):02x}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
