"""Answers on disk: whole or not at all, and room for them before they are paid for."""

import os
from pathlib import Path
from uuid import uuid4

import pytest

from coach_app.domain.errors import StorageUnavailable
from coach_app.storage.spool import DiskSpool


def test_an_answer_is_there_once_its_block_has_ended_well(tmp_path: Path) -> None:
    spool, job_id = DiskSpool(tmp_path / "spool"), uuid4()
    assert spool.read(job_id) is None
    with spool.writing(job_id) as answer:
        answer.write(b"picture")
        assert spool.read(job_id) is None
    assert spool.read(job_id) == b"picture"
    assert [path.name for path in (tmp_path / "spool").iterdir()] == [str(job_id)]
    spool.forget(job_id)
    spool.forget(job_id)
    assert spool.read(job_id) is None


def test_an_answer_that_broke_off_leaves_nothing(tmp_path: Path) -> None:
    spool, job_id = DiskSpool(tmp_path), uuid4()

    def break_off() -> None:
        with spool.writing(job_id) as answer:
            answer.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_found_out_before_the_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", no_room)
    with pytest.raises(StorageUnavailable), DiskSpool(tmp_path).writing(uuid4()):
        pytest.fail("Nothing may be paid for without room for it.")
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_old_is_swept(tmp_path: Path) -> None:
    spool, old, young = DiskSpool(tmp_path), uuid4(), uuid4()
    for job_id in (old, young):
        with spool.writing(job_id) as answer:
            answer.write(b"x")
    os.utime(tmp_path / str(old), (0, 0))
    spool.sweep(older_than_seconds=60)
    assert spool.read(old) is None
    assert spool.read(young) == b"x"
