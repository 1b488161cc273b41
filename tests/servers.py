"""PostgreSQL and Valkey for the tests: the real local services on a folder of their own, without a worker.

Run as a module it is the process that keeps them: `python -m tests.servers <data folder>`.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from coach_app.local_services.errors import ServicesError
from coach_app.local_services.launcher import Launch, Launcher
from coach_app.settings import Settings

PROJECT = Path(__file__).resolve().parents[1]


class ServersAlone(Launcher):
    """The local services without migrations and worker."""

    def prepare_app(self) -> None:
        pass


@contextmanager
def open_data_dir() -> Iterator[Path]:
    """Make a data folder that an unprivileged user can pass through too, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="coach-test-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@contextmanager
def running_servers() -> Iterator[Settings]:
    """Run both servers on a new folder, and stop them."""
    with open_data_dir() as folder:
        command = [sys.executable, "-m", "tests.servers", str(folder)]
        with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            try:
                yield Settings(data_dir=folder)
            finally:
                process.terminate()
                process.wait(timeout=30)


def administrator(settings: Settings) -> "psycopg.Connection[tuple[object, ...]]":
    """Connect as the superuser of the local server."""
    return psycopg.connect(
        host=str(settings.socket_dir), port=5432, user="postgres", dbname="postgres", autocommit=True
    )


if __name__ == "__main__":
    try:
        sys.exit(ServersAlone(Launch(Settings(data_dir=Path(sys.argv[1])), ends_with_parent=True)).run())
    except ServicesError as error:
        print(error)
        sys.exit(1)
