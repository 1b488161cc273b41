"""Decides what a message comes to: a changed brief, a skipped question, a pick of the coach's own, or talk."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from coach_app.coaches.asides import aside_about, drawable
from coach_app.coaches.cautions import relief_for
from coach_app.coaches.ideas import BEST_IDEAS, Ideas
from coach_app.coaches.intents import Intent, fresh_start_length, intent_of, question_of, slot_skipped, wants_surprise
from coach_app.coaches.notices import OFFERED_FOR, notice
from coach_app.coaches.phrasing import FRESH_START, acknowledgement, chosen, skipped
from coach_app.coaches.pick import Pick
from coach_app.coaches.questions import Conversation, next_slot, required_slots, slot_of_idea_question
from coach_app.coaches.reading.free_words import taken_as_said
from coach_app.coaches.reading.kinds import is_only_its_kind
from coach_app.coaches.reading.message import Reading, read_message
from coach_app.coaches.reading.topics import may_be_the_words, topic_of
from coach_app.coaches.reading.understanding import Context, NoteKind
from coach_app.coaches.small_talk import answer_to, answer_to_nothing, is_not_english
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import Composition
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PropCatalogue, TurnRequest
from coach_app.domain.prompts import colours_the_ground, listed
from coach_app.domain.readiness import needs_words, readiness
from coach_app.domain.reasons import WHAT_TO_TAKE_OFF

# After these a question would be pushy, once there is a picture to draw.
_NEED_NO_QUESTION = {Intent.THANKS, Intent.PRAISE, Intent.DISLIKE, Intent.UNDO}
# What these leave open is asked for next.
_ASKED_FOR = {NoteKind.WANTS_TEXT: "text", NoteKind.WHICH_COLOUR: "colour"}
# Answers in themselves, whatever else the message asks.
_SAID_FIRST = {
    NoteKind.PLACEMENT,
    NoteKind.OTHER_MEANT,
    NoteKind.MISSING_IN_PICTURE,
    NoteKind.NOT_IN_BRIEF,
}
# Small talk that could as well be an answer: "cool" is a face, "hi" a word for the picture.
_MAY_BE_AN_ANSWER = {Intent.PRAISE, Intent.GREETING}
_NEEDED = ("That one I need, but I can pick it for you.", "I can't do without that one, but I'll gladly pick.")
_STILL_MISSING = ("Nearly there, I still need to know {missing}.", "First I need to know {missing}.")
_ALL_SET = ("All set: press Generate now for {version}.", "Good to go: press Generate now for {version}.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the brief and what is said about it, before the next question.

    A sentence may be empty. `ask` is the slot to ask for, where that is not simply the dearest one. `settled` was
    passed over just now. `is_asking` is False where no question follows. `offered` are suggestions that belong to
    what is said.
    """

    brief: Brief
    sentences: tuple[str, ...]
    is_understood: bool
    ask: str | None = None
    settled: str | None = None
    is_asking: bool = True
    is_fresh: bool = False
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One message in its conversation."""

    request: TurnRequest
    props: PropCatalogue
    talk: Conversation
    voice: Voice

    @property
    def _pick(self) -> Pick:
        return Pick(self.request.asset_type, self.props, self.voice)

    def outcome(self) -> Outcome:
        message = self.request.message
        if (slot := slot_of_idea_question(message)) is not None:
            return self._ideas_about(slot)
        if message == WHAT_TO_TAKE_OFF and (relief := relief_for(self.request.brief)):
            said = "Whatever matters least to you. Each of these makes it clearer."
            return Outcome(self.request.brief, (said,), is_understood=False, is_asking=False, offered=relief)
        intent = intent_of(message)
        if intent == Intent.SKIP:
            return self._skip()
        if intent is not None and intent not in _MAY_BE_AN_ANSWER:
            return self._on_intent(intent)
        if skipped_characters := fresh_start_length(message):
            return self._fresh(message[skipped_characters:])
        reading = self._read(message, self.request.brief)
        if intent is not None and not self._may_mean_the_picture(intent, reading):
            return self._on_intent(intent)
        if reading.slots or reading.removed:
            return self._changed(reading)
        return self._not_changed(reading)

    def _may_mean_the_picture(self, intent: Intent, reading: Reading) -> bool:
        """Tell praise of what there is ("cute") from a description of what is still asked for."""
        if self.talk.focus in reading.slots and self.talk.focus != "game":
            return True
        is_early = self.request.brief.subject is None or self.talk.focus in {None, "expression", "mood"}
        is_describing = is_early and not self.request.has_asset
        return intent == Intent.PRAISE and is_describing and bool(reading.slots)

    # What the brief has to be told

    def _read(self, message: str, brief: Brief) -> Reading:
        reading = read_message(message, Context(self.request.asset_type, brief, self.talk.focus, self.props))
        return taken_as_said(reading, brief) if self.request.is_free else reading

    def _changed(self, reading: Reading) -> Outcome:
        request = self.request
        brief = request.brief.with_slots(**reading.slots)
        if wants_surprise(request.message):
            brief = self._pick.surprised(brief)
        if needs_words(request.asset_type) and brief.no_text and brief.text is None:
            brief = brief.with_slots(no_text=False)
        brief = drawable(request.asset_type, request.brief, brief)
        aside = aside_about(request, brief, reading.slots, self.voice)
        if brief == request.brief and aside and not reading.removed:
            return self._said(brief, aside, is_understood=False)
        told = notice(reading.notes, request.asset_type, brief) or aside
        if reading.removed and brief.with_slots(no_text=request.brief.no_text) == request.brief:
            slot = reading.emptied[0]
            said = skipped(slot, self.voice, is_of_the_ground=colours_the_ground(request.asset_type, brief))
            return Outcome(brief, (said, told), is_understood=True, settled=slot)
        said = acknowledgement(request.asset_type, request.brief, brief, reading.removed, self.voice)
        outcome = self._told(brief, reading, said, told, is_understood=True)
        return replace(outcome, settled=reading.emptied[0]) if reading.emptied else outcome

    def _told(self, brief: Brief, reading: Reading, *sentences: str, is_understood: bool) -> Outcome:
        """Offer what there is instead of what could not be taken; a question on top would be one too many."""
        wanted = next((_ASKED_FOR[note.kind] for note in reading.notes if note.kind in _ASKED_FOR), None)
        if wanted is not None:
            return self._said(brief, *sentences, is_understood=is_understood, ask=wanted)
        offered = next((OFFERED_FOR[note.kind] for note in reading.notes if note.kind in OFFERED_FOR), None)
        is_ready = readiness(self.request.asset_type, brief).is_ready
        if offered is None or not is_ready:
            ask = None if is_understood else self.talk.focus
            return self._said(brief, *sentences, is_understood=is_understood, ask=ask)
        return Outcome(brief, sentences, is_understood, ask=offered, is_asking=False)

    def _fresh(self, message: str) -> Outcome:
        """Begin anew with the wish in the same message; the game stays, it is the channel's."""
        blank = Brief(game=self.request.brief.game)
        reading = self._read(message, blank)
        brief = drawable(self.request.asset_type, blank, blank.with_slots(**reading.slots))
        is_empty = brief == blank
        said = "" if is_empty else acknowledgement(self.request.asset_type, blank, brief, (), self.voice)
        told = notice(reading.notes, self.request.asset_type, brief)
        return Outcome(brief, (FRESH_START, said, told), is_understood=True, is_fresh=True)

    def _not_changed(self, reading: Reading) -> Outcome:
        request = self.request
        is_answered = any(note.kind in _SAID_FIRST for note in reading.notes)
        asked = None if is_answered else question_of(request.message, request.asset_type)
        if asked in {None, Intent.OTHER_TYPE} and is_only_its_kind(request.message, request.asset_type):
            said = self.voice.pick(("Sure, let's make one.", "On it, let's build one together."))
            return self._said(request.brief, said, is_understood=False)
        if asked is not None:
            return self._talk(asked)
        if reading.notes and not is_not_english(request.message):
            told = notice(reading.notes, request.asset_type, request.brief)
            return self._told(request.brief, reading, told, is_understood=False)
        is_of_video = request.asset_type.composition is Composition.THUMBNAIL
        if is_of_video and topic_of(request.message) and not is_not_english(request.message):
            said = self.voice.pick(("Sounds like a good video.", "I'd click on that.", "Good story."))
            return self._said(request.brief, said, is_understood=False, ask="text" if not request.brief.text else None)
        is_for_the_words = needs_words(request.asset_type) and request.brief.text is None
        if is_for_the_words and may_be_the_words(request.message) and not is_not_english(request.message):
            said = self.voice.pick(("Those could be the words.", "That would read well."))
            return self._said(request.brief, said, is_understood=False, ask="text")
        said = answer_to_nothing(request.message, request.asset_type, self.voice)
        return self._said(request.brief, said, is_understood=False, ask=self.talk.focus)

    # What the coach is told

    def _on_intent(self, intent: Intent) -> Outcome:
        doing: dict[Intent, Callable[[], Outcome]] = {
            Intent.SURPRISE: self._surprise,
            Intent.CHOOSE: self._choose,
            Intent.GENERATE: self._generate,
            Intent.ANOTHER: self._generate,
            Intent.RESET: self._reset,
        }
        return doing[intent]() if intent in doing else self._talk(intent)

    def _talk(self, intent: Intent) -> Outcome:
        request = self.request
        is_ready = readiness(request.asset_type, request.brief).is_ready
        said = answer_to(
            intent, request.asset_type, self.voice, has_begun=bool(request.brief.subject or request.brief.text)
        )
        if intent in _NEED_NO_QUESTION and is_ready:
            return Outcome(request.brief, (said,), is_understood=False, is_asking=False)
        ask = self.talk.focus if intent in {Intent.AGREE, Intent.HELP} else None
        return self._said(request.brief, said, is_understood=False, ask=ask)

    def _surprise(self) -> Outcome:
        request = self.request
        brief = self._pick.surprised(request.brief)
        said = chosen(request.asset_type, request.brief, brief, self.voice)
        return self._said(brief, said, is_understood=True)

    def _choose(self) -> Outcome:
        request = self.request
        slot = self.talk.focus or next_slot(request.asset_type, request.brief, self.talk.asked)
        if slot is None or (self.talk.focus is None and request.has_asset):
            return self._talk(Intent.HELP)
        brief = self._pick.filled(request.brief, slot)
        return self._said(brief, chosen(request.asset_type, request.brief, brief, self.voice), is_understood=True)

    def _skip(self) -> Outcome:
        """Leave a slot open: the one that the message names ("no game"), else the one asked for."""
        request = self.request
        reading = self._read(request.message, request.brief)
        if reading.removed and request.brief.with_slots(**reading.slots) != request.brief:
            return self._changed(reading)
        slot = slot_skipped(request.message) or self.talk.focus
        is_required = slot in required_slots(request.asset_type, request.brief)
        if slot is not None and is_required and not request.brief.is_filled(slot):
            said = self.voice.pick(_NEEDED)
            return self._said(request.brief, said, is_understood=False, ask=slot)
        brief = request.brief.with_slots(no_text=True) if slot == "text" else request.brief
        said = skipped(slot, self.voice, is_of_the_ground=colours_the_ground(request.asset_type, brief))
        return Outcome(brief, (said,), is_understood=slot is not None, settled=slot)

    def _generate(self) -> Outcome:
        request = self.request
        missing = readiness(request.asset_type, request.brief).missing
        if missing:
            said = self.voice.pick(_STILL_MISSING).format(missing=listed(list(missing)))
            return self._said(request.brief, said, is_understood=False)
        version = "the next version" if request.has_asset else f"your {request.asset_type.noun}"
        said = self.voice.pick(_ALL_SET).format(version=version)
        return Outcome(request.brief, (said,), is_understood=False, is_asking=False)

    def _reset(self) -> Outcome:
        return Outcome(Brief(game=self.request.brief.game), (FRESH_START,), is_understood=True, is_fresh=True)

    def _ideas_about(self, slot: str) -> Outcome:
        request = self.request
        ideas = Ideas(request.asset_type, request.brief, self.props).of(slot)[:BEST_IDEAS]
        named = [idea.message if slot in {"text", "sub_text"} else idea.message.lower() for idea in ideas]
        said = f"Could be {', '.join(named[:-1])} or {named[-1]}."
        return self._said(request.brief, said, is_understood=False, ask=slot)

    def _said(self, brief: Brief, *sentences: str, is_understood: bool, ask: str | None = None) -> Outcome:
        return Outcome(brief, sentences, is_understood, ask=ask)
