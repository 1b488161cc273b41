"""Speaks with the slot coach as a session does: message after message, history and brief carried on."""

from dataclasses import dataclass, field

from coach_app.artists.offline.icons import IconCatalogue
from coach_app.coaches.answer import answer
from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.ports import CoachTurn, TurnRequest

PROPS = IconCatalogue()


@dataclass
class Talk:
    kind: str = "twitch_emote"
    brief: Brief = field(default_factory=Brief)
    has_asset: bool = False
    history: list[tuple[str, str]] = field(default_factory=list)

    def say(self, message: str) -> CoachTurn:
        request = TurnRequest(asset_type(self.kind), self.brief, message, tuple(self.history), self.has_asset)
        turn = answer(request, PROPS)
        self.brief = turn.brief
        self.history += [("user", message), ("coach", turn.reply)]
        return turn

    def slots(self) -> dict[str, object]:
        """Return the slots that are filled."""
        return {name: value for name, value in self.brief if value}
