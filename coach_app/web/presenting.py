"""Rows in, view models out: what each row looks like in words."""

from dataclasses import replace
from datetime import UTC, datetime

from coach_app.database.assets import AssetFile, AssetRecord
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import SessionRecord, SessionSummary
from coach_app.database.threads import Thread
from coach_app.domain.asset_types import AssetType, asset_type
from coach_app.domain.brief import Brief
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
from coach_app.domain.exports import Export
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.domain.readiness import readiness
from coach_app.domain.words_measures import pixels, weight
from coach_app.web import routes
from coach_app.web.view_models import (
    AssetView,
    BriefView,
    FileView,
    JobView,
    MessageView,
    ReasonView,
    RecentView,
    SlotView,
    ThreadView,
)

PREVIEW = "preview.webp"
THUMB = "thumb.webp"
_LABELS = {
    "subject": "Subject",
    "expression": "Feeling",
    "action": "Doing",
    "colour": "Colour",
    "accessories": "Wearing",
    "text": "Words",
    "background": "Background",
    "palette": "Touches of",
    "mood": "Mood",
    "game": "Game",
}
_NOT_ON_CUTOUTS = {"background"}
_COUNTS = {1: "One answer", 2: "Two answers", 3: "Three answers"}


def thread_view(session: SessionRecord, *, turn_limit: int, window: int) -> ThreadView:
    kind = asset_type(session.asset_type)
    wishes = [message.text for message in session.messages if isinstance(message, UserMessage)]
    return ThreadView(
        id=str(session.id),
        title=session.title,
        type_label=kind.noun.capitalize(),
        is_cutout=kind.is_cutout,
        is_ended=session.status != SessionStatus.ACTIVE,
        is_full=len(session.messages) > MAX_MESSAGES - 2,
        turns_used=session.turns_used,
        turn_limit=turn_limit,
        is_out_of_turns=session.turns_used >= turn_limit,
        suggestions=list(session.suggestions),
        newest_wish=wishes[-1] if wishes else "",
        is_unanswered=unanswered(session.messages) is not None,
        is_coach_writing=session.is_writing,
        has_older=len(session.messages) > window,
    )


def message_views(thread: Thread, *, window: int) -> list[MessageView]:
    """Return the newest messages, oldest first."""
    return [_message_view(message, thread) for message in thread.session.messages[-window:]]


def _message_view(message: Message, thread: Thread) -> MessageView:
    """Leave out what changes by itself: the list goes to the browser whole whenever it differs."""
    view = MessageView(id=str(message.id), type=message.type)
    match message:
        case UserMessage() | CoachMessage():
            return replace(view, text=message.text)
        case GenerationMessage() if message.job_id in thread.jobs:
            return replace(view, job=_lasting(job_view(thread.jobs[message.job_id]), message, thread))
        case AssetMessage() if message.asset_id in thread.assets:
            return replace(view, asset=_card_view(thread.assets[message.asset_id]))
        case AssetMessage():
            return view
    return replace(view, type="gone")


def _lasting(job: JobView, message: GenerationMessage, thread: Thread) -> JobView:
    """Return what of a job's card stays as it is. Retry is for the newest alone: an older one has been retried."""
    pictures = [kept.id for kept in thread.session.messages if isinstance(kept, GenerationMessage | AssetMessage)]
    is_newest = pictures[-1] == message.id
    return replace(
        job,
        stage="",
        elapsed_seconds=0,
        drawing_seconds=0,
        waiting="",
        is_cancelable=False,
        can_retry=job.can_retry and is_newest,
    )


def job_view(job: JobRecord) -> JobView:
    kind = asset_type(job.asset_type)
    until = job.finished_at or datetime.now(UTC)
    return JobView(
        id=str(job.id),
        title=job.request.title,
        meta=f"{kind.noun.capitalize()} · {pixels(kind.main.width_px, kind.main.height_px)}",
        is_cutout=kind.is_cutout,
        is_active=job.status.is_active,
        is_cancelable=job.status.is_active and not job.is_cancel_requested,
        is_canceled=job.status == JobStatus.CANCELED,
        # What was refused once is refused again: the wish has to change.
        can_retry=not job.status.is_active and job.error_code != FailureCode.REFUSED,
        stage=job.stage,
        elapsed_seconds=max(0.0, (until - job.created_at).total_seconds()),
        drawing_seconds=max(0.0, (until - (job.started_at or until)).total_seconds()),
        waiting=_waiting(job),
        failure=_failure(job),
    )


def _waiting(job: JobRecord) -> str:
    if job.is_cancel_requested:
        return "Stopping, unless the artist is already at it."
    if job.status != JobStatus.QUEUED:
        return "You can keep chatting meanwhile."
    if job.attempt:
        return "That didn't work yet. It tries again by itself."
    return "Waiting for its turn. You can keep chatting meanwhile."


def _failure(job: JobRecord) -> str:
    if job.status == JobStatus.CANCELED:
        return CANCELED
    return failure_sentence(job.error_code) if job.error_code else ""


def asset_view(asset: AssetRecord) -> AssetView:
    """Return the picture with all that its own page tells."""
    kind = asset_type(asset.asset_type)
    return replace(
        _card_view(asset),
        day=age(asset.created_at),
        prompt=asset.prompt,
        files=[_file_view(asset, kind, export, file) for export in kind.exports if (file := asset.file(export.name))],
        brief=[slot for slot in slot_views(kind, asset.brief) if slot.value],
    )


def _card_view(asset: AssetRecord) -> AssetView:
    """Return what the thread shows of a picture."""
    kind = asset_type(asset.asset_type)
    main = asset.file(kind.main.name)
    preview = PREVIEW if asset.file(PREVIEW) else kind.main.name
    chat_sizes = {side: f"{side}.png" for side in (28, 56, 112)} if kind.is_cutout else {}
    urls = {side: routes.file_url(asset.id, name) for side, name in chat_sizes.items() if asset.file(name)}
    file = f" · {kind.main.format}, {weight(main.bytes)}" if main else ""
    return AssetView(
        id=str(asset.id),
        title=asset.title,
        type_label=kind.noun.capitalize(),
        is_cutout=kind.is_cutout,
        width=asset.width_px,
        height=asset.height_px,
        meta=f"{kind.noun.capitalize()} · {pixels(asset.width_px, asset.height_px)}{file}",
        alt=asset.prompt.partition(". ")[0].rstrip(".") or asset.title,
        note=asset.note,
        artist=asset.artist,
        preview_url=routes.file_url(asset.id, preview),
        download_url=routes.download_url(asset.id, kind.main.name),
        page=routes.asset_page(asset.id),
        session_page=routes.session_page(asset.session_id) if asset.session_id else "",
        url_28=urls.get(28, ""),
        url_56=urls.get(56, ""),
        url_112=urls.get(112, ""),
    )


def _file_view(asset: AssetRecord, kind: AssetType, export: Export, file: AssetFile) -> FileView:
    return FileView(
        name=file.name,
        label=kind.label,
        size=pixels(file.width_px, file.height_px),
        format=export.format,
        weight=weight(file.bytes),
        rule=f"under {weight(export.max_bytes)}",
        url=routes.file_url(asset.id, file.name),
        download_url=routes.download_url(asset.id, file.name),
    )


def brief_view(session: SessionRecord) -> BriefView:
    kind = asset_type(session.asset_type)
    state = readiness(kind, session.brief)
    to_go = len(state.missing)
    return BriefView(
        slots=slot_views(kind, session.brief),
        heading="Ready to draw" if state.is_ready else f"{_COUNTS.get(to_go, f'{to_go} answers')} to go",
        score=state.score,
        is_ready=state.is_ready,
        reasons=[ReasonView(reason.text, reason.is_done, reason.question) for reason in state.reasons],
        prompt=session.current_prompt or "",
    )


def slot_views(kind: AssetType, brief: Brief) -> list[SlotView]:
    """Return the slots that this type has, in the order of the panel, empty ones too."""
    slots = []
    for slot, label in _LABELS.items():
        value = getattr(brief, slot)
        if slot in _NOT_ON_CUTOUTS and kind.is_cutout and not value:
            continue
        if slot == "text" and brief.no_text:
            value = "None"
        slots.append(SlotView(slot, label, ", ".join(value) if isinstance(value, tuple) else value or ""))
    return slots


def recent_view(summary: SessionSummary) -> RecentView:
    asset_id = summary.newest_asset_id
    return RecentView(
        id=str(summary.id),
        title=summary.title,
        page=routes.session_page(summary.id),
        thumbnail_url=routes.file_url(asset_id, THUMB) if asset_id else "",
    )


def age(then: datetime) -> str:
    """Return how long ago it was, without a time zone: "just now", "5 min ago", "3 days ago"."""
    minutes = int((datetime.now(UTC) - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} h ago"
    days = minutes // (24 * 60)
    return "yesterday" if days == 1 else f"{days} days ago"
