"""Ask for a picture, or for some variations of it: a row for each, then a ring."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import brand_kits, jobs, ledger, sessions, users
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brand_looks import BrandLook
from coach_app.domain.coach_sessions import MAX_MESSAGES, GenerationMessage
from coach_app.domain.errors import (
    BriefNotReady,
    GenerationUnderWay,
    InvalidInput,
    KeyReused,
    LogoMissing,
    NotFound,
    QueueFull,
    QuotaReached,
    SessionFull,
)
from coach_app.domain.generation_jobs import GenerationOptions, JobRequest, JobStatus
from coach_app.domain.logos import LogoOptions, LogoRequest
from coach_app.domain.ports import Artist, refuse_what_it_cannot_make
from coach_app.domain.prompts import refined_prompt
from coach_app.domain.readiness import readiness
from coach_app.parts import Parts

_LONGEST_KEY = 200
_NO_OPTIONS = GenerationOptions()


@dataclass(frozen=True, slots=True)
class GenerationRequested:
    """`job_ids` has a job for each variation; `status` is that of the first now. `is_new` is False where this very
    click was heard before."""

    job_ids: tuple[UUID, ...]
    is_new: bool
    status: JobStatus

    @property
    def job_id(self) -> UUID:
        return self.job_ids[0]


def request_generation(
    parts: Parts,
    *,
    user_id: UUID,
    session_id: UUID,
    idempotency_key: str,
    options: GenerationOptions = _NO_OPTIONS,
) -> GenerationRequested:
    """Queue pictures of the session's brief, and of its kit or the one that is named, as they stand now: each
    variation is a job of its own, with an end of its own.

    Raises: NotFound, BriefNotReady with what is missing, LogoMissing, GenerationUnderWay, KeyReused, QueueFull,
    QuotaReached, SessionFull, InvalidInput.
    """
    click = _Click(user_id, idempotency_key, what=f"generate {session_id} {options.model_dump_json()}")
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if earlier := click.earlier_jobs(db):
            return _heard_before(earlier)
        kind = asset_type(session.asset_type)
        missing = readiness(kind, session.brief).missing
        if missing:
            raise BriefNotReady(missing)
        artist = _artist(parts, db, click)
        refuse_what_it_cannot_make(artist, kind)
        brand = _brand(db, session, click, options)
        request = JobRequest(
            title=session.title,
            brief=session.brief,
            prompt=refined_prompt(kind, session.brief, brand),
            variant=jobs.next_variant(db, session_id=session_id, brief=session.brief),
            brand=brand,
            logo=_logo(db, kind, click, brand, options.logo) if options.include_logo else None,
        )
        variants = range(request.variant, request.variant + options.variations)
        wanted = [request.model_copy(update={"variant": variant}) for variant in variants]
        queued = _queue(parts, db, session, click, artist, wanted)
    return _announced(parts, session_id, queued)


def retry_generation(parts: Parts, *, user_id: UUID, job_id: UUID, idempotency_key: str) -> GenerationRequested:
    """Queue a new job with the request of one that has ended; a logo is the kit's present one of its kind.

    Raises: NotFound, LogoMissing, GenerationUnderWay, KeyReused, QueueFull, QuotaReached, SessionFull, InvalidInput.
    """
    click = _Click(user_id, idempotency_key, what=f"retry {job_id}")
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None or job.session_id is None:
            raise NotFound("job")
        session = sessions.lock_session(db, user_id=user_id, session_id=job.session_id)
        if earlier := click.earlier_jobs(db):
            return _heard_before(earlier)
        request = job.request
        if request.logo:
            logo = _logo(db, asset_type(session.asset_type), click, request.brand, request.logo.options)
            request = request.model_copy(update={"logo": logo})
        queued = _queue(parts, db, session, click, _artist(parts, db, click), [request], retry_of=job_id)
    return _announced(parts, job.session_id, queued)


class _Click:
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


def _artist(parts: Parts, db: Session, click: _Click) -> Artist:
    is_paying = users.may_spend(db, user_id=click.user_id, may_guests=parts.settings.guests_may_spend)
    return parts.artists.of(may_spend=is_paying)


def _brand(db: Session, session: LockedSession, click: _Click, options: GenerationOptions) -> BrandLook | None:
    kit_id = options.brand_kit_id or session.brand_kit_id
    look = brand_kits.find_look(db, user_id=click.user_id, kit_id=kit_id)
    if look is None and options.brand_kit_id:
        raise NotFound("brand kit")
    return look


def _logo(db: Session, kind: AssetType, click: _Click, brand: BrandLook | None, options: LogoOptions) -> LogoRequest:
    """Return the very file to be put on. The kit keeps it until the job is there, and the job until it ends."""
    if not kind.can_have_logo:
        raise InvalidInput(f"A {kind.noun} is too small for a logo. Generate it without one.", field="include_logo")
    if brand is None:
        raise LogoMissing(options.kind)
    logo = brand_kits.find_logo(db, user_id=click.user_id, kit_id=brand.kit_id, kind=options.kind, is_held=True)
    if logo is None:
        is_kit_there = brand_kits.find_look(db, user_id=click.user_id, kit_id=brand.kit_id)
        raise LogoMissing(options.kind, kit_name=brand.name if is_kit_there else "")
    return LogoRequest(**options.model_dump(), key=logo.key, sha256=logo.sha256)


def _queue(
    parts: Parts,
    db: Session,
    session: LockedSession,
    click: _Click,
    artist: Artist,
    wanted: Sequence[JobRequest],
    *,
    retry_of: UUID | None = None,
) -> tuple[UUID, ...]:
    """Insert a job, its reserve and its message for each request. The caller holds the session's lock."""
    if active := jobs.active_jobs(db, user_id=click.user_id, session_id=session.id):
        raise GenerationUnderWay(active[0].id)
    if session.message_count + len(wanted) > MAX_MESSAGES:
        raise SessionFull
    _refuse_too_much(parts, db, click.user_id, count=len(wanted))
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
    return tuple(job_ids)


def _refuse_too_much(parts: Parts, db: Session, user_id: UUID, *, count: int) -> None:
    """Take all of a click or nothing. Raises: QueueFull, QuotaReached."""
    jobs.take_turns(db, user_id=user_id)
    usage = jobs.usage(db, user_id=user_id)
    if usage.waiting + count > parts.settings.user_waiting_cap:
        raise QueueFull(parts.settings.user_waiting_cap - usage.waiting)
    if usage.day + count > parts.settings.user_daily_quota:
        raise QuotaReached(parts.settings.user_daily_quota - usage.day)


def _announced(parts: Parts, session_id: UUID, job_ids: tuple[UUID, ...]) -> GenerationRequested:
    parts.bell.ring(len(job_ids))
    parts.hub.publish(session_id, {"type": "session"})
    return GenerationRequested(job_ids, is_new=True, status=JobStatus.QUEUED)


def _heard_before(earlier: tuple[JobRecord, ...]) -> GenerationRequested:
    return GenerationRequested(tuple(job.id for job in earlier), is_new=False, status=earlier[0].status)
