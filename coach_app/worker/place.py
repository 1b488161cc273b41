"""A worker's place on its machine: whoever takes the place of one that has died need not wait for its leases."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TextIO
from uuid import UUID, uuid4


@contextmanager
def worker_place(folder: Path) -> Iterator[UUID]:
    """Hold the first free place in the folder, and give its id, which stays the same for whoever holds it next.

    A place is free when no process has its file locked, and the system unlocks the files of a process that dies.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for number in count():
        with (folder / str(number)).open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield _id_in(file)
            return


def _id_in(file: TextIO) -> UUID:
    """Return the id that the file holds; one that is new, or was torn by a power cut, gets another."""
    file.seek(0)
    with suppress(ValueError):
        return UUID(file.read())
    place = uuid4()
    file.truncate(0)
    file.write(str(place))
    file.flush()
    return place
