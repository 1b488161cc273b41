"""The pictures that a job's artist is shown: the one that is changed, and those to go by."""

from coach_app.domain.checksums import checked
from coach_app.domain.errors import NotFound
from coach_app.domain.generation_jobs import StoredPicture
from coach_app.use_cases.run_generation.held_job import HeldJob


class ChangedPictureGone(Exception):
    """The picture that was to be changed has been deleted since the click."""


class PictureLost(Exception):
    """Storage does not have a picture that this was to go by."""


def changed_picture(held: HeldJob) -> bytes | None:
    """Return the picture that is changed. Raises: ChangedPictureGone, StorageUnavailable."""
    changed = held.job.request.changed
    if changed is None:
        return None
    try:
        return _read(held, changed)
    except NotFound as exc:
        raise ChangedPictureGone from exc


def shown_pictures(held: HeldJob) -> tuple[bytes, ...]:
    """Return the pictures to go by; they are there for as long as the job is active.

    Raises: PictureLost, StorageUnavailable.
    """
    try:
        return tuple(_read(held, shown) for shown in held.job.request.shown)
    except NotFound as exc:
        raise PictureLost from exc


def _read(held: HeldJob, picture: StoredPicture) -> bytes:
    return b"".join(checked(held.parts.storage.read(picture.key), picture.sha256))
