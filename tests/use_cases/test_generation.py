"""From the click to the asset: what is drawn, what a failing artist leaves, what is settled."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import text

from coach_app.database import assets
from coach_app.domain.coach_sessions import AssetMessage, GenerationMessage
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistUnavailable,
    BriefNotReady,
    NoPicture,
    NotFound,
    PromptRefused,
)
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.parts import Parts
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_session import start_session
from tests.use_cases.generating import (
    artist_raising,
    job_of,
    ledger_of,
    make_due,
    requested,
    session_of,
    with_broken_imaging,
)
from tests.working_parts import FlatArtist, draw_next, new_guest

MakeParts = Callable[..., Parts]


@pytest.mark.parametrize(
    ("asset_type", "size", "names"),
    [
        (
            "twitch_emote",
            (112, 112),
            [
                "112.png",
                "56.png",
                "28.png",
                "128.png",
                "480.png",
                "500.png",
                "preview.webp",
                "thumb.webp",
                "master.png",
            ],
        ),
        ("youtube_thumbnail", (1280, 720), ["1280x720.jpg", "preview.webp", "thumb.webp", "master.png"]),
    ],
)
def test_a_click_becomes_one_asset_with_its_files(
    parts: Parts, asset_type: str, size: tuple[int, int], names: list[str]
) -> None:
    user_id, session_id, job_id = requested(parts, asset_type)
    assert draw_next(parts)
    job = job_of(parts, user_id, job_id)
    assert job.status == JobStatus.SUCCEEDED
    with parts.database.transaction() as db:
        found = assets.session_assets(db, user_id=user_id, session_id=session_id)
    assert [asset.id for asset in found] == [job.asset_id]
    assert (found[0].width_px, found[0].height_px) == size
    assert [file.name for file in found[0].files] == names
    for file in found[0].files:
        assert sum(map(len, parts.storage.read(file.key))) == file.bytes


def test_the_asset_takes_the_place_of_the_generation_in_the_thread(parts: Parts) -> None:
    user_id, session_id, job_id = requested(parts)
    before = session_of(parts, user_id, session_id).messages
    assert [type(message) for message in before] == [GenerationMessage]
    draw_next(parts)
    session = session_of(parts, user_id, session_id)
    (message,) = session.messages
    assert isinstance(message, AssetMessage)
    assert (message.job_id, message.width, message.height) == (job_id, 112, 112)
    assert session.has_assets


def test_generating_the_same_brief_again_asks_for_another_variant(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, session_id, _ = requested(parts)
    draw_next(parts)
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="again")
    draw_next(parts)
    assert [request.variant for request in artist.painted] == [0, 1]


def test_a_job_keeps_the_brief_of_its_click(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, session_id, _ = requested(parts)
    edit_brief(parts, user_id=user_id, session_id=session_id, slot="subject", value="cat")
    draw_next(parts)
    assert artist.painted[0].brief.subject == "axolotl"


def test_without_enough_in_the_brief_nothing_is_created(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = start_session(parts, user_id=user_id, asset_type="twitch_emote")
    with pytest.raises(BriefNotReady) as caught:
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    assert caught.value.missing
    assert session_of(parts, user_id, session_id).messages == ()


def test_somebody_elses_session_and_job_are_not_found(parts: Parts) -> None:
    _, session_id, job_id = requested(parts)
    stranger = new_guest(parts)
    with pytest.raises(NotFound):
        request_generation(parts, user_id=stranger, session_id=session_id, idempotency_key="x")
    with pytest.raises(NotFound):
        retry_generation(parts, user_id=stranger, job_id=job_id, idempotency_key="x")


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
    parts = make_parts(artist=artist_raising(error))
    user_id, session_id, job_id = requested(parts)
    draw_next(parts)
    job = job_of(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, code)
    retried = retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="retry")
    assert retried.is_new
    assert len(session_of(parts, user_id, session_id).messages) == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [(NoPicture(), FailureCode.NO_PICTURE), (ArtistUnavailable(was_taken=True), FailureCode.ANSWER_LOST)],
)
def test_an_artist_whose_answer_is_unusable_is_called_twice(
    make_parts: MakeParts, error: Exception, code: FailureCode
) -> None:
    artist = artist_raising(error)
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    for _ in range(2):
        make_due(parts, job_id)
        assert draw_next(parts)
    job = job_of(parts, user_id, job_id)
    assert (job.status, job.error_code, len(artist.painted)) == (JobStatus.FAILED, code, 2)


def test_a_picture_whose_imaging_breaks_is_not_asked_for_again(
    make_parts: MakeParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    with with_broken_imaging(parts, monkeypatch) as broken:
        for _ in range(2):
            make_due(parts, job_id)
            assert draw_next(broken)
            assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED
    make_due(parts, job_id)
    assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert (len(artist.painted), _calls(parts, job_id)) == (1, 1)


def test_imaging_that_breaks_three_times_fails_the_job_and_does_not_blame_the_artist(
    make_parts: MakeParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    with with_broken_imaging(parts, monkeypatch) as broken:
        for _ in range(3):
            make_due(parts, job_id)
            assert draw_next(broken)
    job = job_of(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, FailureCode.IMAGING_FAILED)
    assert (len(artist.painted), _calls(parts, job_id)) == (1, 1)
    assert ledger_of(parts, job_id) == ["reserve", "release"]


def _calls(parts: Parts, job_id: UUID) -> int:
    with parts.database.transaction() as db:
        query = text("SELECT upstream_calls FROM generation_jobs WHERE id = :id")
        return int(db.connection().execute(query, {"id": job_id}).scalar_one())


def test_calls_that_were_not_taken_are_not_counted(make_parts: MakeParts) -> None:
    artist = artist_raising(ArtistUnavailable(was_taken=False))
    parts = make_parts(artist=artist)
    user_id, _, job_id = requested(parts)
    for _ in range(5):
        make_due(parts, job_id)
        assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED
    artist.before = lambda _: None
    make_due(parts, job_id)
    assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def test_a_busy_artist_is_asked_again_when_it_said(make_parts: MakeParts) -> None:
    parts = make_parts(artist=artist_raising(ArtistBusy(retry_after_seconds=60)))
    user_id, _, job_id = requested(parts)
    draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.QUEUED
    assert not draw_next(parts)


def test_a_picture_captures_and_a_failure_releases(make_parts: MakeParts) -> None:
    parts = make_parts()
    _, _, job_id = requested(parts)
    assert ledger_of(parts, job_id) == ["reserve"]
    draw_next(parts)
    assert ledger_of(parts, job_id) == ["reserve", "capture"]
    parts = make_parts(artist=artist_raising(PromptRefused()))
    _, _, job_id = requested(parts)
    draw_next(parts)
    assert ledger_of(parts, job_id) == ["reserve", "release"]


def test_idle_sessions_expire_and_a_message_reopens_them(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = start_session(parts, user_id=user_id, asset_type="twitch_emote")
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE coach_sessions SET updated_at = now() - interval '25 hours'"))
    reconcile(parts)
    session = session_of(parts, user_id, session_id)
    assert session.status == "expired"
    assert session.ended_at is not None
    accept_message(parts, user_id=user_id, session_id=session_id, text="still there?")
    session = session_of(parts, user_id, session_id)
    assert session.status == "active"
    assert session.ended_at is None
