"""One call of a provider over HTTP: the answer goes to disk as it comes, within its time and size, or an error says how
far the call came. Nothing is retried here: the queue does that, and knows what may be paid twice."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from threading import Timer
from typing import Any, BinaryIO

import httpx

from coach_app.artists.error_answers import ErrorAnswer, Explain
from coach_app.domain.errors import ArtistUnavailable, NoPicture

CALL_SECONDS = 150.0
MAX_ANSWER_BYTES = 32 * 2**20
_MAX_ERROR_BYTES = 64 * 2**10
_SILENT_SECONDS = 120.0
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


class Upstream:
    """A provider's server. `headers` carry the key, which no address and no log ever does."""

    def __init__(self, base_url: str, headers: Mapping[str, str], *, call_seconds: float = CALL_SECONDS) -> None:
        self._base_url = base_url
        self._headers = dict(headers)
        self._call_seconds = call_seconds

    @cached_property
    def _client(self) -> httpx.Client:
        silent = min(_SILENT_SECONDS, self._call_seconds)
        timeout = httpx.Timeout(connect=5, pool=5, write=30, read=silent)
        return httpx.Client(headers=self._headers, timeout=timeout, trust_env=False, follow_redirects=False)

    def post(self, path: str, answer: BinaryIO, explain: Explain, **content: Any) -> Mapping[str, str]:  # noqa: ANN401 - httpx's own
        """Write the body of a 200 to `answer`, and return its headers. Raises ArtistError's kinds, those of `explain`
        among them."""
        try:
            with self._client.stream("POST", f"{self._base_url}{path}", **content) as response:
                if response.status_code != httpx.codes.OK:
                    raise explain(self._error_answer(response, _beginning(response)))
                with _ending_after(response, self._call_seconds):
                    _take(response, answer)
                return response.headers
        except _NOT_SENT as exc:
            raise ArtistUnavailable(was_taken=False) from exc
        except httpx.HTTPError as exc:
            raise ArtistUnavailable(was_taken=True) from exc

    def get(self, path: str, explain: Explain) -> None:
        """Ask for something that costs nothing. Raises ArtistError's kinds where the answer is not 200."""
        try:
            response = self._client.get(f"{self._base_url}{path}", timeout=10)
        except httpx.HTTPError as exc:
            raise ArtistUnavailable(was_taken=False) from exc
        if response.status_code != httpx.codes.OK:
            raise explain(self._error_answer(response, response.content[:_MAX_ERROR_BYTES]))

    def fetch(self, url: str, found: BinaryIO) -> None:
        """Write what lies at an address of this server, for an answer that was paid for. Raises ArtistUnavailable."""
        try:
            with self._client.stream("GET", url) as response, _ending_after(response, self._call_seconds):
                if response.status_code != httpx.codes.OK:
                    raise ArtistUnavailable(was_taken=True)
                _take(response, found)
        except httpx.HTTPError as exc:
            raise ArtistUnavailable(was_taken=True) from exc

    def _error_answer(self, response: httpx.Response, body: bytes) -> ErrorAnswer:
        """Return the answer without our key: some servers quote it, and what they say reaches the log."""
        for value in self._headers.values():
            body = body.replace(value.split()[-1].encode(), b"[key]")
        return ErrorAnswer(response.status_code, response.headers, body)


def _take(response: httpx.Response, answer: BinaryIO) -> None:
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > MAX_ANSWER_BYTES:
            raise NoPicture("the answer is too large", worth_another=False)
        answer.write(piece)


def _beginning(response: httpx.Response) -> bytes:
    body = b""
    for piece in response.iter_bytes():
        body += piece
        if len(body) >= _MAX_ERROR_BYTES:
            break
    return body


@contextmanager
def _ending_after(response: httpx.Response, seconds: float) -> Iterator[None]:
    """Hang up on a server that goes on for so long: httpx's own limit begins anew with each byte."""
    connection = response.extensions["network_stream"].get_extra_info("socket")
    # The method of plain sockets: that of TLS ones would forget the encryption under the reader's hands.
    timer = Timer(seconds, socket.socket.shutdown, (connection, socket.SHUT_RDWR))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
