"""How far a brief is."""

import pytest

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.readiness import SLOT_VALUES, TYPE_VALUE, readiness

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
PANEL = ASSET_TYPES[AssetTypeId.TWITCH_PANEL]
BANNER = ASSET_TYPES[AssetTypeId.OFFLINE_BANNER]
WORDS_FIRST = {Composition.PANEL, Composition.BANNER}


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
        first = "Which words go on it?" if asset_type.composition in WORDS_FIRST else "Who or what is in it?"
        assert reasons[0].text == first


@pytest.mark.parametrize(
    ("kind", "brief", "is_ready"),
    [
        (AssetTypeId.TWITCH_BADGE, Brief(subject="fox"), True),
        (AssetTypeId.TWITCH_BADGE, Brief(text="6", style="gold shield"), False),
        (AssetTypeId.TWITCH_PANEL, Brief(text="DONATE"), True),
        (AssetTypeId.TWITCH_PANEL, Brief(subject="pizza", no_text=True), False),
        (AssetTypeId.OFFLINE_BANNER, Brief(text="BRB"), True),
        (AssetTypeId.OFFLINE_BANNER, Brief(subject="fox", sub_text="back soon"), False),
        (AssetTypeId.PROFILE_PICTURE, Brief(subject="fox"), False),
        (AssetTypeId.PROFILE_PICTURE, Brief(subject="fox", mood="cozy"), True),
        (AssetTypeId.WEBCAM_FRAME, Brief(subject="fox"), True),
    ],
)
def test_each_composition_needs_its_own(kind: AssetTypeId, brief: Brief, is_ready: bool) -> None:
    assert readiness(ASSET_TYPES[kind], brief).is_ready is is_ready


@pytest.mark.parametrize(
    ("kind", "brief", "lines"),
    [
        (
            AssetTypeId.TWITCH_BADGE,
            Brief(subject="fox", colour="red"),
            ("One clear subject", "A colour of its own", "Readable at 18 px"),
        ),
        (
            AssetTypeId.TWITCH_BADGE,
            Brief(subject="fox", text="HELLO"),
            ("One clear subject", "Pick a colour, if you like", "Two or three letters are the most at 18 px"),
        ),
        (
            AssetTypeId.TWITCH_BADGE,
            Brief(subject="fox", text="6", accessories=("crown",)),
            ("One clear subject", "Pick a colour, if you like", "A bit much for 18 px"),
        ),
        (
            AssetTypeId.TWITCH_REWARD_ICON,
            Brief(subject="fox"),
            ("One clear subject", "Pick a colour, if you like", "Readable at 28 px"),
        ),
        (
            AssetTypeId.TWITCH_PANEL,
            Brief(text="DONATE", subject="pizza"),
            ("Words that read at a glance", "One clear subject", "Pick a colour, if you like"),
        ),
        (
            AssetTypeId.TWITCH_PANEL,
            Brief(text="EVERYTHING ABOUT ME AND MY PC"),
            (
                "Up to three short words read at 320 px",
                "Add a mascot or a thing, if you like",
                "Pick a colour, if you like",
            ),
        ),
        (
            AssetTypeId.OFFLINE_BANNER,
            Brief(text="CURRENTLY OFFLINE", background="space"),
            (
                "Words that read at a glance",
                "Add a mascot or a thing, if you like",
                "Add a small line, if you like",
            ),
        ),
        (
            AssetTypeId.DISCORD_SERVER_ICON,
            Brief(subject="fox", expression="smug", text="CREWMATES"),
            ("One clear subject", "One strong mood", "In a small circle only a short word reads"),
        ),
        (
            AssetTypeId.DISCORD_STICKER,
            Brief(subject="fox", expression="smug", text="CONGRATS"),
            ("One clear subject", "One strong mood", "Simple enough to read at 320 px"),
        ),
    ],
)
def test_the_lines_of_the_meter_fit_the_composition(kind: AssetTypeId, brief: Brief, lines: tuple[str, ...]) -> None:
    assert tuple(reason.text for reason in readiness(ASSET_TYPES[kind], brief).reasons) == lines


def test_words_that_fit_cost_nothing_and_longer_ones_do() -> None:
    for kind, short, long in (
        (PANEL, "ABOUT ME", "EVERYTHING I USE ON STREAM"),
        (PANEL, "SCHEDULE", "SUPERCALIFRAGILISTICS"),
        (BANNER, "CURRENTLY OFFLINE", "WE ARE ON A LITTLE BREAK"),
        (ASSET_TYPES[AssetTypeId.TWITCH_BADGE], "12", "MONTHS"),
        (ASSET_TYPES[AssetTypeId.WEBCAM_FRAME], "HI CHAT", "THE NAME OF MY CHANNEL"),
    ):
        scores = [readiness(kind, Brief(subject="fox", text=text)).score for text in (short, long)]
        assert scores[0] > scores[1], (short, long)
