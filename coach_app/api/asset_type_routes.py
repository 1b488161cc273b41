"""What can be made here, with its files."""

from fastapi import APIRouter
from pydantic import BaseModel

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.exports import FileFormat, Platform

router = APIRouter(prefix="/asset-types")


class ExportItem(BaseModel):
    name: str
    width: int
    height: int
    format: FileFormat
    max_bytes: int


class AssetTypeItem(BaseModel):
    """`is_offered` where the artist at work can make it."""

    id: AssetTypeId
    label: str
    is_offered: bool
    width: int
    height: int
    platforms: tuple[Platform, ...]
    files: tuple[ExportItem, ...]


class AssetTypeList(BaseModel):
    asset_types: list[AssetTypeItem]


@router.get("")
def list_asset_types(user_id: CurrentUser, parts: PartsDependency) -> AssetTypeList:
    """Return every asset type; the files of each, the main one first."""
    with parts.database.transaction() as db:
        offered = parts.artist_of(db, user_id).asset_types
    return AssetTypeList(asset_types=[_item(kind, is_offered=kind.id in offered) for kind in ASSET_TYPES.values()])


def _item(kind: AssetType, *, is_offered: bool) -> AssetTypeItem:
    return AssetTypeItem(
        id=kind.id,
        label=kind.label,
        is_offered=is_offered,
        width=kind.main.width_px,
        height=kind.main.height_px,
        platforms=kind.platforms,
        files=tuple(
            ExportItem(
                name=export.name,
                width=export.width_px,
                height=export.height_px,
                format=export.format,
                max_bytes=export.max_bytes,
            )
            for export in kind.exports
        ),
    )
