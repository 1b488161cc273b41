"""Which refused picture offers a milder wish: the newest, as long as nothing has come in between."""

from dataclasses import replace

from coach_app.database.jobs import JobRecord
from coach_app.database.threads import Thread
from coach_app.domain.asset_table import asset_type
from coach_app.domain.coach_sessions import AssetMessage, GenerationMessage
from coach_app.domain.prompts import shown_phrase
from coach_app.domain.rewrites import offer
from coach_app.web.view_models import JobView


def with_offer(view: JobView, thread: Thread) -> JobView:
    """Return the job's card with the wish that may be tried instead, if it is there to be tried."""
    pictures = [message for message in thread.session.messages if isinstance(message, GenerationMessage | AssetMessage)]
    refused = [message for message in pictures if _is_refused(thread.jobs.get(message.job_id))]
    job = thread.jobs[refused[-1].job_id] if refused else None
    if job is None or job.refusal is None or str(job.id) != view.id:
        return view
    kind = asset_type(job.asset_type)
    found = offer(kind, job.request.brief, job.refusal, now=thread.session.brief)
    is_followed = pictures[-1].batch_id != refused[-1].batch_id
    if found is None or (found.is_taken and is_followed):
        return view
    phrase = shown_phrase(kind, found.brief)
    wish = f"{phrase} ({found.changes})" if found.changes else phrase
    return replace(view, rewrite=wish, is_rewrite_taken=found.is_taken)


def _is_refused(job: JobRecord | None) -> bool:
    return job is not None and job.refusal is not None
