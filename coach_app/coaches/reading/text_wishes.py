"""Finds the words that shall stand on the picture: quoted, after "with the text", "that says", or in capitals."""

import re

from coach_app.coaches.reading.sentence import reads_like_words
from coach_app.coaches.reading.understanding import TextWish
from coach_app.domain.asset_types import AssetType
from coach_app.domain.phrases import word_set, words_of
from coach_app.domain.readiness import needs_words
from coach_app.domain.room import letters_in, room_of
from coach_app.domain.vocabulary import SCENE_BOOK, find_accessories, find_colour, find_species
from coach_app.domain.words_games import GAME_BOOK

_QUOTED = re.compile(r"[\"“”«„]([^\"“”«»„]{1,200})[\"“”»]|(?<!\w)['‘]([^'’‘]{1,80})['’](?!\w)")
# Before quotation marks that hold no words for the picture: a name, a game, a look, something to take away.
_NOT_WORDS_BEFORE = re.compile(
    r"\b(?:called|named|playing|play|game|looks?|looking|feel\w*|like|kinda|so|very|not|no|without|remove|drop|delete"
    r"|instead of|the word game)\W*(?:a |the |is )*\W*$",
    re.IGNORECASE,
)
_LEAD = (
    r"(?:(?:(?:change|set|switch|swap|make|with|add|put|write|include|use|have|want|needs?|give (?:it|him|her))\s+)?"
    r"(?:(?:the|a|some|big|bold|large|this|my)\s+)*"
    r"(?:word\s+)?(?P<noun>text|words?|caption|title|lettering|letters|headline|writing)\b)"
)
_LEAD_BEFORE_QUOTE = re.compile(
    rf"(?:{_LEAD}|\b(?:with|add|put|write|that|which|it|and|should|make it|to|change it to|text is)\b)"
    r"[\s:]*(?:\b(?:says?|saying|reads?|reading|to|is|be|should|say|of)\b[\s:]*)*$",
    re.IGNORECASE,
)
_AFTER_QUOTE = re.compile(
    r"\s*\b(?:written |in (?:big |bold )*letters|as (?:the )?(?:text|title|caption)|on (?:it|top|the bottom))\b[^,;.]*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\b{_LEAD}\s*(?P<verb>(?:should |could |can |to |must |will )?"
    r"(?:be|is|say|says|saying|read|reads|reading|to|of)\b)?"
    r"(?:\s*\bfrom\s+.{1,40}?\s+to\b)?\s*(?P<sign>[:=]|\s-\s)?\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SAYING = re.compile(
    r"(?:\b(?:that|it|and|which|to|make (?:it|him|her|them)|let (?:it|him|her)|have (?:it|him|her)|just)\s+)?"
    r"\b(?:says?|saying|captioned|titled)\b\s*:?\s+(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WRITE = re.compile(r"\b(?:write|spell)\s+(?:out\s+)?(?:the\s+)?(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
_CAPITALS = r"[A-Z0-9][A-Z0-9'’!?.&-]*(?:\s+[A-Z0-9!?&][A-Z0-9'’!?.&-]*)*"
# A run of capitals that is meant as such: two letters together, or a lone one that is no English word.
_LOUD = re.compile(r"[A-Z]{2}|^[B-HJ-Z]\b(?!')")
_ADD_CAPITALS = re.compile(
    rf"\b(?:[Aa]dd|[Pp]ut|[Ww]ith|[Ww]rite)\s+(?:an?\s+|the\s+)?(?P<text>{_CAPITALS})(?=[\s,.!?]|$)"
)
_CAPITALS_AT_END = re.compile(rf"(?:(?<=[a-z,:;-])|(?<=[a-z][.!?]))\s+(?P<text>{_CAPITALS})\s*[.)]?\s*$")
_CAPITALS_ON_IT = re.compile(rf"(?<=[a-z])\s+(?P<text>{_CAPITALS})\s+on (?:it|top|the [a-z]+)\b")
_CHAT_TEXT = re.compile(
    r"\b(?:add|put|with|write)\s+(?:an?\s+|the\s+)?"
    r"(?P<text>ggs?|ez|pog|lol|rip|afk|brb|wp|nt|omg|wtf|gl hf|glhf|lets go|let's go|lurk|w|l|f|ty)\b"
    r"(?=\s*(?:on\b|in\b|above\b|below\b|at\b|please\b|pls\b|[,.!]|$))(?:\s+on (?:it|top))?",
    re.IGNORECASE,
)  # fmt: skip

_CHAT_EMOTE = re.compile(r"\b(?P<text>gg|ggs|wp|glhf|brb|nt)\s+emote\b", re.IGNORECASE)
_CAPITALS_AT_START = re.compile(rf"^\s*(?P<text>{_CAPITALS}\s+[A-Z0-9!?&'’.-]+)\s+(?=[a-z])")
# Where the words end and the wish goes on.
_STOP = re.compile(
    r"\s*(?:[,;\n]|\.\s|\s\(|\s-\s|\b(?:on (?:it|the|top|a|him|her)|at the|below|above|underneath|under (?:it|him|her)"
    r"|and (?:make|a|an|the|add|give|put|have|some|with|change|turn|keep)|with (?:an?|his|her|some|the|its|no)"
    r"|in (?:red|blue|green|pink|purple|white|black|yellow|gold|orange|big|bold|large|small|caps|an?|the|colou?r)"
    r"|but|instead|because|please|pls|plz|thanks|while|made of|written|for (?:my|the|when)|i think|or something)\b"
    r"|\s[:;]-?[)D(P]).*",
    re.IGNORECASE | re.DOTALL,
)
# After "text" these talk about the letters, they are not the letters.
ABOUT_THE_LETTERS = re.compile(
    r"^(?:in|on|at|to|bigger|smaller|shorter|longer|better|different|funnier|catchier|clearer|bold(?:er)?|larg\w+|tiny|huge|please|pls|too|instead|for|font|effect|box|that|which"
    r"|and|or|but|with|would|should|could|can|is|was|looks?|there|here|now|maybe|i|you|it|red|blue|green|pink|purple|white"
    r"|black|yellow|gold|orange|game|art|style|colou?r\w*|thing|underneath|below|above|behind|message|chat|of)\b",
    re.IGNORECASE,
)
# Capitals that are no words for the picture.
_NAMES_IN_CAPITALS = word_set(
    "TV PC NPC DJ VR LED RGB PNG HD UFO USA UK EU I A AI OK OMG IDK PLS ASAP RPG MMO FPS VTUBER IRL DIY BTW FYI "
    "TY THX ID OC"
)
_GREETINGS_SPOKEN = word_set("hi hello bye goodbye hey")

# Beginnings of a message that changes the picture rather than names the words on it.
_COMMANDS = word_set(
    "me myself for in on with make add change put remove no actually instead can could give use what how why "
    "without same turn set not i i'd i'm im is are do does should would it its it's he she they swap replace keep "
    "drop"
)
# "I survived" is words for a picture, "I want a cat" is not.
_TOLD = re.compile(
    r"i (?!(?:want|need|would|like|love|think|guess|said|mean|have|am|can|do|don'?t|wanna|prefer)\b)[a-z]",
    re.IGNORECASE,
)
_BEFORE_AN_ANSWER = re.compile(
    r"^(?:(?:maybe|just|hmm+|um+|uh+|ok(?:ay)?|yes|yeah|sure|say|how about|what about|something like|i guess|let'?s say"
    r"|the (?:text|words?)|text|words?)\b[\s,:]*)+",
    re.IGNORECASE,
)
_AFTER_AN_ANSWER = re.compile(r"[\s,]+(?:please|pls|plz|i guess|maybe|thanks|thx|or something)\W*$", re.IGNORECASE)
# An answer with one of these speaks of the letters, it is not what they say.
LETTERS = word_set("text font letters lettering words caption")
_ABOUT_LETTERS = LETTERS | word_set("bigger smaller larger bolder panel panels banner banners background backdrop")
_LONGEST_ABBREVIATION = 6
_MOST_WORDS_OF_A_SHORT_ANSWER, _MOST_WORDS_OF_AN_ANSWER = 4, 8


def find_text_wish(message: str) -> TextWish | None:
    """Return the words wanted on the picture, if the message clearly names some."""
    found = _quoted(message) or _labelled(message) or _said(message)
    return found or _capitals(message)


def tidied_text(raw: str) -> str:
    """Return the words as they go on the picture: no quotation marks around them, no stop behind."""
    text = " ".join(raw.split()).strip("\"“”«»„'‘’ ")
    return text.rstrip(".,;: ") if not text.endswith("...") else text


def _quoted(message: str) -> TextWish | None:
    quotes = [quote for quote in _QUOTED.finditer(message) if not _NOT_WORDS_BEFORE.search(message[: quote.start()])]
    if not quotes:
        return None
    first, chosen, text = quotes[0], quotes[0], ""
    if len(quotes) > 1:
        between = message[quotes[0].end() : quotes[1].start()].strip().lower()
        if between in {"to", "with", "for", "into"}:
            chosen = quotes[1]
        elif not between or between in {"and", ",", "then"}:
            text = " ".join(tidied_text(quote.group(1) or quote.group(2)) for quote in quotes[:2])
    text = text or tidied_text(chosen.group(1) or chosen.group(2))
    lead = _LEAD_BEFORE_QUOTE.search(message[: first.start()])
    after = _AFTER_QUOTE.match(message, quotes[-1].end())
    start = lead.start() if lead else first.start()
    return TextWish(text, start, after.end() if after else quotes[-1].end()) if text else None


def _labelled(message: str) -> TextWish | None:
    """Find "with the text GG", "text: GG", "the title should be Day one"."""
    match = _LABELLED.search(message)
    if match is None:
        return None
    verb, has_sign = (match["verb"] or "").lower(), match["sign"] is not None
    is_spelled_out = has_sign or verb.endswith(("say", "says", "saying", "read", "reads", "reading"))
    raw = match["text"]
    if not is_spelled_out and (ABOUT_THE_LETTERS.match(raw) and not raw[:2].isupper()):
        return None
    if not has_sign and not any(letter.isalnum() for letter in raw):
        return None
    is_title = bool(verb) and match["noun"].lower() in {"title", "caption", "headline"}
    return _wish_from(match, is_whole_line=has_sign or is_title)


def _said(message: str) -> TextWish | None:
    """Find "that says GG", "write GG", "put GG on it"."""
    for pattern in (_SAYING, _WRITE, _ADD_CAPITALS, _CHAT_TEXT, _CHAT_EMOTE):
        match = pattern.search(message)
        if match is None or (pattern is _ADD_CAPITALS and _is_a_name(match["text"])):
            continue
        wish = _wish_from(match, is_whole_line=False)
        is_spoken = pattern is _SAYING and "that" not in match.group().lower().split()[:2]
        if wish is None or (is_spoken and wish.text.lower().split()[0] in _GREETINGS_SPOKEN):
            continue
        return wish
    return None


def _wish_from(match: re.Match[str], *, is_whole_line: bool) -> TextWish | None:
    raw = match["text"]
    capitals = re.match(_CAPITALS, raw)
    if capitals and not is_whole_line and _LOUD.search(capitals.group()):
        return TextWish(tidied_text(capitals.group()), match.start(), match.start("text") + capitals.end())
    stop = re.search(r"\s*[,;\n]|\.\s", raw) if is_whole_line else _STOP.search(raw)
    kept = raw[: stop.start()] if stop else raw
    text = tidied_text(kept)
    return TextWish(text, match.start(), match.start("text") + len(kept)) if text else None


def _capitals(message: str) -> TextWish | None:
    """Find a run of capitals at either end of a message in small letters: "hype fox LETS GO"."""
    at_start = _CAPITALS_AT_START.match(message)
    is_title = at_start is not None and _LOUD.search(at_start["text"]) and not _names_a_look(at_start["text"])
    match = at_start if is_title else (_CAPITALS_AT_END.search(message) or _CAPITALS_ON_IT.search(message))
    if match is None or _is_a_name(match["text"]):
        return None
    return TextWish(tidied_text(match["text"]), match.start("text"), match.end("text"))


def _is_a_name(text: str) -> bool:
    words = text.strip(".!? ").split()
    is_known_name = find_species(text) is not None or GAME_BOOK.find_first(text) is not None
    has_letters = any(letter.isalpha() for letter in text)
    return is_known_name or not has_letters or all(word in _NAMES_IN_CAPITALS for word in words)


def text_answered(message: str, asset_type: AssetType) -> str | None:
    """Return the words, where the whole message answers "which words go on it?"."""
    if find_text_wish(message) is not None:
        return None
    answer = tidied_text(_AFTER_AN_ANSWER.sub("", _BEFORE_AN_ANSWER.sub("", message)))
    words = answer.lower().split()
    is_command = words[:1] in ([], ["i"]) or words[0] in _COMMANDS
    if (is_command and not _TOLD.match(answer)) or len(words) > _most_words(asset_type):
        return None
    has_letters = letters_in(answer) > 0
    is_typed_at_random = len(answer) > _LONGEST_ABBREVIATION and not reads_like_words(answer)
    is_about_picture = words[0] in {"a", "an"} or not _ABOUT_LETTERS.isdisjoint(words)
    is_about_picture = is_about_picture or (not answer.isupper() and _names_a_look(answer))
    return answer if has_letters and not (is_about_picture or is_typed_at_random) else None


def is_shouted_text(message: str, asset_type: AssetType) -> bool:
    """Whether the whole message is a word in capitals for the picture: "GG", "DAY ONE"."""
    text = tidied_text(message)
    words = text.split()
    if not text.isupper() or not words or len(words) > _most_words(asset_type):
        return False
    is_short = letters_in(text) <= room_of(asset_type).letters
    return (is_short or needs_words(asset_type)) and not _names_a_look(text) and not _is_a_name(text)


def _most_words(asset_type: AssetType) -> int:
    return _MOST_WORDS_OF_AN_ANSWER if needs_words(asset_type) else _MOST_WORDS_OF_A_SHORT_ANSWER


def _names_a_look(answer: str) -> bool:
    """Whether it changes the picture, even where words were asked for: "pink", "a cat", "cozy room", "elden ring"."""
    if GAME_BOOK.find_first(answer) is not None or _is_a_place(answer):
        return True
    return find_colour(answer) is not None or find_species(answer) is not None or bool(find_accessories(answer))


def _is_a_place(answer: str) -> bool:
    words = words_of(answer)
    return len(words) > 1 and any(match.last - match.first == len(words) for match in SCENE_BOOK.find_all(words))
