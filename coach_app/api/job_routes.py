"""How a generation job is doing; stopping it, asking once more, and asking for something milder."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Header

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.job_answers import JobItem, job_item
from coach_app.api.started import GenerationStarted, generation_started
from coach_app.use_cases import accept_rewrite as rewriting
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.request_generation import retry_generation

router = APIRouter(prefix="/jobs")


@router.get("/{job_id}")
def show(job_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> JobItem:
    """Return the job's state; `asset_id` is there once it has succeeded."""
    return job_item(parts, user_id, job_id)


@router.post("/{job_id}/cancel")
def cancel(job_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> JobItem:
    """Stop the job before the artist is called; once it was called, the picture is kept and `status` says so."""
    cancel_generation(parts, user_id=user_id, job_id=job_id)
    return job_item(parts, user_id, job_id)


@router.post("/{job_id}/rewrite")
def accept_rewrite(job_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> JobItem:
    """Give the session of a refused job the milder wish that is offered as `rewrite`; `generate` then asks for it."""
    rewriting.accept_rewrite(parts, user_id=user_id, job_id=job_id)
    return job_item(parts, user_id, job_id)


@router.post("/{job_id}/retry", status_code=HTTPStatus.ACCEPTED)
def retry(
    job_id: UUID,
    user_id: CurrentUser,
    parts: PartsDependency,
    idempotency_key: Annotated[str | None, Header()] = None,
) -> GenerationStarted:
    """Queue a new job with this one's request."""
    key = str(uuid4()) if idempotency_key is None else idempotency_key
    return generation_started(retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key=key))
