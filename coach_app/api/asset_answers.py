"""What the API tells of a picture: its files, each with what was checked."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from coach_app.database.assets import AssetFile, AssetRecord
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brand_looks import BrandSnapshot
from coach_app.domain.brief import Brief
from coach_app.domain.exports import Platform
from coach_app.domain.file_checks import Rule, findings
from coach_app.domain.spending import MICRO_DOLLARS


class AssetItem(BaseModel):
    id: UUID
    url: str
    asset_type: str
    width: int
    height: int
    created_at: datetime
    brand: BrandSnapshot | None
    parent_asset_id: UUID | None


class AssetList(BaseModel):
    assets: list[AssetItem]


class CheckItem(BaseModel):
    rule: Rule
    platform: Platform | None
    is_met: bool
    said: str


class FileItem(BaseModel):
    name: str
    url: str
    width: int
    height: int
    media_type: str
    bytes: int
    sha256: str
    checks: tuple[CheckItem, ...]


class AssetDetail(BaseModel):
    id: UUID
    session_id: UUID | None
    title: str
    asset_type: str
    brief: Brief
    prompt: str
    artist: str
    model: str
    cost_dollars: float
    note: str
    brand: BrandSnapshot | None
    parent_asset_id: UUID | None
    created_at: datetime
    files: tuple[FileItem, ...]


def file_url(asset_id: UUID, name: str) -> str:
    return f"/api/v1/assets/{asset_id}/files/{name}"


def asset_list(assets: Iterable[AssetRecord]) -> AssetList:
    """Return the pictures; `url` is the main file of each."""
    return AssetList(
        assets=[
            AssetItem(
                id=asset.id,
                url=file_url(asset.id, asset.files[0].name),
                asset_type=asset.asset_type,
                width=asset.width_px,
                height=asset.height_px,
                created_at=asset.created_at,
                brand=asset.brand,
                parent_asset_id=asset.parent_id,
            )
            for asset in assets
        ]
    )


def asset_detail(asset: AssetRecord) -> AssetDetail:
    kind = asset_type(asset.asset_type)
    return AssetDetail(
        id=asset.id,
        session_id=asset.session_id,
        title=asset.title,
        asset_type=asset.asset_type,
        brief=asset.brief,
        prompt=asset.prompt,
        artist=asset.artist,
        model=asset.model,
        cost_dollars=asset.price_micro_dollars / MICRO_DOLLARS,
        note=asset.note,
        brand=asset.brand,
        parent_asset_id=asset.parent_id,
        created_at=asset.created_at,
        files=tuple(_file(asset, kind, file) for file in asset.files),
    )


def _file(asset: AssetRecord, kind: AssetType, file: AssetFile) -> FileItem:
    return FileItem(
        name=file.name,
        url=file_url(asset.id, file.name),
        width=file.width_px,
        height=file.height_px,
        media_type=file.media_type,
        bytes=file.bytes,
        sha256=file.sha256,
        checks=_checks(kind, file),
    )


def _checks(kind: AssetType, file: AssetFile) -> tuple[CheckItem, ...]:
    export = kind.export(file.name)
    if export is None or file.facts is None:
        return ()
    return tuple(
        CheckItem(rule=finding.rule, platform=finding.platform, is_met=finding.is_met, said=finding.said)
        for finding in findings(kind, export, file.facts)
    )
