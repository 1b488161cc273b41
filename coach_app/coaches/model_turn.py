"""What a model has answered, checked: a reply, the brief after it, and messages to send next."""

from typing import Self

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from coach_app.coaches.ideas import Ideas
from coach_app.coaches.questions import Conversation, next_slot
from coach_app.coaches.suggestions import suggestions_for
from coach_app.coaches.turn_prompt import FLAG_SLOTS, LIST_SLOTS, SLOT_MEANINGS
from coach_app.coaches.voice import Voice
from coach_app.domain.brief import MAX_PHRASE_CHARACTERS, Brief
from coach_app.domain.coach_sessions import storable
from coach_app.domain.errors import CoachUnusable
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.ports import CoachTurn, PropCatalogue, TurnRequest
from coach_app.domain.slots import MAX_ACCESSORIES, MAX_PALETTE_COLOURS
from coach_app.domain.spending import Receipt

MAX_REPLY_CHARACTERS = 1_200
_MAX_SUGGESTION_CHARACTERS = 80
_FEWEST_SUGGESTIONS, _MOST_SUGGESTIONS = 3, 4
_MOST_OF = {"accessories": MAX_ACCESSORIES, "palette": MAX_PALETTE_COLOURS}
# How models write that a slot is empty, where they do not write null.
_EMPTY = frozenset({"", "null", "none", "n/a"})


class _Answer(BaseModel):
    """`missing` and `ready` may come too: how far a brief is, our own rules say."""

    model_config = ConfigDict(extra="ignore")

    reply: str
    brief: dict[str, JsonValue]
    suggestions: JsonValue = None

    @classmethod
    def read(cls, text: str) -> Self:
        try:
            return cls.model_validate_json(text)
        except ValidationError as exc:
            # The error would quote what was said.
            raise CoachUnusable("not a turn") from exc


def turn_of(text: str, request: TurnRequest, props: PropCatalogue, key: HiddenKey, *, receipt: Receipt) -> CoachTurn:
    """Return the turn that a model's JSON stands for, without the key. Raises CoachUnusable where it lacks a reply or
    a brief."""
    answer = _Answer.read(text)
    reply = key.hidden(_plain(answer.reply))[:MAX_REPLY_CHARACTERS].strip()
    if not reply:
        raise CoachUnusable("a turn without a reply")
    brief = _brief(request.brief, {slot: _hidden(value, key) for slot, value in answer.brief.items()})
    suggestions = _suggestions(_hidden(answer.suggestions, key), said=request.message)
    if len(suggestions) < _FEWEST_SUGGESTIONS:
        suggestions = (*suggestions, *_own_suggestions(request, brief, props))
    suggestions = tuple(dict.fromkeys(suggestions))[:_MOST_SUGGESTIONS]
    return CoachTurn(reply, brief, suggestions, understood=True, receipts=(receipt,))


def spoken_so_far(reply: str, key: HiddenKey) -> str:
    """Return the part of a reply that has come as it may be shown: without what may become the key."""
    return key.hidden_so_far(_plain(reply).removesuffix("*"))[:MAX_REPLY_CHARACTERS]


def _plain(reply: str) -> str:
    """Return a reply as it can be stored, without the marks of bold letters, which small models set all the same."""
    return storable(reply).replace("**", "")


def _hidden(value: JsonValue, key: HiddenKey) -> JsonValue:
    """Return the texts of a value as they can be stored, without the key."""
    if isinstance(value, list):
        return [_hidden(item, key) for item in value]
    return key.hidden(storable(value)) if isinstance(value, str) else value


def _brief(before: Brief, written: dict[str, JsonValue]) -> Brief:
    """Lay what can be used over the brief as it was: a value that makes no sense changes nothing."""
    slots: dict[str, object] = {}
    for slot in SLOT_MEANINGS.keys() & written.keys():
        value = written[slot]
        if slot in FLAG_SLOTS:
            slots |= {slot: value} if isinstance(value, bool) else {}
        elif slot in LIST_SLOTS:
            phrases = _phrases(value)
            slots |= {slot: phrases[: _MOST_OF[slot]]} if phrases is not None else {}
        elif value is None or isinstance(value, str):
            slots[slot] = _phrase(value)
    brief = before.with_slots(**slots)
    if brief.text and brief.no_text:
        # Of two that exclude each other the newer one counts.
        return brief.with_slots(no_text=False) if before.no_text else brief.with_slots(text=None)
    return brief


def _phrase(value: str | None) -> str | None:
    phrase = " ".join(storable(value or "").split())[:MAX_PHRASE_CHARACTERS].strip()
    return None if phrase.casefold() in _EMPTY else phrase


def _phrases(value: JsonValue) -> tuple[str, ...] | None:
    """Return a list's phrases, or None for what is no list of texts."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return None
    phrases = (_phrase(item) for item in value if isinstance(item, str))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _suggestions(value: JsonValue, *, said: str) -> tuple[str, ...]:
    """Return what can be sent with a click, each once however it is written, and nothing that was just said."""
    found: dict[str, str] = {}
    for item in value if isinstance(value, list) else []:
        message = " ".join(storable(item).split()) if isinstance(item, str) else ""
        if 0 < len(message) <= _MAX_SUGGESTION_CHARACTERS and message.casefold() != said.strip().casefold():
            found.setdefault(message.casefold(), message)
    return tuple(found.values())


def _own_suggestions(request: TurnRequest, brief: Brief, props: PropCatalogue) -> tuple[str, ...]:
    """Return what the built-in coach would offer where the brief stands now."""
    kind, talk = request.asset_type, Conversation.of(request.history)
    voice = Voice.of(request.message, talk.turn, talk.last_reply)
    slot = next_slot(kind, brief, talk.asked)
    return suggestions_for(Ideas(kind, brief, props), slot, caution=None, headline=None, voice=voice)
