"""Answers to what is said to the coach rather than about the picture."""

from dataclasses import dataclass

from coach_app.coaches.intents import Intent
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.phrases import word_set, words_of
from coach_app.domain.prompts import listed, with_article

_ANSWERS: dict[Intent, tuple[str, ...]] = {
    Intent.GREETING: ("Hey! Let's make you {an_asset}.", "Hi there, good to see you.", "Hello! Ready when you are."),
    Intent.THANKS: (
        "Anytime! Say the word if you want a change.",
        "Happy to help.",
        "My pleasure. I'm here for changes.",
    ),
    Intent.PRAISE: ("Glad you like it!", "I like where this goes, too.", "That makes my day."),
    Intent.DISLIKE: (
        "No worries, we'll change it. Tell me what's off: the {first}, the colour, {last}?",
        "Fair enough. What should be different: the {first}, the colour, {last}?",
    ),
    Intent.HELP: ("Describe {an_asset} in your own words: {parts}. Like {wish}, then “make it blue” or {change}.",),
    Intent.AGREE: ("Great.", "Perfect.", "Good."),
    Intent.SIZES: ("{Sizes}.",),
    Intent.MOVING: ("Still pictures only for now, no animation.",),
    Intent.PHOTO: ("I can't draw from a photo, but a mascot that stands for you works.",),
    Intent.WHO_ARE_YOU: (
        "I'm the built-in coach: a rulebook with good manners, no AI. I turn your words into a brief for the artist.",
    ),
    Intent.OTHER_TYPE: ("This session is for {an_asset}. {Kinds} each get a session of their own.",),
    Intent.KINDS: ("{Kinds}, each in a session of its own. This one is for {an_asset}.",),
    Intent.UNDO: ("I can't rewind, but say what it should be, like “make it pink again”, and I'll set it back.",),
}
_KINDS = "Emotes, badges, panels, thumbnails and banners"
_HELP_WITH_A_CHANGE = ("Tell me any change, like “make it blue”, “make it cozy” or {change}.",)
_NOTHING_SAID = (
    "I read words best. Tell me what you have in mind, like {short}.",
    "I need a few words to go on, like {wish}.",
)
_NOT_UNDERSTOOD = (
    "I didn't catch a change there. I understand things like {short}, “make it blue” or {change}.",
    "That one went past me. Try something like {short}, {change} or “make it pink”.",
    "Hm, I can't make a picture of that yet. Things like {wish}, “a smug raccoon” or “neon green” work.",
)
_LONG_AND_NOT_UNDERSTOOD = (
    "That's a lot to read, and I found nothing I can draw in it. One line is plenty, like {wish}.",
)
_LAST_LATIN_LETTER = "\u024f"
_LONG_CHARACTERS = 400
_FOREIGN = ("I only understand English so far, sorry. Something like {wish} works.",)
# Little words of German, French, Spanish, Portuguese, Italian and Polish that English lacks.
_FOREIGN_WORDS = word_set(
    "ein eine einen der das und mit ist ich nicht bitte mach un une le les avec et est je qui fais el los las con y es "
    "muy quiero por uma um com os il una che sono voglio jest dla proszę para haz eu você não qué pour dans"
)


@dataclass(frozen=True, slots=True)
class _Examples:
    """Words that fit the composition: what can be told, a whole wish, a short one, a change, what may be off."""

    parts: str
    wish: str
    short: str
    change: str
    first: str = "face"
    last: str = "the words"


_EXAMPLES = {
    Composition.EMOTE: _Examples(
        "who, how it feels, what it does, colours, words on it",
        "“a raging pink axolotl smashing a keyboard”",
        "“a sleepy cat”",
        "“add the text GG”",
        last="what it does",
    ),
    Composition.BADGE: _Examples(
        "whose face, on which shape, colours, months",
        "“a smug fox on a gold shield”",
        "“a happy cat”",
        "“6 months”",
        last="the shape",
    ),
    Composition.PORTRAIT: _Examples(
        "who, how it feels, colours, what it wears",
        "“a smug purple fox with a headset”",
        "“a sleepy cat”",
        "“add a crown”",
        last="what it wears",
    ),
    Composition.THUMBNAIL: _Examples(
        "who, how it feels, the big words, what's behind",
        "“a shocked alien in space, NO WAY”",
        "“a scared zombie”",
        "“change the text to DAY ONE”",
    ),
    Composition.PANEL: _Examples(
        "the words, what stands beside them, colours",
        "“a donate panel with a pizza”",
        "“a schedule panel”",
        "“change the text to RULES”",
        first="words",
        last="what's beside them",
    ),
    Composition.BANNER: _Examples(
        "the big words, a small line, who's beside them, what's behind",
        "“currently offline, with a neon fox”",
        "“a sleepy cat”",
        "“small line: back soon”",
        first="words",
        last="the background",
    ),
    Composition.FRAME: _Examples(
        "who sits on it, colours, the mood",
        "“a purple frame with a happy cat”",
        "“a smug fox”",
        "“add the text LIVE”",
        first="character",
        last="the mood",
    ),
}


def answer_to(intent: Intent, asset_type: AssetType, voice: Voice, *, has_begun: bool) -> str:
    wordings = _HELP_WITH_A_CHANGE if intent == Intent.HELP and has_begun else _ANSWERS[intent]
    return _filled(voice.pick(wordings), asset_type)


def answer_to_nothing(message: str, asset_type: AssetType, voice: Voice) -> str:
    """Answer a message without a single word, or without a word that is understood."""
    if not any(letter.isalnum() for letter in message):
        wordings: tuple[str, ...] = _NOTHING_SAID
    elif is_not_english(message):
        wordings = _FOREIGN
    else:
        wordings = _LONG_AND_NOT_UNDERSTOOD if len(message) > _LONG_CHARACTERS else _NOT_UNDERSTOOD
    return _filled(voice.pick(wordings), asset_type)


def _filled(wording: str, asset_type: AssetType) -> str:
    examples = _EXAMPLES[asset_type.composition]
    return wording.format(
        an_asset=with_article(asset_type.noun),
        Kinds=_KINDS,
        Sizes=_sizes(asset_type),
        parts=examples.parts,
        wish=examples.wish,
        short=examples.short,
        change=examples.change,
        first=examples.first,
        last=examples.last,
    )


def _sizes(asset_type: AssetType) -> str:
    sizes = [
        str(export.width_px) if export.width_px == export.height_px else f"{export.width_px} × {export.height_px}"
        for export in asset_type.exports
    ]
    ground = ", with a see-through background" if asset_type.is_cutout else ""
    return f"You get {listed(sizes)} px {asset_type.main.format}{ground}"


def is_not_english(message: str) -> bool:
    """Tell by little words and by letters; meant for messages in which nothing else was understood."""
    is_other_script = any(letter.isalpha() and letter > _LAST_LATIN_LETTER for letter in message)
    return is_other_script or any(word.text in _FOREIGN_WORDS for word in words_of(message[:_LONG_CHARACTERS]))
