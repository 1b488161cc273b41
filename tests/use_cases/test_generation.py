"""From the click to the asset: what a second click, a crash, a failure and a lost worker leave in the rows."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from coach_app.database import assets, claimed_jobs, jobs, sessions
from coach_app.database.claimed_jobs import ClaimedJob
from coach_app.domain.coach_sessions import AssetMessage, GenerationMessage
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistUnavailable,
    BriefNotReady,
    GenerationUnderWay,
    InvalidInput,
    KeyReused,
    NoPicture,
    NotFound,
    PromptRefused,
    QueueFull,
    QuotaReached,
    ServiceUnavailable,
    StorageUnavailable,
)
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.domain.ports import PaintRequest, Storage
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.delete_asset import delete_asset
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.use_cases.run_generation import HeldJobs, run_next_generation
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_session import start_session
from tests.working_parts import FlatArtist, draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]


def _job(parts: Parts, user_id: UUID, job_id: UUID) -> jobs.JobRecord:
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
    assert job is not None
    return job


def _session(parts: Parts, user_id: UUID, session_id: UUID) -> sessions.SessionRecord:
    with parts.database.transaction() as db:
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
    assert session is not None
    return session


def _requested(parts: Parts, asset_type: str = "twitch_emote") -> tuple[UUID, UUID, UUID]:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id, asset_type)
    job_id = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click").job_id
    return user_id, session_id, job_id


def _claimed(db: Session) -> ClaimedJob | None:
    return claimed_jobs.claim_due(db, lease_seconds=60, running_cap=100, user_running_cap=100)


def _end_lease(parts: Parts, job_id: UUID) -> None:
    with parts.database.transaction() as db:
        statement = text("UPDATE generation_jobs SET lease_expires_at = now() - interval '1 second' WHERE id = :id")
        db.connection().execute(statement, {"id": job_id})


@pytest.mark.parametrize(
    ("asset_type", "size", "names"),
    [
        ("twitch_emote", (112, 112), ["112.png", "56.png", "28.png", "preview.webp", "thumb.webp", "master.png"]),
        ("youtube_thumbnail", (1280, 720), ["1280x720.jpg", "preview.webp", "thumb.webp", "master.png"]),
    ],
)
def test_a_click_becomes_one_asset_with_its_files(
    parts: Parts, asset_type: str, size: tuple[int, int], names: list[str]
) -> None:
    user_id, session_id, job_id = _requested(parts, asset_type)
    assert draw_next(parts)
    job = _job(parts, user_id, job_id)
    assert job.status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        found = assets.session_assets(db, user_id=user_id, session_id=session_id)
    assert [asset.id for asset in found] == [job.asset_id]
    assert (found[0].width_px, found[0].height_px) == size
    assert [file.name for file in found[0].files] == names
    for file in found[0].files:
        assert sum(map(len, parts.storage.read(file.key))) == file.bytes


def test_the_asset_takes_the_place_of_the_generation_in_the_thread(parts: Parts) -> None:
    user_id, session_id, job_id = _requested(parts)
    before = _session(parts, user_id, session_id).messages
    assert [type(message) for message in before] == [GenerationMessage]
    draw_next(parts)
    session = _session(parts, user_id, session_id)
    (message,) = session.messages
    assert isinstance(message, AssetMessage)
    assert (message.job_id, message.width, message.height) == (job_id, 112, 112)
    assert session.has_assets


def test_a_repeated_click_is_the_same_job_even_after_its_end(parts: Parts) -> None:
    user_id, session_id, job_id = _requested(parts)
    draw_next(parts)
    again = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    assert (again.job_id, again.is_new) == (job_id, False)
    assert not draw_next(parts)


def test_a_second_click_is_told_of_the_job_under_way(parts: Parts) -> None:
    user_id, session_id, job_id = _requested(parts)
    with pytest.raises(GenerationUnderWay) as caught:
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="other click")
    assert caught.value.job_id == job_id
    assert len(_session(parts, user_id, session_id).messages) == 1


def test_a_key_of_another_session_is_refused(parts: Parts) -> None:
    user_id, _, _ = _requested(parts)
    other_id = ready_session(parts, user_id)
    with pytest.raises(KeyReused):
        request_generation(parts, user_id=user_id, session_id=other_id, idempotency_key="click")


def test_a_short_outage_of_the_database_does_not_cost_the_lease(make_parts: MakeParts) -> None:
    def lose_the_database(request: PaintRequest) -> None:
        if len(artist.painted) == 1:
            raise ServiceUnavailable

    artist = FlatArtist(lose_the_database)
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    with pytest.raises(ServiceUnavailable):
        draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    assert draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def test_generating_the_same_brief_again_asks_for_another_variant(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, session_id, _ = _requested(parts)
    draw_next(parts)
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="again")
    draw_next(parts)
    assert [request.variant for request in artist.painted] == [0, 1]


def test_a_job_keeps_the_brief_of_its_click(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, session_id, _ = _requested(parts)
    edit_brief(parts, user_id=user_id, session_id=session_id, slot="subject", value="cat")
    draw_next(parts)
    assert artist.painted[0].brief.subject == "axolotl"


def test_without_enough_in_the_brief_nothing_is_created(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = start_session(parts, user_id=user_id, asset_type="twitch_emote")
    with pytest.raises(BriefNotReady) as caught:
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    assert caught.value.missing
    assert _session(parts, user_id, session_id).messages == ()


def test_somebody_elses_session_and_job_are_not_found(parts: Parts) -> None:
    _, session_id, job_id = _requested(parts)
    stranger = new_guest(parts)
    with pytest.raises(NotFound):
        request_generation(parts, user_id=stranger, session_id=session_id, idempotency_key="x")
    with pytest.raises(NotFound):
        retry_generation(parts, user_id=stranger, job_id=job_id, idempotency_key="x")


@pytest.mark.parametrize("key", ["", "x" * 201, "a\nb"])
def test_an_unusable_idempotency_key_is_refused(parts: Parts, key: str) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with pytest.raises(InvalidInput):
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=key)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PromptRefused(), FailureCode.REFUSED),
        (ZeroDivisionError(), FailureCode.INTERNAL),
    ],
)
def test_an_artist_that_gives_no_picture_fails_the_job_at_once(
    make_parts: MakeParts, error: Exception, code: FailureCode
) -> None:
    parts = make_parts(artist=_artist_raising(error))
    user_id, session_id, job_id = _requested(parts)
    draw_next(parts)
    job = _job(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, code)
    retried = retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="retry")
    assert retried.is_new
    assert len(_session(parts, user_id, session_id).messages) == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [(NoPicture(), FailureCode.NO_PICTURE), (ArtistUnavailable(was_taken=True), FailureCode.ANSWER_LOST)],
)
def test_an_artist_whose_answer_is_unusable_is_called_twice(
    make_parts: MakeParts, error: Exception, code: FailureCode
) -> None:
    artist = _artist_raising(error)
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    for _ in range(2):
        _make_due(parts, job_id)
        assert draw_next(parts)
    job = _job(parts, user_id, job_id)
    assert (job.status, job.error_code, len(artist.painted)) == (JobStatus.FAILED, code, 2)


def test_calls_that_were_not_taken_are_not_counted(make_parts: MakeParts) -> None:
    artist = _artist_raising(ArtistUnavailable(was_taken=False))
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    for _ in range(5):
        _make_due(parts, job_id)
        assert draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    artist.before = lambda _: None
    _make_due(parts, job_id)
    assert draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def test_a_busy_artist_is_asked_again_when_it_said(make_parts: MakeParts) -> None:
    parts = make_parts(artist=_artist_raising(ArtistBusy(retry_after_seconds=60)))
    user_id, _, job_id = _requested(parts)
    draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    assert not draw_next(parts)


def test_a_job_whose_worker_is_gone_runs_again_and_gives_one_asset(make_parts: MakeParts) -> None:
    parts = make_parts()
    user_id, session_id, job_id = _requested(parts)
    with parts.database.transaction() as db:
        lost = _claimed(db)
    assert lost is not None
    assert not draw_next(parts)
    _end_lease(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    with parts.database.transaction() as db:
        assert len(assets.session_assets(db, user_id=user_id, session_id=session_id)) == 1
        assert not claimed_jobs.finish(db, job=lost)


def test_a_worker_that_comes_back_too_late_changes_nothing(make_parts: MakeParts) -> None:
    def lose_the_job(request: PaintRequest) -> None:
        if len(artist.painted) == 1:
            _end_lease(parts, request.job_id)
            reconcile(parts)
            assert draw_next(parts)

    artist = FlatArtist(lose_the_job)
    parts = make_parts(artist=artist)
    user_id, session_id, job_id = _requested(parts)
    assert draw_next(parts)
    assert len(artist.painted) == 2
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        assert len(assets.session_assets(db, user_id=user_id, session_id=session_id)) == 1


def test_a_job_lost_three_times_fails_with_a_reason(parts: Parts) -> None:
    user_id, _, job_id = _requested(parts)
    for _ in range(3):
        with parts.database.transaction() as db:
            assert _claimed(db)
        _end_lease(parts, job_id)
        reconcile(parts)
    job = _job(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, FailureCode.WORKER_LOST)


def test_a_long_paint_keeps_its_lease(make_parts: MakeParts) -> None:
    def outlast_the_lease(request: PaintRequest) -> None:
        time.sleep(2.5)
        reconcile(parts)

    artist = FlatArtist(outlast_the_lease)
    parts = make_parts(artist=artist, job_lease_seconds=2)
    user_id, _, job_id = _requested(parts)
    draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert len(artist.painted) == 1


def test_two_workers_never_claim_the_same_job(make_parts: MakeParts) -> None:
    parts = make_parts(user_waiting_cap=8)
    user_id = new_guest(parts)
    wanted = set()
    for number in range(8):
        session_id = ready_session(parts, user_id)
        wanted.add(
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(number)).job_id
        )

    def claim(_: int) -> UUID | None:
        with parts.database.transaction() as db:
            job = _claimed(db)
        return job.id if job else None

    with ThreadPoolExecutor(8) as pool:
        claimed = [job_id for job_id in pool.map(claim, range(24)) if job_id]
    assert len(claimed) == len(set(claimed)) == 8
    assert set(claimed) == wanted


def _ledger(parts: Parts, job_id: UUID) -> list[str]:
    with parts.database.transaction() as db:
        query = text("SELECT kind FROM generation_ledger WHERE job_id = :id ORDER BY created_at, kind DESC")
        return [row.kind for row in db.connection().execute(query, {"id": job_id})]


def test_a_picture_captures_and_a_failure_releases(make_parts: MakeParts) -> None:
    parts = make_parts()
    _, _, job_id = _requested(parts)
    assert _ledger(parts, job_id) == ["reserve"]
    draw_next(parts)
    assert _ledger(parts, job_id) == ["reserve", "capture"]
    parts = make_parts(artist=_artist_raising(PromptRefused()))
    _, _, job_id = _requested(parts)
    draw_next(parts)
    assert _ledger(parts, job_id) == ["reserve", "release"]


def test_canceling_what_waits_releases_it(parts: Parts) -> None:
    user_id, _, job_id = _requested(parts)
    assert cancel_generation(parts, user_id=user_id, job_id=job_id).status == JobStatus.CANCELED
    assert _ledger(parts, job_id) == ["reserve", "release"]
    assert not draw_next(parts)
    # Once more changes nothing.
    assert cancel_generation(parts, user_id=user_id, job_id=job_id).status == JobStatus.CANCELED


def test_canceling_after_the_claim_and_before_the_call_makes_no_call(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    with parts.database.transaction() as db:
        claimed = _claimed(db)
    assert claimed is not None
    assert cancel_generation(parts, user_id=user_id, job_id=job_id).is_cancel_requested
    _end_lease(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    assert (_job(parts, user_id, job_id).status, artist.painted) == (JobStatus.CANCELED, [])


def test_canceling_after_the_call_keeps_the_picture(make_parts: MakeParts) -> None:
    def cancel(request: PaintRequest) -> None:
        cancel_generation(parts, user_id=user_id, job_id=request.job_id)

    artist = FlatArtist(cancel)
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert _ledger(parts, job_id) == ["reserve", "capture"]


def test_a_strangers_job_cannot_be_canceled(parts: Parts) -> None:
    user_id, _, job_id = _requested(parts)
    with pytest.raises(NotFound):
        cancel_generation(parts, user_id=new_guest(parts), job_id=job_id)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED


def test_deleting_a_session_cancels_its_job_and_keeps_its_pictures(parts: Parts) -> None:
    user_id, session_id, first = _requested(parts)
    draw_next(parts)
    second = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="2").job_id
    delete_session(parts, user_id=user_id, session_id=session_id)
    assert _job(parts, user_id, second).status == JobStatus.CANCELED
    with parts.database.transaction() as db:
        (kept,) = assets.newest_assets(db, user_id=user_id, limit=5)
    assert (kept.job_id, kept.session_id) == (first, None)
    with pytest.raises(NotFound):
        delete_session(parts, user_id=user_id, session_id=session_id)


def test_a_session_deleted_while_it_is_drawn_for_leaves_the_picture(make_parts: MakeParts) -> None:
    artist = FlatArtist(lambda _: delete_session(parts, user_id=user_id, session_id=session_id))
    parts = make_parts(artist=artist)
    user_id, session_id, job_id = _requested(parts)
    draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        (kept,) = assets.newest_assets(db, user_id=user_id, limit=5)
    assert kept.session_id is None


def test_a_deleted_picture_leaves_the_list_and_storage(parts: Parts) -> None:
    user_id, session_id, job_id = _requested(parts)
    draw_next(parts)
    _sweep_now(parts)
    folder = f"assets/{user_id}/{job_id}/"
    assert len(list(parts.storage.keys(folder))) == 6
    asset_id = _job(parts, user_id, job_id).asset_id
    assert asset_id is not None
    with pytest.raises(NotFound):
        delete_asset(parts, user_id=new_guest(parts), asset_id=asset_id)
    delete_asset(parts, user_id=user_id, asset_id=asset_id)
    session = _session(parts, user_id, session_id)
    assert not session.has_assets
    assert isinstance(session.messages[0], AssetMessage)
    _sweep_now(parts)
    assert list(parts.storage.keys(folder)) == []


def test_staging_and_spool_are_empty_after_the_end(parts: Parts) -> None:
    _, _, job_id = _requested(parts)
    draw_next(parts)
    assert parts.spool.read(job_id) is None
    assert list(parts.storage.keys(f"staging/{job_id}/")) != []
    _sweep_now(parts)
    assert list(parts.storage.keys(f"staging/{job_id}/")) == []


def _sweep_now(parts: Parts) -> None:
    """Let the grace pass: an ended job cannot be changed, so the lease is made to be over."""
    at_once = replace(parts, settings=parts.settings.model_copy(update={"job_lease_seconds": 0}))
    reconcile(at_once)


def test_a_crash_after_the_answer_makes_no_second_call(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)

    class Crash(BaseException):
        pass

    def crash(_: UUID, __: object) -> None:
        raise Crash

    hub = parts.hub
    broken = replace(parts, hub=_HubThatBreaks(crash, after=1))
    with pytest.raises(Crash):
        draw_next(broken)
    assert broken.hub is not hub
    _end_lease(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    assert (_job(parts, user_id, job_id).status, len(artist.painted)) == (JobStatus.SUCCEEDED, 1)


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
    user_id, _, job_id = _requested(parts)
    assert draw_next(replace(parts, storage=_FlakyStorage(parts.storage, failures=2)))
    assert (_job(parts, user_id, job_id).status, len(artist.painted)) == (JobStatus.SUCCEEDED, 1)


def test_storage_that_lies_is_not_believed(make_parts: MakeParts) -> None:
    parts = make_parts()
    user_id, _, job_id = _requested(parts)
    assert draw_next(replace(parts, storage=_LyingStorage(parts.storage)))
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    _make_due(parts, job_id)
    assert draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED


@dataclass
class _FlakyStorage:
    """Is away for the first so many writes."""

    inner: Storage
    failures: int

    def write(self, key: str, data: bytes) -> None:
        self.failures -= 1
        if self.failures >= 0:
            raise StorageUnavailable
        self.inner.write(key, data)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.inner, name)


@dataclass
class _LyingStorage:
    """Stores another byte at the end of assets."""

    inner: Storage

    def write(self, key: str, data: bytes) -> None:
        self.inner.write(key, data[:-1] + b"?" if key.startswith("assets/") else data)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.inner, name)


def test_what_waited_past_its_deadline_fails_and_is_released(parts: Parts) -> None:
    user_id, _, job_id = _requested(parts)
    _pass_deadline(parts, job_id)
    reconcile(parts)
    assert _job(parts, user_id, job_id).error_code == FailureCode.EXPIRED
    assert _ledger(parts, job_id) == ["reserve", "release"]


def test_what_was_called_for_runs_to_its_end_past_the_deadline(make_parts: MakeParts) -> None:
    artist = _artist_raising(ArtistUnavailable(was_taken=True))
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    draw_next(parts)
    artist.before = lambda _: None
    _pass_deadline(parts, job_id)
    _make_due(parts, job_id)
    reconcile(parts)
    assert draw_next(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def _pass_deadline(parts: Parts, job_id: UUID) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE generation_jobs SET deadline_at = now() WHERE id = :id"), {"id": job_id})


def test_an_ended_job_stays_as_it_ended(parts: Parts) -> None:
    _, _, job_id = _requested(parts)
    draw_next(parts)
    for change in ("status = 'queued', finished_at = NULL", "attempt = 7", "error_code = 'internal'"):
        with pytest.raises(IntegrityError, match="has ended"), parts.database.transaction() as db:
            db.connection().execute(text(f"UPDATE generation_jobs SET {change} WHERE id = :id"), {"id": job_id})


def test_the_same_key_with_other_options_is_refused(parts: Parts) -> None:
    user_id, session_id, _ = _requested(parts)
    with pytest.raises(KeyReused):
        request_generation(
            parts, user_id=user_id, session_id=session_id, idempotency_key="click", options={"logo_type": "icon"}
        )


def test_as_many_wait_as_fit_and_no_more(make_parts: MakeParts) -> None:
    parts = make_parts(user_waiting_cap=1)
    user_id, _, _ = _requested(parts)
    with pytest.raises(QueueFull):
        request_generation(parts, user_id=user_id, session_id=ready_session(parts, user_id), idempotency_key="another")


def test_the_day_holds_so_many_pictures(make_parts: MakeParts) -> None:
    parts = make_parts(user_daily_quota=1)
    user_id, session_id, _ = _requested(parts)
    draw_next(parts)
    with pytest.raises(QuotaReached):
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="another")


def test_the_running_caps_hold(make_parts: MakeParts) -> None:
    parts = make_parts()
    heavy, light = new_guest(parts), new_guest(parts)
    for user_id, count in ((heavy, 3), (light, 1)):
        for _ in range(count):
            session_id = ready_session(parts, user_id)
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(session_id))

    def claim(**caps: int) -> UUID | None:
        with parts.database.transaction() as db:
            job = claimed_jobs.claim_due(db, lease_seconds=60, **caps)
        return job.user_id if job else None

    assert claim(running_cap=9, user_running_cap=2) == heavy
    assert claim(running_cap=1, user_running_cap=2) is None
    # Who has nothing running comes before who asked first.
    assert claim(running_cap=9, user_running_cap=2) == light
    assert claim(running_cap=9, user_running_cap=2) == heavy
    assert claim(running_cap=9, user_running_cap=2) is None


def test_a_released_job_is_drawn_by_the_next_worker(make_parts: MakeParts) -> None:
    held = HeldJobs()
    artist = FlatArtist(lambda _: held.release_all() if len(artist.painted) == 1 else None)
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    run_next_generation(parts, held)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    # What the first worker spooled before it was gone is taken up: nobody is called again.
    assert draw_next(parts)
    assert (_job(parts, user_id, job_id).status, len(artist.painted)) == (JobStatus.SUCCEEDED, 1)
    held.close()
    assert not run_next_generation(parts, held)


def test_idle_sessions_expire_and_a_message_reopens_them(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = start_session(parts, user_id=user_id, asset_type="twitch_emote")
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE coach_sessions SET updated_at = now() - interval '25 hours'"))
    reconcile(parts)
    session = _session(parts, user_id, session_id)
    assert session.status == "expired"
    assert session.ended_at is not None
    accept_message(parts, user_id=user_id, session_id=session_id, text="still there?")
    session = _session(parts, user_id, session_id)
    assert session.status == "active"
    assert session.ended_at is None


def _artist_raising(error: Exception) -> FlatArtist:
    def fail(_: PaintRequest) -> None:
        raise error

    return FlatArtist(fail)


def _make_due(parts: Parts, job_id: UUID) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE generation_jobs SET next_run_at = now() WHERE id = :id"), {"id": job_id})
