"""Finds the small line below the big words: named as one, or when the stream is on ("live Tue Thu Sat, 8pm")."""

import re

from coach_app.coaches.reading.text_wishes import ABOUT_THE_LETTERS, tidied_text
from coach_app.coaches.reading.understanding import Context, TextWish
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.readiness import needs_words

_QUOTED = r"[\"“”'‘](?P<quoted>[^\"“”]{1,200}?)[\"“”'’](?!\w)"
_LINE = r"(?:sub[- ]?(?:line|text|title|heading)|small(?:er)?\s+(?:text|words?|line|letters|print)|second line|tagline)"
# Where the words of the line end and the wish goes on.
_END = (
    r"(?=\s*(?:[;\n]|\.\s|$)|\s*,?\s+(?:and|with|but)\s+(?:an?|make|add|the|my|give|put|change|remove|no)\b"
    r"|\s*,\s*(?:make|add|in|with|put|give|an?|on|remove|no|and|please|pls|change)\b)"
)
_NAMED = re.compile(
    rf"(?:\b(?:with|and|add|put|write|plus|make|change|set|have)\s+)?(?:(?:an?|the)\s+)?\b{_LINE}\b\s*"
    r"(?:(?:that|which)\s+)?(?:(?:should\s+)?(?:says?|saying|reads?|reading|is|be|to|of)\b)?\s*[:=-]?\s*"
    rf"(?:{_QUOTED}|(?P<plain>\S.*?){_END})",
    re.IGNORECASE,
)
_BELOW_IT = re.compile(
    r"\b(?:and\s+)?(?:(?:below|under|underneath|beneath)\s+(?:it|that|them|this|the (?:text|words?|title|headline))\b"
    r"|(?:below|underneath)\s*:)"
    r"[\s,:]*(?:(?:write|put|add|it|should|says?|saying|smaller|small|in small(?: letters)?)\b[\s:,]*)*"
    rf"(?:{_QUOTED}|(?P<plain>\w.*?){_END})",
    re.IGNORECASE,
)
_QUOTED_BELOW = re.compile(
    rf"(?:\b(?:with|and|write|put|add|plus)\s+)?{_QUOTED}\s*(?:(?:written|in)\s+)*"
    rf"(?:below|under(?:neath)?|beneath|small(?:er)?(?: letters| text| words)?|as (?:an? |the )?{_LINE})"
    r"(?:\s+(?:it|that|them|the \w+))?\b",
    re.IGNORECASE,
)
_PLAIN_BELOW = re.compile(
    r"\b(?:write|put|add|with|and)\s+(?P<plain>(?!an?\b|the\b|it\b|my\b)[^,;\"“]{3,60}?)\s+"
    r"(?:below|underneath|under|beneath)(?:\s+(?:it|that|them|the \w+))?\W*$",
    re.IGNORECASE,
)

# Banners name their small line seldom: it follows the big words, says where to follow, or when the stream is on.
_SECOND_QUOTE = re.compile(rf"(?<=[\"”])\s*(?:,|\band\b|\bwith\b|\bthen\b|\bplus\b)\s*{_QUOTED}", re.IGNORECASE)
_FOLLOW = re.compile(r"(?<![\w\"“])(?:(?:follow|find)\s+(?:me|us|my|our|the|@)\b[^,;.!?\n\"“]*|@\w{3,})", re.IGNORECASE)
_FULL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_DAY = rf"(?:{_FULL_DAY}|mon|tues|tue|weds?|thurs|thur|thu|fri|sat|sun)\b"
_SOME_DAY = (
    r"(?:weekdays?|weekends?|every ?day|daily|nightly|every (?:night|evening|week|other day)|tomorrow|tonight|soon"
    r"|later|next week)\b"
)
_AND = r"(?:\s*(?:,|/|&|\+|-|–|\band\b|\bto\b|\bthru\b|\bthrough\b)\s*|\s+)"
_ZONE = r"(?:\s*\b(?:EST|EDT|ET|CET|CEST|GMT|UTC|BST|PST|PDT|PT|CST|CT|MST)\b)?"
_HOUR = r"\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|h|o['’]?clock)?"
_UNTIL = rf"(?:\s*(?:-|–|to|till|until)\s*{_HOUR})?{_ZONE}(?![\w/])"
_TIME = rf"(?:(?:at|from|around|@)\s*)?{_HOUR}{_UNTIL}"
_TIME_ALONE = rf"(?:(?:at|from|around|@)\s*{_HOUR}|\d{{1,2}}(?:[:.]\d\d)?\s*(?:am|pm)){_UNTIL}"
_DAYS = rf"(?:(?:on|every|each)\s+)*(?:{_DAY}|{_SOME_DAY})(?:{_AND}(?:{_DAY}|{_SOME_DAY}))*"
_LEAD = (
    r"(?:(?:next |(?:i|we)['’]?(?:m|re|ll be) )?(?:live|streaming|streams?|back|online|on air|see (?:you|ya|u)"
    r"|new videos?|videos?)\s+)"
)
_SCHEDULE = re.compile(
    rf"\b(?:{_LEAD}(?:{_DAYS}(?:{_AND}{_TIME})?|{_TIME_ALONE})"
    rf"|{_DAYS}{_AND}{_TIME_ALONE}(?:{_AND}{_DAY}{_AND}{_TIME})*|{_DAY}{_AND}{_DAY}(?:{_AND}{_DAY})*(?:{_AND}{_TIME})?"
    rf"|(?:every|on)\s+{_FULL_DAY}(?:{_AND}(?:{_DAY}))*(?:{_AND}{_TIME})?)",
    re.IGNORECASE,
)
# "that says see you soon" are the big words.
_BIG_WORDS_BEFORE = re.compile(r"\b(?:says?|saying|text|words?|title|headline|caption|write)\W*$", re.IGNORECASE)
_QUOTES = re.compile(r"[\"“”«»]")


def find_small_line(text: str, context: Context) -> TextWish | None:
    """Return the words of the small line with their place in the message."""
    if not needs_words(context.asset_type):
        return None
    for pattern in (_NAMED, _BELOW_IT, _QUOTED_BELOW, _PLAIN_BELOW):
        match = pattern.search(text)
        wish = _wish(match) if match else None
        if wish is not None:
            return wish
    if context.asset_type.composition is not Composition.BANNER:
        return None
    second = _SECOND_QUOTE.search(text)
    return _wish(second) if second else _found_plainly(text, context)


def is_schedule(text: str, asset_type: AssetType) -> bool:
    """Whether the whole text says when something is on."""
    match = _SCHEDULE.search(text) if asset_type.composition is Composition.BANNER else None
    return match is not None and match.group() == text.strip(" .!")


def _wish(match: re.Match[str]) -> TextWish | None:
    said = match.groupdict()
    raw = said.get("quoted") or said.get("plain") or ""
    text = tidied_text(raw)
    is_about_it = not said.get("quoted") and (ABOUT_THE_LETTERS.match(raw) or raw.lower().startswith(("a ", "an ")))
    has_letters = any(letter.isalnum() for letter in text)
    return TextWish(text, match.start(), match.end()) if has_letters and not is_about_it else None


def _found_plainly(text: str, context: Context) -> TextWish | None:
    match = None if _QUOTES.search(text) else (_SCHEDULE.search(text) or _FOLLOW.search(text))
    if match is None or _BIG_WORDS_BEFORE.search(text[: match.start()]):
        return None
    is_big = match.group() == text.strip(" .!") and (context.focus == "text" or text.isupper())
    return None if is_big else TextWish(tidied_text(match.group()), *match.span())
