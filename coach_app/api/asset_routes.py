"""The files of a picture, streamed from storage to their owner."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.asset_answers import AssetDetail, AssetList, asset_detail, asset_list
from coach_app.api.stored_files import StoredFile, stored_file
from coach_app.database import assets, versions
from coach_app.domain.asset_table import asset_type
from coach_app.domain.errors import NotFound
from coach_app.domain.file_names import export_file_name
from coach_app.use_cases.delete_asset import delete_asset

router = APIRouter(prefix="/assets")


@router.head("/{asset_id}/files/{name}", include_in_schema=False)
@router.get("/{asset_id}/files/{name}")
def download(
    asset_id: UUID, name: str, request: Request, user_id: CurrentUser, parts: PartsDependency, download: bool = False
) -> Response:
    """Return the file; `download=1` asks the browser to save it under a speaking name."""
    with parts.database.transaction() as db:
        asset = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
    file = asset.file(name) if asset else None
    if asset is None or file is None:
        raise NotFound("file")
    name = export_file_name(asset.title, asset_type(asset.asset_type), file.name)
    stored = StoredFile(file.key, name, file.media_type, file.bytes, file.sha256)
    # The bytes behind a name never change.
    return stored_file(parts, request, stored, cache_control="max-age=86400, immutable", is_download=download)


@router.get("/{asset_id}")
def show(asset_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> AssetDetail:
    """Return the picture with its files, each with what was checked on it."""
    with parts.database.transaction() as db:
        asset = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
    if asset is None:
        raise NotFound("asset")
    return asset_detail(asset)


@router.get("/{asset_id}/versions")
def list_versions(asset_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> AssetList:
    """Return the picture with what it is a change of and all changes of it, oldest first."""
    with parts.database.transaction() as db:
        found = versions.versions(db, user_id=user_id, asset_id=asset_id)
    if not found:
        raise NotFound("asset")
    return asset_list(found)


@router.delete("/{asset_id}", status_code=HTTPStatus.NO_CONTENT)
def delete(asset_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Delete the picture with its files."""
    delete_asset(parts, user_id=user_id, asset_id=asset_id)
