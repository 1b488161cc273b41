"""The rail's list of sessions."""

from asyncio import to_thread

import reflex as rx

from coach_app.database.sessions import SessionSummary, recent_sessions
from coach_app.domain.errors import ServiceUnavailable
from coach_app.web.live_parts import parts
from coach_app.web.presenting import recent_view
from coach_app.web.state.app_state import AppState
from coach_app.web.state.snapshots import MOST_RECENT
from coach_app.web.view_models import RecentView, Snapshot


class RecentState(AppState):
    """The sessions touched last."""

    recent: list[RecentView] = []

    def _follow(self, snapshot: Snapshot) -> None:
        if self.recent != snapshot.recent:
            self.recent = snapshot.recent

    @rx.event
    async def load_recent(self) -> None:
        """Read the list."""
        await self._load()

    async def _load(self) -> None:
        try:
            self.recent = [recent_view(summary) for summary in await to_thread(self._read)]
        except ServiceUnavailable:
            return

    def _read(self) -> tuple[SessionSummary, ...]:
        if self._user_id is None:
            return ()
        with parts().database.transaction() as db:
            return recent_sessions(db, user_id=self._user_id, limit=MOST_RECENT)
