"""Answers in the shapes of the Gemini API's generateContent, as captured or documented in November 2026."""

import base64
from collections.abc import Callable
from typing import Any

from tests.provider.answers import Answer, Delivery
from tests.provider.pictures import checkerboard, flat, painted, see_through, size_of

_USAGE = {
    "promptTokenCount": 263,
    "candidatesTokenCount": 1120,
    "thoughtsTokenCount": 180,
    "totalTokenCount": 1563,
    "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1120}],
}
_MODEL = "gemini-nano-banana-2.1"
_Request = dict[str, Any]


def answer(outcome: str, request: _Request, *, side_px: int | None = None) -> Answer:
    """Return the answer that a script names, for a request's JSON."""
    prompt = " ".join(part.get("text", "") for part in request["contents"][0]["parts"])
    config = request["generationConfig"]["imageConfig"]
    size = size_of(config["aspectRatio"], config.get("imageSize", "1K"), side_px=side_px)
    if outcome in _FAILURES:
        return failure(outcome)
    return _PICTURES[outcome](prompt, size)


def failure(outcome: str) -> Answer:
    """Return one of the answers that do not depend on the request."""
    return _FAILURES[outcome]()


def _success(parts: list[object], *, finish: str = "STOP", **more: object) -> Answer:
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": finish, "index": 0}
    body = {"candidates": [candidate], "usageMetadata": _USAGE, "modelVersion": _MODEL, "responseId": "resp-1"}
    return Answer.of(200, body | more)


def _inline(data: bytes, mime: str = "image/png", **more: object) -> dict[str, object]:
    return {"inlineData": {"mimeType": mime, "data": base64.b64encode(data).decode()}, **more}


def _plain(prompt: str, size: tuple[int, int]) -> Answer:
    return _success([{"text": "Here is your picture."}, _inline(painted(prompt, size), thoughtSignature="c2ln")])


def _jpeg(prompt: str, size: tuple[int, int]) -> Answer:
    # The type is wrong on purpose: both occur.
    return _success([_inline(painted(prompt, size, "JPEG"), "image/png")])


def _thoughts(prompt: str, size: tuple[int, int]) -> Answer:
    draft = _inline(painted(prompt, (64, 64)), thought=True)
    first, last = _inline(painted(prompt, (96, 96))), _inline(painted(prompt, size))
    return _success([{"thought": True, "text": "Let me think."}, draft, first, {"text": "Done."}, last])


def _snake_case(prompt: str, size: tuple[int, int]) -> Answer:
    data = base64.b64encode(painted(prompt, size)).decode()
    return _success([{"inline_data": {"mime_type": "image/png", "data": data}}])


_PICTURES: dict[str, Callable[[str, tuple[int, int]], Answer]] = {
    "200": _plain,
    "jpeg": _jpeg,
    "thoughts": _thoughts,
    "snake_case": _snake_case,
    "uncounted": lambda prompt, size: _success([_inline(painted(prompt, size))], usageMetadata={}),
    "checkerboard": lambda _, size: _success([_inline(checkerboard(size))]),
    "flat": lambda prompt, size: _success([_inline(flat(prompt, size))]),
    "see_through": lambda _, size: _success([_inline(see_through(size))]),
    "hang": lambda *_: Answer(200, b"", Delivery.HANG),
    "cut": lambda *_: Answer(200, b"", Delivery.CUT),
    "drip": lambda prompt, size: _delivered(_plain(prompt, size), Delivery.DRIP),
    "half": lambda prompt, size: _delivered(_plain(prompt, size), Delivery.HALF),
    "truncated": lambda prompt, size: Answer(200, _plain(prompt, size).body[:-40]),
    "wrong_magic": lambda *_: _success([_inline(b"<html>not a picture</html>")]),
    "bad_base64": lambda *_: _success([{"inlineData": {"mimeType": "image/png", "data": "%%%"}}]),
    "huge_body": lambda *_: Answer(200, b'{"candidates":[{"content":{"parts":[{"text":"' + b"x" * (40 * 2**20)),
    "huge_picture": lambda prompt, _: _success([_inline(painted(prompt, (4200, 100)))]),
}


def _delivered(whole: Answer, delivery: Delivery) -> Answer:
    return Answer(whole.status, whole.body, delivery, whole.headers)


def _error(status: int, name: str, message: str, *details: object) -> Answer:
    return Answer.of(status, {"error": {"code": status, "message": message, "status": name, "details": list(details)}})


def _finished(reason: str, message: str = "") -> Answer:
    candidate = {"content": {}, "finishReason": reason, "finishMessage": message, "index": 0}
    return Answer.of(
        200,
        {"candidates": [candidate], "usageMetadata": {"promptTokenCount": 263}, "responseId": "resp-2"},
    )


def _blocked(reason: str) -> Answer:
    return Answer.of(200, {"promptFeedback": {"blockReason": reason}, "usageMetadata": {"promptTokenCount": 263}})


def _quota(quota_id: str, delay: str, message: str) -> Answer:
    failure = {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{"quotaMetric": "generate_content_requests", "quotaId": quota_id, "quotaValue": "10"}],
    }
    help_link = {"@type": "type.googleapis.com/google.rpc.Help", "links": [{"description": "Learn", "url": "x"}]}
    retry = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay}
    return _error(429, "RESOURCE_EXHAUSTED", message, failure, help_link, retry)


_EXCEEDED = "You exceeded your current quota, please check your plan and billing details."
_THIRD_PARTY = "Unable to show the generated image due to interests of third-party content providers. Support code: 3."
_OTHER = (
    "Unable to show the generated image. The model could not generate the image based on the prompt provided. "
    "You will not be charged for this request. Try rephrasing the prompt."
)
_KEY_INVALID = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
_GONE = f"models/{_MODEL} is not found for API version v1beta, or is not supported for generateContent."

_FAILURES: dict[str, Callable[[], Answer]] = {
    "prompt_blocked": lambda: _blocked("PROHIBITED_CONTENT"),
    "prompt_blocked_other": lambda: _blocked("OTHER"),
    "image_blocked": lambda: _finished("IMAGE_SAFETY", "The image was blocked."),
    "image_recitation": lambda: _finished("IMAGE_RECITATION"),
    "image_prohibited": lambda: _finished("IMAGE_PROHIBITED_CONTENT", _THIRD_PARTY),
    "no_image": lambda: _finished("NO_IMAGE"),
    "image_other": lambda: _finished("IMAGE_OTHER", _OTHER),
    "text_only": lambda: _success([{"text": "I can only draw one <b>axolotl</b> at a time."}]),
    "max_tokens": lambda: _finished("MAX_TOKENS"),
    "no_candidates": lambda: Answer.of(200, {"usageMetadata": {"promptTokenCount": 263}}),
    "null_candidates": lambda: Answer.of(200, {"candidates": None}),
    "bad_key": lambda: _error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", _KEY_INVALID),
    "bad_argument": lambda: _error(400, "INVALID_ARGUMENT", 'Unknown name "foo": Cannot find field.'),
    "region": lambda: _error(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
    "unauthenticated": lambda: _error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
    "forbidden": lambda: _error(403, "PERMISSION_DENIED", "Permission denied on resource project."),
    "model_gone": lambda: _error(404, "NOT_FOUND", _GONE),
    "rate_limit": lambda: _quota("GenerateRequestsPerMinutePerProjectPerModel", "2s", f"{_EXCEEDED} Retry in 2s."),
    "rate_limit_plain": lambda: _error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted. Please retry in 1.5s."),
    "day_quota": lambda: _quota(
        "GenerateRequestsPerDayPerProjectPerModel-FreeTier", "37054s", f"{_EXCEEDED} Please retry in 10h17m34s."
    ),
    "no_billing": lambda: _quota(
        "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
        "53645s",
        f"{_EXCEEDED} * Quota exceeded, limit: 0, model: {_MODEL} Please retry in 14h54m5.206656368s.",
    ),
    "credits": lambda: _error(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."),
    "payment": lambda: _error(402, "FAILED_PRECONDITION", "Payment required."),
    "500": lambda: _error(500, "INTERNAL", "An internal error has occurred."),
    "502": lambda: Answer(502, b"<html>Bad gateway</html>"),
    "503": lambda: _error(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
    "504": lambda: _error(504, "DEADLINE_EXCEEDED", "The request did not finish in time."),
    "redirect": lambda: Answer(302, b"", headers={"Location": "https://example.org/elsewhere"}),
}
OUTCOMES = (*_PICTURES, *_FAILURES)
