"""Replies that take long, cost money, are stopped, or come with a note."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from uuid import UUID

import pytest
from sqlalchemy import text

from coach_app.coaches.slot_coach import SlotCoach
from coach_app.coaches.steady_coach import SteadyCoach
from coach_app.database import breakers, sessions, spending
from coach_app.database.breakers import Rest
from coach_app.domain.coach_sessions import CoachMessage, unanswered
from coach_app.domain.errors import NotFound
from coach_app.domain.ports import CoachTurn, TurnRequest
from coach_app.domain.provider_health import RestReason
from coach_app.domain.spending import ProviderId, Receipt, TokenUsage
from coach_app.parts import Parts
from coach_app.use_cases import write_reply as writing
from coach_app.use_cases.check_coach import check_coach
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_session import start_session
from coach_app.use_cases.stop_reply import stop_reply
from coach_app.use_cases.write_reply import write_reply
from tests.coaches.asking_models import CANARY, MODELS, MakeCoach
from tests.coaches.conversing import PROPS
from tests.provider.chat import ChatProvider, Ending, Play, chat_provider, pieces_of, turn_json
from tests.working_parts import new_guest

MakeParts = Callable[..., Parts]
_RECEIPT = Receipt("model-1", 1_234, TokenUsage(10, 20))
_PATIENCE_SECONDS = 10


class _SlowCoach:
    """Says these words and what they cost so far, and then nothing until it may end."""

    id = ProviderId.GEMINI
    name = "Slow coach"
    price_micro_dollars = 0

    def __init__(self, *words: str, is_ai: bool = True) -> None:
        self.is_ai = is_ai
        self.may_end = asyncio.Event()
        self._words = words

    async def check(self) -> None:
        """Be there."""

    async def turn(self, request: TurnRequest) -> AsyncIterator[str | Receipt | CoachTurn]:
        if self.is_ai:
            yield _RECEIPT
        for count in range(1, len(self._words) + 1):
            yield " ".join(self._words[:count])
        await self.may_end.wait()
        brief = request.brief.with_slots(subject="zebra")
        yield CoachTurn("Done.", brief, ("Blue",), understood=True, note="Quietly.", receipts=(_RECEIPT, _RECEIPT))


def _started(parts: Parts) -> tuple[UUID, UUID]:
    user_id = new_guest(parts)
    return user_id, start_session(parts, user_id=user_id, asset_type="twitch_emote", wish="a cat")


def _session(parts: Parts, user_id: UUID, session_id: UUID) -> sessions.SessionRecord:
    with parts.database.transaction() as db:
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
    assert session is not None
    return session


def _last(session: sessions.SessionRecord) -> CoachMessage:
    last = session.messages[-1]
    assert isinstance(last, CoachMessage)
    return last


def _spent(parts: Parts, session_id: UUID) -> int:
    with parts.database.transaction() as db:
        return spending.of_session(db, session_id=session_id)


async def _listen(parts: Parts, user_id: UUID, session_id: UUID, heard: asyncio.Event, words: str) -> None:
    async for reply in write_reply(parts, user_id=user_id, session_id=session_id):
        if reply == words:
            heard.set()


async def _stop_after(parts: Parts, user_id: UUID, session_id: UUID, words: str) -> None:
    """Stop the reply once these words have come."""
    heard = asyncio.Event()
    listening = asyncio.create_task(_listen(parts, user_id, session_id, heard, words))
    async with asyncio.timeout(_PATIENCE_SECONDS):
        await heard.wait()
        await stop_reply(parts, user_id=user_id, session_id=session_id)
        await listening


def test_a_turn_s_note_and_its_receipts_are_stored_with_it(make_parts: MakeParts) -> None:
    coach = _SlowCoach("Do")
    coach.may_end.set()
    parts = make_parts(ai_coach=coach)
    user_id, session_id = _started(parts)
    asyncio.run(_listen(parts, user_id, session_id, asyncio.Event(), ""))
    session = _session(parts, user_id, session_id)
    assert (_last(session).text, _last(session).note) == ("Done.", "Quietly.")
    assert _spent(parts, session_id) == 2 * 1_234
    with parts.database.transaction() as db:
        rows = db.connection().execute(text("SELECT user_id, model, tokens_read, tokens_written FROM coach_costs"))
        assert set(rows) == {(user_id, "model-1", 10, 20)}


def test_a_stopped_reply_keeps_what_was_said_and_what_it_cost(make_parts: MakeParts) -> None:
    parts = make_parts(ai_coach=_SlowCoach("A", "zebra,", "is"))
    user_id, session_id = _started(parts)
    before = _session(parts, user_id, session_id)
    asyncio.run(_stop_after(parts, user_id, session_id, "A zebra, is"))
    session = _session(parts, user_id, session_id)
    assert (_last(session).text, _last(session).note) == ("A zebra, is", "Stopped.")
    assert (session.brief, session.suggestions) == (before.brief, before.suggestions)
    assert session.turns_used == 1
    assert _spent(parts, session_id) == 1_234
    assert not session.is_writing
    assert unanswered(session.messages) is None
    accept_message(parts, user_id=user_id, session_id=session_id, text="a dog, then")


def test_a_built_in_reply_that_is_stopped_costs_no_turn(make_parts: MakeParts) -> None:
    parts = make_parts(coach=_SlowCoach("A", "cat", is_ai=False))
    user_id, session_id = _started(parts)
    asyncio.run(_stop_after(parts, user_id, session_id, "A cat"))
    assert _session(parts, user_id, session_id).turns_used == 0
    assert _spent(parts, session_id) == 0


def test_stopped_before_the_first_word_there_is_still_a_reply(make_parts: MakeParts) -> None:
    parts = make_parts(ai_coach=_SlowCoach())
    user_id, session_id = _started(parts)

    async def stop_at_once() -> None:
        listening = asyncio.create_task(_listen(parts, user_id, session_id, asyncio.Event(), ""))
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while not listening.done():
                await stop_reply(parts, user_id=user_id, session_id=session_id)

    asyncio.run(stop_at_once())
    session = _session(parts, user_id, session_id)
    assert (_last(session).text, _last(session).note) == ("Stopped before I said anything.", "")
    assert session.turns_used == 1


def test_nobody_stops_the_reply_of_somebody_else(make_parts: MakeParts) -> None:
    coach = _SlowCoach("A", "cat")
    parts = make_parts(ai_coach=coach)
    user_id, session_id = _started(parts)
    stranger = new_guest(parts)

    async def try_to_stop() -> None:
        heard = asyncio.Event()
        listening = asyncio.create_task(_listen(parts, user_id, session_id, heard, "A cat"))
        await heard.wait()
        with pytest.raises(NotFound):
            await stop_reply(parts, user_id=stranger, session_id=session_id)
        coach.may_end.set()
        await listening

    asyncio.run(try_to_stop())
    assert _last(_session(parts, user_id, session_id)).text == "Done."


def test_stopping_what_does_not_run_changes_nothing(parts: Parts) -> None:
    user_id, session_id = _started(parts)
    before = _session(parts, user_id, session_id)
    asyncio.run(stop_reply(parts, user_id=user_id, session_id=session_id))
    assert _session(parts, user_id, session_id) == before


def test_a_reply_that_takes_longer_than_the_lease_keeps_its_message(
    make_parts: MakeParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_RENEWAL_SECONDS", 0.02)
    coach = _SlowCoach("A", "cat")
    parts = make_parts(ai_coach=coach)
    user_id, session_id = _started(parts)

    async def outlast() -> None:
        heard = asyncio.Event()
        listening = asyncio.create_task(_listen(parts, user_id, session_id, heard, "A cat"))
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await heard.wait()
            await asyncio.to_thread(_let_the_lease_end, parts)
            while not (await asyncio.to_thread(_session, parts, user_id, session_id)).is_writing:
                await asyncio.sleep(0)
            coach.may_end.set()
            await listening

    asyncio.run(outlast())
    assert not _session(parts, user_id, session_id).is_writing


def _let_the_lease_end(parts: Parts) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE coach_sessions SET writing_since = now() - interval '31 seconds'"))


def test_what_a_reply_cost_outlives_its_session(make_parts: MakeParts) -> None:
    coach = _SlowCoach("A", "cat")
    parts = make_parts(ai_coach=coach)
    user_id, session_id = _started(parts)

    async def delete_meanwhile() -> None:
        heard = asyncio.Event()
        listening = asyncio.create_task(_listen(parts, user_id, session_id, heard, "A cat"))
        await heard.wait()
        await asyncio.to_thread(delete_session, parts, user_id=user_id, session_id=session_id)
        coach.may_end.set()
        await listening

    asyncio.run(delete_meanwhile())
    with parts.database.transaction() as db:
        spent = db.connection().execute(text("SELECT sum(micro_dollars), count(coach_session_id) FROM coach_costs"))
        assert spent.one() == (2 * 1_234, 0)


@pytest.mark.parametrize("make", MODELS)
def test_stopping_closes_the_call_upstream(make_parts: MakeParts, make: MakeCoach) -> None:
    with chat_provider() as provider:
        parts = _with_model(make_parts, make, provider)
        user_id, session_id = _started(parts)
        said = '{"reply": "A zebra'
        provider.plays(Play((said,), ending=Ending.HANG))
        asyncio.run(_stop_after(parts, user_id, session_id, "A zebra"))
        assert provider.calls[0].is_left.wait(_PATIENCE_SECONDS)
        session = _session(parts, user_id, session_id)
        assert (_last(session).text, _last(session).note) == ("A zebra", "Stopped.")
        assert _spent(parts, session_id) > 0


@pytest.mark.parametrize("make", MODELS)
def test_no_key_is_stored_or_logged_whatever_goes_wrong(
    make_parts: MakeParts, make: MakeCoach, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "coach_app")
    caplog.set_level("INFO")
    with chat_provider() as provider:
        parts = _with_model(make_parts, make, provider)
        user_id, session_id = _started(parts)
        plays = [Play(status=401), Play(pieces_of(turn_json("Hi", subject="cat"))[:2], ending=Ending.CUT), Play()]

        async def talk() -> None:
            for play in plays:
                provider.plays(play)
                await _listen(parts, user_id, session_id, asyncio.Event(), "")
                await asyncio.to_thread(accept_message, parts, user_id=user_id, session_id=session_id, text="more")

        asyncio.run(talk())
    with parts.database.transaction() as db:
        query = text("SELECT (SELECT json_agg(s)::text FROM coach_sessions s), json_agg(c)::text FROM coach_costs c")
        stored = "".join(db.connection().execute(query).one())
    assert "so the built-in coach did" in stored
    assert CANARY not in stored + caplog.text


def _with_model(make_parts: MakeParts, make: MakeCoach, provider: ChatProvider) -> Parts:
    built_in = SlotCoach(PROPS, pace_seconds=0)
    return make_parts(coach=built_in, ai_coach=SteadyCoach(make(provider.url), built_in))


def test_once_the_months_dollars_are_used_up_the_built_in_coach_answers(make_parts: MakeParts) -> None:
    coach = _SlowCoach("Do", "you")
    coach.price_micro_dollars = 4_000
    coach.may_end.set()
    parts = make_parts(ai_coach=coach, user_spending_cap=0.01)
    user_id, session_id = _started(parts)
    with parts.database.transaction() as db:
        insert = text("INSERT INTO coach_costs (user_id, model, micro_dollars) VALUES (:user_id, 'm', 6001)")
        db.connection().execute(insert, {"user_id": user_id})
    asyncio.run(_listen(parts, user_id, session_id, asyncio.Event(), ""))
    message = _last(_session(parts, user_id, session_id))
    assert "No dollars" in message.note
    assert message.text != "Do you"
    assert _spent(parts, session_id) == 0


def test_turns_at_the_same_time_do_not_pass_the_cap_together(make_parts: MakeParts) -> None:
    coach = _SlowCoach("Do", "you")
    coach.price_micro_dollars = 4_000
    parts = make_parts(ai_coach=coach, user_spending_cap=0.01)
    user_id, _ = _started(parts)
    wishes = [start_session(parts, user_id=user_id, asset_type="twitch_emote", wish="a cat") for _ in range(4)]

    async def talk() -> None:
        talks = [asyncio.create_task(_listen(parts, user_id, wish, asyncio.Event(), "")) for wish in wishes]
        # The built-in coach ends at once, the model not before it may.
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while sum(talk.done() for talk in talks) < 2:
                await asyncio.wait([talk for talk in talks if not talk.done()], return_when=asyncio.FIRST_COMPLETED)
        coach.may_end.set()
        await asyncio.gather(*talks)

    asyncio.run(talk())
    notes = [_last(_session(parts, user_id, wish)).note for wish in wishes]
    assert sorted("No dollars" in note for note in notes) == [False, False, True, True]
    # What was set aside has given way to what the calls did cost.
    assert sum(_spent(parts, wish) for wish in wishes) == 2 * 2 * _RECEIPT.micro_dollars


@pytest.fixture
def chat() -> Iterator[ChatProvider]:
    with chat_provider() as server:
        yield server


def test_a_key_is_noted_once_and_forgotten_with_the_first_turn_that_is_answered(
    make_parts: MakeParts, chat: ChatProvider
) -> None:
    parts = make_parts(ai_coach=SteadyCoach(MODELS[0](chat.url), SlotCoach(PROPS, pace_seconds=0)))
    chat.refuses_key = True
    asyncio.run(check_coach(parts))
    noted = _rests(parts)
    assert noted["coach gemini"].reason is RestReason.KEY
    user_id, session_id = _started(parts)
    asyncio.run(_listen(parts, user_id, session_id, asyncio.Event(), ""))
    assert _last(_session(parts, user_id, session_id)).note
    assert _rests(parts).keys() == noted.keys()
    chat.refuses_key = False
    # Of no use, but an answer.
    chat.plays(Play())
    accept_message(parts, user_id=user_id, session_id=session_id, text="make it blue")
    asyncio.run(_listen(parts, user_id, session_id, asyncio.Event(), ""))
    assert _last(_session(parts, user_id, session_id)).note
    assert not _rests(parts)


def _rests(parts: Parts) -> dict[str, Rest]:
    with parts.database.transaction() as db:
        return breakers.rests(db)
