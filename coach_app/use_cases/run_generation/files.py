"""From a picture to stored files, under keys that a second attempt finds again."""

from collections.abc import Sequence
from dataclasses import replace

from coach_app.database.assets import AssetFile, stored_file
from coach_app.domain.asset_types import AssetType
from coach_app.domain.checksums import checked
from coach_app.domain.errors import NoPicture, NotFound, StorageUnavailable
from coach_app.domain.exports import MASTER
from coach_app.domain.generation_jobs import job_folder
from coach_app.domain.media_types import ending_of, media_type_of
from coach_app.domain.ports import MadeFile, MadeFiles, Picture, Size, Stamp
from coach_app.use_cases.run_generation.answer import store
from coach_app.use_cases.run_generation.held_job import HeldJob


def make_files(held: HeldJob, kind: AssetType, picture: Picture) -> MadeFiles:
    """Make the picture's files, its master the last. Raises: NoPicture, ImagingFailed, StorageUnavailable."""
    stamp = _stamp(held)
    try:
        made = held.parts.imaging.make_files(picture, kind, stamp)
    except NoPicture as exc:
        raise NoPicture(str(exc), receipt=picture.receipt) from exc
    return replace(made, files=(*made.files, _master(picture, made.master_size)))


def store_files(held: HeldJob, files: Sequence[MadeFile]) -> tuple[AssetFile, ...]:
    """Store the files, and return what is recorded of them. Raises StorageUnavailable."""
    stored = tuple(stored_file(file, job_folder(held.job.user_id, held.job.id)) for file in files)
    store(held, {file.key: made.data for file, made in zip(stored, files, strict=True)})
    return stored


def _master(picture: Picture, size: Size) -> MadeFile:
    """Return the picture as its artist gave it: a model may have sent a JPEG."""
    media_type = media_type_of(picture.master)
    return MadeFile(f"{MASTER}.{ending_of(media_type)}", *size, media_type, picture.master)


def _stamp(held: HeldJob) -> Stamp | None:
    """Return the logo of the click; it is there for as long as the job is active. Raises StorageUnavailable."""
    logo = held.job.request.logo
    if logo is None:
        return None
    try:
        return Stamp(b"".join(checked(held.parts.storage.read(logo.key), logo.sha256)), logo)
    except NotFound as exc:
        raise StorageUnavailable("storage has lost a logo") from exc
