"""Answers to what is said to the coach rather than about the picture."""

from coach_app.coaches.intents import Intent
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import ASSET_TYPES, AssetType
from coach_app.domain.phrases import word_set, words_of

_ANSWERS: dict[Intent, tuple[str, ...]] = {
    Intent.GREETING: ("Hey! Let's make you {an_asset}.", "Hi there, good to see you.", "Hello! Ready when you are."),
    Intent.THANKS: (
        "Anytime! Say the word if you want a change.",
        "Happy to help.",
        "My pleasure. I'm here for changes.",
    ),
    Intent.PRAISE: ("Glad you like it!", "I like where this goes, too.", "That makes my day."),
    Intent.DISLIKE: (
        "No worries, we'll change it. Tell me what's off: the face, the colour, what it does?",
        "Fair enough. What should be different: the face, the colour, the words?",
    ),
    Intent.HELP: (
        "Describe {an_asset} in your own words: who, how it feels, what it does, colours, words on it. "
        "Like “a raging pink axolotl smashing a keyboard”, then “make it blue” or “add the text GG”.",
    ),
    Intent.AGREE: ("Great.", "Perfect.", "Good."),
    Intent.SIZES: ("{Sizes}.",),
    Intent.MOVING: ("Still pictures only for now, no animation.",),
    Intent.PHOTO: ("I can't draw from a photo, but a mascot that stands for you works.",),
    Intent.WHO_ARE_YOU: (
        "I'm the built-in coach: a rulebook with good manners, no AI. I turn your words into a brief for the artist.",
    ),
    Intent.OTHER_TYPE: ("So far I make {all_types}. This session is for {an_asset}.",),
    Intent.UNDO: ("I can't rewind, but say what it should be, like “make it pink again”, and I'll set it back.",),
}
_HELP_WITH_A_CHANGE = ("Tell me any change, like “make it blue”, “give it a crown” or “add the text GG”.",)
_NOTHING_SAID = (
    "I read words best. Tell me who's in it and how it feels, like “a sleepy cat”.",
    "I need a few words to go on, like “a hyped fox with a headset”.",
)
_NOT_UNDERSTOOD = (
    "I didn't catch a change there. I understand things like “a sleepy cat”, “make it blue” or “add the text GG”.",
    "That one went past me. Try something like “a crying frog”, “give it a crown” or “make it pink”.",
    "Hm, I can't make a picture of that yet. Things like “a smug raccoon”, “holding a pizza” or “neon green” work.",
)
_LONG_AND_NOT_UNDERSTOOD = (
    "That's a lot to read, and I found nothing I can draw in it. One line is plenty, like “a raging pink axolotl”.",
)
_LAST_LATIN_LETTER = "\u024f"
_LONG_CHARACTERS = 400
_FOREIGN = ("I only understand English so far, sorry. Something like “a raging pink axolotl” works.",)
# Little words of German, French, Spanish, Portuguese, Italian and Polish that English lacks.
_FOREIGN_WORDS = word_set(
    "ein eine einen der das und mit ist ich nicht bitte mach un une le les avec et est je qui fais el los las con y es "
    "muy quiero por uma um com os il una che sono voglio jest dla proszę para haz eu você não qué pour dans"
)


def answer_to(intent: Intent, asset_type: AssetType, voice: Voice, *, has_begun: bool) -> str:
    names = [f"{export.width_px} × {export.height_px} px {export.format}" for export in asset_type.exports]
    sizes = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    article = "an" if asset_type.noun[0] in "aeiou" else "a"
    all_types = " and ".join(f"{kind.label}s" for kind in ASSET_TYPES.values())
    ground = ", with a see-through background" if asset_type.is_cutout else ""
    wordings = _HELP_WITH_A_CHANGE if intent == Intent.HELP and has_begun else _ANSWERS[intent]
    return voice.pick(wordings).format(
        an_asset=f"{article} {asset_type.noun}", all_types=all_types, Sizes=f"You get {sizes}{ground}"
    )


def answer_to_nothing(message: str, voice: Voice) -> str:
    """Answer a message without a single word, or without a word that is understood."""
    if not any(letter.isalnum() for letter in message):
        return voice.pick(_NOTHING_SAID)
    if is_not_english(message):
        return voice.pick(_FOREIGN)
    return voice.pick(_LONG_AND_NOT_UNDERSTOOD if len(message) > _LONG_CHARACTERS else _NOT_UNDERSTOOD)


def is_not_english(message: str) -> bool:
    """Tell by little words and by letters; meant for messages in which nothing else was understood."""
    is_other_script = any(letter.isalpha() and letter > _LAST_LATIN_LETTER for letter in message)
    return is_other_script or any(word.text in _FOREIGN_WORDS for word in words_of(message[:_LONG_CHARACTERS]))
