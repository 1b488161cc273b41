"""The coach speaks of the type at hand, asks for what it needs, and warns of its own limits."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach_app.coaches.questions import slot_asked, wordings
from coach_app.domain.asset_table import ASSET_TYPES, asset_type
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import SLOT_VALUES, readiness
from coach_app.web.ideas import IDEAS, Idea
from tests.coaches.conversing import Talk

NOUNS = ("emote", "badge", "panel", "thumbnail", "banner", "sticker", "profile picture", "webcam frame", "server icon")
MESSAGES = st.sampled_from(
    [
        "hi",
        "idk",
        "no",
        "surprise me",
        "an owl",
        "a pizza",
        "make it orange",
        "crying",
        "no text",
        "the text CONGRATULATIONS EVERYONE",
        "GG",
        "in space",
        "help",
        "i hate it",
        "generate",
        "asdfgh",
        "!!!",
        "with a crown",
        "eating an apple",
        "start over",
    ]
)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(list(AssetTypeId)), messages=st.lists(MESSAGES, min_size=3, max_size=8, unique=True))
def test_the_coach_never_speaks_of_another_type_nor_repeats_itself(kind: AssetTypeId, messages: list[str]) -> None:
    talk, before = Talk(kind), ""
    others = [noun for noun in NOUNS if noun not in ASSET_TYPES[kind].noun]
    for message in messages:
        reply = talk.say(message).reply
        assert not [noun for noun in others if re.search(rf"\b{noun}", reply)], reply
        assert not re.search(r"\b[Aa] [aeio]|\b[Aa]n [^aeiou“]", reply), reply
        assert reply.count("?") <= 2
        assert not (set(_sentences(reply)) & set(_sentences(before))), reply
        before = reply


@pytest.mark.parametrize(
    ("kind", "slots"),
    [
        (AssetTypeId.TWITCH_BADGE, ["subject", "style", "colour", "expression", "mood", "accessories", "game"]),
        (AssetTypeId.TWITCH_REWARD_ICON, ["subject", "colour", "expression", "mood", "accessories", "game"]),
        (AssetTypeId.PROFILE_PICTURE, ["subject", "expression", "colour", "accessories", "mood", "game"]),
        (AssetTypeId.TWITCH_PANEL, ["text", "subject", "colour", "mood", "game"]),
        (AssetTypeId.OFFLINE_BANNER, ["text", "subject", "background", "sub_text", "expression", "mood", "game"]),
        (AssetTypeId.WEBCAM_FRAME, ["subject", "colour", "mood", "game"]),
    ],
)
def test_each_type_is_asked_for_what_matters_to_it_first(kind: AssetTypeId, slots: list[str]) -> None:
    answers = {
        "subject": "a cat",
        "text": "“HELLO”",
        "sub_text": "“back soon”",
        "style": "Gold shield",
        "colour": "pink",
        "expression": "crying",
        "background": "space background",
        "mood": "no special mood",
        "accessories": "no extras",
        "game": "no game",
    }
    talk = Talk(kind)
    reply = talk.say("hi").reply
    for slot in slots:
        assert slot_asked(reply) == slot
        reply = talk.say(answers[slot]).reply


@pytest.mark.parametrize("kind", list(ASSET_TYPES.values()), ids=lambda kind: kind.id)
def test_every_question_tells_its_slot(kind: AssetType) -> None:
    for slot in SLOT_VALUES[kind.composition].keys() | {"text"}:
        for wording in wordings(slot, kind):
            asked = wording.replace("{subject}", "fox").replace("{kind}", kind.noun)
            assert slot_asked(f"Got it. {asked}") == slot


@pytest.mark.parametrize("kind", list(ASSET_TYPES.values()), ids=lambda kind: kind.id)
@pytest.mark.parametrize("said", ["help", "qwrtp", "!!!", "!!!!", "asdfgh qwerty", "xzxzxz", "ein Fuchs bitte"])
def test_what_the_coach_gives_as_an_example_it_understands(kind: AssetType, said: str) -> None:
    for brief in (Brief(), Brief(subject="owl", text="HEY")):
        reply = Talk(kind.id, brief).say(said).reply
        examples = re.findall(r"“([^”]+)”", reply)
        assert examples
        assert all(Talk(kind.id, brief).say(example).understood for example in examples), examples


@pytest.mark.parametrize("kind", list(ASSET_TYPES.values()), ids=lambda kind: kind.id)
def test_what_can_be_made_is_told_with_the_type_at_hand(kind: AssetType) -> None:
    for message in ("what can you make?", "what kinds of pictures can you make"):
        reply = Talk(kind.id).say(message).reply
        assert "Emotes, badges, panels, thumbnails and banners" in reply
        assert kind.noun in reply


@pytest.mark.parametrize(
    ("kind", "message", "said"),
    [
        (AssetTypeId.TWITCH_PANEL, "make me an emote", "This session is for a panel."),
        (AssetTypeId.OFFLINE_BANNER, "can you make a badge", "This session is for a banner."),
        (AssetTypeId.YOUTUBE_THUMBNAIL, "an emote please", "This session is for a thumbnail."),
        (AssetTypeId.PROFILE_PICTURE, "i need a pfp", "together"),
        (AssetTypeId.TWITCH_BADGE, "make me a sub badge", "together"),
    ],
)
def test_a_type_named_is_told_from_the_session_s_own(kind: AssetTypeId, message: str, said: str) -> None:
    reply = Talk(kind).say(message).reply
    assert said in reply or "let's make one" in reply


@pytest.mark.parametrize(
    ("kind", "brief", "message", "said"),
    [
        (AssetTypeId.TWITCH_BADGE, Brief(subject="cat"), "text HELLO", "18 px, up to three letters"),
        (AssetTypeId.TWITCH_REWARD_ICON, Brief(subject="cat"), "text HELLO", "28 px, up to three letters"),
        (AssetTypeId.TWITCH_BADGE, Brief(subject="cat", text="6"), "add a crown", "a lot for 72 px"),
        (AssetTypeId.TWITCH_BADGE, Brief(subject="cat"), "waving", "A badge shows the face alone"),
        (AssetTypeId.TWITCH_BADGE, Brief(), "a cat in space", "Badges are see-through"),
        (AssetTypeId.TWITCH_REWARD_ICON, Brief(), "a cat in space", "Reward icons are see-through"),
        (AssetTypeId.PROFILE_PICTURE, Brief(subject="cat"), "text CREWMATES", "small circle, up to five letters"),
        (AssetTypeId.TWITCH_PANEL, Brief(), "text EVERYTHING I USE ON STREAM", "up to three read at a glance"),
        (AssetTypeId.TWITCH_PANEL, Brief(text="DONATE"), "no text", "A panel needs a few words"),
        (AssetTypeId.OFFLINE_BANNER, Brief(), "text WE ARE ON A LITTLE BREAK", "up to five read at a glance"),
        (AssetTypeId.YOUTUBE_BANNER, Brief(), "“WELCOME IN”", "phones cut off the rest"),
        (AssetTypeId.TWITCH_PROFILE_BANNER, Brief(), "“WELCOME IN”", "Twitch puts your picture there"),
        (AssetTypeId.TWITCH_PANEL, Brief(), "panels for rules and merch", "One panel at a time"),
        (AssetTypeId.TWITCH_EMOTE, Brief(), "what sizes do i get", "112, 56, 28, 128, 480 and 500 px PNG"),
        (AssetTypeId.TWITCH_PANEL, Brief(), "what sizes do i get", "320 × 160 and 320 × 100 px PNG."),
    ],
)
def test_limits_are_told_in_the_terms_of_the_type(kind: AssetTypeId, brief: Brief, message: str, said: str) -> None:
    assert said in Talk(kind, brief).say(message).reply


@pytest.mark.parametrize("message", ["love it", "cool", "hm dunno", "nice"])
def test_praise_is_no_name_of_a_game(message: str) -> None:
    talk = Talk(brief=Brief(subject="cat", expression="smug"), history=[("coach", "Is it for a game you play?")])
    talk.say(message)
    assert talk.brief.game != message


def test_what_may_be_the_words_is_offered_and_not_taken() -> None:
    for kind in (AssetTypeId.OFFLINE_BANNER, AssetTypeId.TWITCH_PANEL):
        talk = Talk(kind)
        turn = talk.say("Gone fishing!")
        assert "“GONE FISHING!”" in turn.suggestions
        assert (talk.brief.text, turn.understood) == (None, False)


def test_words_alone_are_asked_nothing_about_a_face() -> None:
    talk = Talk(
        AssetTypeId.OFFLINE_BANNER, Brief(text="BE RIGHT BACK"), history=[("coach", "Who keeps the words company?")]
    )
    asked = [slot_asked(talk.say(message).reply) for message in ("just the words", "no", "no", "no", "no", "no", "no")]
    assert asked[0] == "background"
    assert not {"expression", "action", "accessories", "subject"} & set(asked)


def test_a_small_line_taken_away_is_not_asked_for_at_once() -> None:
    talk = Talk(AssetTypeId.OFFLINE_BANNER, Brief(text="BYE", subject="cat", background="space", sub_text="back soon"))
    assert slot_asked(talk.say("remove the small line").reply) != "sub_text"


@pytest.mark.parametrize("composition", list(Composition))
def test_a_surprise_makes_a_picture_of_every_composition(composition: Composition) -> None:
    for kind in ASSET_TYPES.values():
        if kind.composition is composition:
            assert readiness(kind, Talk(kind.id).say("surprise me").brief).is_ready


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.wish)
def test_every_idea_of_the_start_page_can_be_drawn_at_once(idea: Idea) -> None:
    talk = Talk(idea.asset_type)
    assert talk.say(idea.wish).understood
    assert readiness(asset_type(idea.asset_type), talk.brief).is_ready


def _sentences(reply: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?!])\s", reply) if "“" not in sentence]
