"""Faults as files: whoever wants one puts `<kind>@<point>.<number>` into a folder, and the first worker that comes to
the point takes it. So each happens once, whoever dies of it, and the run knows which ones did."""

import os
import signal
from pathlib import Path

POINTS = ("claimed", "intent", "received", "spooled", "staged", "read", "uploaded", "recording", "recorded")
"""After the claim; call committed; answer there and not on disk; on disk only; in storage and not in the row; in the
row; files stored; in the last transaction; after it."""
KINDS = ("kill", "pause", "raise", "lie")
STORAGE_AWAY = "storage-away"


class Fault(Exception):
    """A `raise` was put at this point."""


class Faults:
    """The folder, seen by a worker (`meet`) and by a run (`put`, `open`, `taken`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / "taken"

    def put(self, kind: str, point: str, number: int) -> None:
        (self._folder / f"{kind}@{point}.{number}").touch()

    def open(self) -> list[str]:
        return sorted(path.name for path in self._folder.glob("*@*"))

    def taken(self) -> list[str]:
        return self._log.read_text().split() if self._log.exists() else []

    def is_storage_away(self) -> bool:
        return (self._folder / STORAGE_AWAY).exists()

    def meet(self, point: str) -> bool:
        """Suffer a fault of this point, if one is open; True for a `lie`. Raises Fault."""
        for path in sorted(self._folder.glob(f"*@{point}.*")):
            try:
                path.unlink()
            except FileNotFoundError:
                continue
            return self._suffer(path.name)
        return False

    def _suffer(self, name: str) -> bool:
        descriptor = os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(descriptor, f"{name}\n".encode())
        os.close(descriptor)
        kind = name.partition("@")[0]
        if kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if kind == "pause":
            os.kill(os.getpid(), signal.SIGSTOP)
        if kind == "raise":
            raise Fault(name)
        return kind == "lie"
