"""Pictures as a model paints them before a key, with the truth: which pixels are subject, how far, in what colour.

Made from tables and seeded dice, so that each run measures the same pictures. It was finished before the method that
it measures was begun, and stays as it is.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

import numpy as np
import pyvips
from PIL import Image

from benchmarks import keying_grounds as grounds
from benchmarks.keying_subjects import Painted, Pixels, furry, mascot, placed, shape
from benchmarks.keying_tables import TABLES, Kind, Who
from coach_app.domain.brief import Brief
from coach_app.domain.vocabulary import Scene

SIDE_PX = 1024
_QUALITY = 92


@dataclass(frozen=True, slots=True)
class Sample:
    """`painted` is what the model hands over; `truth` what it should be cut to."""

    kind: Kind
    number: int
    painted: Image.Image
    truth: Painted
    ground: Pixels


def count(kind: Kind) -> int:
    return len(TABLES[kind])


def samples(kind: Kind, side: int = SIDE_PX) -> Iterator[Sample]:
    for number in range(count(kind)):
        yield sample(kind, number, side)


def sample(kind: Kind, number: int, side: int = SIDE_PX) -> Sample:
    """Return one picture; every third subject is cut off by the lower border, as a bust is."""
    who = TABLES[kind][number]
    random = Random(f"{kind}-{number}")
    size = random.uniform(0.72, 0.86)
    is_bust = number % 3 == 2
    image = _subject(who, round(size * side), random)
    top = 1 - _foot(image) * size * random.uniform(0.86, 0.92) if is_bust else (1 - size) * random.uniform(0.35, 0.6)
    left = (1 - size) * random.uniform(0.4, 0.6)
    truth = placed(image, side, left=left, top=top, blur_px=random.uniform(0.35, 0.8))
    ground = _GROUNDS[kind](who.ground, truth.alpha, random)
    cover = truth.alpha[..., None]
    dice = np.random.default_rng(random.getrandbits(32))
    painted = _photographed(truth.colours * cover + ground * (1 - cover), dice, is_sharp=number % 2 == 1)
    return Sample(kind, number, painted, truth, ground)


def _subject(who: Who, side: int, random: Random) -> pyvips.Image:
    if who.subject.startswith("="):
        return shape(who.subject[1:], who.colour, side)
    if who.subject.startswith("~"):
        least, greatest = who.subject[1:].split("-")
        return furry(who.colour, side, random, strands=170, width=(float(least), float(greatest)))
    brief = Brief(
        subject=who.subject,
        colour=who.colour or None,
        expression=who.face,
        action=who.doing or None,
        accessories=(who.worn,) if who.worn else (),
    )
    return mascot(brief, side, variant=0, has_outline=who.outline)


def _foot(image: pyvips.Image) -> float:
    """Return the lowest inked row, as a share of the height."""
    return int(np.flatnonzero(image[3].numpy().max(axis=1) > 128)[-1] + 1) / int(image.height)


def _photographed(pixels: Pixels, dice: np.random.Generator, *, is_sharp: bool) -> Image.Image:
    """Return the picture with a model's grain and a JPEG's, its colours at full or at half the resolution."""
    grain = dice.normal(0, 1.2, pixels.shape[:2])[..., None] + dice.normal(0, 0.6, pixels.shape)
    image = Image.fromarray(np.clip(pixels + grain + 0.5, 0, 255).astype(np.uint8), "RGB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0 if is_sharp else 2)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def _flat(colour: str, alpha: Pixels, _: Random) -> Pixels:
    return grounds.flat(colour, len(alpha))


def _gradient(colour: str, alpha: Pixels, random: Random) -> Pixels:
    depth = random.uniform(0.1, 0.22)
    if random.random() < 0.5:
        return grounds.vignetted(colour, len(alpha), depth * 1.3)
    return grounds.sloped(colour, len(alpha), depth, turn=random.uniform(0, 6.28))


def _shadow(colour: str, alpha: Pixels, random: Random) -> Pixels:
    side = len(alpha)
    ground = grounds.flat(colour, side)
    if random.random() < 0.3:
        return grounds.with_puddle(ground, alpha, strength=random.uniform(0.3, 0.5))
    blur, drop = random.uniform(0.008, 0.024) * side, round(random.uniform(0.008, 0.03) * side)
    return grounds.with_shadow(ground, alpha, blur_px=blur, drop_px=drop, strength=random.uniform(0.25, 0.5))


def _pale(colour: str, alpha: Pixels, random: Random) -> Pixels:
    """White and pale grey, every other one with a shadow."""
    return _shadow(colour, alpha, random) if random.random() < 0.5 else _flat(colour, alpha, random)


def _checkerboard(levels: str, alpha: Pixels, random: Random) -> Pixels:
    light, dark, cell = (float(part) for part in levels.split())
    return grounds.checkerboard(light, dark, len(alpha), cell * len(alpha) / SIDE_PX, random)


def _busy(what: str, alpha: Pixels, random: Random) -> Pixels:
    name, *colours = what.split()
    side = len(alpha)
    if name in set(Scene):
        return grounds.scene(Scene(name), colours[0], side, random)
    if name == "clouds":
        return grounds.cloudy(colours[0], colours[1], side, random.getrandbits(31))
    if name == "grass":
        return grounds.grass(colours[0], side, random.getrandbits(31))
    if name == "bricks":
        return grounds.bricks(colours[0], side)
    if name == "halves":
        return grounds.halves(colours[0], colours[1], side)
    return grounds.striped(colours[0], colours[1], side, side // 16)


_GROUNDS: Mapping[Kind, Callable[[str, Pixels, Random], Pixels]] = {
    Kind.FLAT: _flat,
    Kind.HOLES: _flat,
    Kind.HAIR: _flat,
    Kind.GRADIENT: _gradient,
    Kind.SHADOW: _shadow,
    Kind.WHITE_KEY: _pale,
    Kind.NEAR_KEY: _flat,
    Kind.CHECKERBOARD: _checkerboard,
    Kind.NOT_FLAT: _busy,
}
