"""One run: servers, a paid service, workers, clicks, and faults while they work."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import httpx
from sqlalchemy import text

from coach_app.domain.errors import ServiceUnavailable
from coach_app.domain.generation_jobs import GenerationOptions
from coach_app.parts import Parts
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation
from tests.chaos.faults import STORAGE_AWAY, Faults
from tests.chaos.invariants import STUCK, violations
from tests.chaos.workers import Workers
from tests.journeys.running_app import PROJECT, free_port
from tests.provider.running import nano_banana
from tests.working_parts import new_guest, ready_session, working_parts

LEASE_SECONDS = 2
THREADS = 2
_CLICKERS = 4
_LONGEST_OUTAGE_SECONDS = 120
_SIDE_PX = "64"
_Answer = TypeVar("_Answer")


@dataclass
class ChaosRun:
    """What a test or the torture does things to."""

    parts: Parts
    faults: Faults
    workers: Workers
    provider_folder: Path
    log: Path
    stuck: list[str] = field(default_factory=list)

    def click(self, count: int) -> None:
        """Ask for so many pictures, one or two a user, in a session for each or as variations of one; an outage is
        asked through."""
        with ThreadPoolExecutor(_CLICKERS) as pool:
            list(pool.map(self._click, range((count + 1) // 2), [2] * (count // 2) + [1] * (count % 2)))

    def _click(self, number: int, jobs: int) -> None:
        user_id = _through_outages(lambda: new_guest(self.parts))
        # Every other user wants the two of one click.
        at_once = jobs if number % 2 else 1
        for _ in range(jobs // at_once):
            self._ask(user_id, variations=at_once)

    def _ask(self, user_id: UUID, *, variations: int) -> None:
        session_id = _through_outages(lambda: self.ready_session(user_id))
        asked = partial(request_generation, self.parts, user_id=user_id, session_id=session_id)
        options = GenerationOptions(variations=variations)
        _through_outages(lambda: asked(idempotency_key=str(session_id), options=options))

    def ready_session(self, user_id: UUID) -> UUID:
        """Return a session by whose calls the log of the service can tell it."""
        session_id = ready_session(self.parts, user_id)
        subject = f"axolotl {session_id.hex}"
        edit_brief(self.parts, user_id=user_id, session_id=session_id, slot="subject", value=subject)
        return session_id

    def click_until_all_faults_were_met(self, *, timeout_seconds: float = 90) -> None:
        """Click as long as a fault waits for a job that comes to its point."""
        deadline = time.monotonic() + timeout_seconds
        while self.faults.open():
            assert time.monotonic() < deadline, self.faults.open()
            if self.count_active() < 2 * _CLICKERS:
                self.click(_CLICKERS)
            time.sleep(0.1)

    def script(self, outcome: str) -> None:
        """Have the service answer its next call so."""
        aside = self.provider_folder / "script.next"
        aside.write_text(outcome)
        aside.replace(self.provider_folder / "script")

    def lose_storage(self) -> None:
        (self.provider_folder / STORAGE_AWAY).touch()

    def find_storage(self) -> None:
        (self.provider_folder / STORAGE_AWAY).unlink(missing_ok=True)

    def count_active(self) -> int:
        return self._count("status IN ('queued', 'running')")

    def count_succeeded(self) -> int:
        return self._count("status = 'succeeded'")

    def count_calls(self) -> int:
        """Return how often the service was called."""
        return len(self._calls())

    def _count(self, condition: str) -> int:
        query = text(f"SELECT count(*) FROM generation_jobs WHERE {condition}")

        def ask() -> int:
            with self.parts.database.transaction() as db:
                return int(db.connection().execute(query).scalar_one())

        return _through_outages(ask)

    def _calls(self) -> list[str]:
        log = self.provider_folder / "calls"
        return log.read_text().splitlines() if log.exists() else []

    def wait_until_woken(self) -> None:
        """Wait for every worker that was stopped to go on, and give it the time to do its worst."""
        while self.workers.has_stopped():
            time.sleep(0.1)
        time.sleep(LEASE_SECONDS)

    def wait_until_ended(self, *, timeout_seconds: float) -> None:
        """Wait for every job, and note what stays running without a lease (I5)."""
        deadline = time.monotonic() + timeout_seconds
        while time.monotonic() < deadline:
            try:
                with self.parts.database.transaction() as db:
                    self.stuck += [f"I5: job {row.id} is stuck" for row in db.connection().execute(text(STUCK))]
                if not self.count_active():
                    return
            except ServiceUnavailable:
                pass
            time.sleep(0.1)

    def violations(self) -> list[str]:
        """Sweep, then say what does not hold."""
        self.find_storage()
        time.sleep(LEASE_SECONDS + 0.1)
        for _ in range(100):
            reconcile(self.parts)
            if not self._count("finished_at IS NOT NULL AND swept_at IS NULL"):
                break
        explained = len(self.faults.taken()) + self.workers.deaths + self.workers.pauses
        most_extra = THREADS * explained + sum(call.endswith(("cut", "hang")) for call in self._calls())
        return [*self.stuck, *violations(self.parts, self.provider_folder, most_extra_calls=most_extra)]


def _through_outages(ask: Callable[[], _Answer]) -> _Answer:
    """Ask until there is an answer: no outage that a run makes lasts so long as to be given up for."""
    deadline = time.monotonic() + _LONGEST_OUTAGE_SECONDS
    while True:
        try:
            return ask()
        except ServiceUnavailable:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


@contextmanager
def chaos(
    database_url: str,
    redis_url: str,
    folder: Path,
    *,
    workers: int = 2,
    clocks_seconds: Sequence[int] = (0,),
    env: Mapping[str, str] | None = None,
) -> Iterator[ChaosRun]:
    """Start the service and the workers on these servers; the workers' clocks are wrong by so much, in turn."""
    for name in ("chaos", "data"):
        (folder / name).mkdir(exist_ok=True)
    port = free_port()
    with ExitStack() as stack:
        stack.enter_context(_provider(port, folder / "chaos"))
        parts = working_parts(
            database_url,
            redis_url,
            folder / "data",
            job_lease_seconds=LEASE_SECONDS,
            ai_artist=nano_banana(f"http://127.0.0.1:{port}"),
            spending_cap=100_000,
            user_spending_cap=100_000,
        )
        stack.callback(parts.database.close)
        with parts.database.transaction() as db:
            db.connection().execute(text("TRUNCATE users CASCADE"))
        settings = {
            "COACH_DATABASE_URL": database_url,
            "COACH_REDIS_URL": redis_url,
            "COACH_DATA_DIR": str(folder / "data"),
            "COACH_JOB_LEASE_SECONDS": str(LEASE_SECONDS),
            "COACH_RECONCILE_SECONDS": "1",
            "COACH_WORKER_THREADS": str(THREADS),
            # A second call is checked against them, too.
            "COACH_SPENDING_CAP": "100000",
            "COACH_USER_SPENDING_CAP": "100000",
            "CHAOS_DIR": str(folder / "chaos"),
            "CHAOS_PROVIDER": f"http://127.0.0.1:{port}",
        }
        started = Workers(
            [
                {**settings, **(env or {}), "CHAOS_CLOCK_SECONDS": str(clocks_seconds[number % len(clocks_seconds)])}
                for number in range(workers)
            ],
            folder / "workers.log",
            pause_seconds=2 * LEASE_SECONDS,
        )
        stack.enter_context(started)
        yield ChaosRun(parts, Faults(folder / "chaos"), started, folder / "chaos", folder / "workers.log")


@contextmanager
def _provider(port: int, folder: Path) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.provider.server", str(port), str(folder), _SIDE_PX]
    with subprocess.Popen(command, cwd=PROJECT, env=os.environ) as process:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                httpx.get(f"http://127.0.0.1:{port}/", trust_env=False)
                break
            except httpx.ConnectError:
                time.sleep(0.02)
        try:
            yield
        finally:
            process.kill()
