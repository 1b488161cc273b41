"""Finding and reading icons of the installed set."""

import xml.etree.ElementTree as ET

import pytest

from coach_app.artists.offline.icon_words import ICON_FOR_WORD
from coach_app.artists.offline.icons import IconCatalogue, find_icon, icon_markup, icon_names
from coach_app.artists.offline.svg import with_own_ids


@pytest.mark.parametrize(
    ("phrase", "icon"),
    [
        ("a cup of coffee", "hot-beverage"),
        ("keyboard", "keyboard"),
        ("their gaming keyboard", "keyboard"),
        ("a llama on a skateboard", "llama"),
        ("slices of pizza", "pizza"),
        ("Xbox controller", "video-game"),
        ("boba", "bubble-tea"),
        ("an energy drink", "cup-with-straw"),
        ("the ban hammer", "hammer"),
        ("a diamond pickaxe", "pick"),
        ("gifted subs", "wrapped-gift"),
        ("d20", "game-die"),
        ("guitars", "guitar"),
        ("popcorn", "popcorn"),
        ("a big red rocket ship", "rocket"),
        ("t-rex", "t-rex"),
    ],
)
def test_phrases_find_their_icon(phrase: str, icon: str) -> None:
    assert find_icon(phrase) == icon


@pytest.mark.parametrize("phrase", ["", "flurble", "happy", "on the left", "plus", "日本", "🎮", "<b>"])
def test_what_is_no_thing_finds_nothing(phrase: str) -> None:
    assert find_icon(phrase) is None


def test_the_catalogue_speaks_in_readable_names() -> None:
    assert IconCatalogue().find("cup of coffee") == "hot beverage"
    assert IconCatalogue().find("flurble") is None


def test_every_word_leads_to_an_icon_that_is_installed() -> None:
    assert set(ICON_FOR_WORD.values()) <= set(icon_names())


def test_an_icon_is_well_formed_markup_without_scripts_or_links() -> None:
    for name in ("keyboard", "hot-beverage", "llama", "trophy", "video-game"):
        body = icon_markup(name)
        ET.fromstring(f'<svg xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>')
        assert "script" not in body
        assert "http" not in body


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon_markup("no-such-icon")


def test_two_icons_in_one_picture_keep_their_own_gradients() -> None:
    body = '<g clip-path="url(#a)"><clipPath id="a"/><use href="#a"/></g>'
    assert with_own_ids(body, "x-") == '<g clip-path="url(#x-a)"><clipPath id="x-a"/><use href="#x-a"/></g>'
