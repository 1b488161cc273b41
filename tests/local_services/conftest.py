import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.local_services.launching import started
from tests.servers import open_data_dir


@pytest.fixture
def empty_data_dir() -> Iterator[Path]:
    with open_data_dir() as folder:
        yield folder


@pytest.fixture(scope="session")
def first_start() -> Iterator[Path]:
    """A data folder as the first start leaves it."""
    with open_data_dir() as folder:
        with started(folder):
            pass
        yield folder


@pytest.fixture
def data_dir(first_start: Path, empty_data_dir: Path) -> Path:
    """A data folder that has been used before: a copy is quicker than making a database."""
    subprocess.run(["cp", "-a", f"{first_start}/.", empty_data_dir], check=True)
    return empty_data_dir
