"""The pictures that key removal is measured on: always the same, and their truth is what was painted."""

import numpy as np
import pytest

from benchmarks.keying_set import count, sample
from benchmarks.keying_tables import Kind


def test_there_are_pictures_enough_of_each_kind() -> None:
    assert sum(count(kind) for kind in Kind) >= 60
    assert min(count(kind) for kind in Kind) >= 8


def test_the_same_picture_is_made_each_time() -> None:
    first, second = sample(Kind.HAIR, 0, 256), sample(Kind.HAIR, 0, 256)
    assert first.painted.tobytes() == second.painted.tobytes()
    assert first.truth.alpha.tobytes() == second.truth.alpha.tobytes()
    assert first.painted.tobytes() != sample(Kind.HAIR, 1, 256).painted.tobytes()


@pytest.mark.parametrize("kind", Kind)
def test_subject_over_ground_is_what_is_painted(kind: Kind) -> None:
    made = sample(kind, 1, 512)
    cover = made.truth.alpha[..., None]
    expected = made.truth.colours * cover + made.ground * (1 - cover)
    assert np.abs(np.asarray(made.painted).astype(np.float32) - expected).mean() < 5
    assert 0.05 < float(cover.mean()) < 0.95


def test_every_third_subject_is_cut_off_by_the_lower_border_alone() -> None:
    for number in range(6):
        edges = sample(Kind.FLAT, number, 256).truth.alpha
        assert bool((edges[-1] > 0.5).any()) is (number % 3 == 2)
        assert not edges[0].any()
