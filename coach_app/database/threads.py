"""One read for everything that a session's page shows."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from coach_app.database.assets import AssetRecord, assets_by_id
from coach_app.database.jobs import JobRecord, jobs_by_id
from coach_app.database.sessions import SessionRecord, find_session
from coach_app.domain.coach_sessions import AssetMessage, GenerationMessage


@dataclass(frozen=True, slots=True)
class Thread:
    """A session with the jobs and pictures that its messages name."""

    session: SessionRecord
    jobs: dict[UUID, JobRecord]
    assets: dict[UUID, AssetRecord]


def find_thread(db: Session, *, user_id: UUID, session_id: UUID) -> Thread | None:
    """Return this user's conversation whole."""
    session = find_session(db, user_id=user_id, session_id=session_id)
    if session is None:
        return None
    job_ids = [message.job_id for message in session.messages if isinstance(message, GenerationMessage)]
    asset_ids = [message.asset_id for message in session.messages if isinstance(message, AssetMessage)]
    jobs = jobs_by_id(db, user_id=user_id, job_ids=job_ids) if job_ids else ()
    assets = assets_by_id(db, user_id=user_id, asset_ids=asset_ids) if asset_ids else ()
    return Thread(session, {job.id: job for job in jobs}, {asset.id: asset for asset in assets})
