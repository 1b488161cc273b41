"""Answers in the shapes of the OpenAI API's images, as documented in November 2026."""

import base64
import re
from collections.abc import Callable

from tests.provider.answers import Answer, Delivery
from tests.provider.pictures import checkerboard, painted

_USAGE = {"input_tokens": 50, "output_tokens": 4160, "total_tokens": 4210}
_HEADERS = {"Content-Type": "application/json", "x-request-id": "req-1"}
_Size = tuple[int, int]


def answer(outcome: str, body: bytes, url: str, *, side_px: int | None = None) -> Answer:
    """Return the answer that a script names, for a request's body: JSON or a form."""
    if outcome in _FAILURES:
        return _FAILURES[outcome]()
    width, height = map(int, re.findall(rb"(\d{3,4})x(\d{3,4})", body)[0])
    size = (side_px, side_px * height // width) if side_px else (width, height)
    return _PICTURES[outcome](body.decode(errors="replace"), size, url)


def _success(item: dict[str, str]) -> Answer:
    whole = Answer.of(200, {"created": 1, "data": [item], "usage": _USAGE})
    return Answer(200, whole.body, headers=_HEADERS)


def _inline(data: bytes) -> Answer:
    return _success({"b64_json": base64.b64encode(data).decode()})


def _delivered(whole: Answer, delivery: Delivery) -> Answer:
    return Answer(whole.status, whole.body, delivery, whole.headers)


def _error(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> Answer:
    whole = Answer.of(status, {"error": {"message": message, "type": code, "param": None, "code": code}})
    return Answer(status, whole.body, headers={**whole.headers, **(headers or {})})


_PICTURES: dict[str, Callable[[str, _Size, str], Answer]] = {
    "200": lambda prompt, size, _: _inline(painted(prompt, size)),
    "jpeg": lambda prompt, size, _: _inline(painted(prompt, size, "JPEG")),
    "url": lambda _, __, url: _success({"url": f"{url}/files/picture.png"}),
    "url_gone": lambda _, __, url: _success({"url": f"{url}/gone/picture.png"}),
    "url_elsewhere": lambda *_: _success({"url": "http://169.254.169.254/latest/picture.png"}),
    "checkerboard": lambda _, size, __: _inline(checkerboard(size)),
    "no_image": lambda *_: Answer.of(200, {"created": 1, "data": []}),
    "null_data": lambda *_: Answer.of(200, {"created": 1, "data": None}),
    "truncated": lambda prompt, size, _: Answer(200, _inline(painted(prompt, size)).body[:-40]),
    "wrong_magic": lambda *_: _inline(b"GIF89a<script>"),
    "bad_base64": lambda *_: _success({"b64_json": "%%%"}),
    "hang": lambda *_: Answer(200, b"", Delivery.HANG),
    "cut": lambda *_: Answer(200, b"", Delivery.CUT),
    "drip": lambda prompt, size, _: _delivered(_inline(painted(prompt, size)), Delivery.DRIP),
    "huge_body": lambda *_: Answer(200, b'{"data":[{"b64_json":"' + b"A" * (40 * 2**20)),
}
_FAILURES: dict[str, Callable[[], Answer]] = {
    "prompt_blocked": lambda: _error(400, "moderation_blocked", "Your request was rejected by the safety system."),
    "bad_argument": lambda: _error(400, "invalid_value", "Invalid size."),
    "billing": lambda: _error(400, "billing_hard_limit_reached", "Billing hard limit has been reached."),
    "bad_key": lambda: _error(401, "invalid_api_key", "Incorrect API key provided."),
    "region": lambda: _error(403, "unsupported_country_region_territory", "Country not supported."),
    "model_gone": lambda: _error(404, "model_not_found", "The model does not exist."),
    "rate_limit": lambda: _error(429, "rate_limit_exceeded", "Limit 5 images per min. Please try again in 12s."),
    "rate_limit_header": lambda: _error(429, "rate_limit_exceeded", "Slow down.", {"Retry-After": "3"}),
    "day_quota": lambda: _error(429, "rate_limit_exceeded", "Limit 50 images per day. Please try again in 2h3m4s."),
    "quota": lambda: _error(429, "insufficient_quota", "You exceeded your current quota."),
    "500": lambda: _error(500, "server_error", "The server had an error."),
    "503": lambda: Answer(503, b"loading model"),
    "504": lambda: Answer(504, b"<html>timeout</html>"),
}
