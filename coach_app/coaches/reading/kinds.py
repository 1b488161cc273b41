"""Finds what only some types have: a panel's or banner's usual words, a badge's frame and its months."""

import re

from coach_app.coaches.reading.label_words import LABEL_BOOKS
from coach_app.coaches.reading.sentence import Sentence
from coach_app.coaches.reading.understanding import Context, Found, NoteKind
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.phrases import Match, word_set, words_of
from coach_app.domain.words_badges import METAL_BOOK, SHAPE_BOOK, BadgeMetal

# What streamers call the picture of each composition; some words are another thing elsewhere ("frame", "icon").
_OWN_NAMES = {
    Composition.EMOTE: word_set("emote emotes emoji emojis"),
    Composition.BADGE: word_set("badge badges flair flairs founder loyalty sub member"),
    Composition.PORTRAIT: word_set("pfp avatar portrait logo picture pic profile"),
    Composition.THUMBNAIL: word_set("thumbnail thumbnails thumb"),
    Composition.PANEL: word_set("panel panels"),
    Composition.BANNER: word_set("banner banners screen splash header"),
    Composition.FRAME: word_set("frame frames overlay webcam facecam cam"),
}
_MORE_NAMES = {
    AssetTypeId.TWITCH_BITS_BADGE: word_set("bits"),
    AssetTypeId.TWITCH_REWARD_ICON: word_set("reward icon icons"),
    AssetTypeId.OFFLINE_BANNER: word_set("offline"),
    AssetTypeId.DISCORD_STICKER: word_set("sticker stickers"),
    AssetTypeId.DISCORD_SERVER_ICON: word_set("server icon discord"),
    AssetTypeId.DISCORD_SERVER_BANNER: word_set("server discord"),
    AssetTypeId.DISCORD_INVITE_SPLASH: word_set("invite discord"),
    AssetTypeId.DISCORD_PROFILE_BANNER: word_set("profile discord"),
    AssetTypeId.TWITCH_PROFILE_BANNER: word_set("profile twitch"),
    AssetTypeId.KICK_PROFILE_BANNER: word_set("profile kick"),
    AssetTypeId.YOUTUBE_BANNER: word_set("channel youtube"),
}
# Their wishes name the type as a rule ("donate panel with a pizza"); what else they mean by it is settled here.
_READ_HERE = frozenset(Composition) - {Composition.EMOTE, Composition.THUMBNAIL}

_NAME = re.compile(
    r"\b(?:(?:my|our|the|channel|server|stream)\s+)+(?:name(?:\s+is|['’]s|\s*:)?|is\s+called|called)\s+"
    r"[\"“]?(?P<name>[\w'’-]{2,30}(?:\s+[A-Z][\w'’-]*)*)[\"”]?(?:\s+on it)?",
)
_WITH_A_NAME = {Composition.BANNER, Composition.FRAME}
_ARTICLES = word_set("a an the my our your all some this that")
_LABEL_LEADS = word_set("for called named to")
_GOES_ON = word_set("with and in please pls plz plus but")

_SPELLED = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12,
    "eighteen": 18,
}  # fmt: skip
_MONTHS = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(_SPELLED)})[ -]?(?P<unit>months?|mo|years?|yrs?)\b"
    r"(?:[ -](?:sub(?:scriber)?s?|members?|loyalty|anniversary))*",
    re.IGNORECASE,
)
_TIER = re.compile(r"\b(?:tier|t|level|lvl)[ -]?(?P<tier>[1-9])\b", re.IGNORECASE)
_BITS = re.compile(r"\b(?P<bits>\d{1,3}(?:[.,]?000|k)?)[ -]?bits?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:number|digits?|nr\.?)\s+(?P<number>\d{1,3})\b(?: on (?:it|top))?", re.IGNORECASE)
_RANK = re.compile(r"\b(?P<rank>mod|vip|og)\b(?=\s+badge)", re.IGNORECASE)
_FRAME_NAMES = word_set("frame shape shaped border rim ring edge trim badge tier")
_BEFORE_A_FRAME = word_set("on in inside with as into onto a an the")
_BETWEEN_SHAPE_AND_METAL = word_set("in into to out of made be should is a")
# "holding a shield" is no frame.
_IN_ITS_PAWS = word_set("holding hold carrying wielding raising swinging")


def is_only_its_kind(message: str, asset_type: AssetType) -> bool:
    """Whether the message calls the picture by its own type ("a pfp please") and names no other."""
    words = {word.text for word in words_of(message)}
    own = _OWN_NAMES[asset_type.composition] | _MORE_NAMES.get(asset_type.id, frozenset())
    others = frozenset().union(*_OWN_NAMES.values()) - own
    return not words.isdisjoint(own) and words.isdisjoint(others)


def without_own_names(message: str, asset_type: AssetType) -> str:
    """Blank out what the picture is called: "my webcam" is no photo where a frame for it is made."""
    names = _own_names(asset_type)
    for word in words_of(message):
        if word.text in names:
            message = message[: word.start] + " " * (word.end - word.start) + message[word.end :]
    return message


def label_meant(message: str, asset_type: AssetType) -> str | None:
    """Return the usual words, where the whole message is what streamers call them: "brb", "my socials"."""
    words = words_of(message)
    while words and words[0].text in _ARTICLES:
        words = words[1:]
    matches = LABEL_BOOKS[asset_type.composition].find_all(words) if asset_type.composition in LABEL_BOOKS else []
    is_whole = len(matches) == 1 and matches[0].last - matches[0].first == len(words)
    return matches[0].value if is_whole else None


def find_of_kind(sentence: Sentence, context: Context) -> Found:
    """Take the words that name the type, and what they say about the picture."""
    found = Found()
    composition = context.asset_type.composition
    if composition in LABEL_BOOKS:
        _take_label(sentence, context, found)
    if composition in _WITH_A_NAME:
        _take_name(sentence, found)
    if composition is Composition.BADGE:
        _take_number(sentence, found)
        _take_frame(sentence, context, found)
    if composition in _READ_HERE:
        _take_names(sentence, context)
    return found


def is_of_the_whole(sentence: Sentence, place: int, context: Context) -> bool:
    """Whether a colour before this word colours the picture itself: "purple [donate panel]"."""
    if context.asset_type.composition not in _READ_HERE:
        return False
    while place < len(sentence) and not sentence.is_free(place) and not sentence.has_pause_before(place):
        if sentence.word(place) in _OWN_NAMES[context.asset_type.composition]:
            return True
        place += 1
    return False


def is_name_of_the_whole(word: str, context: Context) -> bool:
    return context.asset_type.composition in _READ_HERE and word in _OWN_NAMES[context.asset_type.composition]


def _own_names(asset_type: AssetType) -> frozenset[str]:
    return _OWN_NAMES[asset_type.composition] | _MORE_NAMES.get(asset_type.id, frozenset())


def _take_names(sentence: Sentence, context: Context) -> None:
    names = _own_names(context.asset_type)
    for place in list(sentence.free_places()):
        if sentence.word(place) in names:
            sentence.take(place, place + 1)


def _take_label(sentence: Sentence, context: Context, found: Found) -> None:
    matches = sentence.find(LABEL_BOOKS[context.asset_type.composition])
    labels = [match for match in matches if _is_said_of_the_picture(sentence, match, context)]
    if not labels:
        return
    found.slots |= {"text": labels[0].value, "no_text": False}
    for match in labels:
        lead = match.first - 1 if sentence.word(match.first - 1) in _LABEL_LEADS else match.first
        sentence.take(lead, match.last)
    if len({match.value for match in labels}) > 1:
        found.note(NoteKind.ONE_LABEL, labels[0].value)


def _is_said_of_the_picture(sentence: Sentence, match: Match[str], context: Context) -> bool:
    """Tell "schedule panel" and "for my socials" from words that only happen to be there."""
    names = _OWN_NAMES[context.asset_type.composition]
    is_name = match.last - match.first == 1 and sentence.word(match.first) in _own_names(context.asset_type)
    if sentence.word(match.last) in names and not sentence.has_pause_before(match.last):
        return not is_name
    before = match.first
    while sentence.word(before - 1) in _ARTICLES and not sentence.has_pause_before(before):
        before -= 1
    if sentence.word(before - 1) in _LABEL_LEADS:
        return True
    is_end = sentence.has_pause_before(match.last) or sentence.word(match.last) in _GOES_ON
    is_start = sentence.has_pause_before(before) or sentence.word(before - 1) in {"and", "says"}
    return is_start and is_end and context.brief.text is None


def _take_name(sentence: Sentence, found: Found) -> None:
    """Take "my channel name is PixelPaws"."""
    match = _NAME.search(sentence.text)
    if match is not None and "text" not in found.slots:
        found.slots |= {"text": match["name"], "no_text": False}
        sentence.take_characters(*match.span())


def _take_number(sentence: Sentence, found: Found) -> None:
    """Take "6 month", "tier 2", "1000 bits" and "mod": what a badge stands for is written on it, short."""
    for pattern in (_MONTHS, _TIER, _BITS, _NUMBER, _RANK):
        match = pattern.search(sentence.text)
        if match is None:
            continue
        found.slots |= {"text": _short(match), "no_text": False}
        sentence.take_characters(*match.span())
        return


def _short(match: re.Match[str]) -> str:
    said = match.groupdict()
    if count := said.get("count"):
        number = _SPELLED.get(count.lower(), count)
        return f"{number}Y" if str(said["unit"]).lower().startswith("y") else str(number)
    if tier := said.get("tier"):
        return f"T{tier}"
    if bits := said.get("bits"):
        return re.sub(r"[.,]?000$", "K", bits).upper()
    return (said.get("number") or str(said.get("rank"))).upper()


def _take_frame(sentence: Sentence, context: Context, found: Found) -> None:
    """Take "gold shield", "a silver frame" or "make the shield silver"; what is not named stays."""
    shapes = [match for match in sentence.find(SHAPE_BOOK) if not _is_held(sentence, match.first)]
    is_asked = context.focus == "style"
    metals = [match for match in sentence.find(METAL_BOOK) if is_asked or _is_of_frame(sentence, match)]
    if not shapes and not metals:
        return
    old = context.brief.style or ""
    shape = shapes[-1].phrase if shapes else next((match.phrase for match in SHAPE_BOOK.find_all(words_of(old))), "")
    metal = metals[-1].phrase if metals else next((match.phrase for match in METAL_BOOK.find_all(words_of(old))), "")
    found.slots["style"] = f"{metal} {shape}".strip()
    for match in [*shapes, *metals]:
        first, last = match.first, match.last
        while sentence.word(first - 1) in _BEFORE_A_FRAME and not sentence.has_pause_before(first):
            first -= 1
        while sentence.word(last) in _FRAME_NAMES and not sentence.has_pause_before(last):
            last += 1
        sentence.take(first, last)


def _is_held(sentence: Sentence, place: int) -> bool:
    while sentence.word(place - 1) in _BEFORE_A_FRAME or sentence.word(place - 1) in _ARTICLES:
        place -= 1
    return sentence.word(place - 1) in _IN_ITS_PAWS


def _is_of_frame(sentence: Sentence, match: Match[BadgeMetal]) -> bool:
    """Whether a metal is the frame's: right before it ("gold shield") or after it ("the shield in silver")."""
    first, last = match.first, match.last
    is_before = sentence.word(last) in _FRAME_NAMES or bool(SHAPE_BOOK.find_all(sentence.words[last : last + 1]))
    if is_before and not sentence.has_pause_before(last):
        return True
    if sentence.word(first - 1) == "on" and sentence.has_pause_before(last):
        return True
    before = first - 1
    while sentence.word(before) in _BETWEEN_SHAPE_AND_METAL:
        before -= 1
    is_frame = sentence.word(before) in _FRAME_NAMES
    return is_frame or (before >= 0 and bool(SHAPE_BOOK.find_all(sentence.words[before : before + 1])))
