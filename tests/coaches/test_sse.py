"""Events are read out of bytes, however the network cuts them."""

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_app.coaches.sse import MAX_ANSWER_BYTES, MAX_EVENT_BYTES, MAX_EVENTS, MAX_PIECES, events
from coach_app.domain.errors import CoachUnavailable, CoachUnusable

_STREAM = ': hello\ndata: {"a": "ü😀 "}\n\nevent: x\nid: 7\ndata: one\ndata:two\n\ndata\ndata: \n\n\n\ndata: last\n\n'
_EVENTS = ['{"a": "ü😀 "}', "one\ntwo", "\n", "last"]


def _read(*chunks: bytes) -> list[str]:
    async def read() -> list[str]:
        async def arrive() -> AsyncIterator[bytes]:
            for chunk in chunks:
                yield chunk

        return [event async for event in events(arrive())]

    return asyncio.run(read())


@given(st.sampled_from(["\n", "\r\n", "\r"]), st.lists(st.integers(0, 200), max_size=6))
def test_line_ends_and_cuts_change_nothing(line_end: str, cuts: list[int]) -> None:
    stream = _STREAM.replace("\n", line_end).encode()
    places = [0, *sorted(cuts), len(stream)]
    chunks = [stream[start:end] for start, end in pairwise(places)]
    assert _read(*chunks) == _EVENTS


def test_one_byte_at_a_time_is_enough() -> None:
    stream = _STREAM.replace("\n", "\r\n").encode()
    assert _read(*(stream[at : at + 1] for at in range(len(stream)))) == _EVENTS


def test_done_ends_the_events() -> None:
    assert _read(b"data: one\n\ndata: [DONE]\n\ndata: two\n\n") == ["one"]
    assert _read(b"data: one\n\ndata: [DONE]") == ["one"]


def test_a_last_event_without_its_empty_line_counts() -> None:
    assert _read(b"data: one\n\ndata: two") == ["one", "two"]


@pytest.mark.parametrize("error", [b'{"error": {"code": 503}}', b'{\n  "error": {\n    "code": 503\n  }\n}\n'])
def test_json_between_the_events_is_an_error(error: bytes) -> None:
    with pytest.raises(CoachUnavailable):
        _read(b"data: one\n\n", error)


def test_an_answer_without_an_end_is_refused() -> None:
    event = b"data: " + b"x" * 1_000 + b"\n\n"
    with pytest.raises(CoachUnusable):
        _read(*[event] * (MAX_ANSWER_BYTES // len(event) + 1))


@pytest.mark.parametrize("piece", [b"x" * 1_024, b"x" * 1_018 + b"\ndata:"])
def test_an_event_without_an_end_is_refused(piece: bytes) -> None:
    with pytest.raises(CoachUnusable):
        _read(b"data:", *[piece] * (MAX_EVENT_BYTES // 1_000))


def test_a_line_that_comes_in_crumbs_is_not_copied_for_each() -> None:
    line = b"data: " + b"x" * 240_000
    began = process_time()
    assert _read(*(line[at : at + 8] for at in range(0, len(line), 8))) == ["x" * 240_000]
    assert process_time() - began < 2


def test_more_events_than_any_turn_has_are_refused() -> None:
    with pytest.raises(CoachUnusable):
        _read(*[b"data:{}\n\n" * 100] * (MAX_EVENTS // 100 + 1))


def test_more_pieces_than_any_turn_has_are_refused() -> None:
    with pytest.raises(CoachUnusable):
        _read(*[b"\n"] * (MAX_PIECES + 1))


@pytest.mark.parametrize("chunk", [b"data:{}\n\n" * 1_000, b"\n" * 10_000, b"x"])
def test_others_get_their_turn_while_an_answer_is_read(chunk: bytes) -> None:
    async def arrive() -> AsyncIterator[bytes]:
        for _ in range(10):
            yield chunk

    async def count(turns: list[int]) -> None:
        while True:
            turns.append(1)
            await asyncio.sleep(0)

    async def read() -> int:
        turns: list[int] = []
        others = asyncio.create_task(count(turns))
        async for _ in events(arrive()):
            pass
        others.cancel()
        return len(turns)

    assert asyncio.run(read()) >= 10
