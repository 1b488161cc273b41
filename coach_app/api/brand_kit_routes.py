"""Brand kits and their logos."""

from functools import partial
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.brand_kit_bodies import (
    KitChanges,
    KitItem,
    KitList,
    LogoItem,
    NewKit,
    Palette,
    kit_item,
    logo_item,
)
from coach_app.api.stored_files import StoredFile, stored_file
from coach_app.api.uploads import DESCRIBED, PictureBody, UploadsDependency
from coach_app.database import brand_kits
from coach_app.domain.errors import NotFound
from coach_app.domain.logos import LogoKind
from coach_app.parts import Parts
from coach_app.use_cases.create_brand_kit import create_brand_kit
from coach_app.use_cases.delete_brand_kit import delete_brand_kit
from coach_app.use_cases.edit_brand_kit import edit_brand_kit
from coach_app.use_cases.make_default import make_default
from coach_app.use_cases.put_logo import put_logo
from coach_app.use_cases.read_palette import read_palette
from coach_app.use_cases.remove_logo import remove_logo

router = APIRouter(prefix="/brand-kits")


@router.get("")
def list_kits(user_id: CurrentUser, parts: PartsDependency) -> KitList:
    """Return this user's kits, oldest first."""
    with parts.database.transaction() as db:
        return KitList(brand_kits=[kit_item(kit) for kit in brand_kits.all_kits(db, user_id=user_id)])


@router.post("", status_code=HTTPStatus.CREATED)
def create(body: NewKit, user_id: CurrentUser, parts: PartsDependency) -> KitItem:
    """Make a kit; the first one is the one for new sessions."""
    return _shown(parts, user_id, create_brand_kit(parts, user_id=user_id, kit=body.edit()))


@router.post("/palette", openapi_extra=DESCRIBED)
async def palette(data: PictureBody, uploads: UploadsDependency, parts: PartsDependency) -> Palette:
    """Return the main colours of a picture, which is the body, with roles that suit them; nothing is stored."""
    return Palette(colours=dict(await uploads.work(partial(read_palette, parts, data=data))))


@router.get("/{kit_id}")
def show(kit_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> KitItem:
    """Return the kit with its logos and how well its colours read."""
    return _shown(parts, user_id, kit_id)


@router.patch("/{kit_id}")
def edit(kit_id: UUID, body: KitChanges, user_id: CurrentUser, parts: PartsDependency) -> KitItem:
    """Change what the body names."""
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=body.edit())
    return _shown(parts, user_id, kit_id)


@router.delete("/{kit_id}", status_code=HTTPStatus.NO_CONTENT)
def delete(kit_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Delete the kit with its logos; pictures made with it stay as they are."""
    delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)


@router.post("/{kit_id}/default")
def choose_default(kit_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> KitItem:
    """Have new sessions begin with this kit."""
    make_default(parts, user_id=user_id, kit_id=kit_id)
    return _shown(parts, user_id, kit_id)


@router.put("/{kit_id}/logos/{kind}", openapi_extra=DESCRIBED)
async def put(
    kit_id: UUID,
    kind: LogoKind,
    user_id: CurrentUser,
    data: PictureBody,
    uploads: UploadsDependency,
    parts: PartsDependency,
) -> LogoItem:
    """Give the kit a logo: the body is a PNG, JPEG or WebP of up to 10 MB and 4,096 × 4,096 pixels, 32 at
    least on its longer side."""
    logo = await uploads.work(partial(put_logo, parts, user_id=user_id, kit_id=kit_id, kind=kind, data=data))
    return logo_item(kit_id, logo)


@router.head("/{kit_id}/logos/{kind}", include_in_schema=False)
@router.get("/{kit_id}/logos/{kind}")
def download(
    kit_id: UUID, kind: LogoKind, request: Request, user_id: CurrentUser, parts: PartsDependency, v: str = ""
) -> Response:
    """Return the logo as a PNG."""
    with parts.database.transaction() as db:
        logo = brand_kits.find_logo(db, user_id=user_id, kit_id=kit_id, kind=kind)
    if logo is None:
        raise NotFound("logo")
    file = StoredFile(logo.key, f"{kind}-logo.png", logo.media_type, logo.bytes, logo.sha256)
    # Its own address holds for one picture; without `v` the next one may be another.
    caching = "max-age=86400, immutable" if v == logo.version else "no-cache"
    return stored_file(parts, request, file, cache_control=caching)


@router.delete("/{kit_id}/logos/{kind}", status_code=HTTPStatus.NO_CONTENT)
def remove(kit_id: UUID, kind: LogoKind, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Take the logo out of the kit."""
    remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=kind)


def _shown(parts: Parts, user_id: UUID, kit_id: UUID) -> KitItem:
    with parts.database.transaction() as db:
        kit = brand_kits.find_kit(db, user_id=user_id, kit_id=kit_id)
    if kit is None:
        raise NotFound("brand kit")
    return kit_item(kit)
