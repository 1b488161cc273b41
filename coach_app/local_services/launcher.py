"""Starts what is missing, in order: servers, migrations, worker, and the wrapped command around which they run."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from coach_app.local_services import postgres, valkey
from coach_app.local_services.accounts import myself, server_account
from coach_app.local_services.binaries import reachable_binaries
from coach_app.local_services.data_folder import DataFolder
from coach_app.local_services.errors import ServicesError, StopRequested
from coach_app.local_services.page import PageWatch
from coach_app.local_services.programs import Program
from coach_app.local_services.stop_signals import StopSignals
from coach_app.local_services.supervisor import CHECK_SECONDS, Supervisor
from coach_app.settings import Settings

PORT_TIMEOUT_SECONDS = 5.0
PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Launch:
    """What to run around the services, if anything.

    `serves_page`: the command serves the page; its output goes to a file, and one line says when the page is there.
    `ends_with_parent`: a parent process waits for the word "ready", and the services end when it does.
    """

    settings: Settings
    command: Sequence[str] = ()
    serves_page: bool = False
    ends_with_parent: bool = False


class Launcher:
    """One start on one data folder."""

    def __init__(self, launch: Launch) -> None:
        self._launch = launch
        self._folder = DataFolder.of(launch.settings)
        self._signals = StopSignals(watch_parent=launch.ends_with_parent)
        self._supervisor = Supervisor(self._signals)

    def run(self) -> int:
        """Run until the command ends or a stop is asked for; return the exit code. Raises ServicesError."""
        page = PageWatch(self._launch.settings) if self._launch.serves_page else None
        with self._folder.locked():
            try:
                if page:
                    self._wait_for_port(page)
                self._start_servers()
                self.prepare_app()
                return self._run_command(page) if self._launch.command else self._wait()
            except StopRequested:
                return 0
            finally:
                self._supervisor.stop_all()

    def _wait_for_port(self, page: PageWatch) -> None:
        """Give the page of a launcher that was killed time to leave. Raises ServicesError where it is not that."""
        deadline = time.monotonic() + PORT_TIMEOUT_SECONDS
        while not page.is_free():
            if time.monotonic() > deadline:
                raise ServicesError(
                    f"Port {self._launch.settings.port} is taken by another program: stop that one, or choose another "
                    "port with PORT."
                )
            self._signals.wait(CHECK_SECONDS)

    def _start_servers(self) -> None:
        """Start the servers that no address replaces, together, and wait until both answer."""
        settings, folder = self._launch.settings, self._folder
        if settings.database_url and settings.redis_url:
            return
        account = server_account(folder.postgres)
        folder.prepare(account)
        binaries = reachable_binaries(account, folder.binaries)
        starting = []
        if not settings.database_url:
            server = postgres.postgres_program(binaries.postgres_dir, folder, account)
            starting.append((server, partial(postgres.is_ready, folder)))
        if not settings.redis_url:
            server = valkey.valkey_program(binaries.valkey_server, folder, account)
            starting.append((server, partial(valkey.is_ready, settings.effective_redis_url)))
        for server, _ in starting:
            self._supervisor.start(server)
        for server, is_ready in starting:
            self._supervisor.wait_until_ready(server, is_ready)

    def prepare_app(self) -> None:
        """Migrate the database, then start a worker. Raises ServicesError where the migration fails."""
        self._migrate()
        command = [sys.executable, "-m", "coach_app.worker"]
        worker = self._own_program("worker", command, self._folder.logs / "worker.log")
        grace_seconds = self._launch.settings.shutdown_seconds
        self._supervisor.start(replace(worker, stop_timeout_seconds=grace_seconds + worker.stop_timeout_seconds))

    def _migrate(self) -> None:
        log = self._folder.logs / "migrations.log"
        with log.open("ab") as output:
            migrated = subprocess.run(
                [sys.executable, "-m", "alembic", "upgrade", "head"],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                # Ctrl+C lets a migration finish.
                start_new_session=True,
                check=False,
            )
        self._signals.wait(0)
        if migrated.returncode != 0:
            last_line = (log.read_text(errors="replace").strip().splitlines() or [""])[-1]
            raise ServicesError(f"The database cannot be brought up to date: {last_line} (more in {log})")

    def _wait(self) -> int:
        is_for_parent = self._launch.ends_with_parent
        print("ready" if is_for_parent else f"The local services run on {self._folder.root}.", flush=True)
        return self._supervisor.run() or 0

    def _run_command(self, page: PageWatch | None) -> int:
        web = self._own_program("web", self._launch.command, self._folder.logs / "web.log" if page else None)
        self._supervisor.start(web)
        if page:
            exit_code = self._supervisor.run(main=web, until=page.is_served)
            if exit_code is not None:
                raise ServicesError(f"The page does not start: {web.last_words()} (more in {web.log})")
            print(f"Stream Coach is ready: {self._launch.settings.public_url}  (Ctrl+C stops everything)", flush=True)
        # A page that has been served once is restarted when it dies, like everything else.
        return self._supervisor.run(main=None if page else web) or 0

    def _own_program(self, name: str, command: Sequence[str], log: Path | None) -> Program:
        # glibc keeps a heap for each thread otherwise: 40 MB more in a worker after 70 pictures.
        env = {"MALLOC_ARENA_MAX": "2"} | os.environ | {"COACH_SERVICES": "started"}
        return Program(name=name, command=command, account=myself(), cwd=PROJECT, env=env, log=log)
