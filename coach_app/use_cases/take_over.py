"""Free the jobs of a worker that has died, once another one is in its place."""

from uuid import UUID

from coach_app.database import overdue_jobs
from coach_app.parts import Parts


def take_over(parts: Parts, *, worker_id: UUID) -> None:
    """End the leases of jobs that were claimed under this id; the reconciler does the rest. Raises: ServiceUnavailable.

    To be called before the first claim under the id: it is certain then that nobody is at those jobs.
    """
    with parts.database.transaction() as db:
        overdue_jobs.end_leases(db, worker_id=worker_id)
