"""One read of a session, shown by every state that follows it."""

from asyncio import to_thread
from collections.abc import Mapping
from uuid import UUID

from coach_app.database import breakers, spending
from coach_app.database.brand_kits import kit_choices
from coach_app.database.breakers import Rest
from coach_app.database.chat_pictures import session_pictures
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import recent_sessions
from coach_app.database.threads import Thread, find_thread
from coach_app.domain.asset_table import asset_type
from coach_app.domain.coach_sessions import AssetMessage, GenerationMessage, UserMessage
from coach_app.domain.generation_jobs import MAX_VARIATIONS
from coach_app.domain.logos import LogoOptions
from coach_app.domain.ports import provider_of
from coach_app.domain.provider_health import RestReason
from coach_app.domain.provider_sentences import waiting_sentence
from coach_app.parts import Parts
from coach_app.web import presenting
from coach_app.web.live_parts import parts
from coach_app.web.presenting_assets import card_view
from coach_app.web.state.app_state import WINDOW, AppState
from coach_app.web.view_models import AssetView, JobView, Snapshot

MOST_RECENT = 8


async def refresh(state: AppState, *, owner: UUID, session_id: UUID) -> bool:
    """Read the session and show it, from a background event; False where there is none. Raises: ServiceUnavailable."""
    snapshot = await to_thread(read_snapshot, parts(), user_id=owner, session_id=session_id, window=state._window)
    if snapshot is None:
        return False
    async with state:
        if state._is_still(owner):
            for follower in AppState.get_substates():
                shown = await state.get_state(follower)
                assert isinstance(shown, AppState)
                shown._follow(snapshot)
    return True


def read_snapshot(parts: Parts, *, user_id: UUID, session_id: UUID, window: int = WINDOW) -> Snapshot | None:
    """Return the session as its page shows it, or None. Raises: ServiceUnavailable."""
    with parts.database.transaction() as db:
        thread = find_thread(db, user_id=user_id, session_id=session_id)
        recent = recent_sessions(db, user_id=user_id, limit=MOST_RECENT)
        kits = kit_choices(db, user_id=user_id)
        rests = breakers.rests(db)
        artist = parts.artist_of(db, user_id)
        pictures = session_pictures(db, user_id=user_id, session_id=session_id)
        spent = spending.of_month(db, user_id=user_id)
        in_session = spending.of_session(db, session_id=session_id) if spent.own else 0
    if thread is None:
        return None
    jobs, asset = _newest_generation(parts, thread, rests)
    return Snapshot(
        thread=presenting.thread_view(
            thread,
            artist=artist,
            pictures=pictures,
            spent=presenting.spent_words(
                in_session=in_session, in_month=spent.own, cap_dollars=parts.settings.user_spending_cap
            ),
            fitting=parts.settings.spending_caps.fitting(
                spent,
                price=artist.price_micro_dollars(asset_type(thread.session.asset_type)),
                most=MAX_VARIATIONS,
            ),
            is_resting=_is_resting(rests.get(provider_of(artist))),
            turn_limit=parts.settings.turn_limit,
            window=window,
        ),
        messages=presenting.message_views(thread, window=window),
        brief=presenting.brief_view(thread.session, artist=artist),
        jobs=jobs,
        asset=asset,
        wish_count=sum(isinstance(message, UserMessage) for message in thread.session.messages),
        recent=[presenting.recent_view(summary) for summary in recent],
        kits=[presenting.kit_choice_view(kit) for kit in kits],
        logo=_newest_logo(thread),
    )


def _is_resting(rest: Rest | None) -> bool:
    """Whether a click has to wait for longer than a moment, or for somebody to mend something."""
    return rest is not None and rest.reason is not RestReason.BUSY


def _newest_logo(thread: Thread) -> LogoOptions | None:
    newest = max(thread.assets.values(), key=lambda asset: asset.created_at, default=None)
    return newest.brand.logo if newest and newest.brand else None


def _why_it_waits(parts: Parts, job: JobRecord, rests: Mapping[str, Rest]) -> presenting.Wait | None:
    """Return why the artist's provider is left alone, and for how long, or None where it is not."""
    artist = parts.artists.by_id(job.artist)
    rest = rests.get(provider_of(artist)) if artist else None
    if artist is None or rest is None:
        return None
    return presenting.Wait(waiting_sentence(artist, rest.reason), rest.seconds)


def _newest_generation(
    parts: Parts, thread: Thread, rests: Mapping[str, Rest]
) -> tuple[list[JobView], AssetView | None]:
    """Return the jobs without a picture, and the last picture, of the newest click that still shows anything."""
    for batch in reversed(presenting.batches(thread.session.messages)):
        jobs: list[JobView] = []
        asset = None
        for message in batch:
            match message:
                case GenerationMessage() if message.job_id in thread.jobs:
                    job = thread.jobs[message.job_id]
                    jobs.append(presenting.job_view(job, rest=_why_it_waits(parts, job, rests)))
                case AssetMessage() if message.asset_id in thread.assets:
                    asset = card_view(thread.assets[message.asset_id])
        if jobs or asset:
            return jobs, asset
    return [], None
