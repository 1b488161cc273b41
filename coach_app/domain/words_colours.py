"""Colour words and the hex colour that each stands for."""

from colorsys import hls_to_rgb, rgb_to_hls

COLOURS = {
    "red": "#e53935", "crimson": "#c2183c", "scarlet": "#e02a1f", "ruby": "#c0143c", "maroon": "#7a1f2b",
    "burgundy": "#7b1e3a", "cherry red": "#d2143a", "blood red": "#8f0d14", "coral": "#ff7a5c", "salmon": "#fa8072",
    "orange": "#fb8c1e", "tangerine": "#ff8f2d", "ginger": "#e8832a", "amber": "#ffb300", "peach": "#ffbf94",
    "apricot": "#fdb87d", "rust": "#b5502b", "copper": "#c06c3c", "bronze": "#b0783c",
    "yellow": "#fdd835", "gold": "#f5b921", "golden": "#f5b921", "mustard": "#d9a520", "lemon yellow": "#fff04d",
    "blonde": "#f2d37a", "cream": "#fbeecb", "ivory": "#fbf6e3", "beige": "#e3cfa8", "sand": "#dcc190",
    "green": "#43a047", "lime": "#a5d610", "lime green": "#7ed321", "mint": "#8fe3bd", "mint green": "#8fe3bd",
    "emerald": "#18a866", "forest green": "#2a6b3a", "olive": "#7f8a2e", "sage": "#a3b899", "moss": "#6b8e4e",
    "jade": "#22a37a", "toxic green": "#8bd60f", "neon green": "#39ff14", "slime green": "#8fdc3c",
    "teal": "#16a3a3", "turquoise": "#2ec9bf", "cyan": "#22d3ee", "aqua": "#35dbe0", "seafoam": "#93e0c0",
    "blue": "#2f7de1", "light blue": "#7cc4f8", "sky blue": "#74c0f5", "baby blue": "#a6d4fb", "ice blue": "#bfe6fb",
    "navy": "#1f2e5a", "navy blue": "#1f2e5a", "royal blue": "#2f52d0", "electric blue": "#1f7bff", "cobalt": "#2450b8",
    "sapphire": "#1f4fb3", "midnight blue": "#1b2452", "indigo": "#4b3fc4", "twitch purple": "#9146ff",
    "purple": "#8e44d6", "violet": "#8f5be8", "lavender": "#c3b1f5", "lilac": "#cba6ee", "mauve": "#c59bd1",
    "plum": "#7d3a78", "magenta": "#e0309a", "fuchsia": "#ec3fb0", "amethyst": "#9966cc", "grape": "#6b3fa0",
    "pink": "#ff8fbf", "hot pink": "#ff3f9e", "baby pink": "#ffc4dc", "rose": "#f0648c", "bubblegum": "#ff93c8",
    "bubblegum pink": "#ff93c8", "pinkish": "#ff9fc6", "rose gold": "#d99a92",
    "brown": "#8d5a3a", "dark brown": "#54331f", "chocolate": "#5f3b25", "chestnut": "#8a4b32", "caramel": "#c68642",
    "tan": "#cfa377", "mocha": "#7c5b49", "hazel": "#9c7140",
    "white": "#ffffff", "snow white": "#ffffff", "black": "#000000", "pitch black": "#000000", "jet black": "#000000",
    "grey": "#8f98a3", "gray": "#8f98a3", "silver": "#c3cbd4", "charcoal": "#3a4048", "slate": "#62707f",
    "ash": "#b2b7bb", "light grey": "#c8ced4", "light gray": "#c8ced4", "dark grey": "#4a5159", "dark gray": "#4a5159",
    "off white": "#f6f3ea",
}  # fmt: skip

# "orange juice", "gold coins": a thing, whose colour says nothing about the picture.
NOT_A_COLOUR = (
    "orange juice", "feeling blue", "black myth", "red dead", "black ops", "hot chocolate", "chocolate bar",
    "chocolate cake", "gold coin", "gold medal", "gold trophy", "pokemon red", "red bull", "blue screen",
    "green screen", "white noise", "ice cream", "red panda", "cream pie", "black desert", "pink guy", "olive garden",
    "grape juice", "gold rank", "silver rank", "bronze rank", "ginger ale", "ginger beer", "black mesa", "lemon lime",
    "yellow bird", "red moon", "mint tea", "peach tea", "red flag", "green tea", "rust belt", "playing rust",
    "play rust", "for rust", "caramel latte", "whipped cream", "sand castle", "coral island", "black cat cafe",
)  # fmt: skip


# How a modifier moves lightness and saturation (0 to 1): lightness slope and offset, saturation slope and floor.
_MODIFIERS = {
    "dark": (0.58, 0.0, 1.0, 0.0),
    "deep": (0.7, 0.0, 1.1, 0.0),
    "light": (0.55, 0.45, 1.0, 0.0),
    "pale": (0.4, 0.6, 0.7, 0.0),
    "soft": (0.6, 0.4, 0.7, 0.0),
    "pastel": (0.0, 0.83, 0.85, 0.0),
    "bright": (0.12, 0.5, 1.0, 0.9),
    "vivid": (0.08, 0.5, 1.0, 0.95),
    "neon": (0.0, 0.55, 0.0, 1.0),
}
_COLOURLESS = {"black", "white", "grey", "gray", "silver", "charcoal", "slate", "ash"}


def _modified(hex_colour: str, modifier: str) -> str:
    lightness_slope, lightness_offset, saturation_slope, saturation_floor = _MODIFIERS[modifier]
    red, green, blue = (int(hex_colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    lightness = min(lightness * lightness_slope + lightness_offset, 1.0)
    saturation = min(max(saturation * saturation_slope, saturation_floor), 1.0)
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, lightness, saturation))


def colour_table() -> dict[str, str]:
    """Return every colour phrase with its hex, "dark red" and "neon green" included."""
    table = dict(COLOURS)
    for name, hex_colour in COLOURS.items():
        if name not in _COLOURLESS and " " not in name:
            for modifier in _MODIFIERS:
                table.setdefault(f"{modifier} {name}", _modified(hex_colour, modifier))
    return table
