"""A worker that is asked to stop in mid-call gives its job to the next."""

import time
from pathlib import Path

from tests.chaos.run import chaos


def test_what_is_not_done_within_the_grace_goes_back_to_the_queue(
    database_url: str, redis_url: str, tmp_path: Path
) -> None:
    with chaos(database_url, redis_url, tmp_path, workers=1, env={"COACH_SHUTDOWN_SECONDS": "0"}) as run:
        run.script("hang")
        run.click(1)
        deadline = time.monotonic() + 20
        while not run.count_calls():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        run.workers.stop_one(0)
        run.wait_until_ended(timeout_seconds=20)
        assert run.violations() == []
        assert (run.count_succeeded(), run.count_calls()) == (1, 2)
        assert "goes back to the queue" in run.log.read_text()
