"""One turn of the slot coach: message in, reply, brief and suggestions out."""

from coach_app.coaches.cautions import caution_for
from coach_app.coaches.ideas import Ideas
from coach_app.coaches.outcome import Decision, Outcome
from coach_app.coaches.phrasing import pick, seed_of
from coach_app.coaches.questions import Conversation, next_slot, question_for
from coach_app.coaches.reading.message import story_of
from coach_app.coaches.suggestions import suggestions_for
from coach_app.coaches.titles import headline_of
from coach_app.domain.ports import CoachTurn, PropCatalogue, TurnRequest
from coach_app.domain.readiness import readiness

_NOW_READY = (
    "That's enough to draw, so Generate now is good to go. If you like: {question}",
    "Generate now is good to go. One more, if you like: {question}",
    "We have a picture, and Generate now is good to go. Or tell me: {question}",
)
_STILL_READY = (
    "{question} Or press Generate now, it's good to go.",
    "{question} Generate now is good to go either way.",
    "{question} If that's all, Generate now is good to go.",
)
_NOTHING_TO_ASK = (
    "That's all I'd ask, Generate now is good to go.",
    "Nothing missing from my side, Generate now is good to go.",
)
_NEW_VERSION = ("Press Generate now for the new version.", "Generate now gives you the new version.")


def answer(request: TurnRequest, props: PropCatalogue) -> CoachTurn:
    """Return the turn for a message; the same request gets the same answer."""
    talk = Conversation.of(request.history)
    seed = seed_of(request.message, talk.turn)
    outcome = Decision(request, props, talk, seed).outcome()
    caution = caution_for(request.asset_type, request.brief, outcome.brief) if outcome.is_understood else None
    slot = _slot_to_ask(request, talk, outcome)
    question = question_for(slot, request.asset_type, outcome.brief, seed) if slot else ""
    told = (caution.sentence,) if caution and len(outcome.sentences) < 2 else ()
    parts = (*outcome.sentences, *told, _closing(request, outcome, question, seed))
    suggestions = suggestions_for(
        Ideas(request.asset_type, outcome.brief, props), slot, caution=caution, headline=_headline(request), seed=seed
    )
    return CoachTurn(" ".join(part for part in parts if part), outcome.brief, suggestions, outcome.is_understood)


def _slot_to_ask(request: TurnRequest, talk: Conversation, outcome: Outcome) -> str | None:
    if not outcome.is_asking:
        return None
    if outcome.ask is not None:
        return outcome.ask
    if request.has_asset and readiness(request.asset_type, outcome.brief).is_ready:
        return None
    asked = frozenset() if outcome.is_fresh else talk.asked | {outcome.settled or ""}
    return next_slot(request.asset_type, outcome.brief, asked)


def _closing(request: TurnRequest, outcome: Outcome, question: str, seed: int) -> str:
    """Ask on, and say when the picture can be drawn already."""
    is_ready = readiness(request.asset_type, outcome.brief).is_ready
    if not is_ready or not outcome.is_asking:
        return question
    if request.has_asset:
        return pick(_NEW_VERSION, seed) if outcome.brief != request.brief else question
    if not question:
        return pick(_NOTHING_TO_ASK, seed)
    was_ready = readiness(request.asset_type, request.brief).is_ready
    return pick(_STILL_READY if was_ready else _NOW_READY, seed).format(question=question)


def _headline(request: TurnRequest) -> str | None:
    """Offer what the video is about, where the streamer has told it in this session."""
    if request.asset_type.is_cutout:
        return None
    said = [text for who, text in request.history if who == "user"]
    stories = (story_of(text, request.asset_type) for text in [request.message, *reversed(said)])
    story = next((story for story in stories if story), None)
    return headline_of(story) if story else None
