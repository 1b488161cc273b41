"""How a generation job is doing."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.database import jobs
from coach_app.domain.error_sentences import failure_sentence
from coach_app.domain.errors import NotFound

router = APIRouter(prefix="/jobs")


class JobFailure(BaseModel):
    code: str
    message: str


class JobItem(BaseModel):
    job_id: UUID
    session_id: UUID | None
    status: str
    stage: str
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
    code = job.error_code
    return JobItem(
        job_id=job.id,
        session_id=job.session_id,
        status=job.status,
        stage=job.stage,
        error=JobFailure(code=code, message=failure_sentence(code)) if code else None,
        asset_id=job.asset_id,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )
