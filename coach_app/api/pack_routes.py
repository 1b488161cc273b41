"""Packs: the files of one picture or many as a ZIP, with a note that says where to upload each."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.zip_stream import zip_stream
from coach_app.database import assets
from coach_app.database.assets import AssetRecord
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.checksums import checked
from coach_app.domain.errors import InvalidInput, NotFound
from coach_app.domain.export_packs import README, PackEntry, PackItem, pack_entries, pack_name, pack_readme
from coach_app.domain.exports import Platform
from coach_app.domain.file_checks import findings
from coach_app.domain.file_names import content_disposition
from coach_app.domain.ports import Storage

router = APIRouter(prefix="/packs")
MAX_PICTURES = 100


@router.head("", include_in_schema=False)
@router.get("", response_class=StreamingResponse)
def download_pack(
    request: Request,
    user_id: CurrentUser,
    parts: PartsDependency,
    asset_id: Annotated[list[UUID], Query(min_length=1, max_length=MAX_PICTURES)],
    platform: Platform | None = None,
) -> Response:
    """Return a ZIP with the files of these pictures for every platform, or for one."""
    wanted = list(dict.fromkeys(asset_id))
    with parts.database.transaction() as db:
        by_id = {asset.id: asset for asset in assets.assets_by_id(db, user_id=user_id, asset_ids=wanted)}
    if len(by_id) < len(wanted):
        raise NotFound("asset")
    records = [by_id[name] for name in wanted]
    items = [_item(asset) for asset in records]
    entries = pack_entries(items, platform)
    if not entries:
        raise InvalidInput("None of these pictures has a file for that platform.", field="platform")
    headers = {
        "Content-Disposition": content_disposition(pack_name(items, platform), is_download=True),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    if request.method == "HEAD":
        return Response(media_type="application/zip", headers=headers)
    stream = zip_stream(_files(parts.storage, records, entries, pack_readme(items, platform)))
    # Where storage is away the answer can still say so.
    first = next(stream)
    return StreamingResponse(chain([first], stream), media_type="application/zip", headers=headers)


def _item(asset: AssetRecord) -> PackItem:
    kind = asset_type(asset.asset_type)
    names = frozenset(file.name for file in asset.files)
    return PackItem(asset.title, kind, names, {name: said for name in names if (said := _fault(asset, kind, name))})


def _fault(asset: AssetRecord, kind: AssetType, name: str) -> str:
    """Return what a platform would object to, or an empty string."""
    export = kind.export(name)
    file = asset.file(name)
    if export is None or file is None or file.facts is None:
        return ""
    return ", ".join(finding.said for finding in findings(kind, export, file.facts) if not finding.is_met)


def _files(
    storage: Storage, records: Sequence[AssetRecord], entries: Sequence[PackEntry], readme: str
) -> Iterator[tuple[str, Iterator[bytes]]]:
    for entry in entries:
        file = records[entry.place].file(entry.name)
        if file:
            yield entry.path, checked(storage.read(file.key), file.sha256)
    yield README, iter((readme.encode(),))
