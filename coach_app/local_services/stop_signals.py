"""Waiting that ends early when the launcher is asked to stop or a child has ended."""

import os
import select
import signal
from contextlib import suppress
from types import FrameType

from coach_app.local_services.errors import StopRequested

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
PARENT_CHECK_SECONDS = 0.5


class StopSignals:
    """Owns the signals of the launcher; `watch_parent` also takes the end of its parent as a request to stop."""

    def __init__(self, *, watch_parent: bool) -> None:
        self._is_stopping = False
        self._parent_pid = os.getppid() if watch_parent else None
        self._wakeup, wakeup_writer = os.pipe()
        for end in (self._wakeup, wakeup_writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wakeup_writer, warn_on_full_buffer=False)
        for number in STOP_SIGNALS:
            signal.signal(number, self._request_stop)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)

    def _request_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._is_stopping = True

    def wait(self, seconds: float) -> None:
        """Wait that long, less where something happens. Raises StopRequested."""
        self.pause(seconds)
        if self._is_stopping or (self._parent_pid is not None and os.getppid() != self._parent_pid):
            raise StopRequested

    def pause(self, seconds: float) -> None:
        """Wait that long, less where a signal comes or the parent has to be looked at."""
        limit = seconds if self._parent_pid is None else min(seconds, PARENT_CHECK_SECONDS)
        select.select([self._wakeup], [], [], limit)
        with suppress(BlockingIOError):
            os.read(self._wakeup, 4096)
