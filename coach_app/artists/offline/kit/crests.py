"""What else stands behind a head: gills, horns, fins, wings, antennae, manes, hair."""

from itertools import pairwise
from math import cos, hypot, pi, sin

from coach_app.artists.offline.curves import Point, commands, ellipse, soft_polygon
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import lighter, mixed, ramp
from coach_app.artists.offline.shapes import Nodes, Path, both_sides, clipped, line, mark, moved, vertical


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
    bumps = 5
    right = []
    for step in range(bumps):
        share = step / bumps
        half = width * (0.42 + 0.58 * (1 - (2 * share - 1) ** 2))
        right.append((half, -(start + (length - start) * share)))
    left = [(-x, y) for x, y in reversed(right)]
    data = commands("M", *right[0])
    data += "".join(_scallop(near, far) for near, far in pairwise(right))
    data += commands("Q", right[-1][0] + 4, -length, 0, -length - 8, "Q", left[0][0] - 4, -length, *left[0])
    data += "".join(_scallop(near, far) for near, far in pairwise(left))
    return data + "L-6 6L6 6Z"


def _scallop(near: Point, far: Point) -> str:
    radius = hypot(far[0] - near[0], far[1] - near[1]) * 0.54
    return commands("A", radius, radius, 0, 0, 0, *far)


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


def lion_mane(look: Look) -> Nodes:
    """A wreath of tufts all round the head, a lighter one inside."""
    fur = ramp(look.skin.deep)

    def wreath(outer: float, inner: float, turn: float) -> str:
        points = []
        for step in range(36):
            radius = outer if step % 2 == 0 else inner
            angle = 2 * pi * step / 36 + turn
            points.append((radius * 1.06 * cos(angle), radius * sin(angle) + 4))
        return soft_polygon(points, 9)

    return (
        look.inked(wreath(204, 172, 0.0), vertical(fur.light, fur.shade)),
        mark(wreath(176, 156, 0.09), lighter(fur.light, 0.05), 0.7),
    )


def shark_fin(look: Look) -> Nodes:
    fin = "M-40 -104C-30 -160 0 -206 56 -222C68 -224 72 -214 66 -206C46 -176 44 -138 60 -104Z"
    side = "M128 34C170 40 206 66 218 98C222 110 214 116 204 112C176 102 146 100 120 92Z"
    return (
        look.inked(fin, vertical(look.skin.light, look.skin.shade)),
        *both_sides((look.inked(side, vertical(look.skin.base, look.skin.shade)),)),
    )


def devil_horns(look: Look) -> Nodes:
    dark = ramp(lighter(look.skin.ink, 0.16, 1.3))
    horn = "M48 -90C46 -138 78 -190 132 -206C142 -208 148 -200 142 -192C120 -160 124 -120 112 -74Z"
    ear = "M120 -30C158 -58 196 -62 216 -56C224 -52 224 -46 220 -40C206 -8 172 12 128 20Z"
    return both_sides((look.inked(ear), look.inked(horn, vertical(dark.highlight, dark.base))))


def cow_parts(look: Look) -> Nodes:
    horn = "M62 -96C58 -126 64 -158 84 -176C92 -182 100 -176 100 -168C100 -140 106 -116 114 -86Z"
    ear = "M118 -66C150 -98 196 -108 218 -92C228 -84 222 -70 214 -62C192 -36 154 -30 124 -34Z"
    inner = "M140 -64C160 -80 188 -86 204 -80C192 -60 164 -50 144 -50Z"
    bone = vertical("#fff3d6", "#e5c795")
    return both_sides((look.inked(ear), mark(inner, "#ffb3c6"), look.inked(horn, bone)))


def goblin_ears(look: Look) -> Nodes:
    ear = "M112 -40C160 -84 224 -104 268 -100C278 -98 280 -90 274 -82C250 -30 206 20 124 44Z"
    inner = "M138 -24C172 -56 214 -72 246 -74C224 -34 190 -2 140 16Z"
    drawn = (look.inked(ear), mark(inner, look.skin.deep, 0.75))
    size = 0.84 * look.reach
    return both_sides((moved(drawn, 120 * (1 - size), scale=size),))


def mushroom_cap(look: Look) -> Nodes:
    """A spotted cap over the upper half; it lies over the head."""
    cap = "M-186 -26C-198 -130 -108 -206 0 -206C108 -206 198 -130 186 -26C182 2 110 -22 0 -22C-110 -22 -182 2 -186 -26Z"
    spots = (ellipse(-96, -104, 34, 30), ellipse(16, -148, 40, 32), ellipse(118, -88, 30, 28), ellipse(-8, -62, 22, 17))
    return (
        look.inked(cap, vertical(look.skin.light, look.skin.shade)),
        clipped(
            (
                *(mark(spot, "#fff8ee") for spot in spots),
                mark("M-200 -30C-100 -60 100 -60 200 -30V30H-200Z", look.skin.deep, 0.3),
                mark(ellipse(-104, -158, 60, 22), "#ffffff", 0.35),
            ),
            cap,
        ),
        Path(cap, stroke=look.ink, stroke_width=look.line),
    )


def none(look: Look) -> Nodes:
    return ()
