"""The files of a picture, streamed from storage to their owner."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.asset_answers import AssetDetail, asset_detail
from coach_app.database import assets
from coach_app.database.assets import AssetFile, AssetRecord
from coach_app.domain.asset_types import asset_type
from coach_app.domain.checksums import checked
from coach_app.domain.errors import NotFound
from coach_app.domain.file_names import content_disposition, export_file_name
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
    headers = _headers(asset, file, is_download=download)
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    disposition = headers["Content-Disposition"]
    if url := parts.storage.temporary_url(file.key, media_type=file.media_type, disposition=disposition):
        # The address dies soon, so nobody may keep it; the check of whose picture this is was made above.
        return RedirectResponse(url, HTTPStatus.FOUND, {"Cache-Control": "no-store"})
    headers["Content-Length"] = str(file.bytes)
    if request.method == "HEAD":
        return Response(media_type=file.media_type, headers=headers)
    pieces = checked(parts.storage.read(file.key), file.sha256)
    return StreamingResponse(pieces, media_type=file.media_type, headers=headers)


@router.get("/{asset_id}")
def show(asset_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> AssetDetail:
    """Return the picture with its files, each with what was checked on it."""
    with parts.database.transaction() as db:
        asset = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
    if asset is None:
        raise NotFound("asset")
    return asset_detail(asset)


@router.delete("/{asset_id}", status_code=HTTPStatus.NO_CONTENT)
def delete(asset_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Delete the picture with its files."""
    delete_asset(parts, user_id=user_id, asset_id=asset_id)


def _headers(asset: AssetRecord, file: AssetFile, *, is_download: bool) -> dict[str, str]:
    name = export_file_name(asset.title, asset_type(asset.asset_type), file.name)
    return {
        "ETag": f'"{file.sha256}"',
        # The bytes behind a name never change, and shared caches must not hold them.
        "Cache-Control": "private, max-age=86400, immutable",
        "Vary": "Cookie",
        "Content-Disposition": content_disposition(name, is_download=is_download),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
