"""Places of workers: one process each, and the same id for whoever comes next."""

import subprocess
import sys
from pathlib import Path

import pytest

from coach_app.worker.place import worker_place

_HOLD = """
import sys, time
from pathlib import Path
from coach_app.worker.place import worker_place
with worker_place(Path(sys.argv[1])) as place:
    print(place, flush=True)
    time.sleep(60)
"""


def test_a_place_is_taken_by_one_process_and_freed_by_its_death(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        theirs = other.stdout.readline().strip()
        with worker_place(tmp_path) as ours:
            assert str(ours) != theirs
        other.kill()
    with worker_place(tmp_path) as taken_over:
        assert str(taken_over) == theirs


def test_places_of_one_folder_have_ids_of_their_own(tmp_path: Path) -> None:
    with worker_place(tmp_path) as first, worker_place(tmp_path) as second:
        assert first != second


@pytest.mark.parametrize("torn", [b"", b"7d0e", b"\0" * 36, b"\xff"])
def test_a_place_that_a_power_cut_has_torn_gets_another_id(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / "0").write_bytes(torn)
    with worker_place(tmp_path) as first:
        pass
    with worker_place(tmp_path) as again:
        assert again == first
