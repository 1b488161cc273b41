"""How well words in one colour read on another: WCAG 2.2's contrast ratio, and what to take instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach_app.domain.brand_looks import ColourRole

EASY_RATIO = 4.5
"""From here on words of any size are easy to read (WCAG 2.2, 1.4.3, level AA)."""
SEEN_RATIO = 3.0
"""From here on a graphic is told from what is beside it (WCAG 2.2, 1.4.11, level AA)."""
CHAT_DARK, CHAT_LIGHT = "#18181b", "#ffffff"
"""The grounds of Twitch's chat in its two themes, read 2026-11."""

# Words on a ground, as banners and panels have them.
_PAIRS = (
    (ColourRole.LIGHT, ColourRole.DARK),
    (ColourRole.DARK, ColourRole.MAIN),
    (ColourRole.LIGHT, ColourRole.MAIN),
    (ColourRole.LIGHT, ColourRole.SECOND),
)
# What words are written in first.
_WORD_ROLES = (ColourRole.LIGHT, ColourRole.DARK, ColourRole.MAIN, ColourRole.SECOND, ColourRole.THIRD)
_SHADE_STEPS = 20


@dataclass(frozen=True, slots=True)
class ContrastCheck:
    """Words in one role on the ground of another.

    Where that is hard to read, `better` is a role of the same kit that reads easily on this ground, if there is one,
    and `shade` the nearest lighter or darker shade of the words' own colour that does.
    """

    words: ColourRole
    ground: ColourRole
    ratio: float
    better: ColourRole | None = None
    shade: str | None = None

    @property
    def is_easy(self) -> bool:
        return self.ratio >= EASY_RATIO

    @property
    def label(self) -> str:
        return f"{self.words.label} on {self.ground.label}"

    @property
    def verdict(self) -> str:
        return "Easy to read" if self.is_easy else "Hard to read"


def contrast_checks(colours: Mapping[ColourRole, str]) -> tuple[ContrastCheck, ...]:
    """Return a check for each pair of which the kit has both colours."""
    return tuple(_check(colours, *pair) for pair in _PAIRS if colours.keys() >= set(pair))


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


def _check(colours: Mapping[ColourRole, str], words: ColourRole, ground: ColourRole) -> ContrastCheck:
    ratio = contrast_ratio(colours[words], colours[ground])
    if ratio >= EASY_RATIO:
        return ContrastCheck(words, ground, ratio)
    reading = (
        role for role in _WORD_ROLES if role in colours and contrast_ratio(colours[role], colours[ground]) >= EASY_RATIO
    )
    return ContrastCheck(words, ground, ratio, next(reading, None), readable_shade(colours[words], colours[ground]))


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
