"""Draw what is due: claim a job, paint with no transaction open, store the files, record the asset in one commit."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from time import monotonic, sleep
from uuid import uuid4

from coach_app import imaging
from coach_app.database import assets, jobs, sessions
from coach_app.database.assets import AssetFile, NewAsset
from coach_app.database.clock import database_now
from coach_app.database.jobs import ClaimedJob
from coach_app.domain.asset_types import AssetType, asset_type
from coach_app.domain.coach_sessions import AssetMessage
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistError,
    ArtistUnavailable,
    NoPicture,
    PromptRefused,
    ServiceUnavailable,
    StorageUnavailable,
)
from coach_app.domain.generation_jobs import MAX_ATTEMPTS, FailureCode, JobStage
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.parts import Parts

_log = logging.getLogger(__name__)
_LONGEST_RUN_SECONDS = 300
_RETRY_SECONDS = 5.0
_LOOK_AGAIN_SECONDS = 0.5


class _FencedOff(Exception):
    """The job is no longer this worker's: change nothing more."""


def run_next_generation(parts: Parts) -> bool:
    """Claim one due job and bring it to an end; False where nothing is due. Raises: ServiceUnavailable."""
    with parts.database.transaction() as db:
        job = jobs.claim_due(db, lease_seconds=parts.settings.job_lease_seconds)
    if job is None:
        return False
    _tell(parts, job, "job")
    with _renewed_lease(parts, job):
        _run(parts, job)
    return True


def _run(parts: Parts, job: ClaimedJob) -> None:
    try:
        kind = asset_type(job.asset_type)
        began = monotonic()
        picture = parts.artist.paint(_paint_request(job, kind))
        drawn = monotonic()
        _enter_stage(parts, job, JobStage.SAVING)
        files = _store(parts, job, kind, picture)
        _record(parts, job, kind, picture, files)
        _log.info("Job %s: drawn in %.3f s, saved in %.3f s.", job.id, drawn - began, monotonic() - drawn)
    except _FencedOff:
        _log.info("Job %s is held by another worker now.", job.id)
    except ServiceUnavailable:
        _put_back_when_possible(parts, job)
        raise
    except (StorageUnavailable, ArtistBusy, ArtistUnavailable) as exc:
        _retry_or_fail(parts, job, exc)
    except ArtistError as exc:
        _fail(parts, job, exc)
    # Whatever else breaks in painting or imaging ends this job, with its traceback in the log, and not the worker.
    except Exception as exc:  # noqa: BLE001
        _log.exception("Job %s broke.", job.id)
        _fail(parts, job, exc)


def _paint_request(job: ClaimedJob, kind: AssetType) -> PaintRequest:
    return PaintRequest(
        job_id=job.id,
        asset_type=kind,
        brief=job.request.brief,
        prompt=job.request.prompt,
        variant=job.request.variant,
        sizes=tuple((export.width_px, export.height_px) for export in kind.exports),
    )


def _store(parts: Parts, job: ClaimedJob, kind: AssetType, picture: Picture) -> tuple[AssetFile, ...]:
    """Make the files and store them under keys that a second attempt finds again."""
    made = imaging.make_files(picture, kind)
    files = [
        _stored(parts, job, export.name, made[export.name], export.width_px, export.height_px, export.media_type)
        for export in kind.exports
    ]
    preview = imaging.make_preview(picture, kind)
    width_px, height_px = imaging.size_of(preview)
    files.append(_stored(parts, job, "preview.webp", preview, width_px, height_px, "image/webp"))
    thumb = imaging.make_thumb(preview)
    files.append(_stored(parts, job, "thumb.webp", thumb, *imaging.size_of(thumb), "image/webp"))
    width_px, height_px = imaging.size_of(picture.master)
    files.append(_stored(parts, job, "master.png", picture.master, width_px, height_px, "image/png"))
    return tuple(files)


def _stored(
    parts: Parts, job: ClaimedJob, name: str, data: bytes, width_px: int, height_px: int, media_type: str
) -> AssetFile:
    digest = sha256(data).hexdigest()
    key = f"assets/{job.user_id}/{job.id}/{digest[:16]}-{name}"
    parts.storage.write(key, data)
    return AssetFile(name, width_px, height_px, media_type, len(data), digest, key)


def _record(parts: Parts, job: ClaimedJob, kind: AssetType, picture: Picture, files: tuple[AssetFile, ...]) -> None:
    """Record the asset, its message and the end of the job in one commit, and tell the tabs."""
    asset = NewAsset(
        id=uuid4(),
        user_id=job.user_id,
        session_id=job.session_id,
        job_id=job.id,
        title=job.request.title,
        asset_type=kind.id,
        width_px=kind.main.width_px,
        height_px=kind.main.height_px,
        brief=job.request.brief,
        prompt=job.request.prompt,
        artist=parts.artist.name,
        note=picture.note,
        variant=job.request.variant,
        files=files,
    )
    with parts.database.transaction() as db:
        if not jobs.finish(db, job=job):
            raise _FencedOff
        assets.add_asset(db, asset)
        if job.session_id:
            message = AssetMessage(
                id=uuid4(),
                timestamp=database_now(db),
                job_id=job.id,
                asset_id=asset.id,
                width=asset.width_px,
                height=asset.height_px,
                note=asset.note,
            )
            sessions.replace_generation(
                db, session_id=job.session_id, job_id=job.id, asset_message=message, asset_id=asset.id
            )
    _tell(parts, job, "session")


def _enter_stage(parts: Parts, job: ClaimedJob, stage: JobStage) -> None:
    with parts.database.transaction() as db:
        if not jobs.set_stage(db, job=job, stage=stage):
            raise _FencedOff
    _tell(parts, job, "job")


def _put_back_when_possible(parts: Parts, job: ClaimedJob) -> None:
    """Wait for the database, as long as the lease can last: a short outage should not cost the whole lease."""
    deadline = monotonic() + parts.settings.job_lease_seconds
    while monotonic() < deadline:
        sleep(_LOOK_AGAIN_SECONDS)
        try:
            with parts.database.transaction() as db:
                jobs.put_back(db, job=job, after_seconds=0)
        except ServiceUnavailable:
            continue
        _log.info("Job %s is queued again after an outage.", job.id)
        return


def _retry_or_fail(parts: Parts, job: ClaimedJob, cause: StorageUnavailable | ArtistError) -> None:
    if job.attempt >= MAX_ATTEMPTS:
        _fail(parts, job, cause)
        return
    after_seconds = cause.retry_after_seconds if isinstance(cause, ArtistBusy) else _RETRY_SECONDS
    with parts.database.transaction() as db:
        jobs.put_back(db, job=job, after_seconds=after_seconds)
    _tell(parts, job, "job")


def _fail(parts: Parts, job: ClaimedJob, cause: Exception) -> None:
    with parts.database.transaction() as db:
        jobs.fail(db, job=job, code=_code_of(cause))
    _tell(parts, job, "job")


def _code_of(cause: Exception) -> FailureCode:
    match cause:
        case PromptRefused():
            return FailureCode.REFUSED
        case NoPicture():
            return FailureCode.NO_PICTURE
        case ArtistError():
            return FailureCode.ARTIST_UNAVAILABLE
        case StorageUnavailable():
            return FailureCode.STORAGE_UNAVAILABLE
        case _:
            return FailureCode.INTERNAL


def _tell(parts: Parts, job: ClaimedJob, what: str) -> None:
    if job.session_id:
        parts.hub.publish(job.session_id, {"type": what})


@contextmanager
def _renewed_lease(parts: Parts, job: ClaimedJob) -> Iterator[None]:
    """Put off the end of the lease from a side thread, for five minutes at most: a stuck artist loses its job."""
    lease_seconds = parts.settings.job_lease_seconds
    done = threading.Event()

    def renew() -> None:
        for _ in range(int(_LONGEST_RUN_SECONDS / lease_seconds * 4)):
            if done.wait(lease_seconds / 4):
                return
            try:
                with parts.database.transaction() as db:
                    if not jobs.renew_lease(db, job=job, lease_seconds=lease_seconds):
                        return
            except ServiceUnavailable:
                _log.warning("The lease of job %s could not be renewed.", job.id)

    thread = threading.Thread(target=renew, name=f"lease-{job.id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
