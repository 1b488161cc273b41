"""Delete a picture with its files."""

from uuid import UUID

from coach_app.database import assets, sessions, swept_jobs
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def delete_asset(parts: Parts, *, user_id: UUID, asset_id: UUID) -> None:
    """Delete the picture; its session says so in its place, and the reconciler removes the files. Raises NotFound."""
    with parts.database.transaction() as db:
        found = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
        if found is None:
            raise NotFound("asset")
        if found.session_id:
            sessions.lock_session(db, user_id=user_id, session_id=found.session_id)
            sessions.forget_asset(db, session_id=found.session_id, asset_id=asset_id)
        if not assets.delete_asset(db, user_id=user_id, asset_id=asset_id):
            raise NotFound("asset")
        swept_jobs.sweep_again(db, job_id=found.job_id)
    if found.session_id:
        parts.hub.publish(found.session_id, {"type": "session"})
