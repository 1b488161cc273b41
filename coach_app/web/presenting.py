"""Rows in, view models out: what each row looks like in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from uuid import UUID

from coach_app.briefs import is_written_by_hand, made_now, told_now
from coach_app.database.assets import AssetRecord
from coach_app.database.brand_kits import KitChoice
from coach_app.database.chat_pictures import ChatPictureRecord
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import SessionRecord, SessionSummary
from coach_app.database.threads import Thread
from coach_app.domain.asset_table import asset_type
from coach_app.domain.chat_pictures import blindness_of
from coach_app.domain.coach_sessions import (
    MAX_MESSAGES,
    AssetMessage,
    CoachMessage,
    GenerationMessage,
    Message,
    SessionStatus,
    UserMessage,
    unanswered,
)
from coach_app.domain.error_sentences import CANCELED, failure_sentence
from coach_app.domain.exports import THUMB
from coach_app.domain.generation_jobs import MAX_VARIATIONS, JobStatus
from coach_app.domain.image_prompts import ground_left_out
from coach_app.domain.ports import Artist
from coach_app.domain.readiness import readiness
from coach_app.domain.spending import about, dollars
from coach_app.domain.words_measures import pixels
from coach_app.web import routes
from coach_app.web.presenting_assets import card_view, is_wide, ratio, version_views
from coach_app.web.presenting_offers import with_offer
from coach_app.web.slot_views import slot_views
from coach_app.web.view_models import (
    VARIATIONS,
    AssetView,
    BatchView,
    BriefView,
    ChatPictureView,
    JobView,
    KitChoiceView,
    MessageView,
    ReasonView,
    RecentView,
    ThreadView,
    VariationView,
    VersionView,
)

_COUNTS = {1: "One answer", 2: "Two answers", 3: "Three answers"}


def thread_view(
    thread: Thread,
    *,
    artist: Artist,
    pictures: Sequence[ChatPictureRecord],
    spent: str,
    fitting: int,
    is_resting: bool,
    turn_limit: int,
    window: int,
) -> ThreadView:
    session = thread.session
    kind = asset_type(session.asset_type)
    wishes = [message.text for message in session.messages if isinstance(message, UserMessage)]
    return ThreadView(
        id=str(session.id),
        title=session.title,
        type_label=kind.label,
        kit_id=str(session.brand_kit_id or ""),
        can_have_logo=kind.can_have_logo,
        prices=[f"{artist.name} can’t draw right now"] * MAX_VARIATIONS
        if is_resting
        else _prices(artist, artist.price_micro_dollars(kind), fitting),
        spent=spent,
        fitting=fitting,
        fitting_note=_fitting_note(fitting),
        pictures=[_picture_view(session.id, picture) for picture in pictures],
        pictures_url=routes.chat_pictures_url(session.id),
        pictures_refusal=blindness_of(artist),
        pictures_note=_pictures_note(artist, len(pictures)),
        is_ended=session.status != SessionStatus.ACTIVE,
        is_full=len(session.messages) > MAX_MESSAGES - 2,
        turns_used=session.turns_used,
        turn_limit=turn_limit,
        is_out_of_turns=session.turns_used >= turn_limit,
        suggestions=list(session.suggestions),
        newest_wish=wishes[-1] if wishes else "",
        is_unanswered=unanswered(session.messages) is not None,
        is_coach_writing=session.is_writing,
        has_older=len(batches(session.messages)) > window,
        changing=_changing(thread),
    )


def _changing(thread: Thread) -> VersionView:
    asset_id = thread.session.changing_asset_id
    asset = thread.assets.get(asset_id) if asset_id else None
    if asset is None:
        return VersionView()
    number = len(_line(asset, thread))
    has_changes = asset.id in {other.parent_id for other in thread.assets.values()}
    return VersionView(
        id=str(asset.id),
        number=number if number > 1 or has_changes else 0,
        title=asset.title,
        thumbnail_url=routes.file_url(asset.id, THUMB),
    )


def batches(messages: Sequence[Message]) -> list[list[Message]]:
    """Return the messages as the thread shows them, one by one, but the pictures of one click together."""
    return [list(together) for _, together in groupby(messages, key=_batch)]


def _batch(message: Message) -> UUID:
    """Return what the messages of one entry share."""
    return (message.batch_id if isinstance(message, GenerationMessage | AssetMessage) else None) or message.id


def _picture_view(session_id: UUID, picture: ChatPictureRecord) -> ChatPictureView:
    return ChatPictureView(str(picture.id), f"{routes.chat_pictures_url(session_id)}/{picture.id}")


def _pictures_note(artist: Artist, count: int) -> str:
    if not count:
        return ""
    pictures = "picture" if count == 1 else f"{count} pictures"
    if artist.can_see:
        return f"Goes by the {pictures} in the chat"
    return f"Goes by words alone, without the {pictures} in the chat"


def _prices(artist: Artist, price: int, fitting: int) -> list[str]:
    """Return what the next click costs by how many pictures it asks for, and that it is too much where it is."""
    costs = [about(count * price).capitalize() for count in range(1, MAX_VARIATIONS + 1)]
    return [
        f"{cost}, {artist.name}" if count <= fitting else f"{cost}, past the cap" for count, cost in enumerate(costs, 1)
    ]


def _fitting_note(fitting: int) -> str:
    if fitting >= MAX_VARIATIONS:
        return ""
    if not fitting:
        return "None fits into what is left of this month’s cap."
    fit = "fits" if fitting == 1 else "fit"
    return f"{fitting} of {MAX_VARIATIONS} {fit} into what is left of this month’s cap."


def spent_words(*, in_session: int, in_month: int, cap_dollars: float) -> str:
    """Return what was spent, in micro-dollars; nothing where nothing was."""
    if not in_month:
        return ""
    of_cap = f" of ${cap_dollars:,.2f}" if cap_dollars else ""
    return f"This session: {dollars(in_session)}, this month: {dollars(in_month)}{of_cap}"


def message_views(thread: Thread, *, window: int) -> list[MessageView]:
    """Return the newest entries of the thread, oldest first."""
    return [_entry_view(batch, thread) for batch in batches(thread.session.messages)[-window:]]


def _entry_view(batch: list[Message], thread: Thread) -> MessageView:
    views = [_message_view(message, thread) for message in batch]
    if len(views) == 1:
        return views[0]
    title = next((title for view in views if (title := view.asset.title or view.job.title)), "")
    variations = [
        VariationView(view.id, view.type, f"{number} of {len(views)}", view.job, view.asset)
        for number, view in enumerate(views, 1)
    ]
    shown = BatchView(title, any(view.asset.is_wide or view.job.is_wide for view in views), variations)
    return MessageView(id=str(_batch(batch[0])), type=VARIATIONS, batch=shown)


def _message_view(message: Message, thread: Thread) -> MessageView:
    """Leave out what changes by itself: the list goes to the browser whole whenever it differs."""
    view = MessageView(id=str(message.id), type=message.type)
    match message:
        case UserMessage():
            return replace(view, text=message.text)
        case CoachMessage():
            return replace(view, text=message.text, note=message.note)
        case GenerationMessage() if message.job_id in thread.jobs:
            return replace(view, job=_lasting(job_view(thread.jobs[message.job_id]), thread))
        case AssetMessage() if message.asset_id in thread.assets:
            return replace(view, asset=_asset(thread.assets[message.asset_id], thread))
        case AssetMessage():
            return view
    return replace(view, type="gone")


def _asset(asset: AssetRecord, thread: Thread) -> AssetView:
    """Return the card of a picture; the newest version of all shows the way back to the others."""
    if asset.id in {other.parent_id for other in thread.assets.values()}:
        return card_view(asset)
    return replace(card_view(asset), versions=version_views(_line(asset, thread), current=asset.id))


def _line(asset: AssetRecord, thread: Thread) -> list[AssetRecord]:
    """Return what the picture was changed from, oldest first, up to itself."""
    line = [asset]
    while (parent_id := line[0].parent_id) and (parent := thread.assets.get(parent_id)):
        line.insert(0, parent)
    return line


def _lasting(job: JobView, thread: Thread) -> JobView:
    """Return what of a job's card stays as it is."""
    return replace(
        with_offer(job, thread),
        stage="",
        elapsed_seconds=0,
        drawing_seconds=0,
        waiting="",
        rest_seconds=0,
        is_cancelable=False,
        can_retry=job.can_retry and job.id in _retriable(thread.session.messages),
    )


def _retriable(messages: Sequence[Message]) -> set[str]:
    """Return the jobs of the newest click, and of what was retried of it, that nobody has retried yet."""
    pictures = [message for message in messages if isinstance(message, GenerationMessage | AssetMessage)]
    firsts = [number for number, message in enumerate(pictures) if message.retry_of is None]
    newest = _batch(pictures[firsts[-1]]) if firsts else None
    since = next((number for number in firsts if _batch(pictures[number]) == newest), 0)
    retried = {message.retry_of for message in pictures}
    return {str(message.job_id) for message in pictures[since:] if message.job_id not in retried}


@dataclass(frozen=True, slots=True)
class Wait:
    """Why an artist's provider is left alone, in words, and for how long."""

    words: str
    seconds: float


def job_view(job: JobRecord, *, rest: Wait | None = None) -> JobView:
    """Return a job's card; `rest` tells of its artist's provider where that is left alone."""
    kind = asset_type(job.asset_type)
    until = job.finished_at or datetime.now(UTC)
    return JobView(
        id=str(job.id),
        title=job.request.title,
        meta=f"{kind.label} · {pixels(kind.main.width_px, kind.main.height_px)}",
        is_wide=is_wide(kind),
        ratio=ratio(kind),
        is_active=job.status.is_active,
        is_cancelable=job.status.is_active and not job.is_cancel_requested,
        is_canceled=job.status == JobStatus.CANCELED,
        can_retry=not job.status.is_active and (job.error_code is None or job.error_code.is_worth_a_retry),
        stage=job.stage,
        elapsed_seconds=max(0.0, (until - job.created_at).total_seconds()),
        drawing_seconds=max(0.0, (until - (job.started_at or until)).total_seconds()),
        waiting=_waiting(job, rest),
        rest_seconds=rest.seconds if rest else 0,
        failure=_failure(job),
    )


def _waiting(job: JobRecord, rest: Wait | None) -> str:
    if job.is_cancel_requested:
        return "Stopping, unless the artist is already at it."
    if rest and job.status == JobStatus.QUEUED:
        return rest.words
    if job.status != JobStatus.QUEUED:
        return "You can keep chatting meanwhile."
    if job.attempt:
        return "That didn't work yet. It tries again by itself."
    return "Waiting for its turn. You can keep chatting meanwhile."


def _failure(job: JobRecord) -> str:
    if job.status == JobStatus.CANCELED:
        return CANCELED
    if job.error_code is None:
        return ""
    return failure_sentence(job.error_code, refusal=job.refusal, said=job.said)


def brief_view(session: SessionRecord, *, artist: Artist) -> BriefView:
    kind = asset_type(session.asset_type)
    state = readiness(kind, session.brief)
    to_go = len(state.missing)
    return BriefView(
        slots=slot_views(kind, session.brief),
        heading="Ready to draw" if state.is_ready else f"{_COUNTS.get(to_go, f'{to_go} answers')} to go",
        score=state.score,
        is_ready=state.is_ready,
        reasons=[ReasonView(reason.text, reason.is_done, reason.question) for reason in state.reasons],
        prompt=told_now(artist, session),
        is_prompt_sent=artist.is_ai,
        is_prompt_edited=is_written_by_hand(artist, session),
        has_prompt_aside=artist.is_ai and session.set_aside_prompt is not None,
        ground_left_out=ground_left_out(made_now(artist, session), session.edited_prompt)
        if artist.is_ai and session.edited_prompt
        else "",
    )


def kit_choice_view(kit: KitChoice) -> KitChoiceView:
    return KitChoiceView(str(kit.id), kit.name, list(kit.colours[:3]), kit.is_default, sorted(kit.logos))


def recent_view(summary: SessionSummary) -> RecentView:
    asset_id = summary.newest_asset_id
    return RecentView(
        id=str(summary.id),
        title=summary.title,
        page=routes.session_page(summary.id),
        thumbnail_url=routes.file_url(asset_id, THUMB) if asset_id else "",
    )
