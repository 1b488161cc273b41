"""Errors as RFC 9457 problem+json: a status, a short title, one sentence."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import (
    BriefNotReady,
    CoachError,
    CoachIsWriting,
    GuestsNotAllowed,
    InvalidInput,
    NotFound,
    ServiceUnavailable,
    SessionFull,
    StorageUnavailable,
    TurnLimitReached,
)

_STATUS: dict[type[CoachError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    InvalidInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    BriefNotReady: HTTPStatus.UNPROCESSABLE_ENTITY,
    SessionFull: HTTPStatus.CONFLICT,
    TurnLimitReached: HTTPStatus.CONFLICT,
    CoachIsWriting: HTTPStatus.CONFLICT,
    GuestsNotAllowed: HTTPStatus.FORBIDDEN,
    StorageUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}
_RETRY_AFTER_SECONDS = "5"


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
    more: dict[str, object] = {"missing": error.missing} if isinstance(error, BriefNotReady) else {}
    if isinstance(error, InvalidInput) and error.field:
        more["field"] = error.field
    return problem(status, error_sentence(error), **more)


async def _on_invalid_request(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    # An id that cannot be one is nobody's id.
    if first["loc"][0] == "path":
        return problem(HTTPStatus.NOT_FOUND, error_sentence(NotFound()))
    if first["type"] == "json_invalid":
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "The body is not JSON.", field="body")
    field = ".".join(str(part) for part in first["loc"][1:]) or "body"
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"{field}: {first['msg']}.", field=field)


async def _on_http_exception(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    sentences = {HTTPStatus.NOT_FOUND: error_sentence(NotFound()), HTTPStatus.BAD_REQUEST: "The body cannot be read."}
    return problem(status, sentences.get(status, f"{status.description or status.phrase}."))
