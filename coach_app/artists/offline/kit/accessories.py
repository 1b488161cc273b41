"""What a mascot wears, placed by the plan of its head. Headbands and mics lie over hair and ears."""

from collections.abc import Callable, Mapping

from coach_app.artists.offline.curves import commands, ellipse, hole, rounded_box, star
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.kit.plan import FacePlan
from coach_app.artists.offline.palette import ramp
from coach_app.artists.offline.shapes import Group, Nodes, Path, both_sides, clipped, line, mark, moved, vertical
from coach_app.domain.vocabulary import Accessory

Wear = Callable[[Look, FacePlan, str], Nodes]
_INK = "#1d1630"


def _shape(look: Look, d: str, top: str, bottom: str) -> Path:
    return Path(d, fill=vertical(top, bottom), stroke=_INK, stroke_width=look.line)


def _on_top(plan: FacePlan, nodes: Nodes, sink: float = 14.0, turn: float = 0.0) -> Group:
    return moved(nodes, 0, plan.top + plan.hat_drop + sink, turn=turn, scale=plan.hat_scale)


def headset(look: Look, plan: FacePlan, accent: str) -> Nodes:
    colour = ramp(accent)
    side, top, y = plan.half_width + 4, plan.top - 22, 22.0
    band = commands(
        "M", -side, y, "C", -side - 4, top * 0.86, -side * 0.62, top, 0, top,
        "C", side * 0.62, top, side + 4, top * 0.86, side, y,
    )  # fmt: skip
    cup = (
        _shape(look, rounded_box(side - 10, y + 8, 34, 92, 16), "#5a5470", "#3b354f"),
        _shape(look, rounded_box(side + 14, y + 8, 50, 118, 24), colour.light, colour.shade),
        mark(rounded_box(side + 8, y - 8, 12, 52, 6), colour.highlight, 0.8),
    )
    boom = commands("M", -side, y + 64, "C", -side + 6, plan.chin - 2, -side * 0.66, plan.chin + 4, -58, plan.chin - 12)
    return (
        Path(band, stroke=_INK, stroke_width=look.line * 2 + 20),
        line(band, "#453e5c", 24),
        line(band, "#6d6588", 8, 0.9),
        *both_sides(cup),
        Path(boom, stroke=_INK, stroke_width=20),
        line(boom, "#453e5c", 7),
        _shape(look, ellipse(-48, plan.chin - 14, 22, 17), colour.light, colour.base),
    )


def crown(look: Look, plan: FacePlan, accent: str) -> Nodes:
    base = "M-84 4L-98 -84Q-98 -92 -90 -88L-50 -48L-8 -106Q0 -114 8 -106L50 -48L90 -88Q98 -92 98 -84L84 4Q0 28 -84 4Z"
    gems = both_sides((mark(ellipse(48, -12, 11, 12), "#39c6ff"),))
    return (
        _on_top(
            plan,
            (
                _shape(look, base, "#ffe36b", "#f3a51d"),
                clipped((mark("M-120 -8Q0 18 120 -8V40H-120Z", "#d97f0d", 0.55),), base),
                *gems,
                mark(ellipse(0, -8, 14, 15), "#f0315d"),
                mark(ellipse(-4, -14, 4), "#ffffff", 0.9),
            ),
        ),
    )


def party_hat(look: Look, plan: FacePlan, accent: str) -> Nodes:
    cone = "M-66 4L-8 -142Q0 -156 8 -142L66 4Q0 28 -66 4Z"
    colour = ramp(accent)
    stripes = line("M-90 -18L60 -76M-90 32L90 -40M-70 -70L60 -116", "#ffe14d", 18)
    return (
        _on_top(
            plan,
            (
                _shape(look, cone, colour.light, colour.base),
                clipped((stripes,), cone),
                Path(cone, stroke=_INK, stroke_width=look.line),
                _shape(look, star(0, -148, 34, 21, 9, round_by=4), "#ff9ccc", "#ff4f95"),
            ),
            turn=8,
        ),
    )


def wizard_hat(look: Look, plan: FacePlan, accent: str) -> Nodes:
    cone = (
        "M-96 8C-70 -40 -52 -100 -18 -150C-4 -172 22 -186 50 -184C60 -183 60 -170 52 -166C36 -158 44 -140 52 -118"
        "C64 -80 76 -34 96 8Z"
    )
    brim = "M-172 14C-150 -10 -90 -18 0 -18C90 -18 150 -10 172 14C176 34 90 46 0 46C-90 46 -176 34 -172 14Z"
    band = "M-100 -30C-40 -10 40 -10 96 -32V20H-110Z"
    return (
        _on_top(
            plan,
            (
                _shape(look, cone, "#7d5bd6", "#4b2f9a"),
                clipped((mark(band, "#ffc83d"),), cone),
                Path(cone, stroke=_INK, stroke_width=look.line),
                mark(star(-6, -66, 19, 9, 5, turn=12), "#ffe27a"),
                mark(star(34, -108, 11, 5, 5, turn=-8), "#ffe27a"),
                _shape(look, brim, "#7d5bd6", "#432a8a"),
            ),
            sink=10,
        ),
    )


def santa_hat(look: Look, plan: FacePlan, accent: str) -> Nodes:
    cone = (
        "M-110 0C-96 -76 -44 -128 28 -132C84 -134 124 -104 150 -46C156 -30 140 -22 128 -32C112 -46 104 -50 96 -48"
        "C104 -30 108 -14 108 0Z"
    )
    return (
        _on_top(
            plan,
            (
                _shape(look, cone, "#ff5a5f", "#d3213c"),
                _shape(look, rounded_box(0, 4, 262, 52, 26), "#ffffff", "#dfe5f3"),
                _shape(look, ellipse(144, -28, 31), "#ffffff", "#dfe5f3"),
            ),
            sink=6,
        ),
    )


def cap(look: Look, plan: FacePlan, accent: str) -> Nodes:
    colour = ramp(accent)
    dome = "M-124 22C-128 -62 -70 -92 0 -92C70 -92 128 -62 124 22C60 2 -60 2 -124 22Z"
    peak = (
        "M-112 18C-60 -6 60 -6 112 18C150 26 176 44 170 58C120 44 60 34 0 34C-60 34 -120 44 -170 58"
        "C-176 44 -150 26 -112 18Z"
    )
    return (
        _on_top(
            plan,
            (
                _shape(look, dome, colour.light, colour.base),
                line("M0 -90V0M-60 -78C-72 -50 -74 -20 -72 6M60 -78C72 -50 74 -20 72 6", colour.shade, 7),
                _shape(look, ellipse(0, -92, 15, 10), colour.highlight, colour.base),
                _shape(look, peak, colour.shade, colour.deep),
            ),
            sink=28,
        ),
    )


def halo(look: Look, plan: FacePlan, accent: str) -> Nodes:
    ring = ellipse(0, -60, 104, 34) + hole(0, -61, 66, 13)
    return (
        _on_top(
            plan,
            (Path(ring, fill=vertical("#fff7b0", "#ffc531"), stroke="#8a5a05", stroke_width=look.line * 0.7),),
            sink=-14 - plan.hat_drop,
        ),
    )


def horns(look: Look, plan: FacePlan, accent: str) -> Nodes:
    horn = "M16 4C12 -34 26 -78 62 -102C71 -107 78 -100 75 -91C66 -62 78 -32 68 4Q42 18 16 4Z"
    return (
        _on_top(
            plan,
            both_sides(
                (
                    _shape(look, horn, "#ff5a5a", "#a50f2d"),
                    mark("M32 -16C32 -42 40 -62 54 -76C48 -54 47 -38 48 -16Z", "#ffb0a6", 0.7),
                )
            ),
            sink=22,
        ),
    )


def bow(look: Look, plan: FacePlan, accent: str) -> Nodes:
    wing = "M8 0C30 -44 74 -56 92 -40C104 -26 104 26 92 40C74 56 30 44 8 0Z"
    colour = ramp(accent)
    drawn = (
        *both_sides(
            (_shape(look, wing, colour.light, colour.base), line("M26 0Q44 -10 60 -8M26 4Q44 14 60 14", colour.deep, 7))
        ),
        _shape(look, rounded_box(0, 0, 44, 48, 18), colour.light, colour.shade),
    )
    return (moved(drawn, plan.half_width * 0.5, plan.top + 8, turn=16, scale=0.95),)


def sunglasses(look: Look, plan: FacePlan, accent: str) -> Nodes:
    x, y = plan.eye_x, plan.eye_y
    size = 1.0 if x < 76 else x / 74
    lens = "M-50 -30H50C56 6 40 40 2 40C-36 40 -56 10 -50 -30Z"
    shine = "M-22 -34L8 -34L-34 44L-60 30Z"
    glass = (
        _shape(look, lens, "#2f2a44", "#0f0c18"),
        clipped((mark(shine, "#9db8ff", 0.38),), lens),
        Path(lens, stroke=_INK, stroke_width=look.line),
    )
    bridge = commands("M", 40 - x, y - 20, "Q", 0, y - 34, x - 40, y - 20)
    arms = commands("M", x + 44 * size, y - 20, "L", plan.half_width - 4, y - 26)
    return (
        line(bridge, _INK, look.line * 1.4),
        *both_sides((line(arms, _INK, look.line * 1.3),)),
        moved(glass, x, y, scale=size),
        moved(glass, -x, y, scale=size),
    )


ACCESSORIES: Mapping[Accessory, Wear] = {
    Accessory.HEADSET: headset,
    Accessory.CROWN: crown,
    Accessory.PARTY_HAT: party_hat,
    Accessory.WIZARD_HAT: wizard_hat,
    Accessory.SANTA_HAT: santa_hat,
    Accessory.CAP: cap,
    Accessory.HALO: halo,
    Accessory.HORNS: horns,
    Accessory.BOW: bow,
    Accessory.SUNGLASSES: sunglasses,
}
# Two of these would stand in one another.
HATS = frozenset(
    {Accessory.CROWN, Accessory.PARTY_HAT, Accessory.WIZARD_HAT, Accessory.SANTA_HAT, Accessory.CAP, Accessory.HALO}
)
