"""From a picture to stored files, under keys that a second attempt finds again."""

from hashlib import sha256

from coach_app import imaging
from coach_app.database.assets import AssetFile
from coach_app.domain.asset_types import AssetType
from coach_app.domain.generation_jobs import job_folder
from coach_app.domain.ports import Picture
from coach_app.use_cases.run_generation.answer import store
from coach_app.use_cases.run_generation.held_job import HeldJob


def store_files(held: HeldJob, kind: AssetType, picture: Picture) -> tuple[AssetFile, ...]:
    """Make the files and store them, the main one first. Raises: NoPicture, StorageUnavailable."""
    preview = imaging.make_preview(picture, kind)
    others = {"preview.webp": preview, "thumb.webp": imaging.make_thumb(preview), "master.png": picture.master}
    made = {**imaging.make_files(picture, kind), **others}
    files = [
        _file(held, export.name, made[export.name], (export.width_px, export.height_px), export.media_type)
        for export in kind.exports
    ]
    files += [
        _file(held, name, data, imaging.size_of(data), f"image/{name.rpartition('.')[2]}")
        for name, data in others.items()
    ]
    store(held, {file.key: made[file.name] for file in files})
    return tuple(files)


def _file(held: HeldJob, name: str, data: bytes, size: tuple[int, int], media_type: str) -> AssetFile:
    digest = sha256(data).hexdigest()
    key = f"{job_folder(held.job.user_id, held.job.id)}{digest[:16]}-{name}"
    return AssetFile(name, *size, media_type, len(data), digest, key)
