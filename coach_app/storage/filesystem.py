"""Bytes as files below one folder, for a machine that keeps its pictures itself."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from uuid import uuid4

from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.storage.keys import check_key

_PIECE_BYTES = 64 * 1024


class FilesystemStorage:
    """A key is a path below `folder`. A file appears whole: written aside, fsynced, then renamed.

    What a killed process leaves aside is a key like any other, `<key>.<random>.part`, for whoever clears the folder up.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, files: Mapping[str, bytes]) -> None:
        """Store the bytes under their keys, replacing what was there. Raises StorageUnavailable.

        Several files cost the disk little more than one: all are written before the first is fsynced.
        """
        aside = {path.with_name(f"{path.name}.{uuid4().hex}.part"): path for path in map(self._path, files)}
        try:
            _write_durably(dict(zip(aside, files.values(), strict=True)))
            for part, path in aside.items():
                part.replace(path)
            for folder in {path.parent for path in aside.values()}:
                _fsync_folder(folder)
        except OSError as exc:
            for part in aside:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
            raise StorageUnavailable(f"cannot write: {exc.strerror}") from exc

    def read(self, key: str) -> Iterator[bytes]:
        """Open the file at once and yield it in pieces of 64 KiB. Raises NotFound, StorageUnavailable."""
        try:
            descriptor = os.open(self._path(key), os.O_RDONLY | os.O_NOFOLLOW)
        except FileNotFoundError as exc:
            raise NotFound("file") from exc
        except OSError as exc:
            raise StorageUnavailable(f"cannot read: {exc.strerror}") from exc
        return _pieces(descriptor)

    def delete(self, key: str) -> None:
        """Remove the file, if it is there, and the folders that it leaves empty. Raises StorageUnavailable."""
        path = self._path(key)
        try:
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self._folder:
                    return
                folder.rmdir()
        except FileNotFoundError:
            return
        except OSError as exc:
            if exc.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise StorageUnavailable(f"cannot delete: {exc.strerror}") from exc

    def keys(self, prefix: str) -> Iterator[str]:
        """Yield every key below the folder that the prefix names."""
        for path in sorted(self._path(prefix.rstrip("/")).rglob("*")):
            if path.is_file():
                yield path.relative_to(self._folder).as_posix()

    def temporary_url(self, key: str, *, media_type: str, disposition: str) -> str | None:  # noqa: ARG002 - the port's
        """Return None: only we can hand out what lies on our disk."""
        return None

    def _path(self, key: str) -> Path:
        check_key(key)
        return self._folder / key


def _write_durably(files: Mapping[Path, bytes]) -> None:
    with ExitStack() as stack:
        opened = []
        for path, data in files.items():
            file = stack.enter_context(os.fdopen(_created(path), "wb"))
            file.write(data)
            file.flush()
            opened.append(file)
        for file in opened:
            os.fsync(file.fileno())


def _created(path: Path) -> int:
    """Open a new file. A delete may remove its folder, while that is empty, between the two steps: then once more."""
    while True:
        with suppress(FileNotFoundError):
            return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        _make_folder(path.parent)


def _make_folder(folder: Path) -> None:
    """Make the folder and those above it, each entry durable before the next."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with suppress(FileExistsError, FileNotFoundError):
        folder.mkdir(mode=0o700)
        _fsync_folder(folder.parent)


def _pieces(descriptor: int) -> Iterator[bytes]:
    with os.fdopen(descriptor, "rb") as file:
        while piece := file.read(_PIECE_BYTES):
            yield piece


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
