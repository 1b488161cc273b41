"""Real workers, killed, stopped and lied to; afterwards everything is as if nothing had been."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.faults import POINTS
from tests.chaos.run import ChaosRun, chaos


@pytest.fixture
def run(database_url: str, redis_url: str, tmp_path: Path) -> Iterator[ChaosRun]:
    with chaos(database_url, redis_url, tmp_path) as started:
        yield started


def test_without_faults_each_job_is_one_call_and_one_picture(run: ChaosRun) -> None:
    run.click(20)
    run.wait_until_ended(timeout_seconds=30)
    assert run.violations() == []
    assert run.workers.deaths == 0
    assert len((run.provider_folder / "calls").read_text().splitlines()) == 20


@pytest.mark.parametrize("kind", ["kill", "pause", "raise"])
def test_a_fault_at_any_point_leaves_one_end(run: ChaosRun, kind: str) -> None:
    for number, point in enumerate(POINTS):
        run.faults.put(kind, point, number)
    run.click_until_all_faults_were_met()
    run.wait_until_ended(timeout_seconds=60)
    assert run.violations() == []
