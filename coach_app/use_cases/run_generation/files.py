"""From a picture to stored files, under keys that a second attempt finds again."""

from dataclasses import dataclass
from time import monotonic

from coach_app.database.assets import AssetFile, stored_file
from coach_app.domain.asset_types import AssetType
from coach_app.domain.checksums import checked
from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.domain.exports import MASTER
from coach_app.domain.generation_jobs import job_folder
from coach_app.domain.media_types import ending_of, media_type_of
from coach_app.domain.ports import MadeFile, Picture, Size, Stamp
from coach_app.use_cases.run_generation.answer import store
from coach_app.use_cases.run_generation.held_job import HeldJob


@dataclass(frozen=True, slots=True)
class StoredFiles:
    """A picture's files, the main one first, what to tell of it, and how long imaging took."""

    files: tuple[AssetFile, ...]
    note: str
    imaging_seconds: float


def store_files(held: HeldJob, kind: AssetType, picture: Picture) -> StoredFiles:
    """Make the files and store them. Raises: NoPicture, ImagingFailed, StorageUnavailable."""
    stamp = _stamp(held)
    began = monotonic()
    made = held.parts.imaging.make_files(picture, kind, stamp)
    imaging_seconds = monotonic() - began
    files = (*made.files, _master(picture, made.master_size))
    stored = tuple(stored_file(file, job_folder(held.job.user_id, held.job.id)) for file in files)
    store(held, {file.key: made_file.data for file, made_file in zip(stored, files, strict=True)})
    return StoredFiles(stored, made.note, imaging_seconds)


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
