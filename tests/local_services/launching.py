"""Starts and watches local services as their own processes."""

import os
import pwd
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest
from redis import Redis, exceptions

from coach_app.settings import Settings
from tests.processes import descendants
from tests.servers import PROJECT

LIMIT_SECONDS = 30.0
IS_ROOT = os.geteuid() == 0
STRANGER = pwd.getpwnam("daemon")


class Servers:
    """Both servers on a data folder, under a launcher of their own."""

    def __init__(self, data_dir: Path) -> None:
        self.settings = Settings(data_dir=data_dir)
        self.launcher = subprocess.Popen(
            [sys.executable, "-m", "tests.servers", str(data_dir)],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.launcher.stdout is not None
        self.first_line = self.launcher.stdout.readline().strip()

    def server(self, name: str) -> psutil.Process:
        """Return the server whose program has that name."""
        return descendants(self.launcher.pid, name)[0]

    def both(self) -> list[psutil.Process]:
        return [self.server("postgres"), self.server("valkey-server")]

    def connect(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(host=str(self.settings.socket_dir), port=5432, user="coach", dbname="coach")

    def valkey(self) -> "Redis":
        return Redis.from_url(self.settings.effective_redis_url, decode_responses=True)

    def remember(self, word: str) -> None:
        """Commit a row and write a key."""
        with self.connect() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
            connection.execute("INSERT INTO kept VALUES (%s)", [word])
        with self.valkey() as client:
            client.rpush("kept", word)

    def remembered(self) -> tuple[list[object], object]:
        with self.connect() as connection, self.valkey() as client:
            rows = connection.execute("SELECT word FROM kept").fetchall()
            return [row[0] for row in rows], client.lrange("kept", 0, -1)

    def is_answering(self) -> bool:
        try:
            return bool(self.remembered())
        except (psycopg.OperationalError, exceptions.ConnectionError):
            return False

    def stop(self) -> None:
        if self.launcher.poll() is None:
            self.launcher.terminate()
        self.launcher.wait(LIMIT_SECONDS)
        assert self.launcher.stdout is not None
        self.launcher.stdout.close()


@contextmanager
def started(data_dir: Path) -> Iterator[Servers]:
    """Run both servers on the folder for a while."""
    servers = Servers(data_dir)
    try:
        assert servers.first_line == "ready", servers.first_line
        yield servers
    finally:
        servers.stop()


def eventually(is_true: Callable[[], bool], what: str) -> None:
    """Wait for something that another process does."""
    deadline = time.monotonic() + LIMIT_SECONDS
    while not is_true():
        if time.monotonic() > deadline:
            pytest.fail(f"not within {LIMIT_SECONDS:.0f} s: {what}")
        time.sleep(0.02)
