"""Who sits at this tab, and whether all services are there."""

import asyncio
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from coach_app.database.users import UserRecord
from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import CoachError, GuestsNotAllowed, ServiceUnavailable, TooManyGuests
from coach_app.web import routes
from coach_app.web.live_parts import parts, service_watch
from coach_app.web.reflex_inside import page_query
from coach_app.web.view_models import Snapshot

# How many of the newest messages a thread shows, and by how many "Load older" lengthens it.
WINDOW = 50

_REFUSALS = {
    "guests": error_sentence(GuestsNotAllowed()),
    "many": error_sentence(TooManyGuests()),
    "link": "This link has been used or is too old. Ask for a new one.",
}


class AppState(rx.State):
    """Parent of every state. The Guard alone sets who it is; `is_resting` tells that this user's artist is left
    alone."""

    is_signed_in: bool = False
    account_name: str = ""
    coach_name: str = ""
    artist_name: str = ""
    is_artist_ai: bool = False
    asset_types: list[str] = []
    trouble: str = ""
    is_resting: bool = False
    refusal: str = ""
    _may_spend: bool = False
    _user_id: UUID | None = None
    _window: int = WINDOW

    def _follow(self, snapshot: Snapshot) -> None:
        """Take over what this state shows of the session; called on each state whenever the session has been read."""

    def _adopt(self, user: UserRecord | None) -> None:
        self.is_signed_in = user is not None
        self.account_name = (user.name or "Guest") if user else ""
        is_paying = user is not None and (parts().settings.guests_may_spend or not user.is_guest)
        artist = parts().artists.of(may_spend=is_paying)
        self.coach_name = parts().coaches.of(may_spend=is_paying).name
        self.artist_name, self.is_artist_ai = artist.name, artist.is_ai
        self.asset_types = [kind.value for kind in artist.asset_types]
        self._may_spend = parts().settings.guests_may_spend or (user is not None and not user.is_guest)
        self._show_troubles()
        self._user_id = user.id if user else None

    def _show_troubles(self) -> None:
        """Show what everybody has to know, and of a provider what those have to know whom it serves, or would."""
        seen = service_watch().troubles
        trouble = seen.everybodys or (seen.providers if self._may_spend else "")
        is_resting = seen.is_artist_resting and self._may_spend
        if (self.trouble, self.is_resting) != (trouble, is_resting):
            self.trouble, self.is_resting = trouble, is_resting

    def _is_still(self, owner: UUID | None) -> bool:
        """Whether a background event's tab still belongs to whom it was started by."""
        return owner is not None and self._user_id == owner

    def _sentence(self, error: CoachError) -> str:
        """Return what to say of an error; of an outage nothing, since the banner speaks."""
        if isinstance(error, ServiceUnavailable):
            service_watch().suspect_database()
            return ""
        return error_sentence(error)

    @rx.event
    def own_up(self) -> None:
        """Say that a handler broke; what happened stands in the log."""
        self.trouble = "Something broke on our side. What you made is safe: load the page again to go on."

    @rx.event
    def welcome(self) -> EventSpec | None:
        """Open the coach for those who are signed in; else say why signing in was refused, if it was."""
        if self.is_signed_in:
            return rx.redirect(routes.COACH, replace=True)
        self.refusal = _REFUSALS.get(page_query("refused"), "")
        return None

    @rx.event(background=True)
    async def watch_services(self) -> None:
        """Show and hide the banner for as long as the page is open."""
        watch = service_watch()
        while True:
            changed = asyncio.ensure_future(watch.changed())
            async with self:
                self._show_troubles()
            await changed
