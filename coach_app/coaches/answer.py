"""One turn of the slot coach: message in, reply, brief and suggestions out."""

from coach_app.coaches.cautions import Caution, caution_for
from coach_app.coaches.ideas import Ideas
from coach_app.coaches.outcome import Decision, Outcome
from coach_app.coaches.questions import Conversation, next_slot, question_for
from coach_app.coaches.reading.topics import may_be_the_words, story_of, topic_of
from coach_app.coaches.suggestions import offers_for, suggestions_for
from coach_app.coaches.titles import headline_of
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import Composition
from coach_app.domain.ports import CoachTurn, PropCatalogue, TurnRequest
from coach_app.domain.readiness import needs_words, readiness

_NOW_READY = (
    "That's enough to draw, so Generate now is good to go. {question}",
    "Generate now is good to go. One more, if you like. {question}",
    "We have a picture, and Generate now is good to go. {question}",
)
_NOW_READY_SHORT = ("Generate now is good to go. {question}",)
_STILL_READY = (
    "{question} Or press Generate now, it's good to go.",
    "{question} Generate now is good to go either way.",
    "{question} If that's all, Generate now is good to go.",
    "Generate now is good to go, or tell me more. {question}",
)
_NOTHING_TO_ASK = (
    "That's all I'd ask, Generate now is good to go.",
    "Nothing missing from my side: Generate now is good to go.",
    "Generate now is good to go.",
)
_GOOD_ANYWAY = ("Generate now is good to go anyway.", "If you like it like that, Generate now is good to go.")
_MOST_SENTENCES_BEFORE_A_CAUTION = 2
_TURNS_BETWEEN_REMINDERS = 2
_NEW_VERSION = ("Press Generate now for the new version.", "Generate now gives you the new version.")


def answer(request: TurnRequest, props: PropCatalogue) -> CoachTurn:
    """Return the turn for a message; the same request gets the same answer."""
    talk = Conversation.of(request.history)
    voice = Voice.of(request.message, talk.turn, talk.last_reply)
    outcome = Decision(request, props, talk, voice).outcome()
    sentences = [sentence for sentence in outcome.sentences if sentence]
    caution = caution_for(request.asset_type, request.brief, outcome.brief) if outcome.is_understood else None
    told = caution if len(sentences) < _MOST_SENTENCES_BEFORE_A_CAUTION else None
    slot = _slot_to_ask(request, talk, outcome, told)
    question = question_for(slot, request.asset_type, outcome.brief, voice) if slot else ""
    closing = _closing(request, outcome, question, told, voice)
    parts = (*sentences, told.sentence if told else "", closing)
    ideas = Ideas(request.asset_type, outcome.brief, props)
    if outcome.is_asking:
        suggestions = suggestions_for(ideas, slot, caution=told, headline=_headline(request, outcome), voice=voice)
    else:
        suggestions = offers_for(ideas, outcome.ask, offered=outcome.offered, voice=voice)
    return CoachTurn(" ".join(part for part in parts if part), outcome.brief, suggestions, outcome.is_understood)


def _slot_to_ask(request: TurnRequest, talk: Conversation, outcome: Outcome, caution: Caution | None) -> str | None:
    """Return what to ask next: nothing where a caution offers something to decide already."""
    is_ready = readiness(request.asset_type, outcome.brief).is_ready
    if not outcome.is_asking or (is_ready and caution and caution.suggestions):
        return None
    if outcome.ask is not None:
        return outcome.ask
    if request.has_asset and is_ready:
        return None
    asked = frozenset() if outcome.is_fresh else talk.asked | {outcome.settled or ""}
    return next_slot(request.asset_type, outcome.brief, asked)


def _closing(request: TurnRequest, outcome: Outcome, question: str, caution: Caution | None, voice: Voice) -> str:
    """Ask on, and say when the picture can be drawn already."""
    is_ready = readiness(request.asset_type, outcome.brief).is_ready
    if is_ready and request.has_asset and outcome.brief != request.brief:
        return f"{question} {voice.pick(_NEW_VERSION)}".strip()
    if not is_ready or not outcome.is_asking or request.has_asset:
        return question
    if not question:
        return voice.pick(_GOOD_ANYWAY if caution else _NOTHING_TO_ASK)
    if readiness(request.asset_type, request.brief).is_ready:
        return question if _was_told_lately(request.history) else voice.pick(_STILL_READY).format(question=question)
    is_long = sum(map(bool, outcome.sentences)) > 1 or caution is not None
    now_ready = _NOW_READY_SHORT if is_long else _NOW_READY
    return voice.pick(now_ready).format(question=question)


def _was_told_lately(history: tuple[tuple[str, str], ...]) -> bool:
    replies = [text for who, text in history if who == "coach"]
    return any("Generate now" in reply for reply in replies[-_TURNS_BETWEEN_REMINDERS:])


def _headline(request: TurnRequest, outcome: Outcome) -> str | None:
    """Offer what the video is about, or what else was said and may be meant as the words."""
    if needs_words(request.asset_type) and request.asset_type.composition is not Composition.THUMBNAIL:
        is_offered = not outcome.is_understood and may_be_the_words(request.message)
        return request.message.strip(" .,").upper() if is_offered else None
    if request.asset_type.composition is not Composition.THUMBNAIL:
        return None
    if not outcome.is_understood and (topic := topic_of(request.message)):
        return headline_of(topic)
    said = [text for who, text in request.history if who == "user"]
    stories = (story_of(text, request.asset_type) for text in [request.message, *reversed(said)])
    story = next((story for story in stories if story), None)
    return headline_of(story) if story else None
