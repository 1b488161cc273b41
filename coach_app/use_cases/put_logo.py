"""Give a brand kit a logo."""

from hashlib import sha256
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import brand_kits, uploaded_files
from coach_app.database.brand_kits import LogoRecord
from coach_app.domain.errors import InvalidInput, NotFound
from coach_app.domain.logos import LEAST_LOGO_PX, LogoKind
from coach_app.domain.ports import ReadUpload
from coach_app.parts import Parts


def put_logo(parts: Parts, *, user_id: UUID, kit_id: UUID, kind: LogoKind, data: bytes) -> LogoRecord:
    """Check the picture, write it anew, and put it in place of the kit's logo of this kind.

    The file's row comes first and the logo last: whatever breaks in between leaves a file that the reconciler finds by
    its row, as it does the file of a logo that is replaced. Raises: NotFound, InvalidInput, ImagingFailed,
    StorageUnavailable.
    """
    with parts.database.transaction() as db:
        _refuse_strangers(db, user_id, kit_id)
    upload = parts.imaging.read_upload(data)
    _refuse_tiny(upload)
    digest = sha256(upload.png).hexdigest()
    logo = LogoRecord(
        kind=kind,
        # In a folder of its own: no key is ever used twice, and what is begun beside the file goes with it.
        key=f"brand-kits/{user_id}/{kit_id}/{uuid4().hex}/{digest[:16]}-{kind}.png",
        media_type="image/png",
        width_px=upload.width_px,
        height_px=upload.height_px,
        bytes=len(upload.png),
        sha256=digest,
        palette=upload.palette,
    )
    with parts.database.transaction() as db:
        uploaded_files.begin_writing(db, key=logo.key)
    parts.storage.write({logo.key: upload.png})
    with parts.database.transaction() as db:
        brand_kits.take_turns(db, user_id=user_id)
        _refuse_strangers(db, user_id, kit_id)
        uploaded_files.keep(db, key=logo.key)
        brand_kits.set_logo(db, kit_id=kit_id, logo=logo)
        brand_kits.touch(db, kit_id=kit_id)
    return logo


def _refuse_tiny(upload: ReadUpload) -> None:
    if max(upload.width_px, upload.height_px) < LEAST_LOGO_PX:
        size = f"{upload.width_px} × {upload.height_px} pixels"
        raise InvalidInput(
            f"That logo has only {size}. It needs {LEAST_LOGO_PX} on its longer side, and looks best with 512 or more.",
            field="file",
        )


def _refuse_strangers(db: Session, user_id: UUID, kit_id: UUID) -> None:
    if brand_kits.find_look(db, user_id=user_id, kit_id=kit_id, is_held=True) is None:
        raise NotFound("brand kit")
