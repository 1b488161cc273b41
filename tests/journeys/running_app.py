"""The product as `make run` starts it, on a data folder and a port of its own."""

import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg

from tests.processes import descendants

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 180


@dataclass(frozen=True, slots=True)
class RunningApp:
    """A started product. `lines` is what it printed."""

    url: str
    process: subprocess.Popen[str]
    data_dir: Path
    lines: list[str]

    def kill_worker(self) -> int:
        """Kill the worker process with SIGKILL and return its process id."""
        worker = self.find_process("coach_app.worker")
        worker.send_signal(signal.SIGKILL)
        return int(worker.pid)

    def find_process(self, word: str) -> psutil.Process:
        """Return the process of this start with that word in its command line."""
        return descendants(self.process.pid, word)[0]

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask the product's own database."""
        folder = quote(str(self.data_dir / "run"))
        with psycopg.connect(f"postgresql://coach@/coach?host={folder}&port=5432") as connection:
            return connection.execute(query.encode()).fetchall()


def start_app(data_dir: Path, **settings: str) -> RunningApp:
    """Start servers, worker and page, and return once the line that says so is there."""
    port = free_port()
    env = {key: value for key, value in os.environ.items() if not key.startswith(("COACH_", "PORT"))}
    env |= {"COACH_DATA_DIR": str(data_dir), "PORT": str(port)} | settings
    command = [sys.executable, "-m", "coach_app.local_services", "--page", "--"]
    process = subprocess.Popen(
        [*command, sys.executable, "-m", "coach_app", "serve"],
        cwd=PROJECT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    lines = wait_until_ready(process, timeout_seconds=START_SECONDS)
    return RunningApp(f"http://localhost:{port}", process, data_dir, lines)


def wait_until_ready(process: subprocess.Popen[str], *, timeout_seconds: float) -> list[str]:
    """Return what the start has printed once it says that the page is ready; the list goes on growing."""
    lines: list[str] = []
    is_decided = threading.Event()

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.rstrip())
            if line.startswith("Stream Coach is ready"):
                is_decided.set()
        is_decided.set()

    threading.Thread(target=listen, daemon=True).start()
    is_decided.wait(timeout_seconds)
    if not any(line.startswith("Stream Coach is ready") for line in lines):
        stop_app(process)
        raise AssertionError("The product does not start:\n" + "\n".join(lines))
    return lines


def stop_app(process: subprocess.Popen[str]) -> None:
    """Stop as Ctrl+C does, and wait until everything has ended."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    process.wait(30)


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
