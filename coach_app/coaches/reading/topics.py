"""Tells what a video is about, or what the words on a picture may be, from a wish for what it shows."""

import re

from coach_app.coaches.reading.sentence import reads_like_words
from coach_app.domain.asset_types import AssetType, Composition

# A long story names many things; what is wanted stands at its beginning.
MAX_CHARACTERS_READ = 400
_FEWEST_WORDS_OF_A_TOPIC, _MOST_WORDS_OF_A_TOPIC = 3, 12
_MOST_WORDS_ON_IT = 5
ABOUT = re.compile(r"\babout\s+(?P<what>[^.;!?]+)", re.IGNORECASE)
# What happens in the video is not what its picture shows: a story is no wish.
TOLD = re.compile(
    r"^\s*(?:(?:so|ok|okay|well|basically|today|yesterday|and)\W+)*"
    r"(?P<what>(?:how |when |where |why )?(?:i|we)\s+(?:(?:finally|actually|almost|never|only)\s+)?"
    r"(?!(?:want|need|would|like|love|think|guess|said|mean|have|am|can|do|don'?t|hope|finally|actually|almost|never|only"
    r"|wanna|just|also|really|prefer|was|will)\b)[a-z]+\s+[^,.;!?]+)",
    re.IGNORECASE,
)


def story_of(message: str, asset_type: AssetType) -> str | None:
    """Return what a video is about ("a thumbnail about surviving 100 days", "I beat Malenia with a spoon")."""
    beginning = message[:MAX_CHARACTERS_READ]
    told = TOLD.match(beginning) if asset_type.composition is Composition.THUMBNAIL else None
    match = told or ABOUT.search(beginning)
    return match["what"].strip() if match else None


def topic_of(message: str) -> str | None:
    """Return what a video seems to be about, of a message in which nothing else was understood."""
    words = message.split()
    is_title = _FEWEST_WORDS_OF_A_TOPIC <= len(words) <= _MOST_WORDS_OF_A_TOPIC and reads_like_words(message)
    told = TOLD.match(message) or ABOUT.search(message)
    return told["what"].strip() if told else (message.strip() if is_title else None)


def may_be_the_words(message: str) -> bool:
    """Whether a message in which nothing else was understood could be what stands on a panel or a banner."""
    has_vowels_and_letters = any(letter.isalpha() for letter in message) and reads_like_words(message)
    return has_vowels_and_letters and len(message.split()) <= _MOST_WORDS_ON_IT and "?" not in message
