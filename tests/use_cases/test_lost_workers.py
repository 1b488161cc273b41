"""Workers, storage and databases that go away in mid-job: what the rows say afterwards."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from coach_app.database import assets, claimed_jobs
from coach_app.database.claimed_jobs import Call
from coach_app.domain.asset_types import AssetType
from coach_app.domain.errors import ArtistUnavailable, ServiceUnavailable, StorageUnavailable
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.domain.ports import Imaging, MadeFiles, PaintRequest, Picture, Stamp, Storage
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.run_generation import HeldJobs, run_next_generation
from tests.use_cases.generating import (
    artist_raising,
    claimed_now,
    end_lease,
    job_of,
    ledger_of,
    make_due,
    requested,
)
from tests.working_parts import FlatArtist, draw_next

MakeParts = Callable[..., Parts]


def test_a_short_outage_of_the_database_does_not_cost_the_lease(make_parts: MakeParts) -> None:
    def lose_the_database(request: PaintRequest) -> None:
        if len(artist.painted) == 1:
            raise ServiceUnavailable

    artist = FlatArtist(lose_the_database)
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    with pytest.raises(ServiceUnavailable):
        draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED
    assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def test_a_job_whose_worker_is_gone_runs_again_and_gives_one_asset(make_parts: MakeParts) -> None:
    parts = make_parts()
    user_id, session_id, job_id = requested(parts)
    with parts.database.transaction() as db:
        lost = claimed_now(db)
    assert lost is not None
    assert not draw_next(parts)
    end_lease(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    with parts.database.transaction() as db:
        assert len(assets.session_assets(db, user_id=user_id, session_id=session_id)) == 1
        assert not claimed_jobs.finish(db, job=lost)


def test_a_worker_that_comes_back_too_late_changes_nothing(make_parts: MakeParts) -> None:
    def lose_the_job(request: PaintRequest) -> None:
        if len(artist.painted) == 1:
            end_lease(parts, request.job_id)
            reconcile(parts)
            assert draw_next(parts)

    artist = FlatArtist(lose_the_job)
    parts = make_parts(artist=artist)
    user_id, session_id, job_id = requested(parts)
    assert draw_next(parts)
    assert len(artist.painted) == 2
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        assert len(assets.session_assets(db, user_id=user_id, session_id=session_id)) == 1


def test_a_job_lost_three_times_fails_with_a_reason(parts: Parts) -> None:
    user_id, _, job_id = requested(parts)
    for _ in range(3):
        with parts.database.transaction() as db:
            assert claimed_now(db)
        end_lease(parts, job_id)
        reconcile(parts)
    job = job_of(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, FailureCode.WORKER_LOST)


def test_the_row_itself_allows_two_calls(parts: Parts) -> None:
    requested(parts)
    calls = []
    for _ in range(3):
        with parts.database.transaction() as db:
            job = claimed_now(db)
            assert job is not None
            calls.append(claimed_jobs.begin_call(db, job=job))
            claimed_jobs.put_back(db, job=job, after_seconds=0)
    assert calls == [Call.BEGUN, Call.BEGUN, Call.SPENT]


def test_a_long_paint_keeps_its_lease(make_parts: MakeParts) -> None:
    def outlast_the_lease(request: PaintRequest) -> None:
        time.sleep(2.5)
        reconcile(parts)

    artist = FlatArtist(outlast_the_lease)
    parts = make_parts(artist=artist, job_lease_seconds=2)
    user_id, _, job_id = requested(parts)
    draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert len(artist.painted) == 1


def test_a_crash_after_the_answer_makes_no_second_call(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)

    class Crash(BaseException):
        pass

    def crash(_: UUID, __: object) -> None:
        raise Crash

    hub = parts.hub
    broken = replace(parts, hub=_HubThatBreaks(crash, after=1))
    with pytest.raises(Crash):
        draw_next(broken)
    assert broken.hub is not hub
    end_lease(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    assert (job_of(parts, user_id, job_id).status, len(artist.painted)) == (JobStatus.SUCCEEDED, 1)


@dataclass
class _HubThatBreaks:
    """Publishing is what follows each commit: it breaks after so many."""

    breaks: Callable[[UUID, object], None]
    after: int

    def publish(self, session_id: UUID, event: Mapping[str, object]) -> None:
        self.after -= 1
        if self.after < 0:
            self.breaks(session_id, event)


def test_storage_that_is_away_is_waited_for_without_a_second_call(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    assert draw_next(replace(parts, storage=_FlakyStorage(parts.storage, failures=2)))
    assert (job_of(parts, user_id, job_id).status, len(artist.painted)) == (JobStatus.SUCCEEDED, 1)


def test_an_answer_is_staged_while_its_files_are_made(make_parts: MakeParts) -> None:
    parts = make_parts(artist=FlatArtist())
    user_id, _, job_id = requested(parts)
    written: list[str] = []
    has_begun = threading.Event()
    storage = _StorageThatWaits(parts.storage, has_begun, written)
    assert draw_next(replace(parts, storage=storage, imaging=_ImagingThatTells(parts.imaging, has_begun)))
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert ["/answer-" in key for key in written] == [True] + [False] * (len(written) - 1)
    assert len(written) > 1


@dataclass
class _StorageThatWaits:
    """Takes nothing before the event."""

    inner: Storage
    event: threading.Event
    written: list[str]

    def write(self, files: Mapping[str, bytes]) -> None:
        assert self.event.wait(10)
        self.written += files
        self.inner.write(files)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.inner, name)


@dataclass
class _ImagingThatTells:
    """Sets the event when it begins."""

    inner: Imaging
    event: threading.Event

    def make_files(self, picture: Picture, asset_type: AssetType, stamp: Stamp | None = None) -> MadeFiles:
        self.event.set()
        return self.inner.make_files(picture, asset_type, stamp)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.inner, name)


def test_storage_that_lies_is_not_believed(make_parts: MakeParts) -> None:
    parts = make_parts()
    user_id, _, job_id = requested(parts)
    assert draw_next(replace(parts, storage=_LyingStorage(parts.storage)))
    assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED
    make_due(parts, job_id)
    assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED


@dataclass
class _FlakyStorage:
    """Is away for the first so many writes."""

    inner: Storage
    failures: int

    def write(self, files: Mapping[str, bytes]) -> None:
        self.failures -= 1
        if self.failures >= 0:
            raise StorageUnavailable
        self.inner.write(files)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.inner, name)


@dataclass
class _LyingStorage:
    """Stores another byte at the end of assets."""

    inner: Storage

    def write(self, files: Mapping[str, bytes]) -> None:
        is_answer = any("/answer-" in key for key in files)
        self.inner.write(files if is_answer else {key: data[:-1] + b"?" for key, data in files.items()})

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.inner, name)


def test_what_waited_past_its_deadline_fails_and_is_released(parts: Parts) -> None:
    user_id, _, job_id = requested(parts)
    _pass_deadline(parts, job_id)
    reconcile(parts)
    assert job_of(parts, user_id, job_id).error_code == FailureCode.EXPIRED
    assert ledger_of(parts, job_id) == ["reserve", "release"]


def test_what_was_called_for_runs_to_its_end_past_the_deadline(make_parts: MakeParts) -> None:
    artist = artist_raising(ArtistUnavailable(was_taken=True))
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    draw_next(parts)
    artist.before = lambda _: None
    _pass_deadline(parts, job_id)
    make_due(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def _pass_deadline(parts: Parts, job_id: UUID) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE generation_jobs SET deadline_at = now() WHERE id = :id"), {"id": job_id})


def test_an_ended_job_stays_as_it_ended(parts: Parts) -> None:
    _, _, job_id = requested(parts)
    draw_next(parts)
    for change in ("status = 'queued', finished_at = NULL", "attempt = 7", "error_code = 'internal'"):
        with pytest.raises(IntegrityError, match="has ended"), parts.database.transaction() as db:
            db.connection().execute(text(f"UPDATE generation_jobs SET {change} WHERE id = :id"), {"id": job_id})


def test_a_released_job_is_drawn_by_the_next_worker(make_parts: MakeParts) -> None:
    held = HeldJobs(uuid4())
    artist = FlatArtist(lambda _: held.release_all() if len(artist.painted) == 1 else None)
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    run_next_generation(parts, held)
    assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED
    # What the first worker spooled before it was gone is taken up: nobody is called again.
    assert draw_next(parts)
    assert (job_of(parts, user_id, job_id).status, len(artist.painted)) == (JobStatus.SUCCEEDED, 1)
    held.close()
    assert not run_next_generation(parts, held)
