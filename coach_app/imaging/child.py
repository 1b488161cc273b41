"""Imaging in child processes: started when there is work, kept warm, and replaced after a fault or enough pictures."""

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from pydantic import BaseModel, ValidationError

import coach_app
from coach_app.domain.asset_types import AssetType
from coach_app.domain.errors import ImagingFailed, InvalidInput, NoPicture
from coach_app.domain.ports import MadeFile, MadeFiles, Picture, PictureLimit, ReadUpload, Stamp
from coach_app.imaging import wire
from coach_app.imaging.containers import damaged, refused

_log = logging.getLogger(__name__)
_TASKS_PER_CHILD = 200
# Of a processor: what else runs on this machine must not decide about a picture.
_MAKE_CPU_SECONDS = 30
_UPLOAD_CPU_SECONDS = 10
# By the clock, for a child that hangs.
_LONGEST_SECONDS = 60.0
_IDLE_SECONDS = 60
# libvips' threads and oxipng's gain nothing on pictures this small, and glibc's arenas would eat the address space.
_ENVIRONMENT = {
    "VIPS_BLOCK_UNTRUSTED": "1",
    "VIPS_CONCURRENCY": "1",
    "RAYON_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}


# What a Python needs to start; settings and their secrets are not for the child.
_INHERITED = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def _environment() -> dict[str, str]:
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return inherited | _ENVIRONMENT | {"PYTHONPATH": str(Path(coach_app.__file__).parents[1])}


class _ChildDied(Exception):
    """The child ended, or answered what is no answer, before it had done its task."""


class _ChildHung(_ChildDied):
    """The child was killed since there was no answer for too long."""


class _ChildSpent(_ChildDied):
    """The child has used up the processor time of its task."""


_Answer = tuple[wire.Made | wire.Read | wire.Refused, tuple[bytes, ...]]


class ImagingChildren:
    """At most `limit` children; a thread takes one for each task, and waits where all are busy."""

    def __init__(
        self,
        *,
        limit: int,
        tasks_per_child: int = _TASKS_PER_CHILD,
        make_cpu_seconds: int = _MAKE_CPU_SECONDS,
        upload_cpu_seconds: int = _UPLOAD_CPU_SECONDS,
        longest_seconds: float = _LONGEST_SECONDS,
    ) -> None:
        self._slots = threading.BoundedSemaphore(limit)
        self._idle: deque[_Child] = deque()
        self._tasks_per_child = tasks_per_child
        self._make_cpu_seconds = make_cpu_seconds
        self._upload_cpu_seconds = upload_cpu_seconds
        self._longest_seconds = longest_seconds

    def warm_up(self) -> None:
        """Start a child now, that stays: the first task would wait for it otherwise."""
        self._idle.append(_Child(is_kept=True))

    def close(self) -> None:
        """End the children that are idle; a child whose parent dies ends by itself."""
        while self._idle:
            self._idle.pop().close()

    def make_files(self, picture: Picture, asset_type: AssetType, stamp: Stamp | None = None) -> MadeFiles:
        sizes = tuple(picture.renditions)
        asked = wire.MakeFiles(
            asset_type=asset_type.id,
            sizes=sizes,
            placement=stamp.placement if stamp else None,
            cpu_seconds=self._make_cpu_seconds,
        )
        blobs = [picture.master, *(picture.renditions[size] for size in sizes), *([stamp.png] if stamp else [])]
        try:
            answer, data = self._ask(asked, blobs)
        except _ChildDied as exc:
            raise ImagingFailed(str(exc)) from exc
        if not isinstance(answer, wire.Made):
            raise NoPicture(answer.sentence if isinstance(answer, wire.Refused) else "No answer to this.")
        files = (
            MadeFile(head.name, head.width_px, head.height_px, head.media_type, blob, head.facts)
            for head, blob in zip(answer.files, data, strict=True)
        )
        return MadeFiles(tuple(files), answer.master_size, answer.note)

    def read_upload(self, data: bytes, limit: PictureLimit | None = None) -> ReadUpload:
        asked = wire.ReadUpload(limit=limit, cpu_seconds=self._upload_cpu_seconds)
        try:
            answer, blobs = self._ask(asked, [data])
        except _ChildSpent as exc:
            raise refused("That picture takes too long to read. Save it as a plain PNG and try once more.") from exc
        except _ChildDied as exc:
            raise ImagingFailed(str(exc)) from exc
        if isinstance(answer, wire.Read):
            return ReadUpload(blobs[0], answer.width_px, answer.height_px, answer.palette)
        if isinstance(answer, wire.Refused) and answer.is_input:
            raise InvalidInput(answer.sentence, field=answer.field)
        raise damaged()

    def _ask(self, asked: BaseModel, blobs: Sequence[bytes]) -> _Answer:
        """Ask once more where a child died: something else may have killed it.

        Raises _ChildDied, and at once _ChildHung, _ChildSpent.
        """
        try:
            with self._child() as child:
                return child.ask(asked, blobs, timeout_seconds=self._longest_seconds)
        except (_ChildHung, _ChildSpent):
            raise
        except _ChildDied:
            pass
        with self._child() as child:
            return child.ask(asked, blobs, timeout_seconds=self._longest_seconds)

    @contextmanager
    def _child(self) -> Iterator["_Child"]:
        """Lend a child; one that did not answer, or has answered often enough, is replaced."""
        with self._slots:
            child = self._next_child()
            try:
                yield child
            except _ChildDied as exc:
                _log.warning("An imaging process is replaced: %s", exc)
                child.kill()
                if child.is_kept:
                    self.warm_up()
                raise
            if child.tasks < self._tasks_per_child:
                self._idle.append(child)
            else:
                child.close()
                self._idle.append(_Child(is_kept=child.is_kept))

    def _next_child(self) -> "_Child":
        """Return the child that was used last, so that those too many end by themselves."""
        while True:
            try:
                child = self._idle.pop()
            except IndexError:
                return _Child(is_kept=False)
            if not child.has_ended:
                return child
            child.close()
            if child.is_kept:
                return _Child(is_kept=True)


@dataclass(slots=True)
class _Deadline:
    has_passed: bool = False


class _Child:
    """One process and the pipe to it; one that is not kept ends after a minute without a task."""

    def __init__(self, *, is_kept: bool) -> None:
        self.is_kept = is_kept
        ours, theirs = socket.socketpair()
        with theirs:
            rest = () if is_kept else (str(_IDLE_SECONDS),)
            self._process = subprocess.Popen(
                [sys.executable, "-m", "coach_app.imaging.process", str(theirs.fileno()), *rest],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        self._pipe = Connection(ours.detach())
        self.tasks = 0

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def ask(self, message: BaseModel, blobs: Sequence[bytes], *, timeout_seconds: float) -> _Answer:
        """Send a task and return its answer. Raises _ChildDied, _ChildHung, _ChildSpent."""
        self.tasks += 1
        deadline = _Deadline()
        timer = threading.Timer(timeout_seconds, self._end_late, (deadline,))
        timer.daemon = True
        timer.start()
        try:
            wire.send(self._pipe, message, blobs)
            parcel = wire.receive(self._pipe)
            return wire.Answered.model_validate_json(parcel.header).message, parcel.blobs
        except (EOFError, OSError, ValueError, ValidationError) as exc:
            # One that is ending by itself keeps its own exit code.
            self._process.kill()
            exit_code = self._process.wait()
            if exit_code == -signal.SIGXCPU:
                raise _ChildSpent("it has used up its processor time") from exc
            if deadline.has_passed:
                raise _ChildHung(f"it took more than {timeout_seconds:g} s") from exc
            raise _ChildDied(f"it has gone (exit code {exit_code})") from exc
        finally:
            timer.cancel()

    def _end_late(self, deadline: _Deadline) -> None:
        deadline.has_passed = True
        self._process.kill()

    def close(self) -> None:
        """Let the process end by itself, as it does when its pipe ends."""
        self._pipe.close()
        self._process.wait()

    def kill(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.wait()
