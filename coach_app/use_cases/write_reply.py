"""Have the coach answer the newest message: words as they come, one commit at the end."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

from coach_app.database import brand_kits, sessions
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.coach_sessions import CoachMessage, Message, UserMessage, unanswered
from coach_app.domain.errors import CoachIsWriting, NotFound
from coach_app.domain.image_prompts import prompt_for
from coach_app.domain.ports import Coach, CoachTurn, TurnRequest
from coach_app.domain.prompts import title_of
from coach_app.parts import Parts

_HISTORY_MESSAGES = 20

# asyncio keeps only weak references to tasks: a reply has to outlive the tab that asked for it.
_running: set[asyncio.Task[None]] = set()


async def write_reply(parts: Parts, *, user_id: UUID, session_id: UUID) -> AsyncIterator[str]:
    """Yield the reply as far as it has come, again and again; it is stored at its end even if nobody listens any more.

    Raises: NotFound where there is no such session or nothing to answer, CoachIsWriting.
    """
    message, request, coach = await asyncio.to_thread(_begin, parts, user_id, session_id)
    replies: asyncio.Queue[str | None] = asyncio.Queue()
    task = asyncio.create_task(_write(parts, user_id, session_id, message, request, coach, replies))
    _running.add(task)
    task.add_done_callback(_running.discard)
    while (reply := await replies.get()) is not None:
        yield reply
    await task


def _begin(parts: Parts, user_id: UUID, session_id: UUID) -> tuple[UserMessage, TurnRequest, Coach]:
    with parts.database.transaction() as db:
        locked = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if locked.is_writing:
            raise CoachIsWriting
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
        message = unanswered(session.messages) if session else None
        if session is None or message is None:
            raise NotFound("unanswered message")
        sessions.set_writing(db, session_id=session_id, is_writing=True)
        coach = parts.coach_of(db, user_id)
    parts.hub.publish(session_id, {"type": "writing"})
    request = TurnRequest(
        asset_type=asset_type(session.asset_type),
        brief=session.brief,
        message=message.text,
        history=_history(session.messages, before=message),
        has_asset=session.has_assets,
    )
    return message, request, coach


async def _write(
    parts: Parts,
    user_id: UUID,
    session_id: UUID,
    message: UserMessage,
    request: TurnRequest,
    coach: Coach,
    replies: asyncio.Queue[str | None],
) -> None:
    turn: CoachTurn | None = None
    try:
        try:
            async for item in coach.turn(request):
                if isinstance(item, CoachTurn):
                    turn = item
                elif isinstance(item, str):
                    replies.put_nowait(item)
        finally:
            await asyncio.to_thread(_finish, parts, user_id, session_id, message, request, turn)
    finally:
        replies.put_nowait(None)


def _finish(
    parts: Parts, user_id: UUID, session_id: UUID, message: UserMessage, request: TurnRequest, turn: CoachTurn | None
) -> None:
    with parts.database.transaction() as db:
        session = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if turn is None or sessions.has_reply(db, session_id=session_id, message_id=message.id):
            sessions.set_writing(db, session_id=session_id, is_writing=False)
        else:
            reply = CoachMessage(id=uuid4(), timestamp=session.locked_at, text=turn.reply, reply_to=message.id)
            sessions.append_message(db, session_id=session_id, message=reply)
            brief = _merged(current=session.brief, before=request.brief, after=turn.brief)
            kind = request.asset_type
            brand = brand_kits.find_look(db, user_id=user_id, kit_id=session.brand_kit_id)
            prompt = prompt_for(parts.artist_of(db, user_id), kind, brief, brand)
            sessions.set_brief(db, session_id=session_id, brief=brief, prompt=prompt, title=title_of(kind, brief))
            sessions.end_turn(db, session_id=session_id, suggestions=turn.suggestions, turns=int(turn.understood))
    parts.hub.publish(session_id, {"type": "session"})


def _merged(*, current: Brief, before: Brief, after: Brief) -> Brief:
    """Lay what the coach changed over the brief as it stands: a chip edited meanwhile by hand is kept."""
    changed = {name: value for name, value in after if getattr(before, name) != value}
    return current.with_slots(**changed)


def _history(messages: tuple[Message, ...], *, before: UserMessage) -> tuple[tuple[str, str], ...]:
    spoken = [
        (message.type, message.text)
        for message in messages
        if isinstance(message, UserMessage | CoachMessage) and message.id != before.id
    ]
    return tuple(spoken[-_HISTORY_MESSAGES:])
