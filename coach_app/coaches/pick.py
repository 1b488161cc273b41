"""Picks for the streamer: one slot that was left to the coach, or a whole surprise."""

from dataclasses import dataclass

from coach_app.coaches.ideas import BEST_IDEAS, Ideas
from coach_app.coaches.questions import is_icon
from coach_app.coaches.voice import Voice
from coach_app.domain.asset_types import AssetType, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PropCatalogue

# A surprise fills these where they are open; each suits those before it.
_SURPRISING: dict[Composition, tuple[str, ...]] = {
    Composition.EMOTE: ("subject", "expression", "action", "colour"),
    Composition.BADGE: ("subject", "style", "colour"),
    Composition.PORTRAIT: ("subject", "expression", "colour"),
    Composition.THUMBNAIL: ("subject", "expression", "text", "background"),
    Composition.PANEL: ("text", "subject", "colour"),
    Composition.BANNER: ("subject", "expression", "text", "background"),
    Composition.FRAME: ("subject", "colour", "mood"),
}
_KEPT = {"subject", "text"}


@dataclass(frozen=True, slots=True)
class Pick:
    """The same message in the same turn gets the same pick."""

    asset_type: AssetType
    props: PropCatalogue
    voice: Voice

    def filled(self, brief: Brief, slot: str) -> Brief:
        ideas = Ideas(self.asset_type, brief, self.props).of(slot)[:BEST_IDEAS]
        return brief.with_slots(**{slot: ideas[self.voice.seed % len(ideas)].value}) if ideas else brief

    def surprised(self, brief: Brief) -> Brief:
        """Fill what is open; where nothing is, give the same subject another look."""
        slots = _SURPRISING[self.asset_type.composition]
        open_slots = [slot for slot in slots if not getattr(brief, slot)]
        for slot in open_slots or [slot for slot in slots if slot not in _KEPT]:
            brief = self._filled_for_the_subject(brief, slot)
        return brief

    def _filled_for_the_subject(self, brief: Brief, slot: str) -> Brief:
        """An icon has no face and does nothing: how its picture feels is the mood."""
        if not is_icon(brief):
            return self.filled(brief, slot)
        if slot == "action":
            return brief
        return self.filled(brief, "mood" if slot == "expression" else slot)
