"""How a generation job is doing; stopping it, and asking once more."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Header
from pydantic import BaseModel

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.started import GenerationStarted, generation_started
from coach_app.database import jobs
from coach_app.database.jobs import JobRecord
from coach_app.domain.error_sentences import failure_sentence
from coach_app.domain.errors import NotFound
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.request_generation import retry_generation

router = APIRouter(prefix="/jobs")


class JobFailure(BaseModel):
    code: str
    message: str


class JobItem(BaseModel):
    job_id: UUID
    session_id: UUID | None
    status: str
    stage: str
    is_cancel_requested: bool
    error: JobFailure | None
    asset_id: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@router.get("/{job_id}")
def show(job_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> JobItem:
    """Return the job's state; `asset_id` is there once it has succeeded."""
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
    if job is None:
        raise NotFound("job")
    return _item(job)


@router.post("/{job_id}/cancel")
def cancel(job_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> JobItem:
    """Stop the job before the artist is called; once it was called, the picture is kept and `status` says so."""
    return _item(cancel_generation(parts, user_id=user_id, job_id=job_id))


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


def _failure(job: JobRecord) -> JobFailure | None:
    if job.error_code is None:
        return None
    return JobFailure(code=job.error_code, message=failure_sentence(job.error_code, refusal=job.refusal, said=job.said))


def _item(job: JobRecord) -> JobItem:
    return JobItem(
        job_id=job.id,
        session_id=job.session_id,
        status=job.status,
        stage=job.stage,
        is_cancel_requested=job.is_cancel_requested,
        error=_failure(job),
        asset_id=job.asset_id,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )
