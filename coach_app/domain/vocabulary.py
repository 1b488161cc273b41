"""The words that the built-in parts understand: species, expressions, actions, accessories, scenes, colours.

The slot coach finds these ids in a message, the built-in artist draws each of them: a new member here wants its
drawing there, and a test says so.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from coach_app.domain.phrases import PhraseBook, phrase_table, words_of
from coach_app.domain.words_colours import NOT_A_COLOUR, colour_table
from coach_app.domain.words_doings import ACCESSORY_WORDS, ACTION_WORDS, NOT_AN_ACCESSORY, NOT_AN_ACTION, SCENE_WORDS
from coach_app.domain.words_feelings import EXPRESSION_WORDS, MOOD_WORDS, NOT_AN_EXPRESSION
from coach_app.domain.words_species import NOT_A_SPECIES, SPECIES_WORDS


class Species(StrEnum):
    AXOLOTL = "axolotl"
    CAT = "cat"
    FOX = "fox"
    FROG = "frog"
    DOG = "dog"
    PANDA = "panda"
    BUNNY = "bunny"
    BEAR = "bear"
    DRAGON = "dragon"
    RACCOON = "raccoon"
    PENGUIN = "penguin"
    CHICK = "chick"
    GHOST = "ghost"
    SLIME = "slime"
    ROBOT = "robot"
    ZOMBIE = "zombie"
    ALIEN = "alien"
    CAPYBARA = "capybara"
    WOLF = "wolf"
    UNICORN = "unicorn"
    BEE = "bee"
    TIGER = "tiger"
    LION = "lion"
    PIG = "pig"
    KOALA = "koala"
    MONKEY = "monkey"
    OWL = "owl"
    SHARK = "shark"
    OCTOPUS = "octopus"
    SKULL = "skull"
    MUSHROOM = "mushroom"
    DEVIL = "devil"
    COW = "cow"
    HAMSTER = "hamster"
    GOBLIN = "goblin"


class Expression(StrEnum):
    HAPPY = "happy"
    RAGE = "rage"
    SAD = "sad"
    CRY = "cry"
    HYPE = "hype"
    LOVE = "love"
    SLEEPY = "sleepy"
    SMUG = "smug"
    SHOCKED = "shocked"
    LAUGH = "laugh"
    WINK = "wink"
    SCARED = "scared"
    COOL = "cool"
    COZY = "cozy"
    CONFUSED = "confused"
    DEAD = "dead"


class Action(StrEnum):
    SMASH = "smash"
    DRINK = "drink"
    HOLD = "hold"
    PLAY = "play"
    CHEER = "cheer"
    LURK = "lurk"
    WAVE = "wave"
    FACEPALM = "facepalm"


class Accessory(StrEnum):
    HEADSET = "headset"
    CROWN = "crown"
    PARTY_HAT = "party_hat"
    WIZARD_HAT = "wizard_hat"
    SANTA_HAT = "santa_hat"
    CAP = "cap"
    HALO = "halo"
    HORNS = "horns"
    BOW = "bow"
    SUNGLASSES = "sunglasses"


class Scene(StrEnum):
    SUNBURST = "sunburst"
    COZY = "cozy"
    SYNTHWAVE = "synthwave"
    SPACE = "space"
    HORROR = "horror"


class Mood(StrEnum):
    """How the whole picture feels; the start card offers the first eight."""

    COZY = "cozy"
    HYPE = "hype"
    RAGE = "rage"
    SAD = "sad"
    SNEAKY = "sneaky"
    CHILL = "chill"
    LOVE = "love"
    SLEEPY = "sleepy"
    SPOOKY = "spooky"
    RETRO = "retro"
    CUTE = "cute"
    EPIC = "epic"
    FUNNY = "funny"


Known = TypeVar("Known", bound=StrEnum)


def _phrase_book(members: type[Known], words: Mapping[str, str], not_meant: Sequence[str] = ()) -> PhraseBook[Known]:
    """A member without words of its own is known by its name."""
    phrases = {member.value.replace("_", " "): member for member in members}
    return PhraseBook(phrases | {phrase: members(name) for phrase, name in phrase_table(words).items()}, not_meant)


SPECIES_BOOK = _phrase_book(Species, SPECIES_WORDS, NOT_A_SPECIES)
EXPRESSION_BOOK = _phrase_book(Expression, EXPRESSION_WORDS, NOT_AN_EXPRESSION)
ACTION_BOOK = _phrase_book(Action, ACTION_WORDS, NOT_AN_ACTION)
ACCESSORY_BOOK = _phrase_book(Accessory, ACCESSORY_WORDS, NOT_AN_ACCESSORY)
SCENE_BOOK = _phrase_book(Scene, SCENE_WORDS)
MOOD_BOOK = _phrase_book(Mood, MOOD_WORDS, NOT_AN_EXPRESSION)
COLOUR_BOOK = PhraseBook(colour_table(), NOT_A_COLOUR)


def find_species(text: str) -> Species | None:
    return SPECIES_BOOK.find_first(text)


def find_expression(text: str) -> Expression | None:
    return EXPRESSION_BOOK.find_first(text)


def find_action(text: str) -> Action | None:
    return ACTION_BOOK.find_first(text)


def find_accessories(text: str) -> tuple[Accessory, ...]:
    """Return every accessory named, each once, in the order of the text."""
    return tuple(dict.fromkeys(match.value for match in ACCESSORY_BOOK.find_all(words_of(text))))


def find_scene(text: str) -> Scene | None:
    return SCENE_BOOK.find_first(text)


def find_mood(text: str) -> Mood | None:
    return MOOD_BOOK.find_first(text)


def find_colour(text: str) -> str | None:
    """Return the first colour as #rrggbb: a name ("dark red", "neon green") or a code (#f0a, #ff00aa)."""
    words = words_of(text)
    codes = [(place, word.text) for place, word in enumerate(words) if word.text.startswith("#")]
    names = [(match.first, match.value) for match in COLOUR_BOOK.find_all(words)]
    first = min(codes + names, default=None)
    if first is None:
        return None
    colour = first[1]
    return colour if len(colour) == len("#rrggbb") else "#" + "".join(digit * 2 for digit in colour[1:])
