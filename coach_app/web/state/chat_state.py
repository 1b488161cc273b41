"""The session that this tab shows: its thread, its brief, and what is done to it."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic
from typing import Literal
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from coach_app.domain.errors import CoachError, ServiceUnavailable
from coach_app.use_cases import delete_session as deleting
from coach_app.use_cases import end_session as ending
from coach_app.web import routes
from coach_app.web.live_parts import hub, parts, service_watch
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import WINDOW, AppState
from coach_app.web.state.brief_state import BriefState
from coach_app.web.state.generation_state import GenerationState
from coach_app.web.state.recent_state import RecentState
from coach_app.web.state.snapshots import refresh
from coach_app.web.view_models import BriefView, MessageView, Snapshot, ThreadView

_POLL_SECONDS = 20.0
_RETRY_SECONDS = 1.0
# A lone hint is answered at once, a flood of them by 20 reads a second.
_SECONDS_BETWEEN_READS = 0.05


class ChatState(AppState):
    """A window of the newest messages and what stands around them."""

    phase: Literal["loading", "ready", "missing"] = "loading"
    thread_id: str = ""
    thread: ThreadView = ThreadView()
    messages: list[MessageView] = []
    brief: BriefView = BriefView()
    notice: str = ""

    def _follow(self, snapshot: Snapshot) -> None:
        if self.thread_id != snapshot.thread.id:
            return
        # A var that is assigned goes to the browser whole, changed or not.
        if self.thread != snapshot.thread:
            self.thread = snapshot.thread
        if self.messages != snapshot.messages:
            self.messages = snapshot.messages
        if self.brief != snapshot.brief:
            self.brief = snapshot.brief
        self.phase = "ready"

    def _open(self, thread_id: str) -> None:
        """Turn to another session; what it holds has yet to be read."""
        if self.thread_id != thread_id:
            self.thread_id = thread_id
            self.phase, self._window, self.notice = "loading", WINDOW, ""

    @rx.event(background=True)
    async def watch(self) -> None:
        """Follow the session in the page's address until the tab leaves it."""
        session_id = page_id("session_id")
        async with self:
            owner = self._user_id
            self._open(str(session_id))
            (await self.get_state(BriefState))._forget_error()
            (await self.get_state(GenerationState))._open_page()
        if owner is None or session_id is None or not await self._follow_hints(owner, session_id):
            async with self:
                self.phase = "missing"
                # What is no longer here should not be offered either.
                await (await self.get_state(RecentState))._load()

    async def _follow_hints(self, owner: UUID, session_id: UUID) -> bool:
        """Read after each hint, and from time to time without one; False once there is no such session."""
        async with hub().subscribe(session_id) as hints:
            while True:
                read_at = monotonic()
                try:
                    if not await refresh(self, owner=owner, session_id=session_id):
                        return False
                except ServiceUnavailable:
                    service_watch().suspect_database()
                    await asyncio.sleep(_RETRY_SECONDS)
                    continue
                try:
                    await asyncio.wait_for(hints.get(), _POLL_SECONDS)
                except TimeoutError:
                    continue
                await asyncio.sleep(read_at + _SECONDS_BETWEEN_READS - monotonic())
                while not hints.empty():
                    hints.get_nowait()

    @rx.event(background=True)
    async def load_older(self) -> None:
        """Show more of the thread."""
        session_id = page_id("session_id")
        async with self:
            owner, self._window = self._user_id, self._window + WINDOW
        if owner and session_id:
            await self._refresh_or_say(owner, session_id)

    @rx.event(background=True)
    async def end_session(self) -> None:
        """End the session; writing in it reopens it."""
        session_id = page_id("session_id")
        async with self:
            owner = self._user_id
        if not (owner and session_id):
            return
        try:
            await asyncio.to_thread(ending.end_session, parts(), user_id=owner, session_id=session_id)
        except CoachError as error:
            await self._say(error)
            return
        await self._refresh_or_say(owner, session_id)

    @rx.event(background=True)
    async def delete_session(self) -> AsyncIterator[EventSpec]:
        """Delete the session; its pictures stay in the library."""
        session_id = page_id("session_id")
        async with self:
            owner = self._user_id
        if not (owner and session_id):
            return
        try:
            await asyncio.to_thread(deleting.delete_session, parts(), user_id=owner, session_id=session_id)
        except CoachError as error:
            await self._say(error)
            return
        yield rx.redirect(routes.COACH, replace=True)

    async def _refresh_or_say(self, owner: UUID, session_id: UUID) -> None:
        try:
            await refresh(self, owner=owner, session_id=session_id)
        except ServiceUnavailable as error:
            await self._say(error)

    async def _say(self, error: CoachError) -> None:
        async with self:
            self.notice = self._sentence(error)
