"""The jobs of one click: made once, all of them or none."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import jobs, ledger, sessions, spending
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_table import asset_type
from coach_app.domain.coach_sessions import MAX_MESSAGES, GenerationMessage
from coach_app.domain.errors import (
    GenerationUnderWay,
    InvalidInput,
    KeyReused,
    QueueFull,
    QuotaReached,
    SessionFull,
    TooManyRefusals,
)
from coach_app.domain.generation_jobs import JobRequest
from coach_app.domain.ports import Artist
from coach_app.parts import Parts

_LONGEST_KEY = 200
_MOST_REFUSALS = 5
_PAUSE_AFTER_REFUSALS_SECONDS = 15 * 60


class Click:
    """Whose it is, its idempotency key, and what it asks for. Raises InvalidInput for a key that cannot be one."""

    def __init__(self, user_id: UUID, key: str, *, what: str) -> None:
        if not 0 < len(key) <= _LONGEST_KEY or not key.isprintable():
            sentence = f"The idempotency key takes 1 to {_LONGEST_KEY} printable characters."
            raise InvalidInput(sentence, field="Idempotency-Key")
        self.user_id = user_id
        self.key = key
        self.request_hash = sha256(what.encode()).hexdigest()

    def earlier_jobs(self, db: Session) -> tuple[JobRecord, ...]:
        """Return the jobs that this click has made before. Raises KeyReused where the key stands for another wish."""
        earlier = jobs.jobs_of_key(db, user_id=self.user_id, idempotency_key=self.key)
        # Jobs from before requests were hashed answer to their key alone.
        if any(job.request_hash and job.request_hash != self.request_hash for job in earlier):
            raise KeyReused
        return earlier


def queue_jobs(
    parts: Parts,
    db: Session,
    session: LockedSession,
    click: Click,
    artist: Artist,
    wanted: Sequence[JobRequest],
    *,
    retry_of: UUID | None = None,
) -> tuple[UUID, ...]:
    """Insert a job, its reserve and its message for each request. The caller holds the session's lock."""
    if active := jobs.active_jobs(db, session_id=session.id):
        raise GenerationUnderWay(active[0])
    if session.message_count + len(wanted) > MAX_MESSAGES:
        raise SessionFull
    _refuse_too_much(parts, db, click.user_id, count=len(wanted))
    if artist.is_ai:
        _refuse_who_is_refused(db, click.user_id)
    price = artist.price_micro_dollars(asset_type(session.asset_type))
    batch_id = uuid4()
    job_ids = []
    for variation, request in enumerate(wanted):
        job_id = jobs.add_job(
            db,
            user_id=click.user_id,
            session_id=session.id,
            idempotency_key=click.key,
            request_hash=click.request_hash,
            asset_type=session.asset_type,
            request=request,
            artist=artist.id,
            price_micro_dollars=price,
            batch_id=batch_id,
            variation=variation,
        )
        if job_id is None:
            # The same key, at the same moment, in another session.
            raise KeyReused
        ledger.reserve(db, job_id=job_id, micro_dollars=price)
        message = GenerationMessage(
            id=uuid4(), timestamp=session.locked_at, job_id=job_id, batch_id=batch_id, retry_of=retry_of
        )
        sessions.append_message(db, session_id=session.id, message=message)
        job_ids.append(job_id)
    _refuse_overspending(parts, db, click.user_id, price)
    return tuple(job_ids)


def _refuse_too_much(parts: Parts, db: Session, user_id: UUID, *, count: int) -> None:
    """Take all of a click or nothing. Raises: QueueFull, QuotaReached."""
    jobs.take_turns(db, user_id=user_id)
    usage = jobs.usage(db, user_id=user_id)
    if usage.waiting + count > parts.settings.user_waiting_cap:
        raise QueueFull(parts.settings.user_waiting_cap - usage.waiting)
    if usage.day + count > parts.settings.user_daily_quota:
        raise QuotaReached(parts.settings.user_daily_quota - usage.day)


def _refuse_who_is_refused(db: Session, user_id: UUID) -> None:
    """Raise TooManyRefusals for a quarter of an hour after the fifth refusal within one."""
    wait = jobs.pause_after_refusals(
        db, user_id=user_id, most=_MOST_REFUSALS, pause_seconds=_PAUSE_AFTER_REFUSALS_SECONDS
    )
    if wait:
        raise TooManyRefusals(wait)


def _refuse_overspending(parts: Parts, db: Session, user_id: UUID, price_micro_dollars: int) -> None:
    """Raise SpendingCapReached where this would pass a cap. What is queued in this transaction is counted already."""
    if not price_micro_dollars:
        return
    spending.take_turns(db)
    parts.settings.spending_caps.check(spending.of_month(db, user_id=user_id))
