"""What stands behind the head: ears, gills, horns, fins, antennae. Each is drawn once, on the right, and mirrored."""

from coach_app.artists.offline.curves import ellipse, smooth, soft_polygon
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import lighter, mixed, ramp
from coach_app.artists.offline.shapes import Gradient, Nodes, Path, both_sides, clipped, line, mark, moved, vertical

INNER_PINK = "#ffa9c0"
# From the temple over three tufts to the jaw; both ends are hidden by the head.
_FUR = ((98, -30), (146, 0), (192, 30), (164, 40), (182, 70), (152, 70), (154, 98), (124, 90), (84, 84))


def _inner(look: Look) -> Gradient:
    pink = mixed(INNER_PINK, look.skin.base, 0.15)
    return vertical(lighter(pink, -0.03), pink)


def _pointed(look: Look, outer: str, inner: str, tip: str = "", tip_colour: str = "") -> Nodes:
    details: Nodes = (mark(inner, _inner(look)),)
    if tip:
        details = (*details, clipped((mark(tip, tip_colour),), outer))
    return both_sides((look.inked(outer), *details, Path(outer, stroke=look.ink, stroke_width=look.line)))


def cat_ears(look: Look) -> Nodes:
    return _pointed(
        look,
        "M24 -100C48 -140 84 -184 112 -200C124 -206 134 -200 137 -187C146 -150 150 -90 142 -24Z",
        "M70 -106C84 -130 100 -150 116 -164C124 -138 128 -108 126 -76Z",
    )


def fox_ears(look: Look) -> Nodes:
    return _pointed(
        look,
        "M20 -92C46 -144 84 -200 116 -218C128 -224 138 -219 141 -206C150 -160 152 -90 140 -20Z",
        "M66 -100C80 -132 98 -158 118 -178C128 -148 130 -108 126 -70Z",
        "M60 -230H160V-150C130 -146 105 -160 60 -162Z",
        lighter(look.skin.ink, 0.1),
    )


def wolf_ears(look: Look) -> Nodes:
    return _pointed(
        look,
        "M26 -96C44 -140 78 -202 104 -222C114 -229 125 -226 130 -214C148 -170 156 -96 144 -26Z",
        "M66 -100C78 -134 94 -162 110 -184C124 -152 130 -112 128 -72Z",
        "M70 -240H160V-176C138 -166 116 -176 84 -172Z",
        look.skin.deep,
    )


def raccoon_ears(look: Look) -> Nodes:
    return _pointed(
        look,
        "M36 -96C58 -136 92 -176 118 -188C132 -194 142 -188 144 -174C150 -136 152 -84 144 -24Z",
        "M78 -102C92 -126 106 -142 122 -154C128 -130 131 -106 129 -78Z",
    )


def round_ears(look: Look) -> Nodes:
    ear = ellipse(112, -98, 50)
    return both_sides((look.inked(ear), mark(ellipse(114, -94, 27), _inner(look))))


def panda_ears(look: Look) -> Nodes:
    dark = ramp("#3b3a4a")
    ear = ellipse(112, -98, 50)
    return both_sides(
        (look.inked(ear, vertical(dark.light, dark.base)), mark(ellipse(116, -92, 25), dark.highlight, 0.28))
    )


def capybara_ears(look: Look) -> Nodes:
    ear = smooth([(72, -106), (78, -146), (108, -154), (128, -132), (122, -98)])
    return both_sides((look.inked(ear), mark(ellipse(102, -122, 15, 17), look.skin.deep)))


def dog_ears(look: Look) -> Nodes:
    """Hang over the sides of the head, so they are drawn in front of it."""
    dark = ramp(look.skin.deep)
    ear = "M64 -116C104 -142 158 -132 176 -88C194 -42 188 40 164 66C150 80 128 74 120 54C106 18 122 -40 64 -116Z"
    shade = "M150 66C176 40 186 -30 168 -92L190 -92L196 60L160 84Z"
    return both_sides(
        (
            look.inked(ear, vertical(lighter(look.skin.deep, 0.06), dark.base)),
            clipped((mark(shade, dark.shade, 0.7),), ear),
            Path(ear, stroke=look.ink, stroke_width=look.line),
        )
    )


def bunny_ears(look: Look) -> Nodes:
    ear = "M34 -84C18 -150 22 -226 56 -238C94 -250 116 -182 104 -84Z"
    inner = "M52 -92C42 -142 44 -200 62 -208C82 -214 94 -164 86 -92Z"
    return both_sides((moved((look.inked(ear), mark(inner, _inner(look))), turn=6),))


def gills(look: Look) -> Nodes:
    """Three feathered gills a side, longest at the middle."""
    frill = ramp(lighter(mixed(look.skin.deep, "#ff2e93", 0.3), 0.03))
    stalks = []
    for x, y, turn, size in ((108, 58, 112, 0.8), (104, -84, 30, 0.9), (128, -18, 72, 1.02)):
        feather = _feather(12, 128, 38)
        vein = line("M0 -34C4 -66 3 -92 0 -114", frill.shade, 9)
        barbs = line("M0 -62L-16 -76M0 -62L16 -76M0 -88L-12 -100M0 -88L12 -100", frill.shade, 7)
        parts = (
            look.inked(feather, vertical(frill.light, frill.base)),
            vein,
            *((barbs,) if look.has_fine_detail else ()),
        )
        stalks.append(moved(parts, x, y, turn=turn, scale=size * look.reach))
    return both_sides(tuple(stalks))


def _feather(start: float, length: float, width: float) -> str:
    """Return an upright leaf with scalloped sides, its root at the origin."""
    sides = []
    bumps = 5
    for step in range(bumps + 1):
        share = step / bumps
        half = width * (0.42 + 0.58 * (1 - (2 * share - 1) ** 2))
        sides.append((half, -(start + (length - start) * share)))
    right = "".join(_bump(sides[place], sides[place + 1], 1) for place in range(bumps - 1))
    left_side = [(-x, y) for x, y in reversed(sides[:-1])]
    left = "".join(_bump(left_side[place], left_side[place + 1], 1) for place in range(bumps - 1))
    top_right, top_left = sides[-2], left_side[0]
    return (
        f"M{sides[0][0]:.1f} {sides[0][1]:.1f}{right}"
        f"Q{top_right[0] + 4:.1f} {-length:.1f} 0 {-length - 8:.1f}Q{top_left[0] - 4:.1f} {-length:.1f} "
        f"{top_left[0]:.1f} {top_left[1]:.1f}{left}L-6 6L6 6Z"
    )


def _bump(start: tuple[float, float], end: tuple[float, float], sweep: int) -> str:
    radius = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 * 0.56
    return f"A{radius:.1f} {radius:.1f} 0 0 {sweep} {end[0]:.1f} {end[1]:.1f}" if sweep else ""


def dragon_parts(look: Look) -> Nodes:
    bone = ramp("#fbe6c0")
    horn = "M56 -96C58 -140 74 -186 112 -206C122 -210 128 -204 126 -194C120 -160 122 -124 112 -82Z"
    rings = line("M62 -136Q88 -128 114 -142M72 -166Q94 -158 116 -172", bone.shade, 8)
    fin = (
        "M124 -56C160 -88 204 -100 232 -96C240 -94 241 -86 236 -80C222 -62 224 -44 214 -32C206 -22 200 -2 186 4"
        "C168 12 146 12 128 14Z"
    )
    fin_dark = ramp(look.skin.deep)
    web = line("M140 -22C164 -46 190 -62 214 -74M142 -4C164 -16 182 -20 200 -22", fin_dark.ink, 6, 0.55)
    spike = soft_polygon([(-30, -112), (0, -178), (30, -112)], 10)
    drawn_fin = (look.inked(fin, vertical(fin_dark.light, fin_dark.base)), web)
    return (
        look.inked(spike, "#ff5fa2"),
        *both_sides(
            (
                moved(drawn_fin, 134 * (1 - look.reach), scale=look.reach),
                look.inked(horn, vertical(bone.base, bone.shade, start=0.2)),
                clipped((rings,), horn),
                Path(horn, stroke=look.ink, stroke_width=look.line),
            )
        ),
    )


def frog_eye_bumps(look: Look) -> Nodes:
    return both_sides((look.inked(ellipse(82, -88, 62), vertical(look.skin.light, look.skin.base)),))


def bee_parts(look: Look) -> Nodes:
    """Antennae, and two pairs of small wings."""
    feeler = "M40 -104C44 -140 66 -162 92 -172"
    wing = "M120 -8C150 -58 206 -70 222 -44C236 -18 204 18 132 24Z"
    lower = "M126 20C168 16 208 30 208 54C208 78 160 78 122 50Z"
    glass = vertical("#f4fbff", "#bfe2fb")
    return both_sides(
        (
            moved((look.inked(wing, glass), look.inked(lower, glass)), 120 * (1 - look.reach), scale=look.reach),
            Path(feeler, stroke=look.ink, stroke_width=look.line * 1.7),
            look.inked(ellipse(102, -180, 25), vertical("#fff3c9", look.skin.base)),
        )
    )


def alien_antennae(look: Look) -> Nodes:
    stalk = "M52 -104C60 -140 78 -162 100 -176"
    return both_sides(
        (
            Path(stalk, stroke=look.ink, stroke_width=look.line * 2.5),
            line(stalk, look.skin.base, look.line * 0.9),
            look.inked(ellipse(112, -186, 29), vertical(look.skin.highlight, look.skin.base)),
            mark(ellipse(104, -196, 8, 6), "#ffffff", 0.8),
        )
    )


def robot_parts(look: Look) -> Nodes:
    metal = ramp("#8d97ab")
    bolt = "M138 -36H168C178 -36 184 -30 184 -20V36C184 46 178 52 168 52H138Z"
    return (
        Path("M0 -120V-168", stroke=look.ink, stroke_width=look.line * 2.2),
        line("M0 -116V-168", metal.light, look.line * 0.7),
        look.inked(ellipse(0, -186, 27), vertical("#ff8a8a", "#e8364f")),
        mark(ellipse(-8, -195, 8, 6), "#ffffff", 0.85),
        *both_sides((look.inked(bolt, vertical(metal.light, metal.shade)),)),
    )


def unicorn_ears(look: Look) -> Nodes:
    return _pointed(
        look,
        "M44 -96C56 -140 84 -178 108 -188C118 -192 126 -186 127 -176C132 -140 134 -100 124 -60Z",
        "M76 -104C84 -128 98 -148 110 -158C116 -136 118 -112 114 -88Z",
    )


def cheek_tufts(look: Look) -> Nodes:
    """Fur that stands off below the cheeks; the head covers where it starts."""
    return both_sides((look.inked(soft_polygon(_FUR, 9), vertical(look.skin.base, look.skin.shade)),))


def white_tufts(look: Look) -> Nodes:
    return both_sides((look.inked(soft_polygon(_FUR, 9), vertical("#fff8ee", "#f0dfd6")),))


def hair_spikes(look: Look) -> Nodes:
    """Uncombed dark hair behind and above a square forehead."""
    hair = ramp("#463a4d")
    points = [
        (-136, -30), (-150, -92), (-118, -100), (-112, -152), (-72, -128), (-46, -172), (-14, -134), (24, -176),
        (46, -130), (92, -160), (100, -112), (142, -108), (134, -30),
    ]  # fmt: skip
    return (look.inked(soft_polygon(points, 8), vertical(hair.light, hair.base)),)


def crest(look: Look) -> Nodes:
    """A chick's three head feathers."""
    middle = "M-10 -108C-22 -150 -12 -186 6 -196C20 -182 24 -146 12 -108Z"
    side = "M4 -108C10 -146 34 -172 58 -172C62 -148 48 -122 26 -104Z"
    other = "M-6 -108C-12 -138 -32 -158 -54 -156C-56 -136 -42 -116 -24 -104Z"
    return (look.inked(side), look.inked(other), look.inked(middle))


def none(look: Look) -> Nodes:
    return ()
