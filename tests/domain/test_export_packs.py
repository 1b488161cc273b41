"""Packs and file names: what goes where, under which name."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.export_packs import PackItem, pack_entries, pack_name, pack_readme
from coach_app.domain.exports import Platform
from coach_app.domain.file_names import content_disposition, export_file_name

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
PAIRS = [(kind, platform) for kind in ASSET_TYPES.values() for platform in kind.platforms]


def whole(kind: AssetType, title: str = "Hype fox") -> PackItem:
    return PackItem(title, kind, frozenset(export.name for export in kind.exports))


def test_an_emote_goes_to_every_platform_that_takes_one() -> None:
    paths = [entry.path for entry in pack_entries([whole(EMOTE)])]
    assert paths == [
        "twitch/112.png",
        "twitch/56.png",
        "twitch/28.png",
        "twitch/500.png",
        "bttv/112.png",
        "discord/128.png",
        "ffz/128.png",
        "youtube/480.png",
        "kick/500.png",
        "7tv/500.png",
    ]


@pytest.mark.parametrize(("kind", "platform"), PAIRS, ids=lambda value: getattr(value, "id", value))
def test_every_pack_of_every_type_has_files_and_says_where_to_upload_each(kind: AssetType, platform: Platform) -> None:
    entries = pack_entries([whole(kind)], platform)
    assert entries
    assert all(entry.path == f"{platform}/{entry.name}" for entry in entries)
    note = pack_readme([whole(kind)], platform)
    for entry in entries:
        assert f"  {entry.path}: " in note
    others = set(kind.platforms) - {platform}
    assert not any(f"{other}/" in note for other in others)
    assert pack_name([whole(kind)], platform).endswith(f"_{platform}.zip")


def test_several_pictures_have_a_folder_each_and_namesakes_are_numbered() -> None:
    items = [whole(EMOTE), whole(THUMBNAIL, "1 VS 5"), whole(EMOTE)]
    paths = [entry.path for entry in pack_entries(items, Platform.TWITCH)]
    assert "hype-fox_emote/twitch/28.png" in paths
    assert "1-vs-5_thumbnail/twitch/1280x720.jpg" in paths
    assert "hype-fox_emote-2/twitch/28.png" in paths
    assert len(set(paths)) == len(paths)
    assert pack_name(items) == "stream-coach_3-pictures.zip"


def test_files_that_a_picture_does_not_have_are_left_out() -> None:
    old = PackItem("Old cat", EMOTE, frozenset({"112.png", "28.png"}))
    assert [entry.path for entry in pack_entries([old])] == ["twitch/112.png", "twitch/28.png", "bttv/112.png"]
    assert pack_entries([old], Platform.KICK) == ()
    assert "Kick" not in pack_readme([old])


def test_a_file_with_a_fault_is_named_in_the_note() -> None:
    item = PackItem("Cat", EMOTE, frozenset({"112.png"}), {"112.png": "36 KB, over 25 KB"})
    assert "Look at this one before you upload it: 36 KB, over 25 KB." in pack_readme([item])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hype fox", "hype-fox_emote_112.png"),
        ("  “Wow!!” /../ etc ", "wow-etc_emote_112.png"),
        ("", "picture_emote_112.png"),
        ("???", "picture_emote_112.png"),
        ("怒るライオン", "怒るライオン_emote_112.png"),
        ("x" * 200, "x" * 60 + "_emote_112.png"),
    ],
)
def test_names_are_made_of_the_title(title: str, name: str) -> None:
    assert export_file_name(title, EMOTE, "112.png") == name


def test_names_in_other_letters_travel_twice() -> None:
    header = content_disposition("怒る_emote_112.png", is_download=True)
    assert header == "attachment; filename=\"-_emote_112.png\"; filename*=UTF-8''%E6%80%92%E3%82%8B_emote_112.png"
    assert content_disposition("hype-fox_emote_112.png", is_download=False) == (
        'inline; filename="hype-fox_emote_112.png"'
    )


@given(st.text(max_size=80))
def test_no_title_breaks_the_header(title: str) -> None:
    name = export_file_name(title, EMOTE, "112.png")
    header = content_disposition(name, is_download=True)
    assert header.isascii()
    assert re.fullmatch(r"attachment; filename=\"[A-Za-z0-9._-]+\"(; filename\*=UTF-8''[A-Za-z0-9._%~-]+)?", header)
    if "*=" in header:
        assert unquote(header.partition("UTF-8''")[2]) == name
