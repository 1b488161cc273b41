"""Stop a picture that has not been asked for yet."""

from uuid import UUID

from coach_app.database import jobs
from coach_app.database.jobs import JobRecord
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def cancel_generation(parts: Parts, *, user_id: UUID, job_id: UUID) -> JobRecord:
    """Cancel the job, and return how it stands.

    What waits ends at once; what runs ends unless the artist has been called: then the picture is kept. A job that has
    ended stays as it is. Raises NotFound.
    """
    with parts.database.transaction() as db:
        if jobs.find_job(db, user_id=user_id, job_id=job_id) is None:
            raise NotFound("job")
        jobs.cancel(db, job_id=job_id)
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
    if job is None:
        raise NotFound("job")
    if job.session_id:
        parts.hub.publish(job.session_id, {"type": "session"})
    return job
