"""A model's server that quotes our key: nobody reads it, and nothing stores it."""

import asyncio
import json
from itertools import pairwise

import pytest

from coach_app.coaches.model_coach import Model
from coach_app.coaches.openai_coach import OpenAiCoach
from coach_app.domain.errors import CoachMisconfigured
from coach_app.domain.spending import Price, ProviderId
from tests.coaches.asking_models import CANARY, MODELS, MakeCoach, ask, request_of, steady
from tests.coaches.conversing import PROPS
from tests.provider.chat import ChatProvider, Hold, Play, pieces_of, turn_json

both = pytest.mark.parametrize("make", MODELS)
_ESCAPED = "".join(f"\\u{ord(character):04x}" for character in CANARY)
_SAID = f"Hi! {CANARY} is your key, not {CANARY[:-2]} or {CANARY}."
_HIDDEN = f"Hi! [key] is your key, not {CANARY[:-2]} or [key]."
_PLAIN = turn_json(_SAID, subject="cat")


@both
@pytest.mark.parametrize(
    "text",
    [
        _PLAIN,
        _PLAIN.replace(CANARY, _ESCAPED),
        turn_json(_SAID.replace(CANARY, "\u202e\0".join(CANARY)), subject="cat"),
    ],
    ids=["plain", "escaped", "between marks that are not stored"],
)
@pytest.mark.parametrize("pieces", [1, 40, 10_000])
def test_a_reply_never_tells_the_key_however_it_is_cut(
    provider: ChatProvider, make: MakeCoach, text: str, pieces: int
) -> None:
    provider.plays(Play(pieces_of(text, pieces)))
    answer = ask(make(provider.url))
    assert answer.turn.reply == answer.replies[-1] == _HIDDEN
    assert all(later.startswith(earlier) for earlier, later in pairwise(answer.replies))


@both
def test_only_what_may_become_the_key_waits(provider: ChatProvider, make: MakeCoach) -> None:
    before, after = _PLAIN.split(CANARY, 1)
    provider.plays(Play((before + CANARY[:6], Hold.HERE, CANARY[6:] + after)))

    async def listen() -> list[str]:
        replies = []
        async for item in make(provider.url).turn(request_of()):
            if isinstance(item, str):
                replies.append(item)
                provider.let_go.set()
        return replies

    assert asyncio.run(listen())[0] == "Hi! "


@both
def test_suggestions_and_the_brief_do_not_tell_it(provider: ChatProvider, make: MakeCoach) -> None:
    text = turn_json(
        "Sure!", f"Use {CANARY}", "Happy", "Shy", subject=f"a  {CANARY} cat", accessories=[CANARY], text=CANARY
    )
    provider.plays(Play(pieces_of(text)))
    turn = ask(make(provider.url)).turn
    assert turn.suggestions == ("Use [key]", "Happy", "Shy")
    assert (turn.brief.subject, turn.brief.accessories, turn.brief.text) == ("a [key] cat", ("[key]",), "[key]")


@both
def test_a_reply_that_is_cut_at_its_longest_is_not_cut_within_the_key(provider: ChatProvider, make: MakeCoach) -> None:
    provider.plays(Play(pieces_of(turn_json("x" * 1_193 + CANARY, subject="cat"), 40)))
    turn = ask(make(provider.url)).turn
    assert turn.reply == "x" * 1_193 + "[key]"


@both
def test_the_number_of_an_answer_does_not_tell_it(provider: ChatProvider, make: MakeCoach) -> None:
    chunk = {"responseId": f"for {CANARY}", "id": f"for {CANARY}", "candidates": [], "choices": []}
    provider.plays(Play(raw=f"data: {json.dumps(chunk)}\n\n".encode()))
    (receipt,) = ask(steady(make(provider.url))).turn.receipts
    assert receipt.request_id == "for [key]"


def test_no_code_of_an_error_tells_it(provider: ChatProvider) -> None:
    key = "my_local_secret_key"
    coach = OpenAiCoach(Model(ProviderId.OPENAI, "Mine", "m", Price(0, 0, 0)), PROPS, base_url=provider.url, key=key)
    provider.plays(Play(status=403, raw=b'{"error": {"type": "my_local_secret_key"}}'))
    with pytest.raises(CoachMisconfigured) as caught:
        ask(coach)
    assert str(caught.value) == "HTTP 403 [key]"
