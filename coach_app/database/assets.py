"""Queries on finished pictures."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, select

from coach_app.database.tables import Asset
from coach_app.domain.brand_looks import BrandSnapshot
from coach_app.domain.brief import Brief
from coach_app.domain.exports import MASTER
from coach_app.domain.file_checks import FileFacts
from coach_app.domain.ports import MadeFile
from coach_app.domain.readability import Other

_MOST_COMPARED = 200
_BEGIN_REMAKE = text(
    "UPDATE assets SET remade_until = now() + make_interval(secs => :seconds) "
    "WHERE id = :id AND coalesce(remade_until < now(), true) RETURNING remade_until"
)
_END_REMAKE = text(
    "UPDATE assets SET remade_until = NULL WHERE id = :id AND remade_until = :until AND remade_until > now()"
)


@dataclass(frozen=True, slots=True)
class AssetFile:
    """One stored file. `key` is where storage has it, `sha256` is of its bytes, in hex.

    `facts` were read back from an export's bytes; previews and the master have none.
    """

    name: str
    width_px: int
    height_px: int
    media_type: str
    bytes: int
    sha256: str
    key: str
    facts: FileFacts | None = None


@dataclass(frozen=True, slots=True)
class AssetRecord:
    """A picture; `files[0]` is its main file, `brand` what it was made with, `parent_id` the one that it changes."""

    id: UUID
    session_id: UUID | None
    job_id: UUID
    title: str
    asset_type: str
    width_px: int
    height_px: int
    brief: Brief
    prompt: str
    artist: str
    model: str
    price_micro_dollars: int
    note: str
    variant: int
    files: tuple[AssetFile, ...]
    brand: BrandSnapshot | None
    parent_id: UUID | None
    created_at: datetime

    @property
    def master(self) -> AssetFile | None:
        """The picture as its artist gave it, in the format that it came in."""
        return next((file for file in self.files if file.name.startswith(f"{MASTER}.")), None)

    def file(self, name: str) -> AssetFile | None:
        return next((file for file in self.files if file.name == name), None)


@dataclass(frozen=True, slots=True)
class NewAsset:
    """What a finished job records."""

    id: UUID
    user_id: UUID
    session_id: UUID | None
    job_id: UUID
    title: str
    asset_type: str
    width_px: int
    height_px: int
    brief: Brief
    prompt: str
    artist: str
    model: str
    price_micro_dollars: int
    note: str
    variant: int
    files: tuple[AssetFile, ...]
    brand: BrandSnapshot | None = None
    parent_id: UUID | None = None


def add_asset(db: Session, asset: NewAsset) -> None:
    """Insert the picture; the table takes one for each job."""
    db.add(
        Asset(
            id=asset.id,
            user_id=asset.user_id,
            coach_session_id=asset.session_id,
            job_id=asset.job_id,
            asset_type=asset.asset_type,
            title=asset.title,
            width_px=asset.width_px,
            height_px=asset.height_px,
            brief=asset.brief.model_dump(mode="json"),
            prompt=asset.prompt,
            artist=asset.artist,
            model=asset.model,
            price_micro_dollars=asset.price_micro_dollars,
            note=asset.note,
            variant=asset.variant,
            files=[_file_row(file) for file in asset.files],
            brand=asset.brand.model_dump(mode="json") if asset.brand else None,
            parent_asset_id=asset.parent_id,
        )
    )
    db.flush()


def stored_file(made: MadeFile, folder: str) -> AssetFile:
    """Return the row of a file that is made, under a key of its content in the folder (a slash at its end)."""
    digest = sha256(made.data).hexdigest()
    key = f"{folder}{digest[:16]}-{made.name}"
    size = (made.width_px, made.height_px)
    return AssetFile(made.name, *size, made.media_type, len(made.data), digest, key, made.facts)


def replace_files(db: Session, *, user_id: UUID, asset_id: UUID, files: Iterable[AssetFile]) -> bool:
    """Give this user's picture other files, the main one first. False where there is no such picture."""
    query = select(Asset).where(Asset.id == asset_id, Asset.user_id == user_id).with_for_update()
    row = db.exec(query).one_or_none()
    if row is None:
        return False
    row.files = [_file_row(file) for file in files]
    db.add(row)
    db.flush()
    return True


def begin_remake(db: Session, *, asset_id: UUID, seconds: float) -> datetime | None:
    """Say for so long that the picture's files are being made anew; None where somebody is at it already."""
    begun = db.connection().execute(_BEGIN_REMAKE, {"id": asset_id, "seconds": seconds})
    until: datetime | None = begun.scalar_one_or_none()
    return until


def end_remake(db: Session, *, asset_id: UUID, until: datetime) -> bool:
    """Say that it is over; False where its time was over before."""
    return db.connection().execute(_END_REMAKE, {"id": asset_id, "until": until}).rowcount == 1


def delete_asset(db: Session, *, user_id: UUID, asset_id: UUID) -> bool:
    """Delete this user's picture; its files are left to be swept. False where there is none."""
    statement = text("DELETE FROM assets WHERE id = :id AND user_id = :user_id")
    return db.connection().execute(statement, {"id": asset_id, "user_id": user_id}).rowcount == 1


def find_asset(db: Session, *, user_id: UUID, asset_id: UUID) -> AssetRecord | None:
    """Return this user's picture."""
    row = db.exec(select(Asset).where(Asset.id == asset_id, Asset.user_id == user_id)).one_or_none()
    return _record(row) if row else None


def newest_assets(db: Session, *, user_id: UUID, limit: int) -> tuple[AssetRecord, ...]:
    """Return this user's pictures, newest first."""
    query = select(Asset).where(Asset.user_id == user_id).order_by(col(Asset.created_at).desc()).limit(limit)
    return tuple(map(_record, db.exec(query)))


def session_assets(db: Session, *, user_id: UUID, session_id: UUID) -> tuple[AssetRecord, ...]:
    """Return the pictures of one session of this user, oldest first."""
    query = (
        select(Asset)
        .where(Asset.user_id == user_id, Asset.coach_session_id == session_id)
        .order_by(col(Asset.created_at))
    )
    return tuple(map(_record, db.exec(query)))


def fingerprints(db: Session, *, user_id: UUID, asset_type: str, other_than: Iterable[UUID]) -> tuple[Other, ...]:
    """Return what this user's newest other pictures of a type look like at the size that chat shows."""
    statement = text(
        "SELECT title, file #>> '{facts,legibility,fingerprint}' AS fingerprint"
        " FROM (SELECT title, files FROM assets WHERE user_id = :user_id AND asset_type = :asset_type"
        " AND id <> ALL(:ids) ORDER BY created_at DESC LIMIT :limit) AS newest, jsonb_array_elements(files) AS file"
        " WHERE file #>> '{facts,legibility,fingerprint}' IS NOT NULL"
    )
    values = {"user_id": user_id, "asset_type": asset_type, "ids": list(other_than), "limit": _MOST_COMPARED}
    return tuple(Other(row.title, row.fingerprint) for row in db.connection().execute(statement, values))


def assets_by_id(db: Session, *, user_id: UUID, asset_ids: Iterable[UUID]) -> tuple[AssetRecord, ...]:
    """Return those of these pictures that are this user's."""
    query = select(Asset).where(Asset.user_id == user_id, col(Asset.id).in_(list(asset_ids)))
    return tuple(map(_record, db.exec(query)))


def _record(row: Asset) -> AssetRecord:
    return AssetRecord(
        id=row.id,
        session_id=row.coach_session_id,
        job_id=row.job_id,
        title=row.title,
        asset_type=row.asset_type,
        width_px=row.width_px,
        height_px=row.height_px,
        brief=Brief.model_validate(row.brief),
        prompt=row.prompt,
        artist=row.artist,
        model=row.model,
        price_micro_dollars=row.price_micro_dollars,
        note=row.note,
        variant=row.variant,
        files=tuple(map(_file, row.files)),
        brand=BrandSnapshot.model_validate(row.brand) if row.brand else None,
        parent_id=row.parent_asset_id,
        created_at=row.created_at,
    )


def _file_row(file: AssetFile) -> dict[str, object]:
    return asdict(replace(file, facts=None)) | {"facts": file.facts.model_dump(mode="json") if file.facts else None}


def _file(row: dict[str, Any]) -> AssetFile:
    """Files of older pictures have no facts."""
    facts = row.get("facts")
    return AssetFile(**row | {"facts": FileFacts.model_validate(facts) if facts else None})
