"""A scripted server that coaches."""

from collections.abc import Iterator

import pytest

from tests.provider.chat import ChatProvider, chat_provider


@pytest.fixture
def provider() -> Iterator[ChatProvider]:
    with chat_provider() as server:
        yield server
