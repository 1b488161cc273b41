"""One call over HTTP that ends in time, whatever the server does."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Any, Self


class TimedCall:
    """Hangs up on a server that goes on for so long: httpx's own limits begin anew with each byte. All counts but the
    look-up of the server's name. `has_left` tells whether a request has gone out, `is_over` that the time ran out.

    `trace` is the extension of a request that gets a connection of its own.
    """

    def __init__(self, seconds: float) -> None:
        self.has_left = False
        self.is_over = False
        self._connection: socket.socket | None = None
        self._timer = Timer(seconds, self._hang_up)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        # It must not hang up on whoever gets this connection's number next.
        self._timer.join()
        if self._connection:
            self._connection.close()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of how far the call has come."""
        match event:
            case "connection.connect_tcp.complete":
                # A handle of our own: TLS takes the other one over.
                self._connection = info["return_value"].get_extra_info("socket").dup()
                if self.is_over:
                    self._hang_up()
            case "http11.send_request_headers.complete":
                self.has_left = True

    def _hang_up(self) -> None:
        self.is_over = True
        if self._connection:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)
