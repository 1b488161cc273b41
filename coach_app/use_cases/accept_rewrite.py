"""Take the milder wish that is offered after a refusal."""

from uuid import UUID

from coach_app.database import brand_kits, chat_pictures, jobs, sessions
from coach_app.domain.asset_table import asset_type
from coach_app.domain.errors import NotFound
from coach_app.domain.image_prompts import prompt_for
from coach_app.domain.prompts import title_of
from coach_app.domain.rewrites import rewritten
from coach_app.parts import Parts


def accept_rewrite(parts: Parts, *, user_id: UUID, job_id: UUID) -> None:
    """Give the job's session the rewritten brief; a prompt written by hand goes, for it was refused.

    Raises NotFound where there is no such job, or nothing to offer for it.
    """
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
        if job is None or job.session_id is None or job.refusal is None:
            raise NotFound("refused job")
        session = sessions.lock_session(db, user_id=user_id, session_id=job.session_id)
        kind = asset_type(job.asset_type)
        brief = rewritten(kind, job.request.brief, job.refusal)
        if brief is None:
            raise NotFound("rewrite")
        brand = brand_kits.find_look(db, user_id=user_id, kit_id=session.brand_kit_id)
        pictures = chat_pictures.count_pictures(db, session_id=session.id)
        prompt = prompt_for(parts.artist_of(db, user_id), kind, brief, brand, pictures=pictures)
        sessions.set_brief(db, session_id=session.id, brief=brief, prompt=prompt, title=title_of(kind, brief))
        sessions.set_edited_prompt(db, session_id=session.id, prompt=None)
    parts.hub.publish(session.id, {"type": "session"})
