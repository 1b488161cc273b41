"""Interrupt the coach: what it has said so far becomes its reply."""

import asyncio
from uuid import UUID

from coach_app.database import sessions
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


async def stop_reply(parts: Parts, *, user_id: UUID, session_id: UUID) -> None:
    """Stop the reply that this process is writing in the session, if it is; `write_reply` stores what there is of it.

    Raises: NotFound.
    """
    await asyncio.to_thread(_check, parts, user_id, session_id)
    parts.running_replies.stop(session_id)


def _check(parts: Parts, user_id: UUID, session_id: UUID) -> None:
    with parts.database.transaction() as db:
        if not sessions.has_session(db, user_id=user_id, session_id=session_id):
            raise NotFound("session")
