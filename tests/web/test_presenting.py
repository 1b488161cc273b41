"""Rows as they look on the page."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from coach_app.database.threads import Thread, find_thread
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.coach_sessions import AssetMessage
from coach_app.domain.error_sentences import CANCELED
from coach_app.domain.generation_jobs import GenerationOptions
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.change_picture import change_picture
from coach_app.use_cases.delete_asset import delete_asset
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.use_cases.send_message import accept_message
from coach_app.web import presenting
from coach_app.web.slot_views import slot_views
from coach_app.web.state.snapshots import read_snapshot
from coach_app.web.view_models import VARIATIONS, Snapshot
from coach_app.web.words_times import age
from tests.working_parts import draw_next, new_guest, ready_session


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "just now"),
        (5, "5 min ago"),
        (59, "59 min ago"),
        (60, "1 h ago"),
        (1_500, "yesterday"),
        (4_400, "3 days ago"),
    ],
)
def test_age_is_told_without_a_time_zone(minutes: int, words: str) -> None:
    assert age(datetime.now(UTC) - timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(
    ("kind", "only_some_have"),
    [
        (AssetTypeId.TWITCH_EMOTE, {"action"}),
        (AssetTypeId.TWITCH_BADGE, {"style"}),
        (AssetTypeId.PROFILE_PICTURE, {"action", "background"}),
        (AssetTypeId.YOUTUBE_THUMBNAIL, {"action", "background", "sub_text"}),
        (AssetTypeId.TWITCH_PANEL, {"action", "background", "sub_text"}),
        (AssetTypeId.OFFLINE_BANNER, {"action", "background", "sub_text"}),
    ],
)
def test_each_type_has_the_slots_that_show_on_it(kind: AssetTypeId, only_some_have: set[str]) -> None:
    slots = {slot.slot for slot in slot_views(ASSET_TYPES[kind], Brief())}
    assert slots & {"action", "background", "style", "sub_text"} == only_some_have
    assert {"subject", "colour", "text", "mood"} <= slots


def test_a_slot_that_is_filled_is_shown_on_every_type() -> None:
    brief = Brief(background="space", style="gold shield", sub_text="back soon", action="waving")
    for kind in ASSET_TYPES.values():
        shown = {slot.slot: slot.value for slot in slot_views(kind, brief)}
        assert (shown["background"], shown["style"], shown["sub_text"]) == ("space", "gold shield", "back soon")


def test_lists_and_wanted_emptiness_are_words() -> None:
    brief = Brief(accessories=("crown", "headset"), no_text=True)
    shown = {slot.slot: slot.value for slot in slot_views(ASSET_TYPES[AssetTypeId.TWITCH_EMOTE], brief)}
    assert (shown["accessories"], shown["text"], shown["subject"]) == ("crown, headset", "None", "")


def test_a_generation_becomes_an_asset_with_its_files(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    waiting = read_snapshot(parts, user_id=user_id, session_id=session_id)
    assert waiting is not None
    (job,) = waiting.jobs
    assert (job.is_active, job.stage, waiting.asset) == (True, "queued", None)
    assert [message.type for message in waiting.messages] == ["generation"]

    assert draw_next(parts)
    done = read_snapshot(parts, user_id=user_id, session_id=session_id)
    assert done is not None
    assert (done.jobs, [message.type for message in done.messages]) == ([], ["asset"])
    assert done.asset is not None
    assert [item.label for item in done.asset.file_menu] == [
        "112.png",
        "56.png",
        "28.png",
        "128.png",
        "480.png",
        "500.png",
    ]
    assert [item.label for item in done.asset.pack_menu] == [
        "Twitch",
        "BetterTTV",
        "Discord",
        "FrankerFaceZ",
        "YouTube",
        "Kick",
        "7TV",
        "Every platform",
    ]
    assert done.asset.download_url.endswith("/files/112.png?download=1")
    assert done.recent[0].thumbnail_url.endswith("/files/thumb.webp")


def test_a_running_job_leaves_the_messages_as_they_are(parts: Parts) -> None:
    """Stages go through a small var of their own: the list of messages is not sent again for each."""
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    first = read_snapshot(parts, user_id=user_id, session_id=session_id)
    second = read_snapshot(parts, user_id=user_id, session_id=session_id)
    assert first is not None
    assert second is not None
    assert first.messages == second.messages


def test_the_pictures_of_one_click_are_one_entry(parts: Parts) -> None:
    user_id, session_id, job_ids = _variations(parts)
    cancel_generation(parts, user_id=user_id, job_id=job_ids[1])
    draw_next(parts)
    snapshot = _snapshot(parts, user_id, session_id)
    (entry,) = snapshot.messages
    assert (entry.type, entry.batch.title) == (VARIATIONS, snapshot.thread.title)
    assert [(shown.type, shown.label) for shown in entry.batch.variations] == [
        ("asset", "1 of 3"),
        ("generation", "2 of 3"),
        ("generation", "3 of 3"),
    ]
    assert entry.batch.variations[1].job.failure == CANCELED
    # What changes of each goes beside the messages.
    assert [(job.is_active, job.is_canceled) for job in snapshot.jobs] == [(False, True), (True, False)]
    assert snapshot.asset is not None
    assert not snapshot.thread.has_older


def test_each_that_failed_of_a_batch_is_retried_once(parts: Parts) -> None:
    user_id, session_id, job_ids = _variations(parts)
    for job_id in job_ids[1:]:
        cancel_generation(parts, user_id=user_id, job_id=job_id)
    draw_next(parts)

    def offered() -> list[bool]:
        messages = _snapshot(parts, user_id, session_id).messages
        return [shown.job.can_retry for entry in messages for shown in entry.batch.variations or (entry,)]

    assert offered() == [False, True, True]
    retry_generation(parts, user_id=user_id, job_id=job_ids[2], idempotency_key="retry")
    assert offered() == [False, True, False, False]
    draw_next(parts)
    assert offered() == [False, True, False, False]
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="another")
    assert not any(offered())


def test_only_the_newest_messages_are_shown(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    for number in range(3):
        accept_message(parts, user_id=user_id, session_id=session_id, text=f"line {number}")
    snapshot = read_snapshot(parts, user_id=user_id, session_id=session_id, window=2)
    assert snapshot is not None
    assert [message.text for message in snapshot.messages] == ["line 1", "line 2"]
    assert snapshot.thread.has_older
    assert snapshot.thread.is_unanswered


def test_a_deleted_picture_leaves_a_message_without_one(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with parts.database.transaction() as db:
        thread = find_thread(db, user_id=user_id, session_id=session_id)
    assert thread is not None
    gone = AssetMessage(
        id=uuid4(), timestamp=datetime.now(UTC), job_id=uuid4(), asset_id=uuid4(), width=112, height=112
    )
    views = presenting.message_views(Thread(replace(thread.session, messages=(gone,)), {}, {}), window=50)
    assert [(view.type, view.asset.id) for view in views] == [("asset", "")]


def _variations(parts: Parts) -> tuple[UUID, UUID, tuple[UUID, ...]]:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    options = GenerationOptions(variations=3)
    asked = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click", options=options)
    return user_id, session_id, asked.job_ids


def _snapshot(parts: Parts, user_id: UUID, session_id: UUID) -> Snapshot:
    snapshot = read_snapshot(parts, user_id=user_id, session_id=session_id)
    assert snapshot is not None
    return snapshot


def test_the_newest_version_shows_the_way_back(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    pictures: list[UUID] = []
    for colour in ("pink", "blue", "green"):
        edit_brief(parts, user_id=user_id, session_id=session_id, slot="colour", value=colour)
        request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=colour)
        draw_next(parts)
        shown = _snapshot(parts, user_id, session_id)
        assert shown.asset is not None
        pictures.append(UUID(shown.asset.id))
        if len(pictures) == 1:
            assert shown.thread.changing.id == ""
            change_picture(parts, user_id=user_id, session_id=session_id, asset_id=pictures[0])
            # There is no other version of it to be mistaken for.
            assert _snapshot(parts, user_id, session_id).thread.changing.number == 0
    views = [message.asset.versions for message in shown.messages]
    assert views[:2] == [[], []]
    assert [(view.id, view.number, view.is_current) for view in views[2]] == [
        (str(pictures[0]), 1, False),
        (str(pictures[1]), 2, False),
        (str(pictures[2]), 3, True),
    ]
    assert (shown.thread.changing.id, shown.thread.changing.number) == (str(pictures[2]), 3)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=pictures[0])
    assert _snapshot(parts, user_id, session_id).thread.changing.number == 1
    delete_asset(parts, user_id=user_id, asset_id=pictures[1])
    assert [message.asset.versions for message in _snapshot(parts, user_id, session_id).messages] == [[]] * 3


def test_what_was_spent_is_said_with_the_cap_and_without_one_of_nothing() -> None:
    assert presenting.spent_words(in_session=0, in_month=0, cap_dollars=5) == ""
    spent = {"in_session": 30_000, "in_month": 70_000}
    assert presenting.spent_words(**spent, cap_dollars=5) == "This session: $0.03, this month: $0.07 of $5.00"
    assert presenting.spent_words(**spent, cap_dollars=0) == "This session: $0.03, this month: $0.07"
