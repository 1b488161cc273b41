"""What a picture can't show whatever is asked, and the sentence that says so."""

from collections.abc import Mapping

from coach_app.coaches.intents import Intent, question_of
from coach_app.coaches.questions import is_icon
from coach_app.coaches.small_talk import answer_to
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.ports import TurnRequest
from coach_app.domain.prompts import with_article
from coach_app.domain.readiness import needs_words

_NO_PAWS = (
    "An icon has no paws or hats, so I left that out. A creature of mine could do it.",
    "Not with an icon, I'm afraid: it holds and wears nothing. An axolotl or a fox would.",
)
_OWN_FACE = ("An icon keeps its own face, though.", "The face stays the icon's own, though.")


def drawable(asset_type: AssetType, before: Brief, after: Brief) -> Brief:
    """Leave out what is not drawn: an icon does and wears nothing, and a badge shows the face alone."""
    if is_icon(after):
        return after.with_slots(action=before.action, accessories=before.accessories)
    if asset_type.composition is Composition.BADGE:
        return after.with_slots(action=before.action)
    return after


def aside_about(request: TurnRequest, brief: Brief, slots: Mapping[str, object], voice: Voice) -> str:
    """Return what else has to be said about a change to these slots, or an empty string."""
    a_picture = with_article(request.asset_type.noun).capitalize()
    if is_icon(brief) and (slots.get("action") or slots.get("accessories")):
        return voice.pick(_NO_PAWS)
    if is_icon(brief) and slots.get("expression"):
        return voice.pick(_OWN_FACE)
    if request.asset_type.composition is Composition.BADGE and (doing := slots.get("action")):
        return f"{a_picture} shows the face alone, so no {doing}."
    if request.brief.text and not brief.text and needs_words(request.asset_type):
        return f"{a_picture} needs a few words, though."
    asked = question_of(request.message, request.asset_type)
    is_wish_too = asked in {Intent.MOVING, Intent.PHOTO}
    return answer_to(asked, request.asset_type, voice, has_begun=True) if asked and is_wish_too else ""
