"""Files below one folder: whole or not at all, and never outside it."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.storage.filesystem import FilesystemStorage


def test_bytes_come_back_in_pieces(tmp_path: Path) -> None:
    storage = FilesystemStorage(tmp_path / "files")
    data = bytes(range(256)) * 1_000
    storage.write({"assets/a/b-112.png": data})
    pieces = list(storage.read("assets/a/b-112.png"))
    assert b"".join(pieces) == data
    assert max(map(len, pieces)) <= 65_536


def test_writing_again_replaces_and_leaves_nothing_aside(tmp_path: Path) -> None:
    storage = FilesystemStorage(tmp_path)
    storage.write({"a/b": b"one"})
    storage.write({"a/b": b"two"})
    assert b"".join(storage.read("a/b")) == b"two"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_what_a_killed_writer_leaves_aside_is_listed_and_can_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_: int) -> None:
        raise _Killed

    storage = FilesystemStorage(tmp_path)
    (tmp_path / "a").mkdir()
    monkeypatch.setattr("os.fsync", die)
    with pytest.raises(_Killed):
        storage.write({"a/b": b"half"})
    (left,) = storage.keys("a/")
    assert left.startswith("a/b.")
    storage.delete(left)
    assert list(tmp_path.iterdir()) == []


class _Killed(BaseException):
    """Nothing is cleaned up after it."""


def test_a_write_that_fails_leaves_none_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").write_bytes(b"a file in the way")
    with pytest.raises(StorageUnavailable):
        FilesystemStorage(tmp_path).write({"a/one": b"x", "b/two": b"x"})
    assert list((tmp_path / "a").iterdir()) == []


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    FilesystemStorage(tmp_path / "files").write({"a/b": b"x"})
    assert stat.S_IMODE((tmp_path / "files/a/b").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "files/a").stat().st_mode) == 0o700


def test_a_missing_key_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        FilesystemStorage(tmp_path).read("a/b")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(StorageUnavailable):
        FilesystemStorage(tmp_path).read("link")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "files").write_bytes(b"a file in the way")
    with pytest.raises(StorageUnavailable):
        FilesystemStorage(tmp_path / "files").write({"a/b": b"x"})


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "a\0b", "A", "a b", ".hidden", "a/.b"]
)
def test_other_keys_are_refused(tmp_path: Path, key: str) -> None:
    storage = FilesystemStorage(tmp_path)
    with pytest.raises(ValueError, match="not a storage key"):
        storage.read(key)
    with pytest.raises(ValueError, match="not a storage key"):
        storage.write({key: b"x"})


@given(st.text(max_size=40))
def test_no_key_leaves_the_folder(key: str) -> None:
    folder = Path("/nonexistent/files")
    storage = FilesystemStorage(folder)
    try:
        path = storage._path(key)
    except ValueError:
        return
    assert folder in path.parents
    assert ".." not in path.parts
