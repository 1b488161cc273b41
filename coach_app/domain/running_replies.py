"""The replies that this process is writing, so that they can be stopped."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID


class RunningReplies:
    """Used from one event loop."""

    def __init__(self) -> None:
        self._talking: dict[UUID, asyncio.Task[None]] = {}
        # asyncio keeps only weak references to tasks: a reply has to outlive the tab that asked for it.
        self._writing: set[asyncio.Task[None]] = set()

    def keep(self, writing: asyncio.Task[None]) -> None:
        """Hold the task that writes a reply until it is done."""
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)

    @contextmanager
    def stoppable(self, session_id: UUID, talking: asyncio.Task[None]) -> Iterator[None]:
        """Let the coach of this session be interrupted within the block."""
        self._talking[session_id] = talking
        try:
            yield
        finally:
            if self._talking.get(session_id) is talking:
                del self._talking[session_id]

    def stop(self, session_id: UUID) -> bool:
        """Interrupt the coach; False where it is not talking in this process."""
        talking = self._talking.get(session_id)
        return talking is not None and talking.cancel()
