"""From a picture to stored files, under keys that a second attempt finds again."""

from hashlib import sha256

from coach_app.database.assets import AssetFile
from coach_app.domain.asset_types import AssetType
from coach_app.domain.generation_jobs import job_folder
from coach_app.domain.ports import MadeFile, Picture
from coach_app.use_cases.run_generation.answer import store
from coach_app.use_cases.run_generation.held_job import HeldJob


def store_files(held: HeldJob, kind: AssetType, picture: Picture) -> tuple[tuple[AssetFile, ...], str]:
    """Make the files and store them, the main one first; return them and what to tell of it.

    Raises: NoPicture, StorageUnavailable.
    """
    made = held.parts.imaging.make_files(picture, kind)
    files = (*made.files, MadeFile("master.png", *made.master_size, "image/png", picture.master))
    stored = tuple(_stored(held, file) for file in files)
    store(held, {file.key: made_file.data for file, made_file in zip(stored, files, strict=True)})
    return stored, made.note


def _stored(held: HeldJob, file: MadeFile) -> AssetFile:
    digest = sha256(file.data).hexdigest()
    key = f"{job_folder(held.job.user_id, held.job.id)}{digest[:16]}-{file.name}"
    return AssetFile(file.name, file.width_px, file.height_px, file.media_type, len(file.data), digest, key, file.facts)
