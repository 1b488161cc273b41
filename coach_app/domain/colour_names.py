"""What people would call a colour."""

from functools import cache

from coach_app.domain.words_colours import COLOURS

# Names that say the same to everybody; those of things (salmon, ash) and of shades that few tell apart are left out.
_PLAIN = (
    "white", "black", "grey", "dark grey", "silver", "red", "crimson", "maroon", "coral", "orange", "peach", "rust",
    "yellow", "gold", "cream", "beige", "brown", "dark brown", "olive", "green", "lime", "mint", "forest green",
    "teal", "turquoise", "sky blue", "blue", "navy", "indigo", "purple", "violet", "lavender", "plum", "magenta",
    "hot pink", "rose", "pink", "baby pink",
)  # fmt: skip
# Between forest green and teal is a shade that brands like, and that nobody would call either.
_NAMED = {name: COLOURS[name] for name in _PLAIN} | {"dark teal": "#0e6a68"}


@cache
def colour_name(colour: str) -> str:
    """Return the plain name that comes nearest to #rrggbb."""
    return min(_NAMED, key=lambda name: colour_distance(_NAMED[name], colour))


def colour_distance(one: str, other: str) -> float:
    """Distance as eyes weigh it, squared, by the "redmean" formula (compuphase.com/cmetric.htm)."""
    (red, green, blue), (other_red, other_green, other_blue) = _channels(one), _channels(other)
    red_mean = (red + other_red) / 2
    return (
        (2 + red_mean / 256) * (red - other_red) ** 2
        + 4 * (green - other_green) ** 2
        + (2 + (255 - red_mean) / 256) * (blue - other_blue) ** 2
    )


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
