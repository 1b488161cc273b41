"""One supervised program: how it is started, how it is stopped, where its output goes."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coach_app.local_services.accounts import Account
from coach_app.local_services.death_watch import DeathWatch

MAX_LOG_BYTES = 10_000_000

Process = subprocess.Popen[bytes]


@dataclass(frozen=True, slots=True)
class Program:
    """A program to keep running. Servers start before the others and stop after them; `log` None is the terminal."""

    name: str
    command: Sequence[str | Path]
    account: Account
    cwd: Path
    env: Mapping[str, str]
    log: Path | None
    is_server: bool = False
    stop_signal: signal.Signals = signal.SIGTERM
    stop_timeout_seconds: float = 10.0

    def start(self, watch: DeathWatch) -> Process:
        """Start it in a session of its own: Ctrl+C reaches the launcher alone, which then stops all in order."""
        launcher_pid = os.getpid()
        is_mine = self.account.is_myself
        output = _open_log(self.log) if self.log else None
        try:
            process = subprocess.Popen(
                self.command,
                cwd=self.cwd,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                start_new_session=True,
                user=None if is_mine else self.account.uid,
                group=None if is_mine else self.account.gid,
                extra_groups=None if is_mine else [],
                # Safe: the launcher has one thread. It runs after the change of user, which would undo it.
                preexec_fn=lambda: watch.bind_child(launcher_pid, self.stop_signal),
            )
        finally:
            if output:
                output.close()
        watch.started(process.pid, self.stop_signal)
        return process

    def last_words(self) -> str:
        """Return the last line of the log, for a message about a failed start."""
        if self.log is None or not self.log.exists():
            return ""
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""


def kill_group(process: Process) -> None:
    """Kill what is left of a program and of its children."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _open_log(path: Path) -> IO[bytes]:
    """Open for appending; a log that has grown large makes room at a start."""
    if path.exists() and path.stat().st_size > MAX_LOG_BYTES:
        path.replace(path.with_suffix(".old.log"))
    return path.open("ab")
