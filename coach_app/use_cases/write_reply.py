"""Have the coach answer the newest message: words as they come, one commit at the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlmodel import Session

from coach_app.briefs import keep_brief
from coach_app.database import breakers, coach_costs, sessions, spending
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.coach_sessions import CoachMessage, Message, UserMessage, unanswered
from coach_app.domain.errors import CoachIsWriting, NotFound, ServiceUnavailable, SpendingCapReached
from coach_app.domain.ports import Coach, CoachTurn, TurnRequest, coaching_provider_of
from coach_app.domain.spending import Receipt
from coach_app.parts import Parts

_HISTORY_MESSAGES = 20
# A third of the lease: two may fail before anybody takes the message for lost.
_RENEWAL_SECONDS = 10.0
_USED_UP = "No dollars are left for a model this month, so the built-in coach answered."
_STOPPED = "Stopped."
_STOPPED_AT_ONCE = "Stopped before I said anything."


@dataclass(slots=True)
class _Reply:
    """A reply on its way. `said` is the text so far, `spent` what the calls of a turn that has not ended have cost;
    `reserve_id` is what was set aside for it, where it costs anything."""

    user_id: UUID
    session_id: UUID
    message: UserMessage
    request: TurnRequest
    suggestions: tuple[str, ...]
    coach: Coach
    note: str
    reserve_id: UUID | None
    said: str = ""
    spent: Receipt | None = None
    turn: CoachTurn | None = None
    replies: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)

    def stop(self) -> None:
        """End the turn here: the brief stays as it was, and so does what is offered."""
        text = self.said.strip()
        self.turn = CoachTurn(
            reply=text or _STOPPED_AT_ONCE,
            brief=self.request.brief,
            suggestions=self.suggestions,
            understood=self.coach.is_ai,
            note=_STOPPED if text else "",
            receipts=(self.spent,) if self.spent else (),
        )


async def write_reply(parts: Parts, *, user_id: UUID, session_id: UUID) -> AsyncIterator[str]:
    """Yield the reply as far as it has come, again and again; it is stored at its end even if nobody listens any more.

    Raises: NotFound where there is no such session or nothing to answer, CoachIsWriting.
    """
    reply = await asyncio.to_thread(_begin, parts, user_id, session_id)
    writing = asyncio.create_task(_write(parts, reply))
    parts.running_replies.keep(writing)
    while (text := await reply.replies.get()) is not None:
        yield text
    await writing


def _begin(parts: Parts, user_id: UUID, session_id: UUID) -> _Reply:
    with parts.database.transaction() as db:
        locked = sessions.lock_session(db, user_id=user_id, session_id=session_id)
        if locked.is_writing:
            raise CoachIsWriting
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
        message = unanswered(session.messages) if session else None
        if session is None or message is None:
            raise NotFound("unanswered message")
        sessions.set_writing(db, session_id=session_id, is_writing=True)
        is_free = parts.artist_of(db, user_id).is_ai
        coach, note, reserve_id = _coach(parts, db, user_id, session_id)
    parts.hub.publish(session_id, {"type": "writing"})
    request = TurnRequest(
        asset_type=asset_type(session.asset_type),
        brief=session.brief,
        message=message.text,
        history=_history(session.messages, before=message),
        has_asset=session.has_assets,
        is_free=is_free,
    )
    return _Reply(user_id, session_id, message, request, session.suggestions, coach, note, reserve_id)


def _coach(parts: Parts, db: Session, user_id: UUID, session_id: UUID) -> tuple[Coach, str, UUID | None]:
    """Return who coaches, what is to be said of it, and what was set aside: once the month's dollars are used up, the
    built-in one does."""
    coach = parts.coach_of(db, user_id)
    price = coach.price_micro_dollars
    if not price:
        return coach, "", None
    spending.take_turns(db)
    try:
        parts.settings.spending_caps.check(spending.of_month(db, user_id=user_id), more=price)
    except SpendingCapReached:
        return parts.coaches.built_in, _USED_UP, None
    reserve_id = coach_costs.reserve(db, user_id=user_id, session_id=session_id, model=coach.name, micro_dollars=price)
    return coach, "", reserve_id


async def _write(parts: Parts, reply: _Reply) -> None:
    """Let the coach talk, whoever stops it, then store what came of it."""
    talking = asyncio.create_task(_talk(reply))
    renewing = asyncio.create_task(_stay(parts, reply.session_id))
    try:
        try:
            with parts.running_replies.stoppable(reply.session_id, talking):
                await asyncio.wait({talking})
            if talking.cancelled() and reply.turn is None:
                reply.stop()
        finally:
            talking.cancel()
            renewing.cancel()
            await asyncio.to_thread(_finish, parts, reply)
    finally:
        reply.replies.put_nowait(None)
    if not talking.cancelled():
        talking.result()


async def _talk(reply: _Reply) -> None:
    async for item in reply.coach.turn(reply.request):
        match item:
            case str():
                reply.said = item
                reply.replies.put_nowait(item)
            case Receipt():
                reply.spent = item
            case CoachTurn():
                reply.turn = item


async def _stay(parts: Parts, session_id: UUID) -> None:
    """Keep the message ours for as long as the coach takes."""
    while True:
        await asyncio.sleep(_RENEWAL_SECONDS)
        with suppress(ServiceUnavailable):
            await asyncio.to_thread(_renew, parts, session_id)


def _renew(parts: Parts, session_id: UUID) -> None:
    with parts.database.transaction() as db:
        sessions.renew_writing(db, session_id=session_id)


def _finish(parts: Parts, reply: _Reply) -> None:
    with parts.database.transaction() as db:
        try:
            session = sessions.lock_session(db, user_id=reply.user_id, session_id=reply.session_id)
        except NotFound:
            # Deleted meanwhile: what it has cost stays spent.
            _settle(db, reply, session_id=None)
            return
        _settle(db, reply, session_id=session.id)
        turn = reply.turn
        if turn is None or sessions.has_reply(db, session_id=session.id, message_id=reply.message.id):
            sessions.set_writing(db, session_id=session.id, is_writing=False)
        else:
            _store(parts, db, session, reply, turn)
    parts.hub.publish(reply.session_id, {"type": "session"})


def _settle(db: Session, reply: _Reply, *, session_id: UUID | None) -> None:
    spent = (reply.spent,) if reply.spent else ()
    receipts = reply.turn.receipts if reply.turn else spent
    coach_costs.settle(db, reserve_id=reply.reserve_id, user_id=reply.user_id, session_id=session_id, receipts=receipts)


def _store(parts: Parts, db: Session, session: sessions.LockedSession, reply: _Reply, turn: CoachTurn) -> None:
    message = CoachMessage(
        id=uuid4(),
        timestamp=session.locked_at,
        text=turn.reply,
        reply_to=reply.message.id,
        note=turn.note or reply.note,
    )
    sessions.append_message(db, session_id=session.id, message=message)
    brief = _merged(current=session.brief, before=reply.request.brief, after=turn.brief)
    keep_brief(parts, db, user_id=reply.user_id, session_id=session.id, brief=brief)
    sessions.end_turn(db, session_id=session.id, suggestions=turn.suggestions, turns=int(turn.understood))
    if turn.is_key_taken is not None:
        breakers.note_key(db, provider=coaching_provider_of(reply.coach), is_taken=turn.is_key_taken)


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
