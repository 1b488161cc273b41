"""Put right what a fault has left behind; every worker calls it every few seconds, and one at a time does it."""

import logging

from coach_app.database import guest_arrivals, overdue_jobs, sessions, swept_jobs, uploaded_files
from coach_app.database.swept_jobs import UnsweptJob
from coach_app.domain.errors import StorageUnavailable
from coach_app.domain.generation_jobs import job_folder
from coach_app.parts import Parts

_log = logging.getLogger(__name__)
_MOST_RINGS = 16
_SPOOL_SECONDS = 3_600


def reconcile(parts: Parts) -> None:
    """Queue or fail jobs whose worker is gone, end what has waited too long, expire idle sessions, forget where
    guests came from, ring for what is due, and remove what ended jobs, former logos and former pictures of chats have
    left in storage.

    Raises: ServiceUnavailable.
    """
    settings = parts.settings
    with parts.database.transaction() as db:
        if not overdue_jobs.try_to_reconcile(db):
            return
        changed = (*overdue_jobs.expire_leases(db), *overdue_jobs.fail_overdue(db))
        guest_arrivals.forget_old(db)
        sessions.expire_idle(db, idle_hours=settings.session_idle_hours)
        due = overdue_jobs.count_due(db, at_most=_MOST_RINGS)
        # A worker that has lost its job may go on writing until it notices.
        unswept = swept_jobs.unswept_jobs(db, grace_seconds=settings.job_lease_seconds)
        leaving = uploaded_files.leaving(db)
    for job in changed:
        if job.session_id:
            parts.hub.publish(job.session_id, {"type": "session"})
    parts.bell.ring(due)
    _sweep(parts, unswept)
    _remove_uploads(parts, leaving)
    parts.spool.sweep(older_than_seconds=_SPOOL_SECONDS)


def _sweep(parts: Parts, unswept: tuple[UnsweptJob, ...]) -> None:
    """Remove what no picture names. Listed first: whoever makes files anew says so before it writes the first."""
    if not unswept:
        return
    swept = []
    try:
        found = {job.id: tuple(parts.storage.keys(job_folder(job.user_id, job.id))) for job in unswept}
        with parts.database.transaction() as db:
            kept = swept_jobs.kept_keys(db, job_ids=found)
        for job_id, keys in kept.items():
            for key in found[job_id]:
                if key not in keys:
                    parts.storage.delete(key)
            swept.append(job_id)
    except StorageUnavailable:
        _log.warning("Storage cannot be reached; what is no longer needed there is removed later.")
    with parts.database.transaction() as db:
        swept_jobs.set_swept(db, job_ids=swept)


def _remove_uploads(parts: Parts, keys: tuple[str, ...]) -> None:
    """Remove files that nobody uses any more; their rows go last, so that a fault forgets none."""
    removed = []
    try:
        for key in keys:
            folder, _, _ = key.rpartition("/")
            for found in tuple(parts.storage.keys(f"{folder}/")):
                parts.storage.delete(found)
            removed.append(key)
    except StorageUnavailable:
        _log.warning("Storage cannot be reached; files that nobody uses are removed later.")
    if removed:
        with parts.database.transaction() as db:
            uploaded_files.forget(db, keys=removed)
