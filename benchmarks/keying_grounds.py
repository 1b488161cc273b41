"""What is behind the subject: keys flat and shaded, soft shadows, painted checkerboards, busy scenes."""

from random import Random

import numpy as np
import pyvips

from benchmarks.keying_subjects import Pixels
from coach_app.artists.offline.render import rasterise
from coach_app.artists.offline.scenes import SCENES
from coach_app.artists.offline.svg import SvgWriter
from coach_app.domain.vocabulary import Scene


def rgb(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def flat(colour: str, side: int) -> Pixels:
    return np.full((side, side, 3), rgb(colour), np.float32)


def sloped(colour: str, side: int, depth: float, *, turn: float) -> Pixels:
    """A key whose lightness runs across the picture, from `depth` darker to as much lighter."""
    down, across = _grid(side)
    along = across * np.float32(np.cos(turn)) + down * np.float32(np.sin(turn))
    return _shaded(flat(colour, side), np.float32(depth) * along)


def vignetted(colour: str, side: int, depth: float) -> Pixels:
    """A key that is a little lighter in the middle and `depth` darker in the corners."""
    down, across = _grid(side)
    far = (down * down + across * across) * np.float32(0.5)
    return _shaded(flat(colour, side), (np.float32(0.3) - np.float32(1.3) * far) * np.float32(depth))


def with_shadow(ground: Pixels, alpha: Pixels, *, blur_px: float, drop_px: int, strength: float) -> Pixels:
    """The ground under a soft shadow of the subject, `drop_px` lower."""
    cover = pyvips.Image.new_from_array(alpha).gaussblur(blur_px, precision="float").numpy()
    shadow = np.zeros_like(cover)
    shadow[drop_px:] = cover[: len(cover) - drop_px]
    return _darkened(ground, strength * shadow)


def with_puddle(ground: Pixels, alpha: Pixels, *, strength: float) -> Pixels:
    """The ground with a soft ellipse of shadow on the floor, at the subject's foot."""
    side = len(ground)
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 0.5), np.flatnonzero(alpha.max(axis=0) > 0.5)
    down, across = np.mgrid[0:side, 0:side].astype(np.float32)
    middle, half = (columns[0] + columns[-1]) / 2, (columns[-1] - columns[0]) * 0.48
    far = ((across - middle) / half) ** 2 + ((down - rows[-1]) / (side * 0.07)) ** 2
    return _darkened(ground, strength * np.exp(-2 * far))


def checkerboard(light: float, dark: float, side: int, cell_px: float, random: Random) -> Pixels:
    """Squares as models paint them: not quite of one size, a little bent, with soft edges."""
    down, across = np.mgrid[0:side, 0:side].astype(np.float32)
    bend, wave = random.uniform(0.0, 0.12) * cell_px, random.uniform(180, 400)
    x = across + bend * np.sin(down / wave * 6.28) + random.uniform(0, cell_px)
    y = down + bend * np.sin(across / wave * 6.28 + 1) + random.uniform(0, cell_px)
    soft = random.uniform(0.8, 2.0)
    wavy = np.sin(x * np.pi / cell_px) * np.sin(y * np.pi / cell_px)
    share = np.clip(wavy * cell_px / np.pi / soft + 0.5, 0, 1)
    return np.repeat((dark + (light - dark) * share)[..., None], 3, axis=2).astype(np.float32)


def scene(kind: Scene, colour: str, side: int, random: Random) -> Pixels:
    """A scene of the built-in kit, a square out of its middle."""
    writer = SvgWriter()
    body = writer.write(SCENES[kind](colour, (640.0, 360.0), random))
    image = rasterise(writer.document(body, (280.0, 0.0, 720.0, 720.0), side, side))
    pixels: Pixels = image.numpy()[..., :3].astype(np.float32)
    return pixels


def cloudy(colour: str, other: str, side: int, seed: int) -> Pixels:
    """Two colours in soft clouds."""
    share = _clouds(side, (6, 17, 50), seed)[..., None]
    return flat(colour, side) * (1 - share) + flat(other, side) * share


def grass(colour: str, side: int, seed: int) -> Pixels:
    """One hue, many lightnesses: blades, leaves, fur."""
    return _shaded(flat(colour, side), (_clouds(side, (24, 120, 400), seed) - 0.5) * 0.9)


def bricks(colour: str, side: int) -> Pixels:
    down, across = np.mgrid[0:side, 0:side]
    height, width = side // 12, side // 6
    shifted = across + (down // height % 2) * (width // 2)
    is_mortar = (down % height < 7) | (shifted % width < 7)
    return np.where(is_mortar[..., None], np.float32(205), flat(colour, side)).astype(np.float32)


def halves(colour: str, other: str, side: int) -> Pixels:
    """Two flat colours that meet on a slant."""
    down, across = _grid(side)
    return np.where((across + 0.4 * down > 0)[..., None], flat(colour, side), flat(other, side))


def striped(colour: str, other: str, side: int, width_px: int) -> Pixels:
    down, across = np.mgrid[0:side, 0:side]
    is_other = (across + down) // width_px % 2 == 1
    return np.where(is_other[..., None], flat(other, side), flat(colour, side))


def _grid(side: int) -> tuple[Pixels, Pixels]:
    """Rows and columns from -1 to 1."""
    steps = np.linspace(-1, 1, side, dtype=np.float32)
    return steps[:, None], steps[None, :]


def _darkened(ground: Pixels, share: Pixels) -> Pixels:
    return (ground * (1 - share)[..., None]).astype(np.float32)


def _shaded(ground: Pixels, light: Pixels) -> Pixels:
    """The ground darkened where `light` is negative, mixed with white where it is not."""
    up, low = np.clip(light, 0, 1)[..., None], np.clip(1 + light, 0, 1)[..., None]
    return (ground * low + (255 - ground) * up).astype(np.float32)


def _clouds(side: int, cells: tuple[int, ...], seed: int) -> Pixels:
    dice = np.random.default_rng(seed)
    total = np.zeros((side, side), np.float32)
    for count in cells:
        coarse = pyvips.Image.new_from_array(dice.random((count, count), dtype=np.float32))
        large = coarse.resize(side / count, kernel="cubic").numpy()
        total += large[:side, :side] / len(cells)
    spread = float(total.std())
    share: Pixels = np.clip(0.5 + (total - total.mean()) / (5 * spread), 0, 1).astype(np.float32)
    return share
