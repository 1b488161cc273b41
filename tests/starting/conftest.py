import subprocess
import sys

import pytest

from tests.servers import PROJECT


@pytest.fixture(scope="session")
def built_page() -> None:
    """The page and its packages, built once for all clones."""
    subprocess.run([sys.executable, "-m", "coach_app", "build-page"], cwd=PROJECT, check=True, timeout=300)
