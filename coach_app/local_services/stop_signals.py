"""Waiting that ends early when the launcher is asked to stop or a child has ended."""

import os
import select
import signal
import sys
from types import FrameType

from coach_app.local_services.errors import StopRequested

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class StopSignals:
    """Owns the signals of the launcher; `watch_stdin` also takes the end of standard input as a request to stop."""

    def __init__(self, *, watch_stdin: bool) -> None:
        self._is_stopping = False
        self._wakeup, wakeup_writer = os.pipe()
        for end in (self._wakeup, wakeup_writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wakeup_writer, warn_on_full_buffer=False)
        for number in STOP_SIGNALS:
            signal.signal(number, self._request_stop)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        self._watched = [self._wakeup] + ([sys.stdin.fileno()] if watch_stdin else [])

    def _request_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._is_stopping = True

    def wait(self, seconds: float) -> None:
        """Wait that long, less where a child ends. Raises StopRequested."""
        self.pause(seconds)
        if self._is_stopping:
            raise StopRequested

    def pause(self, seconds: float) -> None:
        """Wait that long, less where any signal comes."""
        ready, _, _ = select.select(self._watched, [], [], seconds)
        for end in ready:
            if os.read(end, 4096) == b"" and end != self._wakeup:
                self._watched.remove(end)
                self._is_stopping = True
