"""`make run` in a clone under a home of mode 0700, as root (where the tests are) and as an ordinary user."""

import http.client
import os
import pwd
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.journeys.running_app import free_port
from tests.processes import descendants, have_ended, listened_addresses
from tests.servers import open_data_dir
from tests.starting.clones import STRANGER, Clone, clone_into

IS_ROOT = os.geteuid() == 0
FIRST_START_SECONDS = 120
# `make bench` measures it (2.5 to 4 s); here the machine may be busy with other tests.
SECOND_START_SECONDS = 30


class MadeRun:
    """A running `make run`."""

    def __init__(self, clone: Clone, *, before: tuple[str, ...] = (), **variables: str) -> None:
        self.port = free_port()
        self.started_at = time.monotonic()
        self.lines: list[str] = []
        is_mine = clone.uid == os.geteuid()
        self.make = subprocess.Popen(
            [*before, "make", "run"],
            cwd=clone.folder,
            env=clone.env | {"PORT": str(self.port)} | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            user=None if is_mine else clone.uid,
            group=None if is_mine else clone.gid,
            extra_groups=None if is_mine else [],
        )

    def wait_until_ready(self) -> float:
        """Return the seconds from the command to the line that says so."""
        assert self.make.stdout is not None
        for line in self.make.stdout:
            self.lines.append(line.rstrip())
            if "is ready" in line:
                return time.monotonic() - self.started_at
        pytest.fail("\n".join(self.lines))

    def processes(self) -> list[psutil.Process]:
        return descendants(self.make.pid)

    def get(self, path: str) -> int:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=10)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status

    def interrupt(self) -> None:
        """Press Ctrl+C."""
        processes = self.processes()
        os.killpg(self.make.pid, signal.SIGINT)
        pressed_at = time.monotonic()
        self.make.communicate(timeout=20)
        psutil.wait_procs(processes, timeout=5)
        assert have_ended(processes)
        assert time.monotonic() - pressed_at < 5


@pytest.fixture
def folder(built_page: None) -> Iterator[Path]:
    with open_data_dir() as made:
        yield made


def _check_and_stop(run: MadeRun) -> None:
    assert run.lines[-1] == f"Stream Coach is ready: http://localhost:{run.port}  (Ctrl+C stops everything)"
    assert run.get("/") == http.HTTPStatus.OK
    assert run.get("/api/v1/coach/sessions") == http.HTTPStatus.UNAUTHORIZED
    assert {host for host, _ in listened_addresses(run.processes())} == {"127.0.0.1"}
    run.interrupt()


def test_an_ordinary_user_starts_it_in_a_private_home(folder: Path) -> None:
    user = STRANGER if IS_ROOT else pwd.getpwuid(os.geteuid())
    clone = clone_into(folder / "home", user.pw_uid, user.pw_gid)
    first = MadeRun(clone)
    first.wait_until_ready()
    assert {process.uids().effective for process in first.processes()} == {user.pw_uid}
    _check_and_stop(first)
    second = MadeRun(clone)
    assert second.wait_until_ready() < SECOND_START_SECONDS
    assert len(second.lines) == 1
    _check_and_stop(second)
    assert clone.home.stat().st_mode & 0o777 == 0o700


def test_a_fresh_clone_builds_its_page(folder: Path) -> None:
    """As root where the tests are root: the servers then run as somebody who cannot enter that home."""
    clone = clone_into(folder / "home", os.geteuid(), os.getegid())
    (clone.folder / ".web" / "built-from").unlink()
    data_dir = folder / "data"
    run = MadeRun(clone, COACH_DATA_DIR=str(data_dir))
    assert run.wait_until_ready() < FIRST_START_SECONDS
    assert run.lines[:-1] == ["Building the page…"]
    servers = [process for process in run.processes() if process.name() in {"postgres", "valkey-server"}]
    assert {process.name() for process in servers} == {"postgres", "valkey-server"}
    assert all(process.uids().effective != 0 for process in servers)
    if IS_ROOT:
        assert all(Path(process.exe()).is_relative_to(data_dir) for process in servers)
    _check_and_stop(run)
    assert clone.home.stat().st_mode & 0o777 == 0o700


def test_once_installed_it_starts_without_a_network(folder: Path) -> None:
    clone = clone_into(folder / "home", os.geteuid(), os.getegid())
    run = MadeRun(
        clone,
        before=(str(clone.folder / ".venv" / "bin" / "python"), "-m", "tests.without_network"),
        COACH_DATA_DIR=str(folder / "data"),
    )
    assert run.wait_until_ready() < FIRST_START_SECONDS
    assert len(run.lines) == 1
    assert descendants(run.make.pid, "coach_app.worker")
    run.interrupt()
