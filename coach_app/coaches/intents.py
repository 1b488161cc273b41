"""What a message asks of the coach, beyond filling the brief: hello, help, surprise me, skip, generate."""

import re
from enum import StrEnum

from coach_app.coaches.intent_words import INTENT_WORDS, POLITE_WORDS
from coach_app.coaches.reading.kinds import without_own_names
from coach_app.domain.asset_types import AssetType
from coach_app.domain.phrases import phrase_table, word_set, words_of


class Intent(StrEnum):
    GREETING = "greeting"
    THANKS = "thanks"
    PRAISE = "praise"
    DISLIKE = "dislike"
    HELP = "help"
    SURPRISE = "surprise"
    CHOOSE = "choose"
    GENERATE = "generate"
    ANOTHER = "another"
    SKIP = "skip"
    AGREE = "agree"
    RESET = "reset"
    UNDO = "undo"
    SIZES = "sizes"
    MOVING = "moving"
    PHOTO = "photo"
    WHO_ARE_YOU = "who_are_you"
    OTHER_TYPE = "other_type"
    KINDS = "kinds"


_WHOLE_MESSAGES = {phrase: Intent(name) for phrase, name in phrase_table(INTENT_WORDS).items()}
_POLITE = word_set(POLITE_WORDS)
_SAME_WORD = {"u": "you", "r": "are", "ur": "your", "this": "it", "that": "it", "thats": "its", "lemme": "let me"}
# “NO!” in quotation marks is a word for the picture.
_QUOTED = re.compile(r"^\W*[\"“”«][^\"“”»]+[\"“”»]\W*$")
_STRETCHED = re.compile(r"(.)\1{2,}")

# A question may stand anywhere in the message; in this order.
_QUESTIONS = (
    (Intent.PHOTO, r"^\W*(it's |just )?(me|myself)\W*$|\bmy (own )?(face|photo|selfie|webcam|avatar)|\bupload"),
    (Intent.PHOTO, r"\b(photo|picture) of me\b|\blooks? like me\b|\bdraw me\b(?! a)"),
    (Intent.MOVING, r"\banimat(ed|e|ion)\b|\bgifs?\b|\bmoving (emote|picture|one)\b"),
    (
        Intent.SIZES,
        r"\b(what|which) (size|resolution|format|dimension|file)|how (big|large|many pixels)|\btransparent\?",
    ),
    (
        Intent.WHO_ARE_YOU,
        r"\b(who|what) are you\b|are you (an? |the )?(ai|bot|robot|human|real|person|chatgpt|gpt|llm)\b",
    ),
    (Intent.KINDS, r"\bwhat (else )?(can|could|do) (you|we|i) (make|draw|create|design|paint|generate)\b"),
    (Intent.KINDS, r"\b(what|which) (kinds?|types?|sorts?)\b.*\b(make|draw|create|there)\b"),
    (Intent.HELP, r"\bwhat (else )?(can|could|do|should) (you|i|we)\b|\bhow (do|does|can|should) (this|i|it|you|we)\b"),
    (
        Intent.HELP,
        r"\b(what|which) (animals|characters|species|things|words|moods|actions|options|stuff|emotes|kinds?)\b",
    ),
    (Intent.HELP, r"\bhelp me (out|with|make|please)\b|^\W*\?+\W*$"),
    (
        Intent.OTHER_TYPE,
        r"\b(badge|panel|banner|overlay|logo|alert|sticker|avatar|pfp|profile picture|webcam frame|thumbnail|emote)s?"
        r"\b",
    ),
)
_QUESTION_RES = tuple((intent, re.compile(pattern, re.IGNORECASE)) for intent, pattern in _QUESTIONS)

# "surprise me with a cat": the wish stands beside the slots.
_SURPRISE_ANYWHERE = re.compile(
    r"\bsurprise me\b|\byou (choose|decide|pick) the rest\b|\brest is up to you\b", re.IGNORECASE
)
_PICTURES = "emote|thumbnail|badge|panel|banner"
_FRESH_START = re.compile(
    r"^\W*(?:ok(?:ay)?,? |actually,? |now,? )?(?:let'?s )?(?:(?:start|begin) (?:over|again|fresh|new|from scratch)"
    rf"|new (?:one|idea|picture|{_PICTURES})|from scratch|forget (?:it|that|all that|everything)"
    r"|scrap (?:it|that|this)|something (?:completely |totally )?(?:different|new)"
    rf"|(?:the )?next (?:one|{_PICTURES})|another (?:{_PICTURES}))\b[\s:,.!]*(?:with|of|about|is|but|and)?\b",
    re.IGNORECASE,
)
# "looks good, generate it": of several, these are what is wanted.
_WEIGHTY = (Intent.GENERATE, Intent.RESET, Intent.SURPRISE, Intent.CHOOSE, Intent.SKIP)
_CLAUSES = re.compile(r"[,.;!?\n]+|\band\b|\bbut\b|\bso\b", re.IGNORECASE)
_SKIPPED_BY_NAME = {
    "game": word_set("game games"),
    "colour": word_set("colour color natural"),
    "mood": word_set("mood"),
    "action": word_set("face head action"),
    "accessories": word_set("extra extras accessories hat"),
    "subject": word_set("words label mascot picture icon character animal"),
    "sub_text": word_set("line"),
    "style": word_set("frame shape"),
}
# No message that means only one of these is longer.
_LONGEST_CHARACTERS = 120


def intent_of(message: str) -> Intent | None:
    """Return what the whole message asks for, if it is no more than that."""
    if len(message) > _LONGEST_CHARACTERS or _QUOTED.match(message):
        return None
    intents = [_of_clause(clause) for clause in _CLAUSES.split(message) if words_of(clause)]
    whole = _of_clause(message)
    if whole is not None or not intents or None in intents:
        return whole
    return next((intent for intent in _WEIGHTY if intent in intents), intents[-1])


def slot_skipped(message: str) -> str | None:
    """Return the slot that a skipping message names: "no game", "just the face"."""
    words = {word.text for word in words_of(message)}
    return next((slot for slot, names in _SKIPPED_BY_NAME.items() if not names.isdisjoint(words)), None)


def _of_clause(clause: str) -> Intent | None:
    words = [word.text.replace("'", "") for word in words_of(clause)]
    words = [_SAME_WORD.get(word, word) for word in words]
    for tidied in (words, [_STRETCHED.sub(r"\1", word) for word in words]):
        if (intent := _whole(tidied)) is not None:
            return intent
    return None


def _whole(words: list[str]) -> Intent | None:
    """Look the words up as they are, else with fewer and fewer polite words around them."""
    polite_before = next((place for place, word in enumerate(words) if word not in _POLITE), len(words))
    polite_after = next((place for place, word in enumerate(reversed(words)) if word not in _POLITE), len(words))
    spans = [
        (first, last)
        for first in range(polite_before + 1)
        for last in range(len(words) - polite_after, len(words) + 1)
        if first < last
    ]
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        if (found := _WHOLE_MESSAGES.get(" ".join(words[first:last]))) is not None:
            return found
    return None


def question_of(message: str, asset_type: AssetType) -> Intent | None:
    """Return what the message asks about, wherever in it the question stands."""
    text = without_own_names(message[:_LONGEST_CHARACTERS].replace("’", "'"), asset_type)
    return next((intent for intent, pattern in _QUESTION_RES if pattern.search(text)), None)


def wants_surprise(message: str) -> bool:
    return bool(_SURPRISE_ANYWHERE.search(message))


def fresh_start_length(message: str) -> int:
    """Return how many characters of the message ask to begin anew before the new wish ("new one: a sleepy bear")."""
    match = _FRESH_START.match(message.replace("’", "'"))
    return match.end() if match and words_of(message[match.end() :]) else 0
