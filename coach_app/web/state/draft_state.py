"""What is being said right now: the message on its way, and the reply as it comes."""

import asyncio
from uuid import UUID

import reflex as rx

from coach_app.domain.errors import CoachError, SessionFull, TurnLimitReached
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.stop_reply import stop_reply
from coach_app.use_cases.write_reply import write_reply
from coach_app.web.arguments import text_of
from coach_app.web.live_parts import parts
from coach_app.web.pacing import paced
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.snapshots import refresh
from coach_app.web.view_models import Snapshot

# Ten updates a second read as flowing text; more only cost.
_FLUSH_SECONDS = 0.1


class DraftState(AppState):
    """`accepted` and `returned` count up: the composer lets go of a message, or takes it back, when they do."""

    draft_thread_id: str = ""
    pending_text: str = ""
    reply_text: str = ""
    is_replying: bool = False
    error: str = ""
    can_start_anew: bool = False
    accepted: int = 0
    returned: int = 0
    _wishes_before: int = 0

    def _follow(self, snapshot: Snapshot) -> None:
        if self.draft_thread_id != snapshot.thread.id:
            self._wishes_before = snapshot.wish_count
            return
        if self.pending_text and snapshot.wish_count > self._wishes_before:
            self.pending_text = ""
        if self.reply_text and not snapshot.thread.is_unanswered:
            self.reply_text, self.is_replying = "", False
        if not self.pending_text:
            self._wishes_before = snapshot.wish_count

    def _begin(self, session_id: UUID, text: str) -> None:
        self.draft_thread_id = str(session_id)
        self.pending_text, self.reply_text, self.is_replying = text, "", True
        self.error, self.can_start_anew = "", False

    @rx.event(background=True)
    async def send(self, text: str) -> None:
        """Take the message, then let the reply stream in."""
        session_id, text = page_id("session_id"), text_of(text).strip()
        if session_id is None:
            return
        async with self:
            owner = self._user_id
            if owner is None or (self.is_replying and self.draft_thread_id == str(session_id)):
                self.returned += 1
                return
            self._begin(session_id, text)
        try:
            await asyncio.to_thread(accept_message, parts(), user_id=owner, session_id=session_id, text=text)
        except CoachError as error:
            await self._give_back(error)
            return
        async with self:
            self.accepted += 1
        await self._stream(owner, session_id)

    @rx.event(background=True)
    async def answer(self) -> None:
        """Have the newest message answered: the first wish of a session, or one whose reply was lost."""
        session_id = page_id("session_id")
        async with self:
            owner = self._user_id
            if session_id is None and self.draft_thread_id:
                session_id = UUID(self.draft_thread_id)
            if owner is None or session_id is None:
                return
            self._begin(session_id, self.pending_text)
        await self._stream(owner, session_id)

    @rx.event(background=True)
    async def stop(self) -> None:
        """Have the coach say no more; what it has said so far becomes its reply."""
        session_id = page_id("session_id")
        async with self:
            owner = self._user_id
        if owner is None or session_id is None:
            return
        try:
            await stop_reply(parts(), user_id=owner, session_id=session_id)
        except CoachError as error:
            async with self:
                self.error = self._sentence(error)

    @rx.event
    async def dismiss_error(self) -> None:
        """Take the error line away."""
        self.error, self.can_start_anew = "", False

    async def _stream(self, owner: UUID, session_id: UUID) -> None:
        replies = write_reply(parts(), user_id=owner, session_id=session_id)
        try:
            async for text in paced(replies, pause_seconds=_FLUSH_SECONDS):
                await self._flush(owner, session_id, text)
            await refresh(self, owner=owner, session_id=session_id)
        except CoachError as error:
            async with self:
                self.error = self._sentence(error)
        finally:
            await self._end(session_id)

    async def _end(self, session_id: UUID) -> None:
        async with self:
            if self.draft_thread_id == str(session_id):
                self.pending_text, self.reply_text, self.is_replying = "", "", False

    async def _flush(self, owner: UUID, session_id: UUID, text: str) -> None:
        async with self:
            if self.is_replying and self._is_still(owner) and self.draft_thread_id == str(session_id):
                self.reply_text = text

    async def _give_back(self, error: CoachError) -> None:
        async with self:
            self.pending_text, self.is_replying = "", False
            self.error = self._sentence(error)
            self.can_start_anew = isinstance(error, SessionFull | TurnLimitReached)
            self.returned += 1
