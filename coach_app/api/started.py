"""What `generate` and `retry` answer."""

from uuid import UUID

from pydantic import BaseModel

from coach_app.use_cases.request_generation import GenerationRequested


class GenerationStarted(BaseModel):
    """`job_ids` has the job of each variation; `job_id` and `status` are the first one's."""

    job_id: UUID
    job_ids: tuple[UUID, ...]
    status: str
    message: str


def generation_started(requested: GenerationRequested) -> GenerationStarted:
    """Return the answer; a request that was heard before gets its job as it stands now."""
    return GenerationStarted(
        job_id=requested.job_id,
        job_ids=requested.job_ids,
        status=requested.status,
        message="Generation started",
    )
