"""The reply is read while its JSON is coming, however that is cut into pieces."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from coach_app.coaches.reply_reader import ReplyReader, without_lone_surrogates

_TEXT = st.text(st.characters(codec=None), max_size=12) | st.text('{}[]":,\\u\ud83d\ude00é😀a', max_size=12)
_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT | st.just("reply"), inner, max_size=3),
    max_leaves=6,
)


def _read(pieces: list[str]) -> tuple[list[str], ReplyReader]:
    reader = ReplyReader(max_characters=1_000)
    return [reader.feed(piece) for piece in pieces], reader


def _whole(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()


@settings(deadline=None)
@given(st.data(), _TEXT, st.dictionaries(_TEXT, _VALUE, max_size=4), st.booleans(), st.sampled_from([None, 2]))
def test_it_says_what_json_says_at_every_split(
    data: st.DataObject, reply: str, others: dict[str, object], is_ascii: bool, indent: int | None
) -> None:
    keys = data.draw(st.permutations([*others, "reply"]))
    # Raw surrogates cannot come: the text was UTF-8.
    said = {key: reply if key == "reply" else others[key] for key in keys}
    text = json.dumps(said, ensure_ascii=True) if is_ascii else _whole(json.dumps(said, ensure_ascii=False))
    text = json.dumps(json.loads(text), ensure_ascii=is_ascii, indent=indent) if is_ascii else text
    expected = _whole(str(json.loads(text)["reply"]))
    for at in range(len(text) + 1):
        heard, reader = _read([text[:at], text[at:]])
        assert expected.startswith(heard[0])
        assert reader.reply == expected
        assert reader.object_text == text
    heard, reader = _read(list(text))
    assert all(later.startswith(earlier) for earlier, later in pairwise(heard))
    assert (reader.reply, reader.object_text) == (expected, text)


@pytest.mark.parametrize(
    ("pieces", "heard"),
    [
        (['{"reply":"a\\', "n", 'b"}'], ["a", "a\n", "a\nb"]),
        (['{"reply":"\\ud83d', "\\", "ude00!"], ["", "", "😀!"]),
        (['{"reply":"\\ud83d', "x"], ["", "x"]),
        (['{"reply":"\\u00', 'e9"'], ["", "é"]),
        (['{"r\\u0065ply":"hi'], ["hi"]),
    ],
)
def test_half_an_escape_is_never_said(pieces: list[str], heard: list[str]) -> None:
    assert _read(pieces)[0] == heard


@pytest.mark.parametrize(
    "text", ['{"brief":{"reply":"no"}}', '{"a":["reply","no"]}', '{"a":"reply","b":"no"}', '["reply"]']
)
def test_only_the_top_level_reply_counts(text: str) -> None:
    assert _read([text])[1].reply == ""


def test_what_stands_around_the_object_is_passed_over() -> None:
    _, reader = _read(["```json\n", '{"reply":"hi"}', "\n```"])
    assert (reader.reply, reader.object_text) == ("hi", '{"reply":"hi"}')


def test_an_endless_reply_ends() -> None:
    _, reader = _read(['{"reply":"' + "x" * 5_000])
    assert reader.reply == "x" * 1_000


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a\ud83d b", "a b"),
        (r"a\ude00 b", "a b"),
        (r"a\ud83d\ud83d\ude00 b", "a😀 b"),
        (r"a\uD83D\uDE00 b", "a😀 b"),
        (r"a\\ud83d b", r"a\ud83d b"),
        (r"a\\\ud83d b", "a\\ b"),
        (r"a\n\"\u00e4", 'a\n"ä'),
    ],
)
def test_half_a_pair_does_not_cost_the_whole_turn(written: str, read: str) -> None:
    reader = ReplyReader(max_characters=100)
    assert reader.feed(f'{{"reply": "{written}"}}') == read
    assert TypeAdapter(dict[str, str]).validate_json(without_lone_surrogates(reader.object_text)) == {"reply": read}
