"""`make dev` and a plain `reflex run`: hot reload around the same local services."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.journeys.running_app import free_port
from tests.processes import descendants, have_ended, listened_addresses
from tests.servers import open_data_dir
from tests.starting.clones import Clone, clone_into

START_SECONDS = 120
SERVICES = {"postgres", "valkey-server"}
StartDevelopment = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def clone(built_page: None) -> Iterator[Clone]:
    with open_data_dir() as folder:
        yield clone_into(folder / "home", os.geteuid(), os.getegid())


@pytest.fixture
def start(clone: Clone, tmp_path: Path) -> Iterator[StartDevelopment]:
    """Start a command in the clone and wait until both its page and its API are there."""
    running: list[subprocess.Popen[str]] = []

    def run(*command: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            command,
            cwd=clone.folder,
            env=clone.env | {"PORT": str(free_port()), "COACH_DATA_DIR": str(clone.home.parent / "data")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        running.append(process)
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "Backend running at" in line:
                return process
        pytest.fail("".join(lines))

    yield run
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=20)
        # Reflex leaves its children behind where it is killed.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=20)


def _wait_for_end_of(processes: list[psutil.Process]) -> None:
    psutil.wait_procs(processes, timeout=20)
    assert have_ended(processes)


def _wait_for_api(process: "subprocess.Popen[str]") -> set[str]:
    """Return the addresses that are listened on once there are two of them: page and API."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        listening = listened_addresses(descendants(process.pid))
        if len(listening) >= 2:
            return {host for host, _ in listening}
        time.sleep(0.2)
    pytest.fail("page and API do not listen")


def test_make_dev_serves_this_machine_alone_and_ends_with_one_interrupt(start: StartDevelopment) -> None:
    make = start("make", "dev")
    assert _wait_for_api(make) == {"127.0.0.1"}
    processes = descendants(make.pid)
    assert all(descendants(make.pid, name) for name in SERVICES)
    os.killpg(make.pid, signal.SIGINT)
    _wait_for_end_of(processes)


def test_a_plain_reflex_run_has_its_services_and_takes_them_along_when_killed(
    start: StartDevelopment, clone: Clone
) -> None:
    reflex = start(str(clone.folder / ".venv" / "bin" / "python"), "-m", "reflex", "run")
    services = [process for name in SERVICES for process in descendants(reflex.pid, name)]
    assert len(services) >= len(SERVICES)
    reloading = descendants(reflex.pid, "coach_app.local_services")
    assert [process.ppid() for process in reloading] == [reflex.pid]
    os.kill(reflex.pid, signal.SIGKILL)
    _wait_for_end_of(services)
