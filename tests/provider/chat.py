"""A scripted server that coaches: Gemini's protocol and OpenAI's, over real HTTP, in a thread of the test.

It plays its `script` one call after the other, and after that a plain turn. `calls` is what it was asked.
"""

import json
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

USAGE = (1_000, 200, 40)
"""Tokens read, written and thought, of every answer that counts them."""
_LOOK_SECONDS = 0.02
_OPENAI_CHUNK: dict[str, object] = {
    "id": "answer-1",
    "object": "chat.completion.chunk",
    "created": 1_764_000_000,
    "model": "scripted",
}


class Hold(StrEnum):
    """In the place of a piece: waits until the test lets go, or the client has gone."""

    HERE = "hold"


class Ending(StrEnum):
    """How an answer ends. `SILENT` has not even headers, and `SILENT` and `HANG` wait until the client has gone."""

    FINISHED = "finished"
    UNFINISHED = "unfinished"
    CUT = "cut"
    HANG = "hang"
    SILENT = "silent"
    RAW_ERROR = "raw error"
    DATA_ERROR = "data error"
    TOO_LONG = "too long"
    DECLINED = "declined"
    BLOCKED = "blocked"
    ENDLESS = "endless"


@dataclass(frozen=True, slots=True)
class Play:
    """One answer: the pieces of its text, and how it is sent; `first_seconds` pass before the first, `each_seconds`
    before each of the others. `raw` is sent instead of all that, whatever the status, with `headers`."""

    pieces: tuple[str | Hold, ...] = ()
    status: int = 200
    error_type: str = ""
    ending: Ending = Ending.FINISHED
    line_end: str = "\n"
    is_byte_by_byte: bool = False
    thoughts: str = ""
    first_seconds: float = 0.0
    each_seconds: float = 0.0
    has_usage: bool = True
    raw: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Call:
    """What was asked. `is_left` tells that the client closed the connection before the answer was whole."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    is_left: threading.Event = field(default_factory=threading.Event)


def turn_json(reply: str, *suggestions: str, **slots: object) -> str:
    """Return the JSON of a turn whose brief holds these slots."""
    turn = {"reply": reply, "brief": slots, "missing": [], "suggestions": list(suggestions), "ready": False}
    return json.dumps(turn, ensure_ascii=False)


def pieces_of(text: str, count: int = 5) -> tuple[str, ...]:
    """Cut a text into about so many pieces."""
    size = max(len(text) // count, 1)
    return tuple(text[at : at + size] for at in range(0, len(text), size))


class ChatProvider(ThreadingHTTPServer):
    """What is answered with 400: `refused_formats` of OpenAI's response_format, None among them, and where
    `refuses_thinking` Gemini's thinkingConfig; where it `refuses_key` everything, with 401."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Chat)
        self.script: deque[Play] = deque()
        self.calls: list[Call] = []
        self.let_go = threading.Event()
        self.refused_formats: set[str | None] = set()
        self.refuses_thinking = False
        self.refuses_key = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def plays(self, *plays: Play) -> None:
        self.script.extend(plays)

    def next_play(self, body: dict[str, Any]) -> Play:
        if self.refuses_key:
            return Play(status=401)
        if (body.get("response_format") or {}).get("type") in self.refused_formats and "messages" in body:
            return Play(status=400)
        if self.refuses_thinking and "thinkingConfig" in body.get("generationConfig", {}):
            return Play(status=400)
        plain = Play(pieces_of(turn_json("Sure!", "Make it blue", "Add a hat", "Done", subject="cat")))
        return self.script.popleft() if self.script else plain

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that leave are what this is for."""


@contextmanager
def chat_provider() -> Iterator[ChatProvider]:
    """Serve until the block ends."""
    with ChatProvider() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.let_go.set()
            server.shutdown()
            thread.join()


class _ClientHasGone(Exception):
    pass


class _Chat(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ChatProvider

    def do_GET(self) -> None:
        """Describe models to whom the key is not refused."""
        self.close_connection = True
        self._answer(401 if self.server.refuses_key else 200, b"{}")

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        call = Call(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        self.server.calls.append(call)
        play = self.server.next_play(body)
        self.close_connection = True
        try:
            self._play(play)
        except (_ClientHasGone, OSError):
            call.is_left.set()

    def _play(self, play: Play) -> None:
        if play.ending is Ending.SILENT:
            self._wait_for_the_client_to_go()
        if play.raw is not None:
            self._answer(play.status, play.raw, play.headers)
            return
        if play.status != 200:
            key = self.headers.get("x-goog-api-key") or self.headers.get("authorization")
            error = {"code": play.status, "message": f"not with {key}", "type": play.error_type}
            self._answer(play.status, json.dumps({"error": error}).encode())
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        # Said, so that no client sends its next request into a connection that is about to close.
        self.send_header("Connection", "close")
        self.end_headers()
        wire = _Gemini(play) if ":streamGenerateContent" in self.path else _OpenAi(play)
        for place, piece in enumerate(play.pieces):
            time.sleep(play.each_seconds if place else play.first_seconds)
            self._hold() if isinstance(piece, Hold) else self._send(play, wire.event(piece))
        self._end(play, wire)

    def _end(self, play: Play, wire: "_Gemini | _OpenAi") -> None:
        match play.ending:
            case Ending.HANG:
                self._wait_for_the_client_to_go()
            case Ending.CUT:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            case Ending.ENDLESS:
                while True:
                    self._send(play, wire.event("x" * 10_000))
            case Ending.RAW_ERROR:
                error = {"error": {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}}
                self._chunk(json.dumps(error, indent=2).encode())
            case Ending.DATA_ERROR:
                self._send(play, json.dumps({"error": {"code": 500, "message": "Oh no"}}))
            case ending:
                for event in wire.last_events(ending):
                    self._send(play, event)
        self._chunk(b"")

    def _send(self, play: Play, event: str) -> None:
        data = f"data: {event}\n\n".replace("\n", play.line_end).encode()
        for at in range(0, len(data), 1 if play.is_byte_by_byte else len(data)):
            self._chunk(data[at : at + 1] if play.is_byte_by_byte else data)

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _answer(self, status: int, body: bytes, headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _hold(self) -> None:
        while not self.server.let_go.is_set():
            self._look(_LOOK_SECONDS)

    def _wait_for_the_client_to_go(self) -> None:
        while True:
            self._look(None)

    def _look(self, patience_seconds: float | None) -> None:
        """A client that waits for an answer sends nothing: what can be read is its going."""
        readable, _, _ = select.select([self.connection], [], [], patience_seconds)
        if readable:
            raise _ClientHasGone

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class _Gemini:
    play: Play

    def event(self, text: str) -> str:
        parts: list[dict[str, object]] = [{"text": text}]
        if self.play.thoughts:
            parts.insert(0, {"thought": True, "text": self.play.thoughts})
        return self._chunk({"content": {"parts": parts, "role": "model"}})

    def last_events(self, ending: Ending) -> list[str]:
        if ending is Ending.BLOCKED:
            return [json.dumps({"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": self._usage()})]
        reasons = {Ending.FINISHED: "STOP", Ending.TOO_LONG: "MAX_TOKENS", Ending.DECLINED: "SAFETY"}
        return [self._chunk({"content": {}, "finishReason": reasons[ending]})] if ending in reasons else []

    def _chunk(self, candidate: dict[str, object]) -> str:
        chunk = {"candidates": [candidate | {"index": 0}], "modelVersion": "scripted", "responseId": "answer-1"}
        return json.dumps(chunk | ({"usageMetadata": self._usage()} if self.play.has_usage else {}), ensure_ascii=False)

    def _usage(self) -> dict[str, int]:
        read, written, thought = USAGE
        return {"promptTokenCount": read, "candidatesTokenCount": written, "thoughtsTokenCount": thought}


@dataclass(frozen=True, slots=True)
class _OpenAi:
    play: Play

    def event(self, text: str) -> str:
        thoughts = self.play.thoughts or None
        return self._chunk({"delta": {"role": "assistant", "content": text, "reasoning_content": thoughts}})

    def last_events(self, ending: Ending) -> list[str]:
        if ending is Ending.BLOCKED:
            return [self._chunk({"delta": {"refusal": "No."}})]
        reasons = {Ending.FINISHED: "stop", Ending.TOO_LONG: "length", Ending.DECLINED: "content_filter"}
        events = (
            [self._chunk({"delta": {"content": None}, "finish_reason": reasons[ending]})] if ending in reasons else []
        )
        read, written, thought = USAGE
        made = written + thought
        usage = {"prompt_tokens": read, "completion_tokens": made, "total_tokens": read + made}
        if self.play.has_usage:
            events.append(json.dumps(_OPENAI_CHUNK | {"choices": [], "usage": usage}))
        return [*events, "[DONE]"]

    def _chunk(self, choice: dict[str, object]) -> str:
        chunk = _OPENAI_CHUNK | {"choices": [{"index": 0, "finish_reason": None} | choice]}
        return json.dumps(chunk, ensure_ascii=False)
