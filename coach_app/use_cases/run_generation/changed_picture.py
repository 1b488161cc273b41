"""The picture that a job changes, for an artist that goes by pictures."""

from coach_app.domain.checksums import checked
from coach_app.domain.errors import NotFound
from coach_app.use_cases.run_generation.held_job import HeldJob


class ChangedPictureGone(Exception):
    """The picture that was to be changed has been deleted since the click."""


def changed_picture(held: HeldJob) -> bytes | None:
    """Return the PNG of the picture that is changed. Raises: ChangedPictureGone, StorageUnavailable."""
    changed = held.job.request.changed
    if changed is None:
        return None
    try:
        return b"".join(checked(held.parts.storage.read(changed.key), changed.sha256))
    except NotFound as exc:
        raise ChangedPictureGone from exc
