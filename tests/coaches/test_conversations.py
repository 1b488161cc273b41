"""Whole conversations, read as a streamer would."""

import pytest

from coach_app.coaches.questions import slot_asked
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import readiness
from tests.coaches.conversing import Talk


def test_a_full_first_wish_is_said_back_and_can_be_drawn_at_once() -> None:
    talk = Talk()
    turn = talk.say("a raging pink axolotl smashing a keyboard")
    assert "a raging pink axolotl smashing a keyboard" in turn.reply
    assert "Generate now" in turn.reply
    assert turn.reply.count("?") == 1


def test_an_emote_is_asked_for_subject_then_feeling_then_action_then_colour_then_words() -> None:
    talk = Talk()
    for message, slot in [
        ("hi", "subject"),
        ("a cat", "expression"),
        ("crying", "action"),
        ("facepalming", "colour"),
        ("grey", "text"),
        ("no text", "game"),
        ("no game", "accessories"),
        ("no extras", "mood"),
    ]:
        turn = talk.say(message)
        assert _asks_for(turn.reply) == slot
    last = talk.say("cozy mood")
    assert _asks_for(last.reply) is None
    assert "Generate now is good to go" in last.reply
    assert talk.slots() == {
        "subject": "cat",
        "expression": "crying",
        "action": "facepalming",
        "colour": "grey",
        "no_text": True,
        "mood": "cozy",
    }


def test_a_thumbnail_is_asked_for_subject_then_words_then_feeling_then_game_then_background() -> None:
    talk = Talk("youtube_thumbnail")
    for message, slot in [
        ("hello", "subject"),
        ("a zombie", "text"),
        ("100 DAYS", "expression"),
        ("scared", "game"),
        ("Minecraft", "background"),
        ("synthwave background", "mood"),
        ("epic mood", "action"),
        ("just the face", "colour"),
        ("natural colour", "accessories"),
    ]:
        assert _asks_for(talk.say(message).reply) == slot
    assert talk.brief.text == "100 DAYS"


def test_one_question_a_turn_and_few_sentences() -> None:
    talk = Talk()
    for message in [
        "a llama with a hat",
        "a black cat",
        "crying",
        "the text CONGRATULATIONS",
        "no",
        "purple",
        "idk",
        "GG",
    ]:
        reply = talk.say(message).reply
        assert reply.count("?") <= 1
        assert reply.count(". ") + reply.count("? ") <= 3


def test_the_same_sentence_does_not_come_twice_in_a_row() -> None:
    talk = Talk()
    before = ""
    for message in ["a frog", "crying", "waving", "teal", "GG", "for minecraft", "a crown"]:
        reply = talk.say(message).reply
        shared = set(_sentences(before)) & set(_sentences(reply))
        assert not shared
        before = reply


def test_the_mood_and_game_of_the_start_card_are_used_and_not_asked_again() -> None:
    talk = Talk(brief=Brief(mood="sleepy", game="Just Chatting"))
    replies = [talk.say(message) for message in ["a bear", "brown", "no text", "no extras", "just the face"]]
    assert "Generate now" in replies[0].reply
    assert not {"game", "mood", "expression"} & {_asks_for(turn.reply) for turn in replies}


def test_generate_too_early_says_what_is_missing() -> None:
    talk = Talk()
    turn = talk.say("generate")
    assert "who or what is in it and how it feels" in turn.reply
    assert (turn.understood, turn.brief) == (False, Brief())
    talk.say("a frog")
    assert "how it feels" in talk.say("just draw it").reply
    thumbnail = Talk("youtube_thumbnail", Brief(subject="fox"))
    assert "which words go on it" in thumbnail.say("generate now").reply


def test_generate_in_time_points_to_the_button() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying"))
    assert "press Generate now" in talk.say("looks good, generate it").reply


def test_a_change_after_the_picture_offers_the_new_version() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying", text="F"), has_asset=True)
    for message in ["make it blue", "same but hyped", "no text", "surprise me"]:
        reply = talk.say(message).reply
        assert "Generate now" in reply
        assert "new version" in reply
        assert "?" not in reply
    assert "another" not in talk.say("another one").reply
    assert "Generate now" in talk.say("another one").reply


def test_idk_lets_the_coach_pick_what_it_asked_for() -> None:
    talk = Talk()
    talk.say("hi")
    talk.say("idk")
    assert list(talk.slots()) == ["subject"]
    turn = talk.say("you choose")
    assert list(talk.slots()) == ["subject", "expression"]
    assert str(talk.brief.expression) in turn.reply


def test_surprise_me_makes_a_picture_and_keeps_what_was_said() -> None:
    for kind in ("twitch_emote", "youtube_thumbnail"):
        talk = Talk(kind)
        talk.say("surprise me")
        assert "Generate now" in talk.history[-1][1]
    talk = Talk(brief=Brief(subject="fox", colour="teal"))
    talk.say("surprise me")
    assert (talk.brief.subject, talk.brief.colour) == ("fox", "teal")
    assert talk.brief.expression is not None


def test_a_required_answer_cannot_be_passed_over() -> None:
    talk = Talk()
    talk.say("a frog")
    turn = talk.say("skip")
    assert not turn.understood
    assert _asks_for(turn.reply) == "expression"
    assert "You choose" in turn.suggestions


def test_a_passed_over_question_is_not_asked_again() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying"))
    asked = [_asks_for(talk.say(message).reply) for message in ["hi", "no", "no", "no", "no", "no", "no"]]
    open_questions = [slot for slot in asked if slot]
    assert len(open_questions) == len(set(open_questions))
    assert asked[-1] is None


def test_starting_over_clears_all_but_the_game() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying", game="Minecraft"))
    turn = talk.say("start over")
    assert talk.brief == Brief(game="Minecraft")
    assert _asks_for(turn.reply) == "subject"
    talk.say("new one: a sleepy bear")
    assert talk.slots() == {"game": "Minecraft", "subject": "bear", "expression": "sleepy"}


def test_long_words_on_an_emote_are_warned_of_with_a_way_out() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying"))
    turn = talk.say("with the text CONGRATULATIONS")
    assert "28 px" in turn.reply
    assert "No text" in turn.suggestions
    assert talk.brief.text == "CONGRATULATIONS"


def test_too_much_for_an_emote_is_warned_of_once() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying", action="holding a pizza", text="GG"))
    turn = talk.say("add a crown")
    assert "112 px" in turn.reply
    assert "Remove the crown" in turn.suggestions
    assert "112 px" not in talk.say("make it teal").reply


def test_pure_black_is_warned_of_on_an_emote_only() -> None:
    turn = Talk().say("a black cat")
    assert "dark chat" in turn.reply
    assert "Make it charcoal" in turn.suggestions
    assert "dark chat" not in Talk("youtube_thumbnail").say("a black cat").reply


def test_a_thumbnail_is_warned_of_many_words_and_told_of_the_video_length() -> None:
    talk = Talk("youtube_thumbnail", Brief(subject="fox"))
    assert "video length" in talk.say("“NO WAY”").reply
    assert "up to five read at a glance" in talk.say("title: this one has seven words in it").reply


def test_a_thumbnail_does_not_lose_its_need_for_words() -> None:
    talk = Talk("youtube_thumbnail", Brief(subject="fox", text="GG", expression="hyped"))
    turn = talk.say("no text")
    assert "needs a few words" in turn.reply
    assert _asks_for(turn.reply) == "text"
    assert talk.brief.no_text is False


@pytest.mark.parametrize(
    ("kind", "brief"),
    [
        ("twitch_emote", Brief()),
        ("twitch_emote", Brief(subject="frog")),
        ("twitch_emote", Brief(subject="frog", expression="crying")),
        ("twitch_emote", Brief(subject="frog", expression="crying", action="waving")),
        ("twitch_emote", Brief(subject="frog", expression="crying", text="CONGRATS")),
        ("twitch_emote", Brief(subject="frog", expression="crying", text="F", action="waving", accessories=("bow",))),
        ("youtube_thumbnail", Brief()),
        ("youtube_thumbnail", Brief(subject="frog", text="GG")),
        ("youtube_thumbnail", Brief(subject="frog", text="GG", expression="crying")),
    ],
)
def test_every_question_of_the_meter_is_understood(kind: str, brief: Brief) -> None:
    questions = [reason.question for reason in readiness(asset_type(kind), brief).reasons if reason.question]
    assert questions
    for question in questions:
        turn = Talk(kind, brief).say(question)
        assert turn.brief == brief
        assert turn.reply.startswith(("Could be ", "Whatever matters least"))
        assert all(Talk(kind, brief, history=[("coach", turn.reply)]).say(said).understood for said in turn.suggestions)


def test_that_it_can_be_drawn_is_said_at_once_and_then_every_third_turn() -> None:
    talk = Talk()
    messages = ["a frog", "crying", "waving", "teal", "GG", "for minecraft", "cozy mood"]
    told = ["Generate now" in talk.say(message).reply for message in messages]
    assert told == [False, True, False, False, True, False, True]


def test_asking_for_words_without_saying_them_is_answered_by_the_question() -> None:
    talk = Talk(brief=Brief(subject="frog", expression="crying"))
    assert _asks_for(talk.say("add some text").reply) == "text"
    talk.say("F")
    assert talk.brief.text == "F"


def _asks_for(reply: str) -> str | None:
    return slot_asked(reply)


def _sentences(reply: str) -> list[str]:
    return [sentence.strip() for sentence in reply.replace("?", "?.").split(".") if sentence.strip()]
