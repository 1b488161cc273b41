"""From a picture to stored files, under keys that a second attempt finds again."""

from hashlib import sha256

from coach_app import imaging
from coach_app.database.assets import AssetFile
from coach_app.domain.asset_types import AssetType
from coach_app.domain.ports import Picture
from coach_app.use_cases.run_generation.answer import store
from coach_app.use_cases.run_generation.held_job import HeldJob


def store_files(held: HeldJob, kind: AssetType, picture: Picture) -> tuple[AssetFile, ...]:
    """Make the files and store them, the main one first. Raises: NoPicture, StorageUnavailable."""
    made = imaging.make_files(picture, kind)
    files = [
        _stored(held, export.name, made[export.name], (export.width_px, export.height_px), export.media_type)
        for export in kind.exports
    ]
    preview = imaging.make_preview(picture, kind)
    files.append(_stored(held, "preview.webp", preview, imaging.size_of(preview), "image/webp"))
    thumb = imaging.make_thumb(preview)
    files.append(_stored(held, "thumb.webp", thumb, imaging.size_of(thumb), "image/webp"))
    files.append(_stored(held, "master.png", picture.master, imaging.size_of(picture.master), "image/png"))
    return tuple(files)


def _stored(held: HeldJob, name: str, data: bytes, size: tuple[int, int], media_type: str) -> AssetFile:
    digest = sha256(data).hexdigest()
    key = f"assets/{held.job.user_id}/{held.job.id}/{digest[:16]}-{name}"
    store(held, key, data, digest)
    return AssetFile(name, *size, media_type, len(data), digest, key)
