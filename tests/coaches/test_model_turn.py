"""A model's JSON is checked before it becomes a turn."""

import json

import pytest

from coach_app.coaches.model_turn import MAX_REPLY_CHARACTERS, turn_of
from coach_app.coaches.turn_prompt import SLOT_MEANINGS, conversation, instruction
from coach_app.domain.asset_table import ASSET_TYPES, asset_type
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.errors import CoachUnusable
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.ports import CoachTurn, TurnRequest
from coach_app.domain.spending import Receipt
from tests.coaches.asking_models import CANARY, request_of
from tests.coaches.conversing import PROPS

_KEY = HiddenKey(CANARY)
_RECEIPT = Receipt("test", 0)


def _turn(brief: object = None, *, before: Brief | None = None, **fields: object) -> CoachTurn:
    text = json.dumps({"reply": "Sure!", "brief": brief or {}} | fields)
    return turn_of(text, request_of(brief=before), PROPS, _KEY, receipt=_RECEIPT)


def test_a_slot_that_is_left_out_stays_and_null_empties_it() -> None:
    before = Brief(subject="cat", colour="pink", accessories=("crown",))
    assert _turn({"colour": None}, before=before).brief == Brief(subject="cat", accessories=("crown",))
    assert _turn({"accessories": [], "colour": "none"}, before=before).brief == Brief(subject="cat")


@pytest.mark.parametrize(
    "nonsense",
    [
        {"colour": 7},
        {"colour": ["blue"]},
        {"accessories": "hat"},
        {"accessories": [1]},
        {"no_text": "yes"},
        {"subjects": "dog"},
        {"__class__": "x"},
    ],
)
def test_a_value_that_makes_no_sense_changes_its_slot_alone_by_nothing(nonsense: dict[str, object]) -> None:
    before = Brief(subject="cat", colour="pink", accessories=("crown",))
    assert _turn({"expression": "happy"} | nonsense, before=before).brief == before.with_slots(expression="happy")


def test_slots_are_kept_to_what_a_brief_holds() -> None:
    brief = _turn(
        {"subject": " a\u202e \n cat\0 " + "x" * 500, "accessories": list("abcdef"), "palette": ["red", "red", "blue"]}
    ).brief
    assert brief.subject is not None
    assert brief.subject.startswith("a cat xxx")
    assert len(brief.subject) == 120
    assert brief.accessories == ("a", "b", "c")
    assert brief.palette == ("red", "blue")


@pytest.mark.parametrize(
    ("before", "kept"), [(Brief(text="GG"), Brief(no_text=True)), (Brief(no_text=True), Brief(text="GG"))]
)
def test_words_and_the_wish_for_none_exclude_each_other(before: Brief, kept: Brief) -> None:
    assert _turn({"text": "GG", "no_text": True}, before=before).brief == kept


def test_a_reply_is_plain_text_with_an_end() -> None:
    assert _turn(reply=" Hi\0\u202e there ").reply == "Hi there"
    assert len(_turn(reply="x" * 9_000).reply) == MAX_REPLY_CHARACTERS


def test_suggestions_are_short_and_no_two_alike() -> None:
    said = ["Happy", " happy ", "x" * 81, 7, "", "Raging", "Smug", "Crying", "Shy"]
    assert _turn(suggestions=said).suggestions == ("Happy", "Raging", "Smug", "Crying")


def test_what_was_just_said_is_not_suggested() -> None:
    asked = TurnRequest(asset_type("twitch_emote"), Brief(), "She waves a flag", (), has_asset=False)
    written = '{"reply": "Hi", "brief": {}, "suggestions": ["she waves a Flag", "Happy", "Raging", "Shy"]}'
    assert turn_of(written, asked, PROPS, _KEY, receipt=_RECEIPT).suggestions == ("Happy", "Raging", "Shy")


@pytest.mark.parametrize("said", [None, "Happy", [], ["Happy"]])
def test_too_few_suggestions_are_joined_by_the_built_in_coach_s(said: object) -> None:
    suggestions = _turn({"subject": "cat"}, suggestions=said).suggestions
    assert 3 <= len(suggestions) <= 4
    assert len(set(suggestions)) == len(suggestions)
    if isinstance(said, list) and said:
        assert suggestions[0] == "Happy"


@pytest.mark.parametrize("kind", ASSET_TYPES.values(), ids=lambda kind: kind.id)
def test_every_kind_has_suggestions_and_an_instruction_with_all_slots(kind: AssetType) -> None:
    asked = TurnRequest(kind, Brief(subject="my grumpy aunt"), "hi", (), has_asset=True)
    turn = turn_of('{"reply": "Hi", "brief": {}}', asked, PROPS, _KEY, receipt=_RECEIPT)
    assert len(turn.suggestions) >= 3
    told = instruction(asked)
    assert all(f"- {slot}:" in told for slot in Brief.model_fields)
    assert "my grumpy aunt" in told


def test_the_slots_are_those_of_the_brief() -> None:
    assert list(SLOT_MEANINGS) == list(Brief.model_fields)


def test_streamer_and_coach_take_turns_though_an_answer_was_lost() -> None:
    history = (("coach", "Hi"), ("user", "a cat"), ("user", "hello?"), ("coach", "Yes."))
    said = conversation(request_of("pink", history=history))
    assert [(one.who, one.text) for one in said] == [
        ("streamer", "a cat\nhello?"),
        ("coach", "Yes."),
        ("streamer", "pink"),
    ]


def test_what_is_no_turn_is_unusable() -> None:
    with pytest.raises(CoachUnusable):
        turn_of("", request_of(), PROPS, _KEY, receipt=_RECEIPT)
