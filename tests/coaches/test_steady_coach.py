"""Whatever a model does, the streamer gets a turn."""

import asyncio
import logging

import pytest

from coach_app.coaches.answer import answer
from coach_app.coaches.gemini_coach import GeminiCoach
from coach_app.coaches.model_coach import Model
from coach_app.coaches.openai_coach import OpenAiCoach
from coach_app.domain.brief import Brief
from coach_app.domain.ports import Coach
from coach_app.domain.spending import Price, ProviderId
from tests.coaches.asking_models import CANARY, MODELS, MakeCoach, ask, heard, request_of, steady
from tests.coaches.conversing import PROPS
from tests.provider.chat import ChatProvider, Ending, Play, pieces_of, turn_json

_GOOD = turn_json("Zebra! How does it feel?", "Happy", subject="zebra")
_FAILURES = {
    **{f"HTTP {status}": Play(status=status) for status in (301, 400, 401, 403, 404, 408, 429, 500, 503)},
    "an error of many levels": Play(status=400, raw=b"[" * 4_000),
    "an event of many levels": Play(raw=b"data: " + b"[" * 100_000 + b"\n\n"),
    "a packed answer": Play(raw=b"bomb", headers=(("Content-Encoding", "gzip, gzip"),)),
    "a packed error": Play(status=400, raw=b"bomb", headers=(("Content-Encoding", "gzip, gzip"),)),
    "silent": Play(ending=Ending.SILENT),
    "hangs": Play(pieces_of(_GOOD)[:3], ending=Ending.HANG),
    "cut": Play(pieces_of(_GOOD)[:3], ending=Ending.CUT),
    "cut after its end": Play(pieces_of(_GOOD), ending=Ending.CUT),
    "no finish reason": Play(pieces_of(_GOOD), ending=Ending.UNFINISHED),
    "raw error": Play(pieces_of(_GOOD)[:3], ending=Ending.RAW_ERROR),
    "data error": Play(pieces_of(_GOOD)[:3], ending=Ending.DATA_ERROR),
    "too long": Play(pieces_of(_GOOD)[:3], ending=Ending.TOO_LONG),
    "endless": Play(('{"reply": "',), ending=Ending.ENDLESS),
    "empty": Play(),
    "broken JSON": Play(('{"reply": "Zebra!", "brief": {"subject": "zebra"',)),
    "no JSON": Play(("Zebra! How does it feel?",)),
    "a list": Play(('["reply"]',)),
    "deep JSON": Play(('{"reply": "Zebra!", "brief": ' + '{"a":' * 5_000 + "1" + "}" * 5_001,)),
    "no reply": Play(('{"brief": {"subject": "zebra"}, "suggestions": []}',)),
    "empty reply": Play((turn_json("  ", subject="zebra"),)),
    "no brief": Play(('{"reply": "Zebra!"}',)),
    "a brief of words": Play(('{"reply": "Zebra!", "brief": "zebra"}',)),
}
_REFUSALS = {
    "blocked": Play(ending=Ending.BLOCKED),
    "declined": Play(pieces_of(_GOOD)[:3], ending=Ending.DECLINED),
}
both = pytest.mark.parametrize("make", MODELS)


@both
@pytest.mark.parametrize("play", [*_FAILURES.values(), *_REFUSALS.values()], ids=[*_FAILURES, *_REFUSALS])
def test_the_built_in_coach_finishes_what_a_model_does_not(
    provider: ChatProvider, make: MakeCoach, play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    provider.plays(*[play] * 3)
    caplog.set_level(logging.DEBUG, "coach_app")
    request = request_of("a happy cat", Brief(colour="pink"))
    found = ask(steady(make(provider.url)), request)
    built_in = answer(request, PROPS)
    assert (found.turn.reply, found.turn.brief) == (built_in.reply, built_in.brief)
    assert found.turn.suggestions == built_in.suggestions
    assert found.replies[-1] == built_in.reply
    maker = make(provider.url).maker
    how = "declined to answer" if play in _REFUSALS.values() else "didn't answer properly"
    assert found.turn.note == f"{maker} {how}, so the built-in coach did."
    # What was taken may be billed, whatever came of it.
    assert found.turn.receipts == (tuple(found.receipts[-1:]) if play.status == 200 else ())
    (record,) = caplog.records
    logged = record.getMessage()
    assert record.exc_info is None
    assert not any(word in logged for word in (CANARY, "cat", "ebra", "not with"))


@both
def test_a_fault_of_our_own_does_not_take_the_turn_either(
    provider: ChatProvider, make: MakeCoach, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("coach_app.coaches.model_coach.turn_of", {}.__getitem__)
    found = ask(steady(make(provider.url)))
    assert found.turn.reply == answer(request_of(), PROPS).reply
    assert found.turn.note
    assert found.turn.receipts == tuple(found.receipts[-1:])
    (record,) = caplog.records
    assert "TypeError" in record.getMessage()
    assert record.exc_info is None


@both
def test_a_turn_that_asked_a_model_counts_though_it_was_not_understood(provider: ChatProvider, make: MakeCoach) -> None:
    request = request_of("qwxz blorp")
    assert not answer(request, PROPS).understood
    provider.plays(Play(status=503))
    assert ask(steady(make(provider.url)), request).turn.understood


@both
def test_a_model_that_fails_once_is_asked_again_the_next_time(provider: ChatProvider, make: MakeCoach) -> None:
    provider.plays(Play(pieces_of(_GOOD)[:2], ending=Ending.CUT), Play(pieces_of(_GOOD)))

    async def talk() -> None:
        coach: Coach = steady(make(provider.url))
        assert (await heard(coach, request_of())).turn.note
        second = await heard(coach, request_of())
        assert (second.turn.note, second.turn.brief.subject) == ("", "zebra")

    asyncio.run(talk())
    assert len(provider.calls) == 2


@both
def test_a_server_that_is_not_there_is_no_reason_to_fail(make: MakeCoach) -> None:
    found = ask(steady(make("http://127.0.0.1:9")))
    assert found.turn.note
    assert found.turn.receipts == ()


@pytest.mark.parametrize("make", [GeminiCoach, OpenAiCoach])
@pytest.mark.parametrize("key", ["line\nend", "return\rhere", "nul\0"])
def test_a_key_that_cannot_be_sent_costs_nothing(
    provider: ChatProvider, make: type[GeminiCoach | OpenAiCoach], key: str
) -> None:
    model = Model(ProviderId.GEMINI, "A maker", "m", Price(1, 1, 1))
    found = ask(steady(make(model, PROPS, base_url=provider.url, key=key)))
    assert found.turn.note
    assert found.turn.receipts == ()
    assert not provider.calls


@both
def test_it_is_known_as_the_model_that_it_asks(make: MakeCoach) -> None:
    model = make("http://127.0.0.1:9")
    coach = steady(model)
    assert (coach.id, coach.name, coach.is_ai) == (model.id, f"{model.maker} coach", True)
