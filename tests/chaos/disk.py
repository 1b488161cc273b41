"""A disk of a few megabytes that can be full."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_MEGABYTES = 256
_PIECE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A file system in memory, mounted on a folder."""

    folder: Path

    @classmethod
    def mounted(cls, folder: Path) -> "SmallDisk | None":
        """Mount it; None where that is not allowed."""
        command = ["mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(folder)]
        mounted = subprocess.run(command, capture_output=True, check=False)
        return cls(folder) if mounted.returncode == 0 else None

    def unmount(self) -> None:
        # Lazily: a worker's log may still be open.
        subprocess.run(["umount", "-l", str(self.folder)], check=True)

    @contextmanager
    def filled(self) -> Iterator[None]:
        """Leave no byte free until the block ends."""
        filler = self.folder / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(_PIECE_BYTES))
        try:
            yield
        finally:
            filler.unlink()
