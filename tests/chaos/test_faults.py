"""Real workers, killed, stopped and lied to; afterwards everything is as if nothing had been."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest

from coach_app.domain.errors import GenerationUnderWay
from coach_app.use_cases.request_generation import request_generation
from tests.chaos.faults import POINTS
from tests.chaos.run import ChaosRun, chaos
from tests.working_parts import new_guest


@pytest.fixture
def run(database_url: str, redis_url: str, tmp_path: Path) -> Iterator[ChaosRun]:
    # So many that one is awake while others are stopped.
    with chaos(database_url, redis_url, tmp_path, workers=3) as started:
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
    run.wait_until_woken()
    run.wait_until_ended(timeout_seconds=60)
    assert run.violations() == []
    assert (kind == "pause") == ("is held by another worker now" in run.log.read_text())


def test_a_hundred_clicks_at_once_are_one_job(run: ChaosRun) -> None:
    user_id = new_guest(run.parts)
    session_id = run.ready_session(user_id)

    def click(number: int) -> tuple[str, UUID]:
        key = "the same" if number % 2 else str(number)
        try:
            requested = request_generation(run.parts, user_id=user_id, session_id=session_id, idempotency_key=key)
        except GenerationUnderWay as under_way:
            return "under way", under_way.job_id
        return "new" if requested.is_new else "repeated", requested.job_id

    with ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(click, range(100)))
    # A click that comes after the first picture is done may ask for the next; none may meet two answers.
    assert {what for what, _ in answers} <= {"new", "repeated", "under way"}
    assert len({job_id for _, job_id in answers}) == sum(what == "new" for what, _ in answers)
    run.wait_until_ended(timeout_seconds=30)
    assert run.violations() == []
