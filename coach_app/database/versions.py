"""Pictures that are changes of one another, and the one that a session changes next."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, select

from coach_app.database.assets import AssetRecord, assets_by_id
from coach_app.database.tables import Asset

_MOST_VERSIONS = 100
_RELATED = text(
    "WITH RECURSIVE older AS (SELECT id, parent_asset_id FROM assets WHERE id = :id AND user_id = :user_id "
    "UNION SELECT assets.id, assets.parent_asset_id FROM assets JOIN older ON assets.id = older.parent_asset_id "
    "WHERE assets.user_id = :user_id), "
    "newer AS (SELECT id FROM assets WHERE id = :id AND user_id = :user_id "
    "UNION SELECT assets.id FROM assets JOIN newer ON assets.parent_asset_id = newer.id "
    "WHERE assets.user_id = :user_id) "
    "SELECT id FROM older UNION SELECT id FROM newer LIMIT :limit"
)
_PASS_ON = text(
    "UPDATE coach_sessions SET changing_asset_id = :asset_id WHERE id = :id AND changing_asset_id = :parent_id "
    "AND (SELECT variation FROM generation_jobs WHERE id = :job_id) = 0"
)


def versions(db: Session, *, user_id: UUID, asset_id: UUID) -> tuple[AssetRecord, ...]:
    """Return this user's picture with what it is a change of and all changes of it, oldest first."""
    values = {"id": asset_id, "user_id": user_id, "limit": _MOST_VERSIONS}
    related = db.connection().execute(_RELATED, values).scalars()
    return tuple(sorted(assets_by_id(db, user_id=user_id, asset_ids=related), key=lambda asset: asset.created_at))


def find_in_session(db: Session, *, user_id: UUID, session_id: UUID, asset_id: UUID) -> AssetRecord | None:
    """Return this user's picture if it was made in this session."""
    query = select(col(Asset.id)).where(
        Asset.id == asset_id, Asset.user_id == user_id, Asset.coach_session_id == session_id
    )
    return next(iter(assets_by_id(db, user_id=user_id, asset_ids=db.exec(query))), None)


def variations(db: Session, *, asset_id: UUID) -> tuple[UUID, ...]:
    """Return the pictures that the same click has made, this one among them."""
    query = text(
        "SELECT other.id FROM assets JOIN generation_jobs AS job ON job.id = assets.job_id "
        "JOIN generation_jobs AS sibling ON sibling.batch_id = job.batch_id "
        "JOIN assets AS other ON other.job_id = sibling.id WHERE assets.id = :id"
    )
    return tuple(db.connection().execute(query, {"id": asset_id}).scalars())


def hold_parent(db: Session, *, user_id: UUID, asset_id: UUID | None) -> UUID | None:
    """Return the id of this user's picture if it is still there, and keep it so until the transaction ends."""
    if asset_id is None:
        return None
    query = text("SELECT id FROM assets WHERE id = :id AND user_id = :user_id FOR KEY SHARE")
    held: UUID | None = db.connection().execute(query, {"id": asset_id, "user_id": user_id}).scalar_one_or_none()
    return held


def set_changing(db: Session, *, session_id: UUID, asset_id: UUID | None) -> None:
    """Have the session's next picture be a change of this one, or of none. The caller holds the session's lock."""
    statement = text("UPDATE coach_sessions SET changing_asset_id = :asset_id, updated_at = now() WHERE id = :id")
    db.connection().execute(statement, {"id": session_id, "asset_id": asset_id})


def pass_on(db: Session, *, session_id: UUID, job_id: UUID, asset_id: UUID, parent_id: UUID) -> None:
    """Let the picture of this job take the place of the one that it changes, where that one is still chosen; of several
    variations the first does. The caller holds the session's lock."""
    values = {"id": session_id, "job_id": job_id, "asset_id": asset_id, "parent_id": parent_id}
    db.connection().execute(_PASS_ON, values)
