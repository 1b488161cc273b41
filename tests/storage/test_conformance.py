"""What every storage does alike: on files, on Swift and on moto."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from coach_app.domain.checksums import checked
from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.domain.ports import Storage


@pytest.fixture
def folder() -> str:
    """A prefix of this test's own."""
    return f"assets/{uuid4()}/"


def _read(storage: Storage, key: str) -> bytes:
    return b"".join(storage.read(key))


# The last is sent in parts.
@pytest.mark.parametrize("size", [0, 1, 100_000, 9 * 2**20])
def test_bytes_come_back_as_they_went(storage: Storage, folder: str, size: int) -> None:
    data = bytes(index * 7 % 251 for index in range(1_000)) * (size // 1_000) + b"x" * (size % 1_000)
    storage.write({f"{folder}112.png": data})
    assert _read(storage, f"{folder}112.png") == data
    assert max(map(len, storage.read(f"{folder}112.png")), default=0) <= 65_536


def test_several_files_are_written_at_once(storage: Storage, folder: str) -> None:
    files = {f"{folder}{name}": name.encode() for name in ("a", "deep/b", "deep/c")}
    storage.write(files)
    assert {key: _read(storage, key) for key in storage.keys(folder)} == files


def test_writing_again_replaces(storage: Storage, folder: str) -> None:
    for data in (b"one", b"two"):
        storage.write({f"{folder}a": data})
    assert _read(storage, f"{folder}a") == b"two"


def test_an_unknown_key_is_not_found_at_once(storage: Storage, folder: str) -> None:
    with pytest.raises(NotFound):
        storage.read(f"{folder}a")


def test_deleting_removes_and_may_be_repeated(storage: Storage, folder: str) -> None:
    storage.write({f"{folder}a": b"x"})
    for _ in range(2):
        storage.delete(f"{folder}a")
        with pytest.raises(NotFound):
            storage.read(f"{folder}a")


def test_keys_are_those_of_the_prefix_over_several_pages(storage: Storage, folder: str) -> None:
    wanted = sorted(f"{folder}{name}" for name in ("a", "b", "c", "d", "deep/e", "deep/f", "g", "h"))
    for key in (*wanted, f"{folder.rstrip('/')}-other/a"):
        storage.write({key: b"x"})
    assert sorted(storage.keys(folder)) == wanted
    assert list(storage.keys(f"{folder}nothing/")) == []


def test_one_of_several_writers_wins_whole(storage: Storage, folder: str) -> None:
    values = [bytes([number]) * 200_000 for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda value: storage.write({f"{folder}a": value}), values))
    assert _read(storage, f"{folder}a") in values


def test_a_write_and_the_removal_of_its_folder_do_not_meet(storage: Storage, folder: str) -> None:
    def write_and_delete(number: int) -> None:
        key = f"{folder}deep/{number}"
        for _ in range(10):
            storage.write({key: b"x"})
            storage.delete(key)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write_and_delete, range(4)))
    assert list(storage.keys(folder)) == []


@pytest.mark.parametrize("key", ["", "/etc/passwd", "../x", "a/../b", "a//b", "a\0b", "A", "ä", ".hidden"])
def test_other_keys_are_refused(storage: Storage, key: str) -> None:
    for use in (storage.read, storage.delete, storage.keys, lambda bad: storage.write({bad: b"x"})):
        with pytest.raises(ValueError, match="not a storage key"):
            _exhaust(use(key))


def _exhaust(answer: Iterator[object] | None) -> None:
    for _ in answer or ():
        pass


def test_what_was_changed_behind_our_back_is_noticed(storage: Storage, folder: str) -> None:
    storage.write({f"{folder}a": b"changed"})
    digest_of_another = "0" * 64
    with pytest.raises(StorageUnavailable):
        list(checked(storage.read(f"{folder}a"), digest_of_another))
