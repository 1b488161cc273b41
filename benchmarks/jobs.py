"""What the queue itself costs: jobs a second with an artist that takes no time, a claim, a round of the reconciler."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from benchmarks.figures import figure, milliseconds
from coach_app.database import claimed_jobs
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation
from tests.journeys.running_app import PROJECT
from tests.servers import running_servers
from tests.working_parts import new_guest, ready_session, working_parts

_JOBS = 600
_CLAIMS = 200
_ROUNDS = 30
_FINISHED_ROWS = 1_000_000
_ADD_USERS = text("INSERT INTO users (id) SELECT gen_random_uuid() FROM generate_series(1, :count)")
_ADD_WAITING = text(
    "INSERT INTO generation_jobs (id, user_id, idempotency_key, asset_type, request) "
    'SELECT gen_random_uuid(), id, \'bench\', \'twitch_emote\', \'{"title": "", "brief": {}, "prompt": ""}\' FROM users'
)
_ADD_FINISHED = text(
    "INSERT INTO generation_jobs "
    "(id, user_id, idempotency_key, asset_type, request, status, stage, finished_at, swept_at) "
    "SELECT gen_random_uuid(), users.id, number::text, 'twitch_emote', '{}', 'succeeded', 'done', now(), now() "
    "FROM generate_series(1, :each) AS number CROSS JOIN users"
)


def measure_jobs() -> None:
    """Print the figures; each with a database of its own servers, as a local start has them."""
    with tempfile.TemporaryDirectory(prefix="coach-bench-jobs-") as folder:
        for processes in (1, 2):
            with _fresh_parts(Path(folder) / f"jobs-{processes}") as parts:
                target = "≥ 100/s" if processes == 1 else ""
                what = "worker process" if processes == 1 else "worker processes"
                figure(f"jobs a second, {processes} {what}", f"{_jobs_a_second(parts, processes):.0f}/s", target)
        for users in (100, 10_000):
            with _fresh_parts(Path(folder) / f"claims-{users}") as parts:
                figure(f"claim with {users:,} users waiting", milliseconds(_claims(parts, users)), "p95 ≤ 5 ms")
        with _fresh_parts(Path(folder) / "rounds") as parts:
            rounds = milliseconds(_rounds(parts))
            figure(f"reconciler's round with {_FINISHED_ROWS:,} finished rows", rounds, "≤ 20 ms")


@contextmanager
def _fresh_parts(folder: Path) -> Iterator[Parts]:
    folder.mkdir()
    with running_servers() as settings:
        env = os.environ | {"COACH_DATABASE_URL": settings.effective_database_url}
        subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], cwd=PROJECT, env=env, check=True)
        parts = working_parts(settings.effective_database_url, settings.effective_redis_url, folder)
        yield parts
        parts.database.close()


def _jobs_a_second(parts: Parts, processes: int) -> float:
    """Return how many jobs came to their end a second, from the first claim to the last end."""
    for _ in range(_JOBS // 2):
        user_id = new_guest(parts)
        for _ in range(2):
            session_id = ready_session(parts, user_id)
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(session_id))
    settings = parts.settings
    env = os.environ | {
        "COACH_DATABASE_URL": str(settings.database_url),
        "COACH_REDIS_URL": str(settings.redis_url),
        "COACH_DATA_DIR": str(settings.data_dir),
    }
    command = [sys.executable, "-m", "benchmarks.instant_worker"]
    with ExitStack() as stack:
        for _ in range(processes):
            worker = stack.enter_context(subprocess.Popen(command, cwd=PROJECT, env=env, stdout=subprocess.DEVNULL))
            stack.callback(worker.terminate)
        while _count_unfinished(parts):
            time.sleep(0.1)
    query = text("SELECT extract(epoch FROM max(finished_at) - min(started_at)) FROM generation_jobs")
    with parts.database.transaction() as db:
        return _JOBS / float(db.connection().execute(query).scalar_one())


def _count_unfinished(parts: Parts) -> int:
    query = text("SELECT count(*) FROM generation_jobs WHERE status IN ('queued', 'running')")
    with parts.database.transaction() as db:
        return int(db.connection().execute(query).scalar_one())


def _claims(parts: Parts, users: int) -> list[float]:
    with parts.database.transaction() as db:
        db.connection().execute(_ADD_USERS, {"count": users})
        db.connection().execute(_ADD_WAITING)
    _analyze(parts)
    waits = []
    for _ in range(min(_CLAIMS, users)):
        began = time.monotonic()
        with parts.database.transaction() as db:
            job = claimed_jobs.claim_due(
                db, worker_id=uuid4(), lease_seconds=600, running_cap=100_000, user_running_cap=2
            )
        waits.append(time.monotonic() - began)
        assert job is not None
    return waits


def _rounds(parts: Parts) -> list[float]:
    with parts.database.transaction() as db:
        db.connection().execute(text("SET LOCAL statement_timeout = 0"))
        db.connection().execute(_ADD_USERS, {"count": 1_000})
        db.connection().execute(_ADD_FINISHED, {"each": _FINISHED_ROWS // 1_000})
    _analyze(parts)
    waits = []
    for _ in range(_ROUNDS):
        began = time.monotonic()
        reconcile(parts)
        waits.append(time.monotonic() - began)
    return waits


def _analyze(parts: Parts) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("ANALYZE"))
