"""How far a brief is."""

import pytest

from coach_app.domain.asset_types import ASSET_TYPES, AssetType, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import SLOT_VALUES, TYPE_VALUE, readiness

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]


@pytest.mark.parametrize(
    ("brief", "missing"),
    [
        (Brief(), ("who or what is in it", "how it feels")),
        (Brief(subject="cat"), ("how it feels",)),
        (Brief(expression="sad"), ("who or what is in it",)),
        (Brief(subject="cat", expression="sad"), ()),
        (Brief(subject="cat", mood="cozy"), ()),
    ],
)
def test_an_emote_needs_a_subject_and_a_feeling(brief: Brief, missing: tuple[str, ...]) -> None:
    result = readiness(EMOTE, brief)
    assert result.missing == missing
    assert result.is_ready is (not missing)


@pytest.mark.parametrize(
    ("brief", "missing"),
    [
        (Brief(), ("who or what is in it", "which words go on it")),
        (Brief(subject="cat", expression="sad", no_text=True), ("which words go on it",)),
        (Brief(text="GG"), ("who or what is in it",)),
        (Brief(subject="cat", text="GG"), ()),
    ],
)
def test_a_thumbnail_needs_a_subject_and_words(brief: Brief, missing: tuple[str, ...]) -> None:
    result = readiness(THUMBNAIL, brief)
    assert result.missing == missing
    assert result.is_ready is (not missing)


@pytest.mark.parametrize("kind", list(ASSET_TYPES))
def test_a_full_table_comes_to_a_hundred(kind: AssetTypeId) -> None:
    assert TYPE_VALUE + sum(SLOT_VALUES[ASSET_TYPES[kind].composition].values()) == 100


def test_the_score_grows_with_every_slot_and_stays_within_its_bounds() -> None:
    brief = Brief()
    scores = [readiness(EMOTE, brief).score]
    for slot, value in {
        "subject": "cat",
        "expression": "sad",
        "action": "waving",
        "colour": "pink",
        "game": "Rust",
    }.items():
        brief = brief.with_slots(**{slot: value})
        scores.append(readiness(EMOTE, brief).score)
    assert scores == sorted(set(scores))
    assert 0 <= scores[0] < scores[-1] <= 100


def test_not_wanting_text_counts_as_an_answer() -> None:
    with_none = readiness(EMOTE, Brief(subject="cat", no_text=True)).score
    assert with_none == readiness(EMOTE, Brief(subject="cat", text="GG")).score
    assert with_none > readiness(EMOTE, Brief(subject="cat")).score


def test_long_letters_cost_points_and_show_in_the_reasons() -> None:
    short, long = (readiness(EMOTE, Brief(subject="cat", expression="sad", text=text)) for text in ("GG", "CONGRATS"))
    assert long.score < short.score
    assert any(not reason.is_done and "28 px" in reason.text for reason in long.reasons)
    assert all(reason.is_done for reason in short.reasons)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("GG", "At 28 px only the word shows"),
        ("LOL", "At 28 px only the word shows"),
        ("LURK", "At 28 px the word is left out"),
        ("CONGRATS", "Four letters read best at 28 px"),
        (None, "Simple enough to read at 28 px"),
    ],
)
def test_it_is_said_what_of_an_emote_with_words_is_left_when_tiny(text: str | None, said: str) -> None:
    brief = Brief(subject="cat", expression="sad", action="waving", text=text, no_text=text is None)
    assert readiness(EMOTE, brief).reasons[-1].text == said


def test_too_much_on_an_emote_costs_points_and_on_a_thumbnail_it_does_not() -> None:
    calm = Brief(subject="cat", expression="sad", text="GG", action="waving")
    crowded = calm.with_slots(accessories=("crown", "bow"))
    assert readiness(EMOTE, crowded).score < readiness(EMOTE, calm).score
    assert readiness(THUMBNAIL, crowded).score > readiness(THUMBNAIL, calm).score


@pytest.mark.parametrize("asset_type", list(ASSET_TYPES.values()), ids=lambda kind: kind.id)
@pytest.mark.parametrize(
    "brief", [Brief(), Brief(subject="cat"), Brief(subject="cat", expression="sad", action="waving", text="GG")]
)
def test_three_reasons_of_which_only_the_open_ones_ask(asset_type: AssetType, brief: Brief) -> None:
    reasons = readiness(asset_type, brief).reasons
    assert len(reasons) == 3
    assert len({reason.text for reason in reasons}) == 3
    assert all(not reason.question for reason in reasons if reason.is_done)
    if brief == Brief():
        assert [reason.text for reason in reasons[:1]] == ["Who or what is in it?"]
