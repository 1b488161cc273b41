"""Who stands before the key: mascots of the kit and shapes drawn for the purpose, each with its own true alpha."""

from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

import numpy as np
import pyvips
from numpy.typing import NDArray

from coach_app.artists.offline.figure import layers
from coach_app.artists.offline.interpret import interpret
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.layout_emote import emote_svg
from coach_app.artists.offline.palette import lighter
from coach_app.artists.offline.render import extent, rasterise
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.variants import pose
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName

Pixels = NDArray[np.float32]
_PROBE = (-420.0, -420.0, 840.0, 960.0)


@dataclass(frozen=True, slots=True)
class Painted:
    """Straight colours, 0 to 255, and alpha, 0 to 1."""

    colours: Pixels
    alpha: Pixels


def mascot(brief: Brief, side: int, *, variant: int = 0, has_outline: bool = True) -> pyvips.Image:
    """Return a mascot of the built-in kit, with its white sticker outline or with nothing around it."""
    wish, placed = interpret(brief, ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]), pose(brief, variant)
    if has_outline:
        return rasterise(emote_svg(wish, placed, FontName.LUCKIEST_GUY, "", side))
    writer = SvgWriter()
    body = writer.write(tuple(node for layer in layers(wish, placed, Detail.FULL) for node in layer.nodes))
    inked = extent(rasterise(writer.document(body, _PROBE, 224, 256)), _PROBE)
    span = max(inked.width, inked.height) * 1.01
    view = ((inked.left + inked.right - span) / 2, (inked.top + inked.bottom - span) / 2, span, span)
    return rasterise(writer.document(body, view, side, side))


def shape(name: str, colour: str, side: int) -> pyvips.Image:
    """Return a thing with holes, drawn in a box of 512."""
    return _svg(_SHAPES[name].format(base=colour, light=lighter(colour, 0.1), dark=lighter(colour, -0.2)), side)


def furry(colour: str, side: int, random: Random, *, strands: int, width: tuple[float, float]) -> pyvips.Image:
    """Return a creature with single hairs all around; `width` is the least and greatest, in px of 1024."""
    body = _SHAPES["head"].format(base=colour, light=lighter(colour, 0.1), dark=lighter(colour, -0.2))
    hairs = [_strand(colour, random, width) for _ in range(strands)]
    return _svg("".join(hairs) + body, side)


def placed(image: pyvips.Image, side: int, *, left: float, top: float, blur_px: float) -> Painted:
    """Return the image within a square of `side`, its corner at shares of it, edges as soft as a model paints them."""
    framed = image.embed(0, 0, image.width, image.height).cast("float")
    alpha = framed[3] / 255
    layer = (framed.extract_band(0, n=3) * alpha).bandjoin(alpha)
    x, y = round(left * side), round(top * side)
    # Softened with what lies beyond the frame: a bust stays solid down to the border.
    around = 8
    wide = layer.embed(x + around, y + around, side + 2 * around, side + 2 * around)
    pixels = wide.gaussblur(blur_px, precision="float").crop(around, around, side, side).numpy().astype(np.float32)
    cover = np.clip(pixels[..., 3], 0, 1)
    colours = np.clip(pixels[..., :3] / np.maximum(cover, 1 / 512)[..., None], 0, 255)
    return Painted(colours.astype(np.float32), np.where(cover < 1 / 512, 0, cover).astype(np.float32))


def _svg(body: str, side: int) -> pyvips.Image:
    return rasterise(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="{side}" height="{side}">'
        f'<g stroke-linejoin="round" stroke-linecap="round">{body}</g></svg>'
    )


def _strand(colour: str, random: Random, width: tuple[float, float]) -> str:
    """A bent hair that begins inside the head and ends well outside of it."""
    turn, reach, bend = random.uniform(0, 2 * pi), random.uniform(150, 240), random.uniform(-0.35, 0.35)
    points = [
        (256 + radius * cos(turn + bend * part), 268 + radius * sin(turn + bend * part) * 0.94)
        for radius, part in ((110.0, 0.0), ((110 + reach) / 2, 0.3), (reach, 1.0))
    ]
    (x0, y0), (x1, y1), (x2, y2) = points
    shade = lighter(colour, random.uniform(-0.16, 0.1))
    thick = random.uniform(*width) / 2
    return (
        f'<path d="M{x0:.1f} {y0:.1f}Q{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}" fill="none" stroke="{shade}" '
        f'stroke-width="{thick:.2f}"/>'
    )


_FILL = (
    '<defs><linearGradient id="f" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{light}"/>'
    '<stop offset="1" stop-color="{base}"/></linearGradient></defs>'
)
_FACE = (
    '<circle cx="{x}" cy="{y}" r="22" fill="#17121f"/><circle cx="{x2}" cy="{y}" r="22" fill="#17121f"/>'
    '<circle cx="{xg}" cy="{yg}" r="7" fill="#fff"/><circle cx="{x2g}" cy="{yg}" r="7" fill="#fff"/>'
    '<path d="M{x} {ym}Q{xm} {yb} {x2} {ym}" fill="none" stroke="#17121f" stroke-width="9"/>'
)


def _face(x: int, y: int) -> str:
    return _FACE.format(x=x, x2=x + 90, y=y, xg=x - 6, x2g=x + 84, yg=y - 8, ym=y + 42, xm=x + 45, yb=y + 84)


_SHAPES = {
    "mug": _FILL
    + '<path d="M350 190c120-20 140 170 0 170" fill="none" stroke="{dark}" stroke-width="62"/>'
    + '<path d="M350 190c120-20 140 170 0 170" fill="none" stroke="{base}" stroke-width="38"/>'
    + '<path d="M90 120H370V400q0 50-50 50H140q-50 0-50-50Z" fill="url(#f)" stroke="{dark}" stroke-width="14"/>'
    + _face(185, 250),
    "donut": _FILL
    + '<path fill-rule="evenodd" d="M256 40a216 216 0 1 0 .1 0ZM256 190a66 66 0 1 1-.1 0Z" '
    + 'fill="url(#f)" stroke="{dark}" stroke-width="12"/>'
    + '<g stroke="#fff6d8" stroke-width="10"><path d="M120 180l18 14M170 120l4 22M330 110l14 18M390 200l-20 10"/>'
    + '<path d="M120 330l20-8M190 400l8-20M330 400l-6-22M400 320l-22-4"/></g>',
    "akimbo": _FILL
    + '<path d="M150 250C20 260 30 400 160 420M362 250c130 10 120 150-10 170" fill="none" stroke="{dark}" '
    + 'stroke-width="56"/><path d="M150 250C20 260 30 400 160 420M362 250c130 10 120 150-10 170" fill="none" '
    + 'stroke="{base}" stroke-width="34"/>'
    + '<path d="M256 30c90 0 130 60 130 130v290q0 40-40 40H166q-40 0-40-40V160C126 90 166 30 256 30Z" '
    + 'fill="url(#f)" stroke="{dark}" stroke-width="13"/>'
    + _face(211, 150),
    "chain": '<g fill="none" stroke="{dark}" stroke-width="56"><ellipse cx="150" cy="256" rx="95" ry="62"/>'
    + '<ellipse cx="262" cy="256" rx="95" ry="62"/><ellipse cx="372" cy="256" rx="95" ry="62"/></g>'
    + '<g fill="none" stroke="{light}" stroke-width="34"><ellipse cx="150" cy="256" rx="95" ry="62"/>'
    + '<ellipse cx="262" cy="256" rx="95" ry="62"/><ellipse cx="372" cy="256" rx="95" ry="62"/></g>',
    "fence": '<g fill="{base}" stroke="{dark}" stroke-width="9"><path d="M60 110l26-46 26 46V470H60ZM160 110l26-46 '
    + '26 46V470h-52ZM260 110l26-46 26 46V470h-52ZM360 110l26-46 26 46V470h-52Z"/>'
    + '<path d="M30 190H482v44H30ZM30 350H482v44H30Z" fill="{light}"/></g>',
    "glasses": '<g fill="none" stroke="{dark}" stroke-width="44"><circle cx="140" cy="256" r="92"/>'
    + '<circle cx="372" cy="256" r="92"/><path d="M228 236q28-26 56 0"/></g>'
    + '<g fill="none" stroke="{light}" stroke-width="24"><circle cx="140" cy="256" r="92"/>'
    + '<circle cx="372" cy="256" r="92"/><path d="M228 236q28-26 56 0"/></g>',
    "head": _FILL
    + '<ellipse cx="256" cy="268" rx="150" ry="140" fill="url(#f)"/>'
    + '<path d="M120 230l-6-130 96 60ZM392 230l6-130-96 60Z" fill="{base}"/>'
    + _face(211, 255),
    "star": _FILL
    + '<path d="M256 30l66 144 158 18-117 107 32 156-139-78-139 78 32-156L32 192l158-18Z" fill="url(#f)"/>'
    + _face(211, 235),
    "heart": _FILL
    + '<path d="M256 470C60 330 30 230 60 150c40-100 160-90 196 10 36-100 156-110 196-10 30 80 0 180-196 320Z" '
    + 'fill="url(#f)" stroke="{dark}" stroke-width="10"/>'
    + _face(211, 220),
    "blob": _FILL
    + '<path d="M70 470C40 250 120 60 256 60s216 190 186 410q-40 20-70-10-40 40-80 4-40 36-78-2-44 34-74-4-36 34-70 2Z"'
    + ' fill="url(#f)"/>'
    + _face(211, 230),
}
