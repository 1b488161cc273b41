"""The real worker process on real servers: awake at once, patient in outages, replaced when killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest

from coach_app.database import assets, jobs
from coach_app.database.jobs import JobRecord
from coach_app.domain.generation_jobs import JobStatus
from coach_app.parts import Parts
from coach_app.settings import Settings
from coach_app.use_cases.request_generation import request_generation
from tests.own_valkey import own_valkey, valkey_url
from tests.working_parts import new_guest, ready_session, working_parts

StartWorker = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start_worker() -> Iterator[StartWorker]:
    """Start worker processes that look for lost jobs every second."""
    started: list[subprocess.Popen[bytes]] = []

    def start(settings: Settings, *, lease_seconds: int = 2) -> subprocess.Popen[bytes]:
        env = os.environ | {
            "COACH_DATABASE_URL": str(settings.database_url),
            "COACH_REDIS_URL": str(settings.redis_url),
            "COACH_DATA_DIR": str(settings.data_dir),
            "COACH_JOB_LEASE_SECONDS": str(lease_seconds),
            "COACH_RECONCILE_SECONDS": "1",
        }
        process = subprocess.Popen([sys.executable, "-m", "coach_app.worker"], env=env, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert b"Ready" in process.stdout.readline()
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def _ask(parts: Parts, user_id: UUID) -> UUID:
    session_id = ready_session(parts, user_id)
    return request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(session_id)).job_id


def _wait(parts: Parts, user_id: UUID, job_id: UUID, until: Callable[[JobRecord], bool]) -> JobRecord:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with parts.database.transaction() as db:
            job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        assert job is not None
        if until(job):
            return job
        time.sleep(0.005)
    raise AssertionError("The job did not get there within 30 s.")


def _is_done(job: JobRecord) -> bool:
    return not job.status.is_active


def _is_running(job: JobRecord) -> bool:
    return job.status == JobStatus.RUNNING


def test_an_idle_worker_takes_a_job_at_once(parts: Parts, start_worker: StartWorker) -> None:
    start_worker(parts.settings)
    user_id = new_guest(parts)
    waits = []
    for _ in range(3):
        time.sleep(1.2)  # Idle long enough to be in its slowest poll.
        job = _wait(parts, user_id, _ask(parts, user_id), _is_done)
        assert job.status == JobStatus.SUCCEEDED
        assert job.started_at is not None
        waits.append((job.started_at - job.created_at).total_seconds())
    assert sorted(waits)[1] < 0.2


def test_the_job_of_a_killed_worker_is_done_by_the_next(parts: Parts, start_worker: StartWorker) -> None:
    first = start_worker(parts.settings, lease_seconds=300)
    user_id = new_guest(parts)
    job_id = _ask(parts, user_id)
    _wait(parts, user_id, job_id, _is_running)
    first.kill()
    first.wait()
    # In the place of the first: it does not wait for the lease.
    start_worker(parts.settings, lease_seconds=300)
    job = _wait(parts, user_id, job_id, _is_done)
    assert job.status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        assert len(assets.newest_assets(db, user_id=user_id, limit=10)) == 1


def test_a_worker_that_is_asked_to_stop_finishes_its_job(parts: Parts, start_worker: StartWorker) -> None:
    worker = start_worker(parts.settings)
    user_id = new_guest(parts)
    job_id = _ask(parts, user_id)
    _wait(parts, user_id, job_id, _is_running)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(30) == 0
    job = _wait(parts, user_id, job_id, _is_done)
    assert job.status == JobStatus.SUCCEEDED


def test_jobs_made_while_valkey_is_away_run_when_it_is_back(
    database_url: str, tmp_path: Path, start_worker: StartWorker
) -> None:
    with TemporaryDirectory() as short_path, ExitStack() as first_server:
        folder = Path(short_path)
        first_server.enter_context(own_valkey(folder))
        parts = working_parts(database_url, valkey_url(folder), tmp_path)
        start_worker(parts.settings)
        user_id = new_guest(parts)
        first_server.close()
        began = time.monotonic()
        job_id = _ask(parts, user_id)
        assert time.monotonic() - began < 1.5
        with own_valkey(folder):
            returned = time.monotonic()
            assert _wait(parts, user_id, job_id, _is_done).status == JobStatus.SUCCEEDED
            assert time.monotonic() - returned < 10
        parts.database.close()
