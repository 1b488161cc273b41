"""Worker processes that are started again when they die, and woken when they were stopped for two leases."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

_LOOK_SECONDS = 0.1


class Workers:
    """One worker for each environment, watched by a thread while the block runs."""

    def __init__(self, environments: Sequence[Mapping[str, str]], log: Path, *, pause_seconds: float) -> None:
        self._environments = environments
        self._log = log
        self._pause_seconds = pause_seconds
        self._processes: list[subprocess.Popen[bytes]] = []
        self._stopped_since: dict[int, float] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.deaths = 0
        self.pauses = 0

    def __enter__(self) -> Self:
        self._processes = [self._start(place) for place in range(len(self._environments))]
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()
        for process in self._processes:
            process.kill()
            process.wait()

    def kill_one(self, number: int) -> None:
        self._processes[number % len(self._processes)].kill()

    def stop_one(self, number: int) -> None:
        """Ask a worker to stop, as a supervisor does; the next one takes its place."""
        self._processes[number % len(self._processes)].terminate()

    def pause_one(self, number: int) -> None:
        self._processes[number % len(self._processes)].send_signal(signal.SIGSTOP)

    def has_stopped(self) -> bool:
        """Whether a worker is stopped now."""
        return any(psutil.Process(process.pid).status() == psutil.STATUS_STOPPED for process in self._processes)

    def _start(self, place: int) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as output:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.chaos.worker"],
                env=os.environ | self._environments[place],
                stdout=output,
                stderr=output,
            )

    def _watch(self) -> None:
        while not self._done.wait(_LOOK_SECONDS):
            for place, process in enumerate(self._processes):
                if process.poll() is not None:
                    self.deaths += 1
                    self._processes[place] = self._start(place)
                else:
                    self._wake(process)

    def _wake(self, process: subprocess.Popen[bytes]) -> None:
        if psutil.Process(process.pid).status() != psutil.STATUS_STOPPED:
            self._stopped_since.pop(process.pid, None)
            return
        since = self._stopped_since.setdefault(process.pid, time.monotonic())
        if time.monotonic() - since > self._pause_seconds:
            self.pauses += 1
            process.send_signal(signal.SIGCONT)
