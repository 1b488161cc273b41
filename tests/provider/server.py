"""A paid service for tests over real HTTP: `python -m tests.provider.server <port> <folder> [<side of pictures>]`.

A file `script` in the folder, with one outcome a line, is played before anything else; without one pictures are
painted. The log, `calls`, has one line a call: the 32 hexadecimal digits found in its prompt, or "-", and what came of
it.
"""

import json
import os
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.provider import gemini, openai
from tests.provider.answers import Answer, Delivery
from tests.provider.pictures import painted

_HANG_SECONDS = 30
_DRIP_SECONDS = 0.5
_MOST_ENDLESS_BYTES = 2**28
_BEFORE_HEADERS = {
    Delivery.SLOW_HEADERS: (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
    Delivery.PROMISES: (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}
_TAG = re.compile(rb"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it came."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.body)
        return value


class Provider(ThreadingHTTPServer):
    """One service with its folder. `delay_seconds` passes before each answer; one that `is_prepared` sends the same
    again for the same request, where its own painting would be in the way of a measurement. `answers` come before all
    that a script says, whatever is asked."""

    daemon_threads = True
    # A restart must find its port free again.
    allow_reuse_address = True

    def __init__(
        self,
        port: int,
        folder: Path,
        *,
        side_px: int | None = None,
        delay_seconds: float = 0.0,
        is_prepared: bool = False,
    ) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.side_px = side_px
        self.delay_seconds = delay_seconds
        self.seen: list[Call] = []
        self.is_prepared = is_prepared
        self.prepared: dict[bytes, Answer] = {}
        self.answers: deque[Answer] = deque()
        self.endless_bytes = 0
        self._folder = folder
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def script(self, *outcomes: str) -> None:
        """Have the next calls answered so."""
        with self._lock:
            (self._folder / "script").write_text("\n".join(outcomes))

    def next_outcome(self) -> str:
        with self._lock:
            script = self._folder / "script"
            try:
                first, *rest = script.read_text().split()
            except FileNotFoundError:
                return "200"
            script.write_text("\n".join(rest)) if rest else script.unlink()
            return first

    def log(self, call: Call, outcome: str) -> None:
        found = _TAG.search(call.body)
        with self._lock, (self._folder / "calls").open("a") as file:
            file.write(f"{found.group().decode() if found else '-'} {outcome}\n")
            file.flush()
            os.fsync(file.fileno())
            self.seen.append(call)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a caller that dies in mid-answer is what this is for."""


class _Handler(BaseHTTPRequestHandler):
    server: Provider
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Tell of a model whether it is there, as the script says; or hand a picture out."""
        if self.server.answers:
            self._send(self.server.answers.popleft())
            return
        if self.path == "/files/picture.png":
            self._send(Answer(200, painted("", (128, 128))))
            return
        if "/models" not in self.path:
            self._send(Answer(404, b""))
            return
        outcome = self.server.next_outcome()
        found = Answer.of(200, {"name": self.path.partition("/v1beta/")[2], "data": [{"id": "test-image"}]})
        self._send(found if outcome == "200" else gemini.failure(outcome))

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        call = Call(self.path, dict(self.headers), self.rfile.read(length))
        if len(call.body) < length:
            # Whoever asked has died over it: this is no call.
            self.close_connection = True
            return
        if self.server.answers:
            self.server.log(call, "ready")
            self._send(self.server.answers.popleft())
            return
        outcome = self.server.next_outcome()
        self.server.log(call, outcome)
        began = time.monotonic()
        answer = self.server.prepared.get(call.body) or self._answer(call, outcome)
        if self.server.is_prepared:
            self.server.prepared[call.body] = answer
        time.sleep(max(self.server.delay_seconds - (time.monotonic() - began), 0))
        self._send(answer)

    def _answer(self, call: Call, outcome: str) -> Answer:
        if outcome == "quotes_the_key":
            quoted = f"I do not like {call.headers.get('x-goog-api-key') or call.headers.get('Authorization')}"
            return Answer.of(400, {"error": {"status": "INVALID_ARGUMENT", "code": "odd", "message": quoted}})
        if "/images/" in call.path:
            return openai.answer(outcome, call.body, self.server.url, side_px=self.server.side_px)
        return gemini.answer(outcome, call.json, side_px=self.server.side_px)

    def _send(self, answer: Answer) -> None:
        if answer.delivery is Delivery.HANG:
            time.sleep(_HANG_SECONDS)
        if answer.delivery in _BEFORE_HEADERS:
            begin, again = _BEFORE_HEADERS[answer.delivery]
            self._trickle(begin, [again] * int(_HANG_SECONDS / _DRIP_SECONDS))
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        is_cut = answer.delivery in (Delivery.CUT, Delivery.HANG)
        if answer.delivery is Delivery.ENDLESS or "Connection" in answer.headers:
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", "100000" if is_cut else str(len(answer.body)))
        self.end_headers()
        self._send_body(answer)

    def _send_body(self, answer: Answer) -> None:
        match answer.delivery:
            case Delivery.WHOLE:
                self.wfile.write(answer.body)
                return
            case Delivery.HALF:
                self.wfile.write(answer.body[: len(answer.body) // 2])
            case Delivery.DRIP:
                self._trickle(
                    b"", [answer.body[place : place + 1] for place in range(int(_HANG_SECONDS / _DRIP_SECONDS))]
                )
            case Delivery.ENDLESS:
                while self.server.endless_bytes < _MOST_ENDLESS_BYTES:
                    self.wfile.write(bytes(2**16))
                    self.server.endless_bytes += 2**16
        self.close_connection = True

    def _trickle(self, begin: bytes, pieces: list[bytes]) -> None:
        self.close_connection = True
        self.wfile.write(begin)
        for piece in pieces:
            self.wfile.write(piece)
            time.sleep(_DRIP_SECONDS)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    side = int(sys.argv[3]) if len(sys.argv) > 3 else None
    Provider(int(sys.argv[1]), Path(sys.argv[2]), side_px=side).serve_forever()
