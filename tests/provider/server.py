"""`python -m tests.provider.server <port> <folder>`: paints a new picture at each call, and logs what it did for whom.

A file `script` in the folder, with one status a line, is played before anything else: 200 paints, `hang` never answers,
`cut` breaks the connection after the headers. The log, `calls`, has one line a call: job id and what came of it.
"""

import os
import secrets
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image

_HANG_SECONDS = 30
_SIDE_PX = 64


class Provider(ThreadingHTTPServer):
    """One service with its folder."""

    daemon_threads = True
    # A restart must find its port free again.
    allow_reuse_address = True

    def __init__(self, port: int, folder: Path) -> None:
        super().__init__(("127.0.0.1", port), _Paint)
        self._folder = folder
        self._lock = threading.Lock()

    def next_outcome(self) -> str:
        with self._lock:
            script = self._folder / "script"
            try:
                first, *rest = script.read_text().split()
            except FileNotFoundError:
                return "200"
            script.write_text("\n".join(rest)) if rest else script.unlink()
            return first

    def log(self, job_id: str, outcome: str) -> None:
        with self._lock, (self._folder / "calls").open("a") as file:
            file.write(f"{job_id} {outcome}\n")
            file.flush()
            os.fsync(file.fileno())

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a caller that dies in mid-answer is what this is for."""


class _Paint(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        job_id = self.rfile.read(length).decode()
        if len(job_id) < length:
            # Whoever asked has died over it: this is no call.
            self.close_connection = True
            return
        outcome = self.server.next_outcome()
        self.server.log(job_id, outcome)
        if outcome == "hang":
            time.sleep(_HANG_SECONDS)
        elif outcome == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
        elif outcome == "200":
            self._answer(200, _picture())
        else:
            self._answer(int(outcome), b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _picture() -> bytes:
    file = BytesIO()
    colour = (*secrets.token_bytes(3), 255)
    Image.new("RGBA", (_SIDE_PX, _SIDE_PX), colour).save(file, "PNG")
    return file.getvalue()


if __name__ == "__main__":
    Provider(int(sys.argv[1]), Path(sys.argv[2])).serve_forever()
