"""Fur patterns and masks, clipped to the head and under the face."""

from coach_app.artists.offline.curves import ellipse, rounded_box
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.palette import lighter, mixed, ramp
from coach_app.artists.offline.shapes import Nodes, both_sides, line, mark, vertical

CREAM = "#fff6ea"
CREAM_SHADE = "#f3e2d3"
_CREAM_FILL = vertical(CREAM, CREAM_SHADE)


def freckles(look: Look) -> Nodes:
    spots = ((-86, -72, 9, 7), (-62, -88, 7, 5.5), (-104, -52, 6, 5), (84, -70, 8, 6.5), (62, -86, 6, 5))
    return tuple(mark(ellipse(*spot), look.skin.shade) for spot in spots)


def tabby(look: Look) -> Nodes:
    """Three stripes on the forehead, two on each cheek, a pale muzzle."""
    dark = look.skin.deep
    stripes = (
        mark("M-11 -132H11L5 -78Q0 -70 -5 -78Z", dark),
        mark("M-50 -132L-28 -132L-24 -92Q-29 -86 -34 -94Z", dark),
        mark("M50 -132L28 -132L24 -92Q29 -86 34 -94Z", dark),
    )
    cheeks = both_sides(
        (mark("M160 22L118 36Q112 40 118 44L160 42Z", dark), mark("M160 58L124 62Q118 66 124 70L160 76Z", dark))
    )
    return (*stripes, *cheeks, *muzzle_pale(look))


def muzzle_pale(look: Look) -> Nodes:
    pale = lighter(look.skin.highlight, 0.03, 0.7)
    return (mark(ellipse(0, 84, 62, 46), pale, 0.92),)


def fox_mask(look: Look) -> Nodes:
    side = "M0 34C34 34 58 74 92 44C116 22 140 2 200 -6V160H0Z"
    return (*both_sides((mark(side, _CREAM_FILL),)), mark("M-30 160H30V30H-30Z", CREAM))


def wolf_mask(look: Look) -> Nodes:
    side = "M0 26C30 26 52 58 84 40C112 22 140 14 200 20V160H0Z"
    blaze = "M-34 -140H34L20 -92Q0 -40 -20 -92Z"
    return (*both_sides((mark(side, _CREAM_FILL),)), mark(blaze, look.skin.deep, 0.75))


def frog_belly(look: Look) -> Nodes:
    return (mark(ellipse(0, 112, 128, 62), look.skin.highlight, 0.6),)


def dog_patch(look: Look) -> Nodes:
    blaze = "M-26 -140H26C22 -70 30 -20 62 30V140H-62V30C-30 -20 -22 -70 -26 -140Z"
    return (mark(blaze, _CREAM_FILL), mark(ellipse(0, 76, 84, 56), _CREAM_FILL))


def panda_patches(look: Look) -> Nodes:
    return both_sides((mark(_turned_patch(), vertical("#45445a", "#2f2e40")),))


def _turned_patch() -> str:
    return "M40 -50C76 -68 122 -34 130 12C135 54 106 78 70 68C34 60 14 30 18 -6C20 -26 28 -42 40 -50Z"


def bear_muzzle(look: Look) -> Nodes:
    return (mark(ellipse(0, 66, 66, 54), vertical(lighter(CREAM, 0, 1.0), CREAM_SHADE)),)


def capybara_muzzle(look: Look) -> Nodes:
    snout = "M-70 22C-66 -16 -40 -26 0 -26C40 -26 66 -16 70 22C78 70 92 96 96 150H-96C-92 96 -78 70 -70 22Z"
    return (mark(snout, vertical(look.skin.shade, mixed(look.skin.shade, look.skin.deep, 0.35)), 0.8),)


def dragon_muzzle(look: Look) -> Nodes:
    return (
        mark(ellipse(0, 88, 96, 62), look.skin.highlight, 0.62),
        *both_sides((mark(ellipse(112, -36, 9, 7), look.skin.shade), mark(ellipse(122, -14, 7, 5.5), look.skin.shade))),
    )


def raccoon_mask(look: Look) -> Nodes:
    brow = "M0 -34C30 -74 100 -84 200 -34V20C140 50 100 70 40 46Q20 30 0 30Z"
    mask = "M0 2C26 -38 86 -50 124 -30C160 -12 178 2 200 14V36C160 32 126 60 84 56C52 53 36 32 0 30Z"
    dark = vertical(lighter(look.skin.ink, 0.13, 0.8), lighter(look.skin.ink, 0.06, 0.8))
    return (
        *both_sides((mark(brow, "#eef0f4"), mark(mask, dark))),
        mark(ellipse(0, 76, 54, 46), _CREAM_FILL),
        mark("M-13 -140H13L8 -20Q0 20 -8 -20Z", dark, 0.55),
    )


def penguin_face(look: Look) -> Nodes:
    half = "M0 -34C18 -78 62 -92 96 -72C134 -48 138 4 124 48C108 98 60 150 0 150Z"
    return (*both_sides((mark(half, vertical("#ffffff", "#e6ebf5")),)), mark("M-4 150V-30H4V150Z", "#f5f7fb"))


def ghost_shine(look: Look) -> Nodes:
    return (mark("M-150 40C-100 110 100 110 150 40V200H-150Z", look.skin.shade, 0.45),)


def slime_bubbles(look: Look) -> Nodes:
    bubbles = ((-92, 74, 14), (96, 50, 18), (70, 96, 9), (-40, 104, 8))
    return (
        mark("M-190 60C-110 126 110 126 190 60V180H-190Z", look.skin.shade, 0.55),
        *(mark(ellipse(x, y, size), look.skin.highlight, 0.7) for x, y, size in bubbles),
    )


def robot_screen(look: Look) -> Nodes:
    screen = rounded_box(0, 6, 232, 156, 46)
    return (
        mark(rounded_box(0, 6, 254, 178, 54), look.skin.deep),
        mark(screen, vertical("#1b2b4a", "#101a30")),
        mark("M-96 -44C-92 -60 -80 -64 -64 -64H10L-50 -2C-70 18 -96 30 -102 10Z", "#ffffff", 0.07),
    )


def zombie_marks(look: Look) -> Nodes:
    scar = "M70 -92L112 -60M78 -66L92 -88M94 -56L106 -76"
    fringe = (
        "M-160 -140H160V-78L128 -62L104 -92L78 -70L52 -98L20 -72L-8 -98L-40 -68L-72 -94L-100 -66L-128 -88L-160 -60Z"
    )
    hair = ramp("#463a4d")
    return (
        mark(ellipse(-84, 70, 26, 18), look.skin.shade, 0.8),
        mark(ellipse(110, 30, 16, 12), look.skin.shade, 0.8),
        mark(fringe, vertical(hair.base, hair.shade)),
        line(scar, look.ink, look.line * 0.6) if look.has_fine_detail else mark(ellipse(92, -72, 1), look.skin.shade),
    )


def bee_stripes(look: Look) -> Nodes:
    dark = lighter(look.ink, 0.04)
    return (
        mark("M-200 -140H200V-74Q0 -104 -200 -74Z", dark),
        mark("M-200 150H200V74Q0 112 -200 74Z", dark),
    )


def alien_sheen(look: Look) -> Nodes:
    spots = ((-72, -84, 12, 9), (-48, -100, 7, 5), (88, -76, 10, 8))
    return tuple(mark(ellipse(*spot), look.skin.shade, 0.6) for spot in spots)


def unicorn_cheeks(look: Look) -> Nodes:
    return (mark(ellipse(0, 92, 84, 52), "#ffe3ee", 0.9),)


def chick_cheeks(look: Look) -> Nodes:
    return (mark(ellipse(0, 120, 110, 60), look.skin.highlight, 0.7),)


def bunny_muzzle(look: Look) -> Nodes:
    return (mark(ellipse(0, 78, 62, 42), "#ffffff", 0.95),)


def tiger_stripes(look: Look) -> Nodes:
    dark = lighter(look.skin.ink, 0.06)
    forehead = (
        mark("M-58 -140C-30 -108 30 -108 58 -140L44 -140C22 -122 -22 -122 -44 -140Z", dark),
        mark("M-46 -104C-24 -78 24 -78 46 -104C26 -92 -26 -92 -46 -104Z", dark),
        mark("M-10 -92H10L4 -52Q0 -44 -4 -52Z", dark),
    )
    cheek = (
        "M170 -10L122 4Q114 8 122 12L170 14ZM170 36L116 44Q108 48 116 52L170 62ZM160 82L118 80Q110 84 118 88L150 104Z"
    )
    brow = mark(ellipse(62, -62, 30, 17), CREAM, 0.9)
    return (*forehead, *both_sides((mark(cheek, dark), brow)), mark(ellipse(0, 84, 74, 54), _CREAM_FILL))


def lion_muzzle(look: Look) -> Nodes:
    return (mark(ellipse(0, 82, 72, 54), _CREAM_FILL),)


def pig_cheeks(look: Look) -> Nodes:
    return (mark(ellipse(0, 120, 96, 50), look.skin.highlight, 0.6),)


def monkey_face(look: Look) -> Nodes:
    tan = vertical("#ffe0ba", "#f3c090")
    brows = both_sides((mark(ellipse(58, -6, 70, 66), tan),))
    return (*brows, mark(ellipse(0, 74, 108, 66), tan), mark("M-60 -20H60V80H-60Z", "#fbd3a5"))


def owl_face(look: Look) -> Nodes:
    pale = vertical("#fff3dd", "#eed6b0")
    discs = both_sides((mark(ellipse(66, 4, 74, 72), pale),))
    feathers = "M-40 96Q-30 112 -20 96M-10 96Q0 112 10 96M20 96Q30 112 40 96"
    return (mark(ellipse(0, 118, 92, 56), look.skin.highlight, 0.75), *discs, line(feathers, look.skin.deep, 7, 0.6))


def shark_belly(look: Look) -> Nodes:
    belly = "M-200 40C-130 20 -80 34 0 34C80 34 130 20 200 40V160H-200Z"
    gills = line("M126 -22V6M112 -24V2", look.skin.deep, 7)
    return (mark(belly, vertical("#ffffff", "#dfe8f2")), *both_sides((gills,)))


def skull_sockets(look: Look) -> Nodes:
    socket = "M66 -46C106 -50 122 -12 116 18C110 50 76 60 50 52C26 44 20 20 24 -4C28 -30 44 -44 66 -46Z"
    cracks = line("M-60 -122L-48 -96L-60 -82M100 -84L88 -74", look.skin.deep, 6, 0.8)
    return (*both_sides((mark(socket, vertical("#37324a", "#211d30")),)), cracks)


def cow_patches(look: Look) -> Nodes:
    dark = vertical("#4a4654", "#332f3d")
    return (
        mark("M-170 -150H-50C-36 -112 -44 -78 -78 -64C-112 -52 -124 -20 -170 -14Z", dark),
        mark("M40 -150C50 -112 84 -84 112 -70C128 -62 140 -40 170 -40V-150Z", dark),
        mark(ellipse(0, 92, 112, 62), vertical("#ffd3dc", "#f7aabd")),
    )


def hamster_cheeks(look: Look) -> Nodes:
    cheek = "M0 30C30 30 52 10 96 16C140 22 170 60 160 150H0Z"
    blaze = "M-24 -150H24C20 -90 26 -40 44 40H-44C-26 -40 -20 -90 -24 -150Z"
    return (*both_sides((mark(cheek, _CREAM_FILL),)), mark(blaze, CREAM, 0.95), mark("M-14 34H14V150H-14Z", CREAM))


def octopus_spots(look: Look) -> Nodes:
    spots = ((-84, -84, 15, 12), (-56, -108, 9, 7), (86, -80, 12, 10), (106, -48, 8, 7))
    return tuple(mark(ellipse(*spot), look.skin.highlight, 0.75) for spot in spots)


def mushroom_stem(look: Look) -> Nodes:
    """The face is pale below the cap."""
    return (mark("M-200 -200H200V200H-200Z", vertical("#fff4e2", "#f0d9bd")),)


def none(look: Look) -> Nodes:
    return ()
