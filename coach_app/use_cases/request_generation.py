"""Ask for a picture: one row, then a ring."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.database import jobs, sessions
from coach_app.database.sessions import LockedSession
from coach_app.domain.asset_types import asset_type
from coach_app.domain.coach_sessions import MAX_MESSAGES, GenerationMessage
from coach_app.domain.errors import BriefNotReady, InvalidInput, NotFound, SessionFull
from coach_app.domain.generation_jobs import JobRequest
from coach_app.domain.prompts import refined_prompt
from coach_app.domain.readiness import readiness
from coach_app.parts import Parts

_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class GenerationRequested:
    """`is_new` is False where the click was repeated or another job of the session is at work: attach to it."""

    job_id: UUID
    is_new: bool


def request_generation(parts: Parts, *, user_id: UUID, session_id: UUID, idempotency_key: str) -> GenerationRequested:
    """Queue a picture of the session's brief as it stands now.

    Raises: NotFound, BriefNotReady with what is missing, SessionFull, InvalidInput.
    """
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        kind = asset_type(session.asset_type)
        missing = readiness(kind, session.brief).missing
        if missing:
            raise BriefNotReady(missing)
        request = JobRequest(
            title=session.title,
            brief=session.brief,
            prompt=refined_prompt(kind, session.brief),
            variant=jobs.next_variant(db, session_id=session_id, brief=session.brief),
        )
        requested = _queue(db, user_id, session, idempotency_key, request)
    return _announced(parts, session_id, requested)


def retry_generation(parts: Parts, *, user_id: UUID, job_id: UUID, idempotency_key: str) -> GenerationRequested:
    """Queue a new job with the request of one that has ended. Raises: NotFound, SessionFull, InvalidInput."""
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None or job.session_id is None:
            raise NotFound("job")
        session = sessions.lock_session(db, user_id=user_id, session_id=job.session_id)
        requested = _queue(db, user_id, session, idempotency_key, job.request)
    return _announced(parts, job.session_id, requested)


def _queue(
    db: Session, user_id: UUID, session: LockedSession, idempotency_key: str, request: JobRequest
) -> GenerationRequested:
    if not 0 < len(idempotency_key) <= _LONGEST_KEY or not idempotency_key.isprintable():
        sentence = f"The idempotency key takes 1 to {_LONGEST_KEY} printable characters."
        raise InvalidInput(sentence, field="Idempotency-Key")
    job_id = None
    if session.message_count < MAX_MESSAGES:
        job_id = jobs.add_job(
            db,
            user_id=user_id,
            session_id=session.id,
            idempotency_key=idempotency_key,
            asset_type=session.asset_type,
            request=request,
        )
    if job_id is None:
        return GenerationRequested(_job_in_the_way(db, user_id, session, idempotency_key), is_new=False)
    message = GenerationMessage(id=uuid4(), timestamp=session.locked_at, job_id=job_id)
    sessions.append_message(db, session_id=session.id, message=message)
    return GenerationRequested(job_id, is_new=True)


def _job_in_the_way(db: Session, user_id: UUID, session: LockedSession, idempotency_key: str) -> UUID:
    """Return the job that this click or another one has made before. Raises: InvalidInput, SessionFull."""
    if earlier := jobs.job_of_key(db, user_id=user_id, idempotency_key=idempotency_key):
        if earlier.session_id != session.id:
            raise InvalidInput("This idempotency key is in use for another session.", field="Idempotency-Key")
        return earlier.id
    if active := jobs.active_job(db, user_id=user_id, session_id=session.id):
        return active.id
    raise SessionFull


def _announced(parts: Parts, session_id: UUID, requested: GenerationRequested) -> GenerationRequested:
    if requested.is_new:
        parts.bell.ring()
        parts.hub.publish(session_id, {"type": "session"})
    return requested
