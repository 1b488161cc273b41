"""Ask for a picture: one row, then a ring."""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import brand_kits, chat_pictures, jobs, ledger, sessions, spending
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brand_looks import BrandLook
from coach_app.domain.chat_pictures import ShownPicture
from coach_app.domain.coach_sessions import MAX_MESSAGES, GenerationMessage
from coach_app.domain.errors import (
    BriefNotReady,
    GenerationUnderWay,
    InvalidInput,
    KeyReused,
    LogoMissing,
    NotFound,
    PictureRemoved,
    QueueFull,
    QuotaReached,
    SessionFull,
)
from coach_app.domain.generation_jobs import GenerationOptions, JobRequest, JobStatus
from coach_app.domain.image_prompts import prompt_for
from coach_app.domain.logos import LogoOptions, LogoRequest
from coach_app.domain.ports import Artist, refuse_what_it_cannot_make
from coach_app.domain.readiness import readiness
from coach_app.parts import Parts

_LONGEST_KEY = 200
_NO_OPTIONS = GenerationOptions()


@dataclass(frozen=True, slots=True)
class GenerationRequested:
    """`is_new` is False where this very click was heard before; `status` is the job's now."""

    job_id: UUID
    is_new: bool
    status: JobStatus


def request_generation(
    parts: Parts,
    *,
    user_id: UUID,
    session_id: UUID,
    idempotency_key: str,
    options: GenerationOptions = _NO_OPTIONS,
) -> GenerationRequested:
    """Queue a picture of the session's brief, and of its kit or the one that is named, as they stand now.

    Raises: NotFound, BriefNotReady with what is missing, LogoMissing, GenerationUnderWay, KeyReused, QueueFull,
    QuotaReached, SpendingCapReached, SessionFull, InvalidInput.
    """
    click = _Click(user_id, idempotency_key, what=f"generate {session_id} {options.model_dump_json()}")
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if earlier := click.earlier_job(db):
            return _heard_before(earlier)
        kind = asset_type(session.asset_type)
        missing = readiness(kind, session.brief).missing
        if missing:
            raise BriefNotReady(missing)
        artist = parts.artist_of(db, user_id)
        refuse_what_it_cannot_make(artist, kind)
        brand = _brand(db, session, click, options)
        shown = _shown(db, session, click, artist)
        request = JobRequest(
            title=session.title,
            brief=session.brief,
            prompt=_prompt(artist, kind, session, brand, pictures=len(shown)),
            variant=jobs.next_variant(db, session_id=session_id, brief=session.brief),
            brand=brand,
            logo=_logo(db, kind, click, brand, options.logo) if options.include_logo else None,
            shown=shown,
        )
        queued = _queue(parts, db, session, click, artist, request)
    return _announced(parts, session_id, queued)


def retry_generation(parts: Parts, *, user_id: UUID, job_id: UUID, idempotency_key: str) -> GenerationRequested:
    """Queue a new job with the request of one that has ended; a logo is the kit's present one of its kind.

    Raises: NotFound, LogoMissing, PictureRemoved, GenerationUnderWay, KeyReused, QueueFull, QuotaReached, SessionFull,
    InvalidInput.
    """
    click = _Click(user_id, idempotency_key, what=f"retry {job_id}")
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None or job.session_id is None:
            raise NotFound("job")
        session = sessions.lock_session(db, user_id=user_id, session_id=job.session_id)
        if earlier := click.earlier_job(db):
            return _heard_before(earlier)
        request = job.request
        if request.logo:
            logo = _logo(db, asset_type(session.asset_type), click, request.brand, request.logo.options)
            request = request.model_copy(update={"logo": logo})
        artist = parts.artist_of(db, user_id)
        request = request.model_copy(update={"shown": _still_shown(db, session, click, artist, request)})
        queued = _queue(parts, db, session, click, artist, request)
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

    def earlier_job(self, db: Session) -> JobRecord | None:
        """Return the job that this click has made before. Raises KeyReused where the key stands for another wish."""
        earlier = jobs.job_of_key(db, user_id=self.user_id, idempotency_key=self.key)
        if earlier is None:
            return None
        # Jobs from before requests were hashed answer to their key alone.
        if earlier.request_hash and earlier.request_hash != self.request_hash:
            raise KeyReused
        return earlier


def _prompt(artist: Artist, kind: AssetType, session: LockedSession, brand: BrandLook | None, *, pictures: int) -> str:
    """Return what the artist is told: what the streamer has written, where the artist goes by words."""
    if artist.is_ai and session.edited_prompt:
        return session.edited_prompt
    return prompt_for(artist, kind, session.brief, brand, pictures=pictures)


def _brand(db: Session, session: LockedSession, click: _Click, options: GenerationOptions) -> BrandLook | None:
    kit_id = options.brand_kit_id or session.brand_kit_id
    look = brand_kits.find_look(db, user_id=click.user_id, kit_id=kit_id)
    if look is None and options.brand_kit_id:
        raise NotFound("brand kit")
    return look


def _shown(db: Session, session: LockedSession, click: _Click, artist: Artist) -> tuple[ShownPicture, ...]:
    """Return the very files to go by. The session's lock keeps them until the job is there, and then the job does."""
    if not artist.can_see:
        return ()
    found = chat_pictures.session_pictures(db, user_id=click.user_id, session_id=session.id)
    return tuple(ShownPicture(key=picture.key, sha256=picture.sha256) for picture in found)


def _still_shown(
    db: Session, session: LockedSession, click: _Click, artist: Artist, request: JobRequest
) -> tuple[ShownPicture, ...]:
    """Return what a retried job goes by: the same pictures. Raises PictureRemoved where one has gone."""
    if not (request.shown and artist.can_see):
        return ()
    if not set(request.shown) <= set(_shown(db, session, click, artist)):
        raise PictureRemoved
    return request.shown


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
    parts: Parts, db: Session, session: LockedSession, click: _Click, artist: Artist, request: JobRequest
) -> UUID:
    """Insert job, reserve and message. The caller holds the session's lock."""
    if active := jobs.active_job(db, user_id=click.user_id, session_id=session.id):
        raise GenerationUnderWay(active.id)
    if session.message_count >= MAX_MESSAGES:
        raise SessionFull
    _refuse_too_much(parts, db, click.user_id)
    price = artist.price_micro_dollars(asset_type(session.asset_type))
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
    )
    if job_id is None:
        # The same key, at the same moment, in another session.
        raise KeyReused
    _refuse_overspending(parts, db, click.user_id, price)
    ledger.reserve(db, job_id=job_id, micro_dollars=price)
    message = GenerationMessage(id=uuid4(), timestamp=session.locked_at, job_id=job_id)
    sessions.append_message(db, session_id=session.id, message=message)
    return job_id


def _refuse_too_much(parts: Parts, db: Session, user_id: UUID) -> None:
    jobs.take_turns(db, user_id=user_id)
    usage = jobs.usage(db, user_id=user_id)
    if usage.waiting >= parts.settings.user_waiting_cap:
        raise QueueFull
    if usage.day >= parts.settings.user_daily_quota:
        raise QuotaReached


def _refuse_overspending(parts: Parts, db: Session, user_id: UUID, price_micro_dollars: int) -> None:
    """Raise SpendingCapReached where this would pass a cap. What is queued in this transaction is counted already."""
    if not price_micro_dollars:
        return
    spending.take_turns(db)
    parts.settings.spending_caps.check(spending.of_month(db, user_id=user_id))


def _announced(parts: Parts, session_id: UUID, job_id: UUID) -> GenerationRequested:
    parts.bell.ring()
    parts.hub.publish(session_id, {"type": "session"})
    return GenerationRequested(job_id, is_new=True, status=JobStatus.QUEUED)


def _heard_before(job: JobRecord) -> GenerationRequested:
    return GenerationRequested(job.id, is_new=False, status=job.status)
