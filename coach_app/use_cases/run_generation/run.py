"""One job from its claim to its end."""

import logging
from dataclasses import replace
from time import monotonic, sleep
from uuid import uuid4

from sqlmodel import Session

from coach_app.database import assets, claimed_jobs, sessions, swept_jobs, versions
from coach_app.database.assets import AssetFile, NewAsset
from coach_app.database.claimed_jobs import ClaimedJob, Failure
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.coach_sessions import AssetMessage
from coach_app.domain.error_sentences import CANCELED_TOO_LATE
from coach_app.domain.errors import (
    ArtistError,
    ImagingFailed,
    NoPicture,
    NotFound,
    ServiceUnavailable,
    SpendingCapReached,
    StorageUnavailable,
)
from coach_app.domain.generation_jobs import FailureCode
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.parts import Parts
from coach_app.use_cases.run_generation.answer import (
    CallsSpent,
    CanceledBeforeCall,
    Resting,
    StagedAnswerGone,
    answer_for,
)
from coach_app.use_cases.run_generation.files import make_files, store_files
from coach_app.use_cases.run_generation.held_job import FencedOff, HeldJob, HeldJobs
from coach_app.use_cases.run_generation.outcomes import (
    artist_failed,
    end,
    fail,
    image_again_or_fail,
    retry_or_fail,
    wait_for_provider,
)
from coach_app.use_cases.run_generation.seen_pictures import ChangedPictureGone, PictureLost

_log = logging.getLogger(__name__)
_LOOK_AGAIN_SECONDS = 0.5
_LOST = {
    CallsSpent: FailureCode.ANSWER_LOST,
    SpendingCapReached: FailureCode.SPENDING_CAP_REACHED,
    ChangedPictureGone: FailureCode.CHANGED_PICTURE_GONE,
    PictureLost: FailureCode.PICTURE_LOST,
}


def run_next_generation(parts: Parts, jobs: HeldJobs) -> bool:
    """Claim one due job and bring it to an end, or back into the queue; False where nothing is due.

    Raises: ServiceUnavailable.
    """
    settings = parts.settings
    if jobs.is_closed:
        return False
    with parts.database.transaction() as db:
        job = claimed_jobs.claim_due(
            db,
            worker_id=jobs.worker_id,
            lease_seconds=settings.job_lease_seconds,
            running_cap=settings.running_cap,
            user_running_cap=settings.user_running_cap,
        )
    if job is None:
        return False
    run_claimed(parts, job, jobs)
    return True


def run_claimed(parts: Parts, job: ClaimedJob, jobs: HeldJobs) -> None:
    """Bring a claimed job to an end, or back into the queue. Raises: ServiceUnavailable."""
    with HeldJob(parts, job, jobs) as held:
        held.tell("job")
        try:
            _draw_or_explain(held)
        except FencedOff:
            _log.info("Job %s is held by another worker now.", job.id)
            with parts.database.transaction() as db:
                swept_jobs.sweep_again(db, job_id=job.id)
        except ServiceUnavailable:
            _put_back_when_possible(held)
            raise


def _draw_or_explain(held: HeldJob) -> None:
    """Draw; whatever goes wrong becomes the job's state. Raises: FencedOff, ServiceUnavailable."""
    try:
        _draw(held)
    except (FencedOff, ServiceUnavailable):
        raise
    except CanceledBeforeCall:
        end(held, lambda db: claimed_jobs.cancel(db, job=held.job))
    except (CallsSpent, SpendingCapReached, ChangedPictureGone, PictureLost) as exc:
        fail(held, Failure(_LOST[type(exc)]))
    except Resting as exc:
        wait_for_provider(held, exc.rest)
    except StorageUnavailable as exc:
        _log.warning("Job %s: storage fails: %s", held.job.id, exc)
        retry_or_fail(held, FailureCode.STORAGE_UNAVAILABLE)
    except ImagingFailed as exc:
        _log.warning("Job %s: imaging fails: %s", held.job.id, exc)
        image_again_or_fail(held)
    except StagedAnswerGone:
        artist_failed(held, NoPicture())
    except ArtistError as exc:
        artist_failed(held, exc)
    # Whatever else breaks in painting or imaging ends this job, with its traceback in the log, and not the worker.
    except Exception:  # noqa: BLE001
        _log.exception("Job %s broke.", held.job.id)
        fail(held, Failure(FailureCode.INTERNAL))


def _draw(held: HeldJob) -> None:
    job = held.job
    if held.seconds_left <= 0 and not (job.upstream_calls or job.staged):
        return fail(held, Failure(FailureCode.EXPIRED))
    kind = asset_type(job.asset_type)
    request = PaintRequest(
        job_id=job.id,
        asset_type=kind,
        brief=job.request.brief,
        prompt=job.request.prompt,
        variant=job.request.variant,
        sizes=kind.drawn_sizes,
        brand=job.request.brand,
    )
    began = monotonic()
    with answer_for(held, request) as answer:
        drawn = monotonic()
        picture = held.artist.picture(request, answer)
        read = monotonic()
        made = make_files(held, kind, picture)
        imaging = monotonic() - read
    stored = store_files(held, made.files)
    _record(held, kind, replace(picture, note=f"{picture.note} {made.note}".strip()), stored)
    times = (drawn - began, imaging, monotonic() - drawn - imaging)
    _log.info("Job %s: drawn in %.3f s, imaged in %.3f s, saved in %.3f s.", job.id, *times)
    return None


def _record(held: HeldJob, kind: AssetType, picture: Picture, files: tuple[AssetFile, ...]) -> None:
    """Record the asset, its message and the end of the job in one commit, and tell the tabs."""
    end(held, lambda db: _recorded(held, db, kind, picture, files))


def _recorded(held: HeldJob, db: Session, kind: AssetType, picture: Picture, files: tuple[AssetFile, ...]) -> bool:
    job = held.job
    # First of all locks, as for a click on Generate. The session may have been deleted since the claim.
    session = _locked(db, held)
    if not claimed_jobs.finish(db, job=job, receipt=picture.receipt):
        return False
    is_late = claimed_jobs.was_canceled_too_late(db, job=job)
    asset = NewAsset(
        id=uuid4(),
        user_id=job.user_id,
        session_id=session.id if session else None,
        job_id=job.id,
        title=job.request.title,
        asset_type=kind.id,
        width_px=kind.main.width_px,
        height_px=kind.main.height_px,
        brief=job.request.brief,
        prompt=job.request.prompt,
        artist=held.artist.name,
        model=picture.receipt.model if picture.receipt else "",
        price_micro_dollars=job.price_micro_dollars,
        note=f"{picture.note} {CANCELED_TOO_LATE}".strip() if is_late else picture.note,
        variant=job.request.variant,
        files=files,
        brand=job.request.snapshot,
        parent_id=versions.hold_parent(db, user_id=job.user_id, asset_id=job.request.parent_asset_id),
    )
    assets.add_asset(db, asset)
    if session:
        message = AssetMessage(
            id=uuid4(),
            timestamp=session.locked_at,
            job_id=job.id,
            asset_id=asset.id,
            width=asset.width_px,
            height=asset.height_px,
            note=asset.note,
        )
        sessions.replace_generation(db, session_id=session.id, job_id=job.id, asset_message=message, asset_id=asset.id)
        if asset.parent_id:
            changes = {"session_id": session.id, "job_id": job.id, "asset_id": asset.id, "parent_id": asset.parent_id}
            versions.pass_on(db, **changes)
    return True


def _locked(db: Session, held: HeldJob) -> LockedSession | None:
    """Lock the job's session, if it is still there."""
    if held.job.session_id is None:
        return None
    try:
        return sessions.lock_session(db, user_id=held.job.user_id, session_id=held.job.session_id)
    except NotFound:
        return None


def _put_back_when_possible(held: HeldJob) -> None:
    """Wait for the database, as long as the lease can last: a short outage should not cost the whole lease."""
    deadline = monotonic() + held.parts.settings.job_lease_seconds
    while monotonic() < deadline:
        sleep(_LOOK_AGAIN_SECONDS)
        try:
            # Where the commit was lost only for us, the job has ended and nothing changes.
            return held.release()
        except FencedOff:
            return None
        except ServiceUnavailable:
            continue
    return None
