from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import open_data_dir


@pytest.fixture
def data_dir() -> Iterator[Path]:
    with open_data_dir() as folder:
        yield folder
