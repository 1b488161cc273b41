"""The artists' raw answers on this machine's disk, from the last byte of the call until their job has ended."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

from coach_app.domain.errors import StorageUnavailable

# Set aside before the artist is called: a full disk is better found out while nothing is paid for. Answers are smaller.
_RESERVED_BYTES = 8 * 2**20


class DiskSpool:
    """One file for each job in `folder`. A file that is there is whole: it was fsynced before it got its name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def writing(self, job_id: UUID) -> Iterator[BinaryIO]:
        """Give a file to write the answer to, with room in it; it is durable when the block ends well.

        Raises StorageUnavailable: before the block where there is no room, or after it.
        """
        aside = self._folder / f".{uuid4().hex}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                _reserve(file.fileno())
                yield file
                file.flush()
                file.truncate()
                os.fsync(file.fileno())
            aside.replace(self._path(job_id))
            self._fsync_folder()
        except OSError as exc:
            raise StorageUnavailable(f"cannot spool: {exc.strerror}") from exc
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def read(self, job_id: UUID) -> bytes | None:
        """Return the job's answer if this machine has it. Raises StorageUnavailable."""
        try:
            return self._path(job_id).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as exc:
            raise StorageUnavailable(f"cannot read the spool: {exc.strerror}") from exc

    def forget(self, job_id: UUID) -> None:
        """Remove the job's answer; best effort, since `sweep` comes later."""
        with suppress(OSError):
            self._path(job_id).unlink(missing_ok=True)

    def sweep(self, *, older_than_seconds: float) -> None:
        """Remove what is that old: its job has ended elsewhere, or its writer has died."""
        before = time.time() - older_than_seconds
        for path in self._folder.glob("*"):
            with suppress(OSError):
                if path.stat().st_mtime < before:
                    path.unlink()

    def _path(self, job_id: UUID) -> Path:
        return self._folder / str(job_id)

    def _fsync_folder(self) -> None:
        descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reserve(descriptor: int) -> None:
    # macOS has no such call.
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, _RESERVED_BYTES)
