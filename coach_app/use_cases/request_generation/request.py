"""Ask for a picture, or for some variations of it: a row for each, then a ring."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from coach_app.database import brand_kits, chat_pictures, jobs, session_prompts, sessions, versions
from coach_app.database.assets import AssetRecord
from coach_app.database.jobs import JobRecord
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brand_looks import BrandLook
from coach_app.domain.errors import BriefNotReady, InvalidInput, LogoMissing, NotFound, PictureRemoved
from coach_app.domain.generation_jobs import GenerationOptions, JobRequest, JobStatus, StoredPicture
from coach_app.domain.image_prompts import prompt_for, told
from coach_app.domain.logos import LogoOptions, LogoRequest
from coach_app.domain.ports import Artist, refuse_what_it_cannot_make
from coach_app.domain.readiness import readiness
from coach_app.parts import Parts
from coach_app.use_cases.request_generation.click import Click, queue_jobs

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

    A picture that is chosen in the session, or named in the options, is what these are changes of.

    Raises: NotFound, BriefNotReady with what is missing, LogoMissing, GenerationUnderWay, KeyReused, QueueFull,
    QuotaReached, SpendingCapReached, TooManyRefusals, SessionFull, InvalidInput.
    """
    click = Click(user_id, idempotency_key, what=f"generate {session_id} {options.model_dump_json()}")
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if earlier := click.earlier_jobs(db):
            return _heard_before(earlier)
        artist = parts.artist_of(db, user_id)
        request = _request(db, session, click, artist, options)
        variants = range(request.variant, request.variant + options.variations)
        wanted = [request.model_copy(update={"variant": variant}) for variant in variants]
        queued = queue_jobs(parts, db, session, click, artist, wanted)
        if session.has_prompt_aside:
            session_prompts.forget_aside(db, session_id=session_id)
    return _announced(parts, session_id, queued)


def retry_generation(parts: Parts, *, user_id: UUID, job_id: UUID, idempotency_key: str) -> GenerationRequested:
    """Queue a new job with the request of one that has ended; a logo is the kit's present one of its kind.

    Raises: NotFound, LogoMissing, PictureRemoved, GenerationUnderWay, KeyReused, QueueFull, QuotaReached,
    SpendingCapReached, TooManyRefusals, SessionFull, InvalidInput.
    """
    click = Click(user_id, idempotency_key, what=f"retry {job_id}")
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None or job.session_id is None:
            raise NotFound("job")
        session = sessions.lock_session(db, user_id=user_id, session_id=job.session_id)
        if earlier := click.earlier_jobs(db):
            return _heard_before(earlier)
        artist = parts.artist_of(db, user_id)
        request = _once_more(db, session, click, artist, job.request)
        queued = queue_jobs(parts, db, session, click, artist, [request], retry_of=job_id)
    return _announced(parts, job.session_id, queued)


def _request(
    db: Session, session: LockedSession, click: Click, artist: Artist, options: GenerationOptions
) -> JobRequest:
    """Return what the artist is to make of the session as it stands.

    Raises: BriefNotReady, InvalidInput, LogoMissing, NotFound.
    """
    kind = asset_type(session.asset_type)
    missing = readiness(kind, session.brief).missing
    if missing:
        raise BriefNotReady(missing)
    refuse_what_it_cannot_make(artist, kind)
    brand = _brand(db, session, click, options)
    parent = _parent(db, session, click, options.change_of or session.changing_asset_id)
    if parent is None and options.change_of:
        raise NotFound("asset")
    shown = _shown(db, session, click, artist)
    request = JobRequest(
        title=session.title,
        brief=session.brief,
        prompt=_prompt(artist, kind, session, brand, is_change=parent is not None, pictures=len(shown)),
        brand=brand,
        logo=_logo(db, kind, click, brand, options.logo) if options.include_logo else None,
        parent_asset_id=parent.id if parent else None,
        changed=_changed(artist, parent) if parent else None,
        shown=shown,
    )
    return request.model_copy(update={"variant": _variant(db, session, request, parent)})


def _once_more(db: Session, session: LockedSession, click: Click, artist: Artist, request: JobRequest) -> JobRequest:
    """Return the request with the files that it needs as they are now. Raises: LogoMissing, PictureRemoved."""
    logo, changed = request.logo, request.changed if artist.can_see else None
    if logo:
        logo = _logo(db, asset_type(session.asset_type), click, request.brand, logo.options)
    if parent := _parent(db, session, click, request.parent_asset_id):
        changed = _changed(artist, parent)
    shown = _still_shown(db, session, click, artist, request)
    return request.model_copy(update={"logo": logo, "changed": changed, "shown": shown})


def _prompt(
    artist: Artist, kind: AssetType, session: LockedSession, brand: BrandLook | None, *, is_change: bool, pictures: int
) -> str:
    """Return what the artist is told: what the streamer has written, where the artist goes by words."""
    if artist.is_ai and session.edited_prompt:
        return session.edited_prompt
    return told(artist, prompt_for(artist, kind, session.brief, brand, pictures=pictures), is_change=is_change)


def _shown(db: Session, session: LockedSession, click: Click, artist: Artist) -> tuple[StoredPicture, ...]:
    """Return the very files to go by. The session's lock keeps them until the job is there, and then the job does."""
    if not artist.can_see:
        return ()
    found = chat_pictures.session_pictures(db, user_id=click.user_id, session_id=session.id)
    return tuple(StoredPicture(key=picture.key, sha256=picture.sha256) for picture in found)


def _still_shown(
    db: Session, session: LockedSession, click: Click, artist: Artist, request: JobRequest
) -> tuple[StoredPicture, ...]:
    """Return what a retried job goes by: the same pictures. Raises PictureRemoved where one has gone."""
    if not (request.shown and artist.can_see):
        return ()
    if not set(request.shown) <= set(_shown(db, session, click, artist)):
        raise PictureRemoved
    return request.shown


def _brand(db: Session, session: LockedSession, click: Click, options: GenerationOptions) -> BrandLook | None:
    kit_id = options.brand_kit_id or session.brand_kit_id
    look = brand_kits.find_look(db, user_id=click.user_id, kit_id=kit_id)
    if look is None and options.brand_kit_id:
        raise NotFound("brand kit")
    return look


def _parent(db: Session, session: LockedSession, click: Click, asset_id: UUID | None) -> AssetRecord | None:
    """Return the session's picture that is to be changed, if it is there."""
    if asset_id is None:
        return None
    return versions.find_in_session(db, user_id=click.user_id, session_id=session.id, asset_id=asset_id)


def _variant(db: Session, session: LockedSession, request: JobRequest, parent: AssetRecord | None) -> int:
    """Return the variant of what is changed, so that it stays the same mascot; where nothing has changed, another one
    is wanted."""
    wanted = (request.brief, request.prompt, request.snapshot)
    if parent and (parent.brief, parent.prompt, parent.brand) != wanted:
        return parent.variant
    return jobs.next_variant(db, session_id=session.id, brief=session.brief)


def _changed(artist: Artist, parent: AssetRecord) -> StoredPicture | None:
    """Return the file that an artist who goes by pictures is shown."""
    master = parent.master if artist.can_see else None
    return StoredPicture(key=master.key, sha256=master.sha256) if master else None


def _logo(db: Session, kind: AssetType, click: Click, brand: BrandLook | None, options: LogoOptions) -> LogoRequest:
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


def _announced(parts: Parts, session_id: UUID, job_ids: tuple[UUID, ...]) -> GenerationRequested:
    parts.bell.ring(len(job_ids))
    parts.hub.publish(session_id, {"type": "session"})
    return GenerationRequested(job_ids, is_new=True, status=JobStatus.QUEUED)


def _heard_before(earlier: tuple[JobRecord, ...]) -> GenerationRequested:
    return GenerationRequested(tuple(job.id for job in earlier), is_new=False, status=earlier[0].status)
