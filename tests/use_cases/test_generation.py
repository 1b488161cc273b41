"""From the click to the asset: what a second click, a crash, a failure and a lost worker leave in the rows."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import text

from coach_app.database import assets, jobs, sessions
from coach_app.domain.coach_sessions import AssetMessage, GenerationMessage
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistUnavailable,
    BriefNotReady,
    InvalidInput,
    NoPicture,
    NotFound,
    PromptRefused,
    ServiceUnavailable,
)
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.domain.ports import PaintRequest
from coach_app.parts import Parts
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.use_cases.run_generation import run_next_generation
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_session import start_session
from tests.working_parts import FlatArtist, new_guest, ready_session

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
    assert run_next_generation(parts)
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
    run_next_generation(parts)
    session = _session(parts, user_id, session_id)
    (message,) = session.messages
    assert isinstance(message, AssetMessage)
    assert (message.job_id, message.width, message.height) == (job_id, 112, 112)
    assert session.has_assets


def test_a_repeated_click_is_the_same_job_even_after_its_end(parts: Parts) -> None:
    user_id, session_id, job_id = _requested(parts)
    run_next_generation(parts)
    again = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    assert (again.job_id, again.is_new) == (job_id, False)
    assert not run_next_generation(parts)


def test_a_second_click_attaches_to_the_running_job(parts: Parts) -> None:
    user_id, session_id, job_id = _requested(parts)
    second = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="other click")
    assert (second.job_id, second.is_new) == (job_id, False)
    assert len(_session(parts, user_id, session_id).messages) == 1


def test_a_key_of_another_session_is_refused(parts: Parts) -> None:
    user_id, _, _ = _requested(parts)
    other_id = ready_session(parts, user_id)
    with pytest.raises(InvalidInput, match="another session"):
        request_generation(parts, user_id=user_id, session_id=other_id, idempotency_key="click")


def test_a_short_outage_of_the_database_does_not_cost_the_lease(make_parts: MakeParts) -> None:
    def lose_the_database(request: PaintRequest) -> None:
        if len(artist.painted) == 1:
            raise ServiceUnavailable

    artist = FlatArtist(lose_the_database)
    parts = make_parts(artist=artist)
    user_id, _, job_id = _requested(parts)
    with pytest.raises(ServiceUnavailable):
        run_next_generation(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    assert run_next_generation(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def test_generating_the_same_brief_again_asks_for_another_variant(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, session_id, _ = _requested(parts)
    run_next_generation(parts)
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="again")
    run_next_generation(parts)
    assert [request.variant for request in artist.painted] == [0, 1]


def test_a_job_keeps_the_brief_of_its_click(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, session_id, _ = _requested(parts)
    edit_brief(parts, user_id=user_id, session_id=session_id, slot="subject", value="cat")
    run_next_generation(parts)
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
        (NoPicture(), FailureCode.NO_PICTURE),
        (ZeroDivisionError(), FailureCode.INTERNAL),
    ],
)
def test_an_artist_that_gives_no_picture_fails_the_job_at_once(
    make_parts: MakeParts, error: Exception, code: FailureCode
) -> None:
    parts = make_parts(artist=_artist_raising(error))
    user_id, session_id, job_id = _requested(parts)
    run_next_generation(parts)
    job = _job(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, code)
    retried = retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="retry")
    assert retried.is_new
    assert len(_session(parts, user_id, session_id).messages) == 2


def test_an_artist_that_is_away_is_tried_three_times(make_parts: MakeParts) -> None:
    parts = make_parts(artist=_artist_raising(ArtistUnavailable()))
    user_id, _, job_id = _requested(parts)
    for _ in range(3):
        _make_due(parts, job_id)
        assert run_next_generation(parts)
    assert _job(parts, user_id, job_id).error_code == FailureCode.ARTIST_UNAVAILABLE


def test_a_busy_artist_is_asked_again_when_it_said(make_parts: MakeParts) -> None:
    parts = make_parts(artist=_artist_raising(ArtistBusy(retry_after_seconds=60)))
    user_id, _, job_id = _requested(parts)
    run_next_generation(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.QUEUED
    assert not run_next_generation(parts)


def test_a_job_whose_worker_is_gone_runs_again_and_gives_one_asset(make_parts: MakeParts) -> None:
    parts = make_parts()
    user_id, session_id, job_id = _requested(parts)
    with parts.database.transaction() as db:
        lost = jobs.claim_due(db, lease_seconds=60)
    assert lost is not None
    assert not run_next_generation(parts)
    _end_lease(parts, job_id)
    reconcile(parts)
    assert run_next_generation(parts)
    with parts.database.transaction() as db:
        assert len(assets.session_assets(db, user_id=user_id, session_id=session_id)) == 1
        assert not jobs.finish(db, job=lost)


def test_a_worker_that_comes_back_too_late_changes_nothing(make_parts: MakeParts) -> None:
    def lose_the_job(request: PaintRequest) -> None:
        if len(artist.painted) == 1:
            _end_lease(parts, request.job_id)
            reconcile(parts)
            assert run_next_generation(parts)

    artist = FlatArtist(lose_the_job)
    parts = make_parts(artist=artist)
    user_id, session_id, job_id = _requested(parts)
    assert run_next_generation(parts)
    assert len(artist.painted) == 2
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        assert len(assets.session_assets(db, user_id=user_id, session_id=session_id)) == 1


def test_a_job_lost_three_times_fails_with_a_reason(parts: Parts) -> None:
    user_id, _, job_id = _requested(parts)
    for _ in range(3):
        with parts.database.transaction() as db:
            assert jobs.claim_due(db, lease_seconds=60)
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
    run_next_generation(parts)
    assert _job(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert len(artist.painted) == 1


def test_two_workers_never_claim_the_same_job(parts: Parts) -> None:
    user_id = new_guest(parts)
    wanted = set()
    for number in range(8):
        session_id = ready_session(parts, user_id)
        wanted.add(
            request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=str(number)).job_id
        )

    def claim(_: int) -> UUID | None:
        with parts.database.transaction() as db:
            job = jobs.claim_due(db, lease_seconds=60)
        return job.id if job else None

    with ThreadPoolExecutor(8) as pool:
        claimed = [job_id for job_id in pool.map(claim, range(24)) if job_id]
    assert len(claimed) == len(set(claimed)) == 8
    assert set(claimed) == wanted


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
