"""From the command to a page that answers: in a clean clone, and once more."""

import os
import signal
import subprocess
import time
from pathlib import Path

from benchmarks.figures import figure
from tests.journeys.running_app import RunningApp, free_port, wait_until_ready


def measure_starts(clone: Path, data_dir: Path) -> RunningApp:
    """Time `make run` twice and return the second start, running."""
    first = _start(clone, data_dir, "first start (packages, database, page; from an empty clone)", "")
    stop(first)
    return _start(clone, data_dir, "second start", "≤ 8 s")


def stop(app: RunningApp) -> None:
    """Press Ctrl+C and wait."""
    os.killpg(app.process.pid, signal.SIGINT)
    app.process.wait(30)


def _start(clone: Path, data_dir: Path, name: str, target: str) -> RunningApp:
    port = free_port()
    env = {key: value for key, value in os.environ.items() if not key.startswith("COACH_")}
    began = time.monotonic()
    process = subprocess.Popen(
        ["make", "run"],
        cwd=clone,
        env=env | {"COACH_DATA_DIR": str(data_dir), "PORT": str(port)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    lines = wait_until_ready(process, timeout_seconds=900)
    figure(name, f"{time.monotonic() - began:.1f} s", target)
    return RunningApp(f"http://localhost:{port}", process, data_dir, lines)
