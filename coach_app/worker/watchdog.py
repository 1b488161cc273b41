"""Ends the process when one of Dramatiq's threads has died: a supervisor starts it anew."""

import logging
import os
import threading
from types import TracebackType

import dramatiq

_log = logging.getLogger(__name__)
_PERIOD_SECONDS = 10
EXIT_CODE = 70


class Watchdog:
    """Looks at every consumer and worker thread, because a process without one looks healthy and does nothing."""

    def __init__(self, worker: dramatiq.Worker, *, period_seconds: float = _PERIOD_SECONDS) -> None:
        self._worker = worker
        self._period_seconds = period_seconds
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(self._period_seconds):
            threads = [*self._worker.consumers.values(), *self._worker.workers]
            dead = [thread.name for thread in threads if not thread.is_alive()]
            if dead:
                _log.critical("Threads have died: %s. The process ends.", ", ".join(dead))
                os._exit(EXIT_CODE)
