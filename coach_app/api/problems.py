"""Errors as RFC 9457 problem+json: a status, a short title, one sentence."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import (
    BriefNotReady,
    CoachError,
    CoachIsWriting,
    GenerationUnderWay,
    GuestsNotAllowed,
    ImagingFailed,
    InvalidInput,
    KeyReused,
    LogoMissing,
    NotFound,
    PictureRemoved,
    QueueFull,
    QuotaReached,
    ServiceUnavailable,
    SessionFull,
    SpendingCapReached,
    StorageUnavailable,
    TooManyGuests,
    TooManyKits,
    TooManyPictures,
    TooManyRefusals,
    TooManyUploads,
    TurnLimitReached,
    UploadsFull,
)
from coach_app.domain.logos import MAX_LOGO_BYTES

_STATUS: dict[type[CoachError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    InvalidInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    BriefNotReady: HTTPStatus.UNPROCESSABLE_ENTITY,
    SessionFull: HTTPStatus.CONFLICT,
    TurnLimitReached: HTTPStatus.CONFLICT,
    CoachIsWriting: HTTPStatus.CONFLICT,
    GenerationUnderWay: HTTPStatus.CONFLICT,
    KeyReused: HTTPStatus.UNPROCESSABLE_ENTITY,
    QueueFull: HTTPStatus.TOO_MANY_REQUESTS,
    QuotaReached: HTTPStatus.TOO_MANY_REQUESTS,
    SpendingCapReached: HTTPStatus.TOO_MANY_REQUESTS,
    TooManyRefusals: HTTPStatus.TOO_MANY_REQUESTS,
    TooManyUploads: HTTPStatus.TOO_MANY_REQUESTS,
    UploadsFull: HTTPStatus.SERVICE_UNAVAILABLE,
    TooManyKits: HTTPStatus.CONFLICT,
    TooManyPictures: HTTPStatus.CONFLICT,
    PictureRemoved: HTTPStatus.CONFLICT,
    LogoMissing: HTTPStatus.UNPROCESSABLE_ENTITY,
    GuestsNotAllowed: HTTPStatus.FORBIDDEN,
    TooManyGuests: HTTPStatus.TOO_MANY_REQUESTS,
    ImagingFailed: HTTPStatus.SERVICE_UNAVAILABLE,
    StorageUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
_RETRY_AFTER_SECONDS = "5"
# By Pydantic's type of error.
_KINDS = {
    "string_type": "a text",
    "uuid_type": "an id",
    "uuid_parsing": "an id",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "model_attributes_type": "a JSON object",
    "dict_type": "a JSON object",
    "list_type": "a list",
}


def add_problem_handlers(app: FastAPI) -> None:
    """Turn every error of this API into problem+json."""
    app.add_exception_handler(CoachError, _on_coach_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_exception)


def problem(status: HTTPStatus, sentence: str, **more: object) -> JSONResponse:
    """Return the answer; `more` are members beside title, status and detail."""
    headers = {"Retry-After": _RETRY_AFTER_SECONDS} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": sentence} | more
    return JSONResponse(body, status, headers, media_type="application/problem+json")


async def _on_coach_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CoachError)
    status = _STATUS.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
    answer = problem(status, error_sentence(error), **_members(error))
    if isinstance(error, TooManyUploads):
        answer.headers["Retry-After"] = _RETRY_AFTER_SECONDS
    return answer


def _members(error: CoachError) -> dict[str, object]:
    """Return what a program needs to know beside the sentence."""
    match error:
        case BriefNotReady(missing=missing):
            return {"missing": missing}
        case GenerationUnderWay(job_id=job_id):
            return {"job_id": str(job_id)}
        case InvalidInput(field=field) if field:
            return {"field": field}
        case LogoMissing():
            return {"field": "logo_type"}
        case KeyReused():
            return {"field": "Idempotency-Key"}
    return {}


async def _on_invalid_request(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    # An id that cannot be one is nobody's id.
    if first["loc"][0] == "path":
        return problem(HTTPStatus.NOT_FOUND, error_sentence(NotFound()))
    if first["type"] == "json_invalid":
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "The body is not JSON.", field="body")
    field = ".".join(str(part) for part in first["loc"][1:]) or "body"
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"“{field}” {_what_is_wrong(first)}.", field=field)


def _what_is_wrong(error: Mapping[str, Any]) -> str:
    """Return the end of a sentence that begins with the field's name."""
    limits: Mapping[str, object] = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not known here"
        case "literal_error" | "enum":
            return f"takes {limits['expected']}"
        case "greater_than_equal":
            return f"takes {limits['ge']} or more"
        case "less_than_equal":
            return f"takes {limits['le']} or less"
        case "string_too_long":
            return f"takes up to {limits['max_length']} characters"
        case "too_long":
            return f"takes up to {limits['max_length']}"
    return f"takes {_KINDS.get(error['type'], 'something else')}"


async def _on_http_exception(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    sentences = {
        HTTPStatus.NOT_FOUND: error_sentence(NotFound()),
        HTTPStatus.BAD_REQUEST: "The body cannot be read.",
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"A picture takes up to {MAX_LOGO_BYTES // 1_000_000} MB.",
        HTTPStatus.REQUEST_TIMEOUT: "The picture took too long to arrive. Send a smaller one, or try again on a faster "
        "connection.",
        HTTPStatus.UNAUTHORIZED: "Sign in first: POST /api/v1/sign-in/guest sets the cookie.",
    }
    return problem(status, sentences.get(status, f"{status.description or status.phrase}."))
