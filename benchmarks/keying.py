"""How well, and how fast, a subject is cut out of the key colour behind it; `python -m benchmarks.keying` alone."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from benchmarks.figures import figure, milliseconds
from benchmarks.keying_set import Sample, samples
from benchmarks.keying_tables import Kind
from coach_app.imaging.keying import Cut, KeyProblem, without_key

# What each ground has to be called, and the limits of those that have to be cut: mean error, share of wrong pixels.
PROBLEMS: Mapping[Kind, KeyProblem] = {
    Kind.WHITE_KEY: KeyProblem.NOT_A_KEY,
    Kind.NEAR_KEY: KeyProblem.TOO_CLOSE,
    Kind.CHECKERBOARD: KeyProblem.CHECKERBOARD,
    Kind.NOT_FLAT: KeyProblem.NOT_FLAT,
}
LIMITS: Mapping[Kind, tuple[float, float]] = {
    Kind.FLAT: (0.006, 0.001),
    Kind.HOLES: (0.006, 0.001),
    Kind.HAIR: (0.006, 0.001),
    Kind.GRADIENT: (0.012, 0.005),
    Kind.SHADOW: (0.012, 0.005),
}
_TARGET = "≤ 180 ms"


@dataclass(frozen=True, slots=True)
class Errors:
    """Of one picture's alpha: the mean error, and the share of pixels that are wrong by more than a half."""

    mean: float
    wrong: float


def errors_of(sample: Sample, cut: Cut) -> Errors:
    off = np.abs(np.asarray(cut.image.getchannel("A")).astype(np.float32) / 255 - sample.truth.alpha)
    return Errors(float(off.mean()), float((off > 0.5).mean()))


def measure_keying() -> None:
    """Print alpha's errors or what was recognised, and the processor's time for a picture, for each kind of ground."""
    for kind in Kind:
        cuts = list(_cuts(kind))
        if kind in PROBLEMS:
            _print_recognised(kind, [cut for _, cut, _ in cuts])
        else:
            _print_errors(kind, [errors_of(sample, cut) for sample, cut, _ in cuts])
        figure("    time of one core", milliseconds([seconds for _, _, seconds in cuts]), _TARGET)


def _cuts(kind: Kind) -> Iterator[tuple[Sample, Cut, float]]:
    for sample in samples(kind):
        began = time.process_time()
        cut = without_key(sample.painted)
        yield sample, cut, time.process_time() - began


def _print_recognised(kind: Kind, cuts: list[Cut]) -> None:
    known = sum(cut.problem is PROBLEMS[kind] for cut in cuts)
    figure(f"key removal, {kind}: recognised", f"{known} of {len(cuts)}", f"≥ {-(-len(cuts) * 9 // 10)}")


def _print_errors(kind: Kind, errors: list[Errors]) -> None:
    mean, wrong = LIMITS[kind]
    means, shares = [one.mean for one in errors], [one.wrong for one in errors]
    name = f"key removal, {kind} ({len(errors)} pictures): mean alpha error"
    figure(name, f"{fmean(means):.4f}, worst {max(means):.4f}", f"≤ {mean}")
    figure("    pixels wrong by > 0.5", f"{fmean(shares):.3%}, worst {max(shares):.3%}", f"≤ {wrong:.1%}")


if __name__ == "__main__":
    measure_keying()
