"""A provider that draws, and parts that ask it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach_app.parts import Parts
from tests.provider.running import nano_banana, running_provider
from tests.provider.server import Provider


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


@pytest.fixture
def paid(make_parts: Callable[..., Parts], provider: Provider) -> Parts:
    return make_parts(ai_artist=nano_banana(provider.url))
