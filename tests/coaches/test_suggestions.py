"""Every suggestion is a message that the coach understands, in whatever state it is offered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach_app.coaches.ideas import Ideas
from coach_app.coaches.questions import wordings
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import SLOT_VALUES, readiness
from coach_app.domain.vocabulary import Action, Expression, Mood, Scene, Species
from coach_app.domain.words_games import GAMES
from tests.coaches.conversing import PROPS, Talk

ONE_OF_EACH = {kind.composition: kind for kind in reversed(ASSET_TYPES.values())}

MESSAGES = st.sampled_from(
    [
        "a raging pink axolotl smashing a keyboard",
        "black cat",
        "a llama",
        "crying",
        "make it blue",
        "add a crown and a headset and sunglasses",
        "with the text CONGRATULATIONS",
        "“GG”",
        "no text",
        "for minecraft",
        "spooky mood",
        "surprise me",
        "you choose",
        "no",
        "start over",
        "hello",
        "asdfgh",
        "generate",
        "thumbnail about surviving 100 days",
        "a donate panel with a pizza",
        "6 month badge on a gold shield",
        "currently offline, back tomorrow at 8pm",
        "in space",
        "remove the subject",
    ]
)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(list(AssetTypeId)), messages=st.lists(MESSAGES, max_size=6), has_asset=st.booleans())
def test_every_suggestion_is_understood(kind: AssetTypeId, messages: list[str], has_asset: bool) -> None:
    talk = Talk(kind, has_asset=has_asset)
    turn = talk.say("hi")
    for message in messages:
        turn = talk.say(message)
    assert 3 <= len(turn.suggestions) <= 4
    assert len(set(turn.suggestions)) == len(turn.suggestions)
    for suggestion in turn.suggestions:
        sent_back = Talk(kind, talk.brief, has_asset, list(talk.history)).say(suggestion)
        assert sent_back.understood, f"{suggestion!r} after {turn.reply!r}"


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(list(AssetTypeId)), choices=st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_clicking_only_suggestions_leads_to_a_picture(kind: AssetTypeId, choices: list[int]) -> None:
    talk = Talk(kind)
    turn = talk.say("hi")
    for choice in choices:
        turn = talk.say(turn.suggestions[choice % len(turn.suggestions)])
        assert turn.understood
    assert readiness(ASSET_TYPES[kind], talk.brief).is_ready
    assert any("Generate now" in reply for _, reply in talk.history[-6:])


def _briefs() -> list[Brief]:
    by_species = [Brief(subject=species.value) for species in Species]
    by_face = [Brief(subject="cat", expression=face.value) for face in Expression]
    by_mood = [Brief(subject="cat", mood=mood.value) for mood in Mood]
    by_action = [Brief(subject="cat", expression="happy", action=action.value) for action in Action]
    by_game = [Brief(subject="cat", expression="happy", game=game.name) for game in GAMES]
    by_scene = [Brief(subject="cat", text="GG", background=scene.value) for scene in Scene]
    return [Brief(), *by_species, *by_face, *by_mood, *by_action, *by_game, *by_scene]


@pytest.mark.parametrize(
    ("asset_type", "slot"),
    [(kind, slot) for kind in ONE_OF_EACH.values() for slot in SLOT_VALUES[kind.composition]],
)
def test_every_idea_fills_its_slot_with_its_value(asset_type: AssetType, slot: str) -> None:
    for brief in _briefs():
        for idea in Ideas(asset_type, brief, PROPS).of(slot):
            question = wordings(slot, asset_type)[0].replace("{subject}", brief.subject or asset_type.noun)
            question = question.replace("{kind}", asset_type.noun)
            talk = Talk(asset_type.id, brief, history=[("coach", question)])
            talk.say(idea.message)
            assert getattr(talk.brief, slot) == idea.value, f"{idea.message!r} with {brief!r}"


def test_suggestions_suit_the_game_and_the_mood() -> None:
    horror = Talk("youtube_thumbnail", Brief(subject="ghost", expression="scared", game="Phasmophobia"))
    assert any("DON'T LOOK BACK" in suggestion for suggestion in horror.say("hello").suggestions)
    spooky = Talk(brief=Brief(mood="spooky"))
    assert "A zombie" in spooky.say("hello").suggestions


def test_what_a_video_is_about_is_offered_as_its_headline_and_not_taken() -> None:
    talk = Talk("youtube_thumbnail")
    talk.say("thumbnail about surviving 100 days in minecraft")
    turn = talk.say("a worried zombie")
    assert "“I SURVIVED 100 DAYS”" in turn.suggestions
    assert talk.brief.text is None


@pytest.mark.parametrize(
    ("message", "headline"),
    [
        ("me vs my chat", "ME VS MY CHAT"),
        ("5 tips for new streamers", "5 TIPS FOR NEW STREAMERS"),
        ("I beat malenia with a spoon", "I BEAT MALENIA"),
        ("so i finally beat malenia after 500 tries", "I FINALLY BEAT MALENIA"),
        ("thumbnail about building a castle in minecraft", "I BUILT A CASTLE"),
    ],
)
def test_a_topic_is_answered_with_a_headline_to_click(message: str, headline: str) -> None:
    talk = Talk("youtube_thumbnail")
    first = talk.say(message)
    second = first if f"“{headline}”" in first.suggestions else talk.say("a fox")
    assert f"“{headline}”" in second.suggestions
    assert talk.brief.text is None
