"""Take the milder wish that is offered after a refusal."""

from uuid import UUID

from coach_app.briefs import keep_brief
from coach_app.database import jobs, session_prompts, sessions
from coach_app.domain.asset_table import asset_type
from coach_app.domain.errors import NotFound
from coach_app.domain.rewrites import offer
from coach_app.parts import Parts


def accept_rewrite(parts: Parts, *, user_id: UUID, job_id: UUID) -> None:
    """Lay the milder wish over the brief of the job's session, once; a prompt written by hand is set
    aside, for it was refused.

    Raises NotFound where there is no such job, or nothing to offer for it.
    """
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None or job.session_id is None or job.refusal is None:
            raise NotFound("refused job")
        session = sessions.lock_session(db, user_id=user_id, session_id=job.session_id)
        offered = offer(asset_type(job.asset_type), job.request.brief, job.refusal, now=session.brief)
        if offered is None:
            raise NotFound("rewrite")
        if offered.is_taken:
            return
        keep_brief(parts, db, user_id=user_id, session_id=session.id, brief=offered.brief)
        session_prompts.set_aside(db, session_id=session.id)
    parts.hub.publish(session.id, {"type": "session"})
