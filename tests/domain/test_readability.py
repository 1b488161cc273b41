"""What is said about how a picture reads, and that its advice is understood by the coach and followed by the artist."""

import re
from dataclasses import replace
from uuid import UUID

import pytest

from coach_app.artists.offline.badge_frames import METAL_COLOURS
from coach_app.artists.offline.badge_words import Metal, metal_of
from coach_app.artists.offline.drawing import draw
from coach_app.artists.offline.interpret import interpret
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.contrast import CHAT_DARK, CHAT_LIGHT, SEEN_RATIO, contrast_ratio
from coach_app.domain.file_checks import Legibility
from coach_app.domain.ports import PaintRequest
from coach_app.domain.readability import Other, Remark, readability
from coach_app.imaging.legibility import legibility
from coach_app.imaging.pixels import decode
from tests.coaches.conversing import Talk

EMOTE, BADGE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE], ASSET_TYPES[AssetTypeId.TWITCH_BADGE]
FINE = Legibility(dark=1.0, light=1.0, edges=1.0, fingerprint="0" * 16)
BAD = Legibility(dark=0.2, light=0.2, edges=0.2, fingerprint="0" * 16)
TWIN = Other("Happy cat", "0" * 16)


def advised(kind: AssetType, place: int) -> list[str]:
    """Return the words that the advice of a bad remark puts in the streamer's mouth."""
    return re.findall("“(.+?)”", readability(BAD, 28, kind.composition, [TWIN]).remarks[place].advice)


def told(kind: AssetType, words: str, brief: Brief) -> Brief:
    talk = Talk(kind.id, brief, has_asset=True)
    talk.say(words)
    return talk.brief


def test_good_remarks_need_no_advice() -> None:
    found = readability(FINE, 28, Composition.EMOTE)
    assert found.score == 100
    assert all(remark.is_good and remark.advice == "" for remark in found.remarks)


@pytest.mark.parametrize("kind", [EMOTE, BADGE], ids=lambda kind: kind.noun)
def test_each_bad_remark_says_what_to_tell_the_coach(kind: AssetType) -> None:
    remarks = readability(BAD, 28, kind.composition, [TWIN]).remarks
    assert not any(remark.is_good for remark in remarks)
    assert len({remark.advice for remark in remarks}) == 4
    assert all(re.fullmatch(r"[A-Z][^.]+: say “.+”\.", remark.advice) for remark in remarks)


@pytest.mark.parametrize(("kind", "place"), [(kind, place) for kind in (EMOTE, BADGE) for place in range(4)], ids=str)
def test_the_coach_understands_each_advice(kind: AssetType, place: int) -> None:
    brief = Brief(subject="cat", expression="happy", colour="grey", accessories=("crown",), text="LOL", style="shield")
    for words in advised(kind, place):
        assert told(kind, words, brief) != brief


@pytest.mark.parametrize(("place", "page"), [(0, CHAT_DARK), (1, CHAT_LIGHT)])
def test_an_emote_takes_the_colour_that_shows_on_the_page(place: int, page: str) -> None:
    (words,) = advised(EMOTE, place)
    colour = interpret(told(EMOTE, words, Brief(subject="cat")), EMOTE).colour
    assert colour
    assert contrast_ratio(colour, page) > SEEN_RATIO


def test_a_badge_takes_the_frame_that_shows_on_the_page() -> None:
    brief = Brief(subject="cat", style="silver shield")
    bright, dark = (metal_of(told(BADGE, advised(BADGE, place)[0], brief)) for place in (0, 1))
    assert (bright, dark) == (Metal.GOLD, Metal.BRONZE)
    assert contrast_ratio(METAL_COLOURS[Metal.GOLD], CHAT_DARK) > SEEN_RATIO
    assert max(METAL_COLOURS, key=lambda metal: contrast_ratio(METAL_COLOURS[metal], CHAT_LIGHT)) is Metal.BRONZE


@pytest.mark.parametrize("kind", [EMOTE, BADGE], ids=lambda kind: kind.noun)
def test_fine_lines_go_with_letters_and_clothes(kind: AssetType) -> None:
    brief = Brief(subject="cat", accessories=("crown",), text="GG")
    for words in advised(kind, 2):
        brief = told(kind, words, brief)
    assert brief == Brief(subject="cat", no_text=True)


@pytest.mark.parametrize("subject", ["cat", "axolotl", "robot", "ghost"])
@pytest.mark.parametrize("kind", [EMOTE, BADGE], ids=lambda kind: kind.noun)
def test_a_twin_that_follows_its_advice_is_told_from_the_other(kind: AssetType, subject: str) -> None:
    brief = Brief(subject=subject, expression="happy")
    other = Other("The other", drawn(kind, brief).fingerprint)
    assert twin_remark(kind, brief, other).advice
    (words,) = advised(kind, 3)
    assert twin_remark(kind, told(kind, words, brief), other).is_good


def twin_remark(kind: AssetType, brief: Brief, other: Other) -> Remark:
    return readability(drawn(kind, brief), 28, kind.composition, [other]).remarks[3]


def drawn(kind: AssetType, brief: Brief) -> Legibility:
    size = min(kind.drawn_sizes)
    small = replace(kind, master_width_px=64, master_height_px=64)
    data = draw(PaintRequest(UUID(int=1), small, brief, "", 0, (size,))).renditions[size]
    return legibility(data, decode(data).convert("RGBA"))
