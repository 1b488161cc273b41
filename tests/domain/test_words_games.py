"""Games and what suits them."""

import pytest

from coach_app.domain.asset_types import Composition
from coach_app.domain.room import ROOM, letters_in
from coach_app.domain.words_games import GAMES, Game, find_game


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Minecraft", "Minecraft"),
        ("stardew", "Stardew Valley"),
        ("elden ring dlc", "Elden Ring"),
        ("WoW", "World of Warcraft"),
        ("baldurs gate 3", "Baldur's Gate 3"),
        ("counter-strike", "Counter-Strike 2"),
    ],
)
def test_a_game_is_known_by_its_names(words: str, name: str) -> None:
    game = find_game(words)
    assert game is not None
    assert game.name == name


def test_an_unknown_game_is_none() -> None:
    assert find_game("Dave the Diver") is None


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
def test_the_words_for_a_game_keep_to_the_limits(game: Game) -> None:
    assert all(letters_in(text) <= ROOM[Composition.EMOTE].letters for text in game.emote_texts)
    assert all(len(text.split()) <= ROOM[Composition.THUMBNAIL].words for text in game.thumbnail_texts)
    assert find_game(game.name) == game
