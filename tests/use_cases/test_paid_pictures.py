"""Jobs whose artist is a provider: what they keep of its answers, and what they do while it rests."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

import pytest
from sqlalchemy import text
from sqlmodel import Session

from coach_app.artists.nano_banana import NanoBanana
from coach_app.database import breakers
from coach_app.database.assets import find_asset
from coach_app.database.breakers import Rest
from coach_app.database.engine import Database
from coach_app.domain.error_sentences import error_sentence, failure_sentence
from coach_app.domain.errors import (
    ArtistError,
    ArtistMisconfigured,
    InvalidInput,
    NotFound,
    RequestRejected,
    ServiceUnavailable,
    TooManyRefusals,
)
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.domain.ports import Artist, Choice, PaintRequest
from coach_app.domain.provider_health import RestReason
from coach_app.parts import Parts
from coach_app.use_cases.accept_rewrite import accept_rewrite
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.change_picture import change_picture
from coach_app.use_cases.check_artist import check_artist
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.edit_prompt import edit_prompt
from coach_app.use_cases.request_generation import request_generation
from tests.provider.answers import Answer
from tests.provider.running import KEY, PRICE, nano_banana, openai_images
from tests.provider.server import Provider
from tests.use_cases.generating import drawn, job_of, ledger_of, make_due, requested, row_of, session_of
from tests.working_parts import draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]
_NAME = "gemini gemini-nano-banana-2.1"
_COST = 35_345
_PRICE = 34_050


def _rests(parts: Parts) -> dict[str, Rest]:
    with parts.database.transaction() as db:
        return breakers.rests(db)


def _end_rest(parts: Parts) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE provider_breakers SET open_until = now()"))


def test_a_picture_keeps_what_its_provider_says_of_it(paid: Parts, provider: Provider) -> None:
    user_id, job_id = drawn(paid, provider, "200")
    row = row_of(paid, job_id)
    assert job_of(paid, user_id, job_id).status == JobStatus.SUCCEEDED
    assert (row.artist, row.model, row.provider_request_id) == ("gemini", "gemini-nano-banana-2.1", "resp-1")
    assert (row.tokens_read, row.tokens_written, row.tokens_painted) == (263, 180, 1120)
    assert (row.price_micro_dollars, row.cost_micro_dollars) == (_PRICE, _COST)
    assert ledger_of(paid, job_id) == ["reserve", "capture"]


def test_a_jpeg_becomes_the_files_of_an_emote(paid: Parts, provider: Provider) -> None:
    user_id, job_id = drawn(paid, provider, "jpeg")
    asset_id = job_of(paid, user_id, job_id).asset_id
    assert asset_id
    with paid.database.transaction() as db:
        asset = find_asset(db, user_id=user_id, asset_id=asset_id)
    assert asset
    assert asset.master
    assert (asset.master.name, asset.master.media_type) == ("master.jpg", "image/jpeg")
    assert all(file.facts for file in asset.files if file.name.endswith(".png"))


@pytest.mark.parametrize(
    ("outcome", "code", "refusal", "cost"),
    [
        ("prompt_blocked", FailureCode.REFUSED, "wish", 395),
        ("image_blocked", FailureCode.REFUSED, "picture", 395),
        ("image_recitation", FailureCode.REFUSED, "lookalike", 395),
        ("bad_key", FailureCode.ARTIST_MISCONFIGURED, None, 0),
        ("model_gone", FailureCode.ARTIST_MISCONFIGURED, None, 0),
        ("no_billing", FailureCode.ARTIST_MISCONFIGURED, None, 0),
        ("day_quota", FailureCode.QUOTA_SPENT, None, 0),
        ("bad_argument", FailureCode.REJECTED, None, 0),
        ("huge_picture", FailureCode.NO_PICTURE, None, _COST),
        ("huge_body", FailureCode.NO_PICTURE, None, _PRICE),
    ],
)
def test_what_another_call_would_not_mend_ends_the_job_and_is_not_charged(
    paid: Parts, provider: Provider, outcome: str, code: FailureCode, refusal: str | None, cost: int
) -> None:
    _, job_id = drawn(paid, provider, outcome)
    row = row_of(paid, job_id)
    assert (row.status, row.error_code, row.refusal) == ("failed", code, refusal)
    assert row.cost_micro_dollars == cost
    assert ledger_of(paid, job_id) == ["reserve", "release"]
    assert len(provider.seen) == 1


def test_a_spent_quota_says_when_it_begins_anew(paid: Parts, provider: Provider) -> None:
    asked = datetime.now(UTC)
    user_id, job_id = drawn(paid, provider, "day_quota")
    job = job_of(paid, user_id, job_id)
    assert job.error_code
    delay = timedelta(hours=10, minutes=17, seconds=34)
    # The minute may have turned while it was drawn.
    moments = (asked + delay, datetime.now(UTC) + delay)
    sentences = {f"Retry after {again:%H:%M} UTC on {again.day} {again:%B}." for again in moments}
    assert failure_sentence(job.error_code, said=job.said).partition("It cost you nothing. ")[2] in sentences


def test_the_models_own_words_are_kept_where_it_only_talks(paid: Parts, provider: Provider) -> None:
    _, job_id = drawn(paid, provider, "text_only", "text_only")
    row = row_of(paid, job_id)
    assert (row.error_code, row.said) == ("no_picture", "I can only draw one <b>axolotl</b> at a time.")
    assert row.cost_micro_dollars == 2 * _COST


@pytest.mark.parametrize("outcome", ["see_through", "flat"])
def test_a_picture_of_nothing_is_no_picture(paid: Parts, provider: Provider, outcome: str) -> None:
    _, job_id = drawn(paid, provider, outcome, outcome)
    row = row_of(paid, job_id)
    assert (row.status, row.error_code, row.upstream_calls) == ("failed", "no_picture", 2)
    assert row.cost_micro_dollars == 2 * _COST
    assert ledger_of(paid, job_id) == ["reserve", "release"]


def test_a_banner_of_one_colour_is_a_picture(paid: Parts, provider: Provider) -> None:
    provider.script("flat")
    user_id, _, job_id = requested(paid, "offline_banner")
    assert draw_next(paid)
    assert job_of(paid, user_id, job_id).status == JobStatus.SUCCEEDED


@pytest.mark.parametrize("outcome", ["no_image", "truncated", "wrong_magic", "see_through", "flat", "cut", "504"])
def test_one_bad_answer_is_asked_for_once_more(paid: Parts, provider: Provider, outcome: str) -> None:
    user_id, job_id = drawn(paid, provider, outcome, "200")
    assert job_of(paid, user_id, job_id).status == JobStatus.SUCCEEDED
    assert row_of(paid, job_id).upstream_calls == 2


def test_a_server_that_answers_with_an_error_is_tried_four_times(paid: Parts, provider: Provider) -> None:
    _, job_id = drawn(paid, provider, "500", "503", "502", "503")
    row = row_of(paid, job_id)
    assert (row.error_code, row.upstream_calls, row.cost_micro_dollars) == ("artist_unavailable", 0, 0)


def test_a_minutes_quota_is_waited_for_by_everybody(paid: Parts, provider: Provider) -> None:
    provider.script("rate_limit")
    _, _, first = requested(paid)
    _, _, second = requested(paid)
    assert draw_next(paid)
    assert draw_next(paid)
    assert not draw_next(paid)
    assert len(provider.seen) == 1
    assert [row_of(paid, job).status for job in (first, second)] == ["queued", "queued"]
    assert _rests(paid)[_NAME].reason is RestReason.BUSY
    assert row_of(paid, first).upstream_calls == row_of(paid, second).upstream_calls == 0


def test_after_five_failures_nobody_calls_until_one_job_has_tried(paid: Parts, provider: Provider) -> None:
    jobs = [requested(paid)[2] for _ in range(5)]
    provider.script(*["503"] * 5)
    for _ in jobs:
        assert draw_next(paid)
    assert _rests(paid)[_NAME].reason is RestReason.FAILING
    for job_id in jobs:
        make_due(paid, job_id)
    while draw_next(paid):
        pass
    assert len(provider.seen) == 5
    _end_rest(paid)
    provider.script("503")
    for job_id in jobs:
        make_due(paid, job_id)
    while draw_next(paid):
        pass
    assert len(provider.seen) == 6
    _end_rest(paid)
    make_due(paid, jobs[0])
    # Its answer wakes the others.
    while draw_next(paid):
        pass
    assert {row_of(paid, job_id).status for job_id in jobs} == {"succeeded"}
    assert not _rests(paid)


def test_a_wrong_key_fails_one_job_and_the_next_waits(paid: Parts, provider: Provider) -> None:
    drawn(paid, provider, "bad_key")
    user_id, _, job_id = requested(paid)
    assert draw_next(paid)
    assert job_of(paid, user_id, job_id).status == JobStatus.QUEUED
    assert len(provider.seen) == 1


def test_a_spent_quota_fails_the_next_job_without_a_call(paid: Parts, provider: Provider) -> None:
    drawn(paid, provider, "day_quota")
    user_id, _, job_id = requested(paid)
    assert draw_next(paid)
    job = job_of(paid, user_id, job_id)
    assert job.error_code == FailureCode.QUOTA_SPENT
    assert " UTC on " in job.said
    assert len(provider.seen) == 1


def test_a_job_canceled_while_its_provider_rests_does_not_try_it_out(paid: Parts, provider: Provider) -> None:
    drawn(paid, provider, "bad_key")
    _, _, job_id = requested(paid)
    _end_rest(paid)
    with paid.database.transaction() as db:
        db.connection().execute(
            text("UPDATE generation_jobs SET cancel_requested_at = now() WHERE id = :id"), {"id": job_id}
        )
    assert draw_next(paid)
    assert row_of(paid, job_id).status == "canceled"
    assert _rests(paid)[_NAME].seconds == 0


def test_a_guest_who_may_not_spend_gets_the_built_in_artist(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url), guests_may_spend=False)
    _, _, job_id = requested(parts)
    assert draw_next(parts)
    row = row_of(parts, job_id)
    assert (row.artist, row.status, row.price_micro_dollars) == ("built-in", "succeeded", 0)
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE users SET is_guest = false"))
    user_id = new_guest(parts)
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE users SET is_guest = false WHERE id = :id"), {"id": user_id})
    session_id = ready_session(parts, user_id)
    member = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="m").job_id
    assert row_of(parts, member).artist == "gemini"


def test_a_job_whose_artist_is_no_longer_set_up_fails_for_the_operator(make_parts: MakeParts, paid: Parts) -> None:
    _, _, job_id = requested(paid)
    without = make_parts()
    assert draw_next(without)
    row = row_of(paid, job_id)
    assert (row.error_code, row.upstream_calls) == ("artist_misconfigured", 0)


def test_a_model_is_shown_the_picture_that_it_changes(paid: Parts, provider: Provider) -> None:
    user_id, job_id = drawn(paid, provider, "200")
    job = job_of(paid, user_id, job_id)
    assert job.session_id
    assert job.asset_id
    edit_prompt(paid, user_id=user_id, session_id=job.session_id, prompt="Paint me a teapot.")
    change_picture(paid, user_id=user_id, session_id=job.session_id, asset_id=job.asset_id)
    assert session_of(paid, user_id, job.session_id).edited_prompt is None
    provider.script("200")
    request_generation(paid, user_id=user_id, session_id=job.session_id, idempotency_key="change")
    assert draw_next(paid)
    shown = [part for part in provider.seen[-1].json["contents"][0]["parts"] if "text" not in part]
    assert len(shown) == 1


def test_a_prompt_that_was_written_by_hand_is_what_is_sent(paid: Parts, provider: Provider) -> None:
    user_id = new_guest(paid)
    session_id = ready_session(paid, user_id)
    edit_prompt(paid, user_id=user_id, session_id=session_id, prompt="  Paint me a\x00 teapot.  ")
    request_generation(paid, user_id=user_id, session_id=session_id, idempotency_key="x")
    assert draw_next(paid)
    assert provider.seen[0].json["contents"][0]["parts"][0]["text"] == "Paint me a teapot."
    made = session_of(paid, user_id, session_id).current_prompt
    assert made
    edit_prompt(paid, user_id=user_id, session_id=session_id, prompt=made)
    assert session_of(paid, user_id, session_id).edited_prompt is None
    with pytest.raises(InvalidInput):
        edit_prompt(paid, user_id=user_id, session_id=session_id, prompt="x" * 4_001)
    with pytest.raises(NotFound):
        edit_prompt(paid, user_id=new_guest(paid), session_id=session_id, prompt="mine")


def test_a_milder_wish_can_be_taken_after_a_refusal(paid: Parts, provider: Provider) -> None:
    user_id, session_id, job_id = requested(paid)
    edit_brief(paid, user_id=user_id, session_id=session_id, slot="action", value="firing a gun")
    cancel_generation(paid, user_id=user_id, job_id=job_id)
    edit_prompt(paid, user_id=user_id, session_id=session_id, prompt="An axolotl with a gun.")
    job_id = request_generation(paid, user_id=user_id, session_id=session_id, idempotency_key="gun").job_id
    provider.script("prompt_blocked")
    assert draw_next(paid)
    with pytest.raises(NotFound):
        accept_rewrite(paid, user_id=new_guest(paid), job_id=job_id)
    accept_rewrite(paid, user_id=user_id, job_id=job_id)
    session = session_of(paid, user_id, session_id)
    assert session.brief.action == "firing a water blaster"
    assert session.edited_prompt is None
    assert "water blaster" in (session.current_prompt or "")


@pytest.mark.parametrize(("outcome", "is_resting"), [("model_gone", True), ("bad_key", True), ("503", False)])
def test_a_start_finds_out_what_the_operator_has_to_mend(
    paid: Parts, provider: Provider, outcome: str, is_resting: bool
) -> None:
    provider.script(outcome)
    check_artist(paid)
    assert (_NAME in _rests(paid)) == is_resting
    check_artist(paid)
    assert not _rests(paid)
    assert not provider.seen


def test_a_start_tries_out_whether_a_days_quota_is_still_spent(paid: Parts, provider: Provider) -> None:
    drawn(paid, provider, "day_quota")
    assert _rests(paid)[_NAME].reason is RestReason.QUOTA
    check_artist(paid)
    assert not _rests(paid)
    user_id, job_id = drawn(paid, provider, "200")
    assert job_of(paid, user_id, job_id).status == JobStatus.SUCCEEDED


def test_after_five_refusals_within_an_hour_the_next_wish_waits(paid: Parts, provider: Provider) -> None:
    user_id, session_id, _ = requested(paid)
    for number in range(5):
        provider.script("prompt_blocked")
        assert draw_next(paid)
        if number < 4:
            request_generation(paid, user_id=user_id, session_id=session_id, idempotency_key=str(number))
    with pytest.raises(TooManyRefusals) as caught:
        request_generation(paid, user_id=user_id, session_id=session_id, idempotency_key="sixth")
    assert 890 < caught.value.wait_seconds <= 900
    assert "in 15 minutes" in error_sentence(caught.value)
    requested(paid)
    with paid.database.transaction() as db:
        # Ended jobs stay as they ended, but for a test's own doing.
        db.connection().execute(text("ALTER TABLE generation_jobs DISABLE TRIGGER guard_generation_job"))
        db.connection().execute(text("UPDATE generation_jobs SET finished_at = finished_at - interval '16 minutes'"))
    assert request_generation(paid, user_id=user_id, session_id=session_id, idempotency_key="seventh").is_new


@pytest.mark.parametrize("make_artist", [nano_banana, openai_images])
def test_each_of_three_changes_is_made_of_the_one_before_it(
    make_parts: MakeParts, provider: Provider, make_artist: Callable[[str], Artist]
) -> None:
    parts = make_parts(ai_artist=make_artist(provider.url))
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    sent: list[bytes] = []
    for number, feeling in enumerate(("raging", "crying", "happy", "smug")):
        edit_brief(parts, user_id=user_id, session_id=session_id, slot="expression", value=feeling)
        click = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=feeling)
        assert draw_next(parts)
        asset_id = job_of(parts, user_id, click.job_id).asset_id
        assert asset_id
        with parts.database.transaction() as db:
            asset = find_asset(db, user_id=user_id, asset_id=asset_id)
        assert asset
        assert asset.master
        sent.append(b"".join(parts.storage.read(asset.master.key)))
        if number == 0:
            change_picture(parts, user_id=user_id, session_id=session_id, asset_id=asset.id)
    for before, call in zip([b"", *sent], provider.seen, strict=False):
        assert before in call.body or base64.b64encode(before) in call.body
        assert (b"Change the first picture" in call.body) == bool(before)


class _AwayOnce(Database):
    """Cannot be reached for one transaction, when it is told so."""

    is_away = False

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        if self.is_away:
            self.is_away = False
            raise ServiceUnavailable
        with super().transaction() as db:
            yield db


def test_an_answer_is_kept_though_the_database_is_away_when_it_comes(paid: Parts, provider: Provider) -> None:
    class _LosingTheDatabase(NanoBanana):
        def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
            super().paint(request, answer)
            database.is_away = True

    database = _AwayOnce(paid.settings.effective_database_url)
    artist = _LosingTheDatabase(base_url=provider.url, key=KEY, model="gemini-nano-banana-2.1", price=PRICE)
    parts = replace(paid, database=database, artists=Choice(paid.artists.built_in, artist))
    user_id, _, job_id = requested(parts)
    with pytest.raises(ServiceUnavailable):
        draw_next(parts)
    make_due(parts, job_id)
    assert draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert len(provider.seen) == 1
    database.close()


_FORGED = "Bad.\nERROR everything is lost\r\u2028\x1b[31m \u202e" + "x" * 10_000


@pytest.mark.parametrize(
    "error", [ArtistMisconfigured(_FORGED, RestReason.KEY), ArtistMisconfigured(_FORGED), RequestRejected(_FORGED)]
)
def test_no_error_writes_lines_of_its_own_into_the_log(
    make_parts: MakeParts, provider: Provider, caplog: pytest.LogCaptureFixture, error: ArtistError
) -> None:
    class _Forging(NanoBanana):
        def check(self) -> None:
            raise error

        def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
            raise error

    parts = make_parts(ai_artist=_Forging(base_url=provider.url, key=KEY, model="m", price=PRICE))
    requested(parts)
    assert draw_next(parts)
    check_artist(parts)
    said = [record.getMessage() for record in caplog.records if "Bad." in record.getMessage()]
    assert len(said) >= 2
    assert all(line.isprintable() and len(line) < 450 for line in said)


def test_a_server_that_only_draws_is_not_left_alone_for_it(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=openai_images(provider.url))
    user_id, first = drawn(parts, provider, "200")
    session_id = job_of(parts, user_id, first).session_id
    asset_id = job_of(parts, user_id, first).asset_id
    assert session_id
    assert asset_id
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=asset_id)
    provider.answers.append(Answer(404, b"<html>Nothing here</html>"))
    asked = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="change")
    assert draw_next(parts)
    job = job_of(parts, user_id, asked.job_id)
    assert job.error_code is FailureCode.PICTURES_NOT_TAKEN
    assert not job.error_code.is_worth_a_retry
    assert not _rests(parts)
