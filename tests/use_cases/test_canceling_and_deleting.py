"""What is left of a job that is canceled, and of a session or a picture that is deleted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach_app.database import assets
from coach_app.domain.coach_sessions import AssetMessage
from coach_app.domain.error_sentences import CANCELED_TOO_LATE
from coach_app.domain.errors import (
    NotFound,
)
from coach_app.domain.generation_jobs import JobStatus, job_folder
from coach_app.domain.ports import PaintRequest
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.delete_asset import delete_asset
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation
from tests.use_cases.generating import claimed_now, end_lease, job_of, ledger_of, requested, session_of
from tests.working_parts import FlatArtist, draw_next, new_guest

MakeParts = Callable[..., Parts]


def test_canceling_what_waits_releases_it(parts: Parts) -> None:
    user_id, _, job_id = requested(parts)
    assert cancel_generation(parts, user_id=user_id, job_id=job_id).status == JobStatus.CANCELED
    assert ledger_of(parts, job_id) == ["reserve", "release"]
    assert not draw_next(parts)
    # Once more changes nothing.
    assert cancel_generation(parts, user_id=user_id, job_id=job_id).status == JobStatus.CANCELED


def test_canceling_after_the_claim_and_before_the_call_makes_no_call(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    with parts.database.transaction() as db:
        claimed = claimed_now(db)
    assert claimed is not None
    assert cancel_generation(parts, user_id=user_id, job_id=job_id).is_cancel_requested
    end_lease(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    assert (job_of(parts, user_id, job_id).status, artist.painted) == (JobStatus.CANCELED, [])


def test_canceling_after_the_call_keeps_the_picture(make_parts: MakeParts) -> None:
    def cancel(request: PaintRequest) -> None:
        cancel_generation(parts, user_id=user_id, job_id=request.job_id)

    artist = FlatArtist(cancel)
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert ledger_of(parts, job_id) == ["reserve", "capture"]
    with parts.database.transaction() as db:
        (asset,) = assets.newest_assets(db, user_id=user_id, limit=1)
    assert asset.note == CANCELED_TOO_LATE


def test_a_strangers_job_cannot_be_canceled(parts: Parts) -> None:
    user_id, _, job_id = requested(parts)
    with pytest.raises(NotFound):
        cancel_generation(parts, user_id=new_guest(parts), job_id=job_id)
    assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED


def test_deleting_a_session_cancels_its_job_and_keeps_its_pictures(parts: Parts) -> None:
    user_id, session_id, first = requested(parts)
    draw_next(parts)
    second = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="2").job_id
    delete_session(parts, user_id=user_id, session_id=session_id)
    assert job_of(parts, user_id, second).status == JobStatus.CANCELED
    with parts.database.transaction() as db:
        (kept,) = assets.newest_assets(db, user_id=user_id, limit=5)
    assert (kept.job_id, kept.session_id) == (first, None)
    with pytest.raises(NotFound):
        delete_session(parts, user_id=user_id, session_id=session_id)


def test_a_session_deleted_while_it_is_drawn_for_leaves_the_picture(make_parts: MakeParts) -> None:
    artist = FlatArtist(lambda _: delete_session(parts, user_id=user_id, session_id=session_id))
    parts = make_parts(artist=artist)
    user_id, session_id, job_id = requested(parts)
    draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        (kept,) = assets.newest_assets(db, user_id=user_id, limit=5)
    assert kept.session_id is None


def test_a_deleted_picture_leaves_the_list_and_storage(parts: Parts) -> None:
    user_id, session_id, job_id = requested(parts)
    draw_next(parts)
    _sweep_now(parts)
    folder = job_folder(user_id, job_id)
    asset_id = job_of(parts, user_id, job_id).asset_id
    assert asset_id is not None
    with parts.database.transaction() as db:
        (asset,) = assets.newest_assets(db, user_id=user_id, limit=5)
    assert sorted(parts.storage.keys(folder)) == sorted(file.key for file in asset.files)
    with pytest.raises(NotFound):
        delete_asset(parts, user_id=new_guest(parts), asset_id=asset_id)
    delete_asset(parts, user_id=user_id, asset_id=asset_id)
    session = session_of(parts, user_id, session_id)
    assert not session.has_assets
    assert isinstance(session.messages[0], AssetMessage)
    _sweep_now(parts)
    assert list(parts.storage.keys(folder)) == []


def test_only_the_files_are_left_after_the_end(parts: Parts) -> None:
    user_id, _, job_id = requested(parts)
    draw_next(parts)
    folder = job_folder(user_id, job_id)
    # As a worker leaves it that is killed while it writes.
    parts.storage.write({f"{folder}112.png.0123.part": b"half a pic"})
    assert parts.spool.read(job_id) is None
    assert any("answer-1" in key for key in parts.storage.keys(folder))
    _sweep_now(parts)
    with parts.database.transaction() as db:
        (asset,) = assets.newest_assets(db, user_id=user_id, limit=5)
    assert sorted(parts.storage.keys(folder)) == sorted(file.key for file in asset.files)


def _sweep_now(parts: Parts) -> None:
    """Let the grace pass: an ended job cannot be changed, so the lease is made to be over."""
    at_once = replace(parts, settings=parts.settings.model_copy(update={"job_lease_seconds": 0}))
    reconcile(at_once)
