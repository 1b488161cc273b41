"""Nothing that is typed breaks the coach, and what it can't use costs no turn."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach_app.coaches.questions import slot_asked
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from tests.coaches.conversing import Talk

FULL = Brief(subject="cat", colour="pink", expression="happy", text="GG", game="Minecraft")


@pytest.mark.parametrize(
    "message",
    [
        "",
        "   ",
        "🔥🔥🔥",
        "!!!",
        "...",
        "asdfgh jklqwrt",
        "xzxzxz",
        "ffffffffff",
        "x" * 4000,
        "qwrtp " * 600,
        "1234 5678",
    ],
)
@pytest.mark.parametrize("brief", [Brief(), FULL], ids=["empty", "full"])
def test_what_cannot_be_read_is_free_and_gets_help(message: str, brief: Brief) -> None:
    talk = Talk(brief=brief)
    turn = talk.say(message)
    assert not turn.understood
    assert turn.brief == brief
    assert "“" in turn.reply
    assert len(turn.suggestions) >= 3


@pytest.mark.parametrize(
    "message",
    ["hi", "hello there!", "thanks so much", "what can you do?", "who are you", "yes", "love it", "i hate it"],
)
def test_small_talk_is_free_and_changes_nothing(message: str) -> None:
    turn = Talk(brief=FULL, has_asset=True).say(message)
    assert (turn.understood, turn.brief) == (False, FULL)


@pytest.mark.parametrize(
    "message", ["ein wütender Fuchs bitte", "кот с кофе", "怒っている猫", "une licorne avec des lunettes"]
)
def test_another_language_is_told_that_english_is_understood(message: str) -> None:
    assert "English" in Talk().say(message).reply


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("a narwhal", "I can't draw a narwhal yet"),
        ("a toaster riding a bicycle", "I can't draw a toaster yet"),
        ("un dragón rosa enojado", "I only understand English so far"),
        ("un chat qui pleure", "I only understand English so far"),
        ("a cat riding a unicycle", "“riding a unicycle” is beyond me"),
        ("a cat holding a flugelhorn", "I have no flugelhorn"),
        ("a cat wearing a monocle", "I have no monocle"),
        ("a cat with green eyes", "not do green eyes apart"),
        ("a fox and a bear", "I kept the fox"),
        ("a cat in space", "Emotes are see-through"),
        ("a rainbow cat", "one main colour"),
        ("a cat in anime style", "no anime from me"),
        ("an animated cat", "no animation"),
        ("a llama", "I have no llama in my kit, so the artist will use an icon."),
        ("a pirate", "(skull and crossbones)"),
    ],
)
def test_what_cannot_be_drawn_is_said(message: str, said: str) -> None:
    assert said in Talk().say(message).reply


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("put it on the left", "can't be chosen yet"),
        ("move the text to the top", "can't be chosen yet"),
        ("put the cat in the middle", "can't be chosen yet"),
        ("not the cat, the text", "Ah, the text."),
        ("no not the text, the cat", "Ah, the cat."),
        ("don't make it green", "There's no green in it"),
        ("there's no crown", "The brief still says crown"),
        ("where is the crown?", "The brief still says crown"),
        ("There's no sunglasses", "Say “add sunglasses”"),
        ("the headset is missing", "Say “add headset”"),
    ],
)
def test_a_complaint_or_a_correction_is_answered_and_changes_nothing(message: str, said: str) -> None:
    brief = FULL.with_slots(accessories=("crown",))
    turn = Talk(brief=brief, has_asset=True).say(message)
    assert said in turn.reply
    assert (turn.understood, turn.brief) == (False, brief)


def test_a_colour_turned_down_is_asked_for_again() -> None:
    reply = Talk(brief=FULL, has_asset=True).say("don't make it pink").reply
    assert "Pink gone." in reply
    assert slot_asked(reply) == "colour"


def test_an_unknown_subject_is_not_taken() -> None:
    talk = Talk()
    turn = talk.say("a narwhal")
    assert talk.brief == Brief()
    assert not turn.understood


def test_an_icon_holds_and_wears_nothing() -> None:
    talk = Talk()
    talk.say("a llama with sunglasses")
    turn = talk.say("holding a pizza")
    assert (talk.brief.accessories, talk.brief.action) == ((), None)
    assert "An icon has no paws" in turn.reply
    assert not turn.understood


def test_a_foreign_slot_name_or_markup_is_only_text() -> None:
    talk = Talk()
    talk.say("a cat that says {subject} <b>&")
    assert talk.brief.subject == "cat"


def test_a_long_story_gives_what_stands_in_its_beginning() -> None:
    talk = Talk()
    turn = talk.say("I want a sleepy bear with coffee, because yesterday on stream " + "this and that happened " * 150)
    assert talk.slots() == {"subject": "bear", "expression": "sleepy", "action": "holding coffee"}
    assert turn.understood


_SAID = (
    "a the cat dragon llama pink blue make it no not with text says title remove add crown headset holding pizza "
    "crying and , . in space for playing Minecraft GG “LOL” change to from instead of game is surprise me start over "
    "! ? about #ff0 less background wearing a"
)
_WORDS = st.sampled_from(_SAID.split())


@settings(max_examples=400, deadline=None)
@given(
    message=st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=25).map(" ".join)),
    kind=st.sampled_from(list(AssetTypeId)),
    brief=st.sampled_from([Brief(), FULL, Brief(subject="llama", mood="cozy"), Brief(no_text=True)]),
    question=st.sampled_from(["", "Any letters on it?", "Which game is it for, if any?", "What's the cat up to?"]),
)
@example(message="{", kind=AssetTypeId.TWITCH_EMOTE, brief=FULL, question="")
def test_any_message_gets_a_whole_answer(message: str, kind: AssetTypeId, brief: Brief, question: str) -> None:
    history = [("coach", question)] if question else []
    turn = Talk(kind, brief, history=list(history)).say(message)
    again = Talk(kind, brief, history=list(history)).say(message)
    assert turn == again
    assert turn.reply.strip()
    assert "{" not in turn.reply or "{" in message
    assert 3 <= len(turn.suggestions) <= 4
    assert turn.understood or turn.brief == brief


@pytest.mark.parametrize(
    "message",
    [
        "a raging pink axolotl smashing a keyboard with a crown, in space, says “GG”",
        "a cat " * 600,
        '"' * 4000,
        "text " * 800,
        "remove the " * 400,
        "A B C D " * 500,
        "no, " * 1000,
        "from x to " * 400,
        " " * 2000 + "x" + " " * 1999,
        "a cat holding " + "x" * 500 + " pizza",
        "live mon, tue " * 300,
        "and below it " * 300,
        "with small text " * 250,
        "every day and " * 300 + "8",
        "put a b c d e f " * 250 + "below",
    ],
    ids=lambda message: message[:12],
)
@pytest.mark.parametrize("kind", ["twitch_emote", "twitch_badge", "twitch_panel", "offline_banner"])
def test_a_turn_takes_a_few_milliseconds(kind: str, message: str) -> None:
    Talk(kind).say("a cat with coffee")
    fastest = min(_processor_seconds_for(kind, message) for _ in range(5))
    # Measured at 0.2 to 5 ms of processor time; the limit still finds a pattern that backtracks.
    assert fastest < 0.03


def _processor_seconds_for(kind: str, message: str) -> float:
    talk = Talk(kind, FULL)
    start = time.process_time()
    talk.say(message)
    return time.process_time() - start
