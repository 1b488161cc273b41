"""One call over HTTP that ends in time, whatever the server does."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from threading import Thread, Timer
from time import monotonic
from types import TracebackType
from typing import Any, Self

import httpx


class TimedCall:
    """Hangs up on a server that goes on for so long: httpx's own limits begin anew with each byte. All counts, the
    look-up of the server's name too. `has_left` tells whether a request has gone out, `is_over` that the time ran out.

    `trace` is the extension of a request that gets a connection of its own.
    """

    def __init__(self, seconds: float) -> None:
        self.has_left = False
        self.is_over = False
        self._seconds = seconds
        self._ends_at = 0.0
        self._connection: socket.socket | None = None
        self._timer = Timer(seconds, self._hang_up)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._ends_at = monotonic() + self._seconds
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        # It must not hang up on whoever gets this connection's number next.
        self._timer.join()
        if self._connection:
            self._connection.close()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of how far the call has come. Raises httpx.ConnectTimeout where it finds no address in time."""
        match event:
            case "connection.connect_tcp.started":
                self._look_up(info["host"], info["port"])
            case "connection.connect_tcp.complete":
                # A handle of our own: TLS takes the other one over.
                self._connection = info["return_value"].get_extra_info("socket").dup()
                if self.is_over:
                    self._hang_up()
            case "http11.send_request_headers.complete":
                self.has_left = True

    def _look_up(self, host: str, port: int) -> None:
        """Find out that the server's name can be looked up in time, before httpx does so and waits for however long the
        system takes: nobody can break that off."""
        looking = Thread(target=_ask_for_address, args=(host, port), daemon=True)
        looking.start()
        looking.join(max(self._ends_at - monotonic(), 0.0))
        if looking.is_alive():
            self.is_over = True
            raise httpx.ConnectTimeout("The server's name could not be looked up in time.")

    def _hang_up(self) -> None:
        self.is_over = True
        if self._connection:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)


def _ask_for_address(host: str, port: int) -> None:
    # A name that is none is for httpx to say.
    with suppress(OSError, UnicodeError):
        socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
