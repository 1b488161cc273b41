"""What stands behind the head: ears, gills, horns, fins, antennae. Each is drawn once, on the right, and mirrored."""

from coach_app.artists.offline.curves import ellipse, smooth, soft_polygon
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import lighter, mixed, ramp
from coach_app.artists.offline.shapes import Gradient, Nodes, Path, both_sides, clipped, mark, moved, vertical

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


def none(look: Look) -> Nodes:
    return ()


def koala_ears(look: Look) -> Nodes:
    ear = soft_polygon(
        [(96, -20), (92, -110), (126, -152), (158, -138), (182, -146), (192, -112), (214, -92), (200, -60), (206, -30),
         (168, -16), (140, 6)], 26
    )  # fmt: skip
    return both_sides((look.inked(ear), mark(ellipse(148, -74, 30, 34), _inner(look), 0.9)))


def monkey_ears(look: Look) -> Nodes:
    return both_sides((look.inked(ellipse(152, 4, 46, 50)), mark(ellipse(156, 6, 26, 29), "#f6cfa4")))


def pig_ears(look: Look) -> Nodes:
    ear = "M52 -98C76 -140 118 -164 150 -160C162 -158 166 -148 162 -136C154 -100 142 -76 116 -54Z"
    fold = "M92 -104C108 -126 128 -138 144 -138C138 -112 128 -94 112 -80Z"
    return both_sides((look.inked(ear), mark(fold, look.skin.shade)))


def owl_tufts(look: Look) -> Nodes:
    tuft = "M52 -98C84 -112 112 -132 138 -150C146 -155 153 -148 151 -140C147 -104 144 -74 132 -44Z"
    return both_sides((look.inked(tuft, vertical(look.skin.base, look.skin.shade)),))


def hamster_ears(look: Look) -> Nodes:
    return both_sides((look.inked(ellipse(104, -100, 40)), mark(ellipse(106, -96, 22), _inner(look))))
