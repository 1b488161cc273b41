"""One call of a provider over HTTP: the answer goes to disk as it comes, within its time and size, or an error says how
far the call came. Nothing that costs is retried here: the queue does that, and knows what may be paid twice."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from io import BytesIO
from time import sleep
from typing import Any, BinaryIO

import httpx

from coach_app.artists.error_answers import ErrorAnswer, Explain
from coach_app.artists.timed_calls import TimedCall
from coach_app.domain.errors import ArtistMisconfigured, ArtistUnavailable, NoPicture
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.provider_health import RestReason

CALL_SECONDS = 150.0
MAX_ANSWER_BYTES = 32 * 2**20
_CHECK_SECONDS = 10.0
_FETCH_SECONDS = 20.0
_FETCH_PAUSES_SECONDS = (0.0, 0.5, 1.0)
# Statuses of a server that may be back in a moment.
_AWAY = {408, 425, 429, *range(500, 600)}
_MAX_ERROR_BYTES = 64 * 2**10
_SILENT_SECONDS = 120.0
# A connection for each call: one that was kept could be closed under a request, which may then have been taken or not.
_LIMITS = httpx.Limits(max_keepalive_connections=0)


class Upstream:
    """A provider's server. `headers` carry the key, which no address and no log ever does."""

    def __init__(
        self, base_url: str, headers: Mapping[str, str], key: HiddenKey, *, call_seconds: float = CALL_SECONDS
    ) -> None:
        self._base_url = base_url
        self._headers = dict(headers)
        self._key = key
        self._call_seconds = call_seconds

    @cached_property
    def _client(self) -> httpx.Client:
        silent = min(_SILENT_SECONDS, self._call_seconds)
        timeout = httpx.Timeout(connect=5, pool=5, write=30, read=silent)
        # As bytes: httpx takes texts of ASCII alone, and which key is one the server may say.
        headers = [(name.encode(), value.encode()) for name, value in self._headers.items()]
        # Unpacked: a few packed bytes can be more than any limit before they are counted.
        headers.append((b"Accept-Encoding", b"identity"))
        return httpx.Client(headers=headers, timeout=timeout, limits=_LIMITS, trust_env=False, follow_redirects=False)

    def post(self, path: str, answer: BinaryIO, explain: Explain, **content: Any) -> Mapping[str, str]:  # noqa: ANN401 - httpx's own
        """Write the body of a 200 to `answer`, and return its headers. Raises ArtistError's kinds, those of `explain`
        among them."""
        with self._answered("POST", f"{self._base_url}{path}", self._call_seconds, **content) as response:
            if response.status_code != httpx.codes.OK:
                raise explain(self._error_answer(response))
            _take(response, answer)
            return response.headers

    def get(self, path: str, explain: Explain) -> None:
        """Ask for something that costs nothing. Raises ArtistError's kinds where the answer is not 200."""
        seconds = min(_CHECK_SECONDS, self._call_seconds)
        with self._answered("GET", f"{self._base_url}{path}", seconds) as response:
            if response.status_code != httpx.codes.OK:
                raise explain(self._error_answer(response))

    def fetch(self, url: str) -> bytes:
        """Return what lies at an address of this server, which was paid for. A server that is away is asked again, the
        address alone. Raises NoPicture, which is never worth another call: that would be paid for once more."""
        for pause_seconds in _FETCH_PAUSES_SECONDS:
            sleep(pause_seconds)
            found = BytesIO()
            with suppress(ArtistUnavailable), self._answered("GET", url, _FETCH_SECONDS) as response:
                if response.status_code == httpx.codes.OK:
                    _take(response, found)
                    return found.getvalue()
                if response.status_code not in _AWAY:
                    break
        raise NoPicture("the picture is not where it should lie", worth_another=False)

    @contextmanager
    def _answered(self, method: str, url: str, seconds: float, **content: Any) -> Iterator[httpx.Response]:  # noqa: ANN401
        """Give the answer to a call as soon as its headers are there; whatever is read of it counts into the time.

        Raises: ArtistUnavailable; ArtistMisconfigured where the request cannot be written.
        """
        call = TimedCall(seconds)
        try:
            with call, self._client.stream(method, url, extensions={"trace": call.trace}, **content) as response:
                yield response
                # Without a length an answer that was cut off looks whole.
                if call.is_over:
                    raise ArtistUnavailable(was_taken=True)
        except httpx.LocalProtocolError as exc:
            raise ArtistMisconfigured("the key cannot be sent", RestReason.KEY) from exc
        except (httpx.InvalidURL, UnicodeError) as exc:
            raise ArtistMisconfigured("the request cannot be written") from exc
        except httpx.HTTPError as exc:
            raise ArtistUnavailable(was_taken=call.has_left) from exc

    def _error_answer(self, response: httpx.Response) -> ErrorAnswer:
        return ErrorAnswer(response.status_code, response.headers, _beginning(response), self._key)


def _take(response: httpx.Response, answer: BinaryIO) -> None:
    if _is_packed(response):
        raise NoPicture("the answer is packed", worth_another=False)
    size = 0
    for piece in response.iter_raw():
        size += len(piece)
        if size > MAX_ANSWER_BYTES:
            raise NoPicture("the answer is too large", worth_another=False)
        answer.write(piece)


def _beginning(response: httpx.Response) -> bytes:
    body = b""
    for piece in () if _is_packed(response) else response.iter_raw():
        body += piece
        if len(body) >= _MAX_ERROR_BYTES:
            break
    return body[:_MAX_ERROR_BYTES]


def _is_packed(response: httpx.Response) -> bool:
    return response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")
