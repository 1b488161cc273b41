"""A message and its reply: what is stored when, what it costs, and what happens when somebody goes away."""

import asyncio
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import text

from coach_app.database import sessions
from coach_app.domain.coach_sessions import CoachMessage, UserMessage, unanswered
from coach_app.domain.errors import CoachIsWriting, InvalidInput, NotFound, SessionFull, TurnLimitReached
from coach_app.domain.ports import TurnRequest
from coach_app.parts import Parts
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.end_session import end_session
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_session import start_session
from coach_app.use_cases.write_reply import write_reply
from tests.working_parts import RepeatingCoach, new_guest

MakeParts = Callable[..., Parts]


def _started(parts: Parts, wish: str = "") -> tuple[UUID, UUID]:
    user_id = new_guest(parts)
    return user_id, start_session(parts, user_id=user_id, asset_type="twitch_emote", mood="hype", wish=wish)


def _session(parts: Parts, user_id: UUID, session_id: UUID) -> sessions.SessionRecord:
    with parts.database.transaction() as db:
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
    assert session is not None
    return session


def _reply(parts: Parts, user_id: UUID, session_id: UUID) -> list[str]:
    async def run() -> list[str]:
        return [piece async for piece in write_reply(parts, user_id=user_id, session_id=session_id)]

    return asyncio.run(run())


def test_the_wish_is_stored_first_and_then_answered(parts: Parts) -> None:
    user_id, session_id = _started(parts, "a pink axolotl")
    session = _session(parts, user_id, session_id)
    assert [type(message) for message in session.messages] == [UserMessage]
    assert unanswered(session.messages) is not None
    assert _reply(parts, user_id, session_id) == ["a", "a pink", "a pink axolotl"]
    session = _session(parts, user_id, session_id)
    assert [type(message) for message in session.messages] == [UserMessage, CoachMessage]
    assert unanswered(session.messages) is None
    assert session.turns_used == 1
    assert session.brief.subject == "a pink axolotl"
    assert session.current_prompt
    assert session.suggestions == ("make it blue",)


def test_the_reply_is_stored_once_even_when_the_tab_has_gone(parts: Parts) -> None:
    user_id, session_id = _started(parts, "a pink axolotl")

    async def leave_after_the_first_word() -> None:
        replying = write_reply(parts, user_id=user_id, session_id=session_id)
        await anext(replying)
        await replying.aclose()  # type: ignore[attr-defined]  # An async generator, typed as an iterator.
        async with asyncio.timeout(5):
            while _session(parts, user_id, session_id).is_writing:
                await asyncio.sleep(0.01)

    asyncio.run(leave_after_the_first_word())
    texts = [message.text for message in _session(parts, user_id, session_id).messages if message.type == "coach"]
    assert texts == ["a pink axolotl"]


def test_a_coach_that_breaks_leaves_the_message_to_be_asked_again(make_parts: MakeParts) -> None:
    def break_once(_: TurnRequest) -> None:
        if not broken:
            broken.append(True)
            raise ZeroDivisionError

    broken: list[bool] = []
    parts = make_parts(coach=RepeatingCoach(break_once))
    user_id, session_id = _started(parts, "a cat")
    with pytest.raises(ZeroDivisionError):
        _reply(parts, user_id, session_id)
    session = _session(parts, user_id, session_id)
    assert unanswered(session.messages) is not None
    assert not session.is_writing
    assert session.turns_used == 0
    assert _reply(parts, user_id, session_id) == ["a", "a cat"]


def test_while_the_coach_writes_nothing_else_begins(make_parts: MakeParts) -> None:
    def try_to_talk(_: TurnRequest) -> None:
        with pytest.raises(CoachIsWriting):
            accept_message(parts, user_id=user_id, session_id=session_id, text="hello?")
        assert _session(parts, user_id, session_id).is_writing
        tried.append(True)

    tried: list[bool] = []
    parts = make_parts(coach=RepeatingCoach(try_to_talk))
    user_id, session_id = _started(parts, "a cat")
    _reply(parts, user_id, session_id)
    assert tried


def test_a_reply_whose_process_died_can_be_asked_again_after_its_lease(parts: Parts) -> None:
    user_id, session_id = _started(parts, "a cat")
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE coach_sessions SET writing_since = now() - interval '31 seconds'"))
    assert not _session(parts, user_id, session_id).is_writing
    assert _reply(parts, user_id, session_id)


def test_a_chip_edited_while_the_coach_writes_is_kept(make_parts: MakeParts) -> None:
    def edit_meanwhile(_: TurnRequest) -> None:
        edit_brief(parts, user_id=user_id, session_id=session_id, slot="colour", value="blue")

    parts = make_parts(coach=RepeatingCoach(edit_meanwhile))
    user_id, session_id = _started(parts, "a cat")
    _reply(parts, user_id, session_id)
    brief = _session(parts, user_id, session_id).brief
    assert (brief.subject, brief.colour) == ("a cat", "blue")


def test_nothing_to_answer_is_not_found(parts: Parts) -> None:
    user_id, session_id = _started(parts)
    with pytest.raises(NotFound):
        _reply(parts, user_id, session_id)


def test_the_turn_limit_refuses_further_messages(make_parts: MakeParts) -> None:
    parts = make_parts(turn_limit=1)
    user_id, session_id = _started(parts, "a cat")
    _reply(parts, user_id, session_id)
    with pytest.raises(TurnLimitReached):
        accept_message(parts, user_id=user_id, session_id=session_id, text="more")


def test_a_session_takes_200_messages(parts: Parts) -> None:
    user_id, session_id = _started(parts, "a cat")
    with parts.database.transaction() as db:
        db.connection().execute(
            text(
                "UPDATE coach_sessions SET messages = many.messages FROM (SELECT jsonb_agg(messages -> 0) AS messages "
                "FROM coach_sessions, generate_series(1, 199)) AS many"
            )
        )
    with pytest.raises(SessionFull):
        accept_message(parts, user_id=user_id, session_id=session_id, text="one more")


def test_a_session_takes_256_kilobytes(make_parts: MakeParts) -> None:
    parts = make_parts(turn_limit=1_000)
    user_id, session_id = _started(parts)
    for _ in range(63):
        accept_message(parts, user_id=user_id, session_id=session_id, text="x" * 4_000)
    with pytest.raises(SessionFull):
        accept_message(parts, user_id=user_id, session_id=session_id, text="x" * 4_000)


@pytest.mark.parametrize("message", ["", "   \n", "x" * 4_001, "\0\0"])
def test_empty_and_endless_messages_are_refused_with_a_sentence(parts: Parts, message: str) -> None:
    user_id, session_id = _started(parts)
    with pytest.raises(InvalidInput) as caught:
        accept_message(parts, user_id=user_id, session_id=session_id, text=message)
    assert caught.value.sentence.endswith(".")


def test_what_postgresql_cannot_hold_is_dropped_from_a_message(parts: Parts) -> None:
    user_id, session_id = _started(parts)
    accept_message(parts, user_id=user_id, session_id=session_id, text="a\0 cat\ud800 🐱\x07")
    (message,) = _session(parts, user_id, session_id).messages
    assert isinstance(message, UserMessage)
    assert message.text == "a cat 🐱"


def test_an_ended_session_is_reopened_by_a_message(parts: Parts) -> None:
    user_id, session_id = _started(parts)
    end_session(parts, user_id=user_id, session_id=session_id)
    assert _session(parts, user_id, session_id).status == "ended"
    accept_message(parts, user_id=user_id, session_id=session_id, text="one more thing")
    session = _session(parts, user_id, session_id)
    assert (session.status, session.ended_at) == ("active", None)


def test_somebody_elses_session_is_not_found(parts: Parts) -> None:
    _, session_id = _started(parts, "a cat")
    stranger = new_guest(parts)
    with pytest.raises(NotFound):
        accept_message(parts, user_id=stranger, session_id=session_id, text="hi")
    with pytest.raises(NotFound):
        end_session(parts, user_id=stranger, session_id=session_id)
    with pytest.raises(NotFound):
        edit_brief(parts, user_id=stranger, session_id=session_id, slot="subject", value="cat")
    with pytest.raises(NotFound):
        _reply(parts, stranger, session_id)
