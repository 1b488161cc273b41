"""Put right what a fault has left behind; the worker calls it every few seconds."""

from coach_app.database import jobs, sessions
from coach_app.parts import Parts


def reconcile(parts: Parts) -> None:
    """Queue or fail jobs whose worker is gone, expire idle sessions, and ring if anything is due.

    Raises: ServiceUnavailable.
    """
    with parts.database.transaction() as db:
        lost = jobs.expire_leases(db)
        sessions.expire_idle(db, idle_hours=parts.settings.session_idle_hours)
        has_due = jobs.has_due(db)
    for job in lost:
        if job.session_id:
            parts.hub.publish(job.session_id, {"type": "job"})
    if has_due:
        parts.bell.ring()
