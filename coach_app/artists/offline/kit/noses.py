"""Noses, whiskers and other things on the face that an expression does not change."""

from coach_app.artists.offline.curves import commands, ellipse
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import lighter
from coach_app.artists.offline.shapes import Nodes, Path, both_sides, mark, vertical


def _button(look: Look, y: float, width: float, height: float, fill: str) -> Nodes:
    """A rounded triangle with a glint."""
    upper, foot = y - height * 0.5, y + height
    shape = commands(
        "M", -width, upper, "C", -width * 0.6, y - height * 1.1, width * 0.6, y - height * 1.1, width, upper,
        "C", width * 1.15, y + height * 0.2, width * 0.4, foot, 0, foot,
        "C", -width * 0.4, foot, -width * 1.15, y + height * 0.2, -width, upper, "Z",
    )  # fmt: skip
    return (
        mark(shape, fill),
        mark(ellipse(-width * 0.34, y - height * 0.42, width * 0.3, height * 0.26), "#ffffff", 0.85),
    )


def whiskers(look: Look) -> Nodes:
    if not look.has_fine_detail:
        return ()
    hairs = "M128 46Q156 36 182 38M130 62Q158 62 182 72"
    return both_sides((Path(hairs, stroke=look.ink, stroke_width=look.line * 0.55),))


def cat_nose(look: Look) -> Nodes:
    return (*_button(look, 43, 15, 11, "#e8517d"), *whiskers(look))


def dark_nose(look: Look) -> Nodes:
    return _button(look, 36, 24, 17, lighter(look.ink, -0.03))


def bear_nose(look: Look) -> Nodes:
    return _button(look, 38, 25, 17, lighter(look.ink, -0.03))


def bunny_nose(look: Look) -> Nodes:
    return _button(look, 42, 13, 10, "#f0769a")


def capybara_nose(look: Look) -> Nodes:
    nose = "M-38 14C-38 -6 -20 -12 0 -12C20 -12 38 -6 38 14C38 30 20 36 0 36C-20 36 -38 30 -38 14Z"
    return (
        mark(nose, vertical(lighter(look.ink, 0.12), look.ink)),
        *both_sides((mark(ellipse(15, 15, 7, 9), lighter(look.ink, -0.08)),)),
        mark(ellipse(-8, -3, 11, 4), "#ffffff", 0.45),
    )


def nostrils(look: Look) -> Nodes:
    return both_sides((mark(ellipse(14, 40, 5.5, 7.5), look.ink),))


def frog_nostrils(look: Look) -> Nodes:
    return both_sides((mark(ellipse(12, 4, 5, 6.5), look.skin.deep),))


def unicorn_nostrils(look: Look) -> Nodes:
    return both_sides((mark(ellipse(18, 50, 5, 6.5), "#c77a9c"),))


def pink_nose(look: Look) -> Nodes:
    return _button(look, 40, 22, 15, "#e56a86")


def pig_snout(look: Look) -> Nodes:
    return (
        Path(ellipse(0, 36, 46, 33), fill=vertical(look.skin.light, look.skin.shade), stroke=look.ink,
             stroke_width=look.line * 0.85, has_outline=False),
        *both_sides((mark(ellipse(17, 36, 8, 12), look.skin.ink),)),
    )  # fmt: skip


def koala_nose(look: Look) -> Nodes:
    nose = "M0 -16C24 -16 30 6 29 26C28 46 16 56 0 56C-16 56 -28 46 -29 26C-30 6 -24 -16 0 -16Z"
    return (
        mark(nose, vertical(lighter(look.ink, 0.14), lighter(look.ink, -0.02))),
        mark(ellipse(-9, 4, 8, 13), "#ffffff", 0.4),
    )


def monkey_nostrils(look: Look) -> Nodes:
    return both_sides((mark(ellipse(9, 38, 5, 6), "#8a5733"),))


def skull_nose(look: Look) -> Nodes:
    return (mark("M0 30C8 38 18 50 14 58C10 62 4 60 0 54C-4 60 -10 62 -14 58C-18 50 -8 38 0 30Z", "#2a2538"),)


def cow_nostrils(look: Look) -> Nodes:
    return both_sides((mark(ellipse(38, 64, 11, 9), "#b85e78"),))


def goblin_nose(look: Look) -> Nodes:
    nose = "M-8 -2C-30 22 -30 46 -10 48Q0 50 10 48C30 46 30 22 8 -2Q0 -10 -8 -2Z"
    return (
        Path(nose, fill=vertical(look.skin.light, look.skin.shade), stroke=look.ink, stroke_width=look.line * 0.8,
             has_outline=False),
        mark(ellipse(-8, 22, 5, 9), "#ffffff", 0.4),
    )  # fmt: skip


def none(look: Look) -> Nodes:
    return ()
