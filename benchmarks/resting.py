"""What web, worker and imaging hold and use while nothing is asked of them."""

import time

import psutil

from benchmarks.figures import figure
from tests.journeys.running_app import RunningApp

_IDLE_SECONDS = 20


def measure_rest(app: RunningApp, when: str) -> None:
    """Print memory (proportional set size, so that shared pages count once) and the worker's idle cost."""
    worker = app.find_process("coach_app.worker")
    web = [process for process in _own_processes(app) if "granian" in " ".join(process.cmdline())]
    imaging = [process for process in _own_processes(app) if "coach_app.imaging.process" in process.cmdline()]
    figure(f"memory of web, worker and imaging {when}", f"{_megabytes([*web, worker, *imaging]):.0f} MB", "≤ 350 MB")
    figure("    web", f"{_megabytes(web):.0f} MB")
    figure("    worker", f"{_megabytes([worker]):.0f} MB")
    figure("    imaging", f"{_megabytes(imaging):.0f} MB")
    before, began = _busy_seconds(worker), time.monotonic()
    time.sleep(_IDLE_SECONDS)
    share = (_busy_seconds(worker) - before) / (time.monotonic() - began)
    figure(f"worker's idle cost {when}", f"{share:.2%} of a core", "< 1 %")


def _own_processes(app: RunningApp) -> list[psutil.Process]:
    return list(psutil.Process(app.process.pid).children(recursive=True))


def _megabytes(processes: list[psutil.Process]) -> float:
    return float(sum(process.memory_full_info().pss for process in processes)) / 1e6


def _busy_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
