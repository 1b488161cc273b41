"""What `generate` and `retry` answer."""

from uuid import UUID

from pydantic import BaseModel

from coach_app.use_cases.request_generation import GenerationRequested


class GenerationStarted(BaseModel):
    job_id: UUID
    status: str
    message: str


def generation_started(requested: GenerationRequested) -> GenerationStarted:
    """Return the answer; a request that was heard before gets its job as it stands now."""
    return GenerationStarted(job_id=requested.job_id, status=requested.status, message="Generation started")
