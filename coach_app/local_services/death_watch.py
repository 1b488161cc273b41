"""Children that die with the launcher, even where it is killed with SIGKILL."""

import ctypes
import os
import signal
import sys
from contextlib import suppress

PR_SET_PDEATHSIG = 1


class DeathWatch:
    """Sees to it that children get their stop signal when this process ends in any way.

    On Linux the kernel sends it (PR_SET_PDEATHSIG; it follows the thread that starts the child, so children are
    started from the main thread). Elsewhere a small forked watcher holds the other end of a pipe and signals the
    children it was told of once the pipe closes.
    """

    def __init__(self, *, uses_kernel: bool = sys.platform == "linux") -> None:
        self._libc = ctypes.CDLL(None, use_errno=True) if uses_kernel else None
        self._watcher_pipe = -1 if self._libc else _fork_watcher()

    def bind_child(self, parent_pid: int, stop_signal: signal.Signals) -> None:
        """Run in the child between fork and exec."""
        if self._libc is None:
            return
        self._libc.prctl(PR_SET_PDEATHSIG, int(stop_signal))
        if os.getppid() != parent_pid:
            os._exit(1)

    def started(self, pid: int, stop_signal: signal.Signals) -> None:
        """Note a child. Call it right after the start."""
        self._tell(f"+{pid} {int(stop_signal)}\n")

    def ended(self, pid: int) -> None:
        """Forget a child that has been reaped: its number may be given to somebody else."""
        self._tell(f"-{pid} 0\n")

    def _tell(self, line: str) -> None:
        if self._watcher_pipe >= 0:
            os.write(self._watcher_pipe, line.encode())


def _fork_watcher() -> int:
    """Start the watcher and return the end of the pipe to write to; it closes with this process."""
    read_end, write_end = os.pipe()
    if os.fork():
        os.close(read_end)
        return write_end
    os.close(write_end)
    os.setsid()
    children: dict[int, int] = {}
    with os.fdopen(read_end) as lines:
        for line in lines:
            pid, stop_signal = int(line.split()[0]), int(line.split()[1])
            if pid > 0:
                children[pid] = stop_signal
            else:
                children.pop(-pid, None)
    for pid, stop_signal in children.items():
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, stop_signal)
    os._exit(0)
