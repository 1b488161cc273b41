"""Editing the brief by hand."""

import asyncio

import reflex as rx

from coach_app.domain.errors import CoachError
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.edit_prompt import edit_prompt
from coach_app.use_cases.put_back_prompt import put_back_prompt
from coach_app.web.arguments import text_of
from coach_app.web.live_parts import hub, parts
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.snapshots import refresh
from coach_app.web.view_models import BriefView, Snapshot


class BriefState(AppState):
    """`slot_error` stands under the slot whose value was not taken."""

    wrong_slot: str = ""
    slot_error: str = ""
    prompt_error: str = ""
    _brief_then: BriefView = BriefView()

    def _follow(self, snapshot: Snapshot) -> None:
        """Forget the error once the brief has changed: it may not be true any more."""
        if self.wrong_slot and snapshot.brief != self._brief_then:
            self._forget_error()
        self._brief_then = snapshot.brief

    def _forget_error(self) -> None:
        self.wrong_slot, self.slot_error = "", ""

    @rx.event
    def leave_slot(self) -> None:
        """Let a slot that was refused be as it was."""
        self._forget_error()

    @rx.event(background=True)
    async def keep_slot(self, slot: str, value: str) -> None:
        """Set a slot; an empty value clears it."""
        session_id, slot, value = page_id("session_id"), text_of(slot), text_of(value)
        async with self:
            owner = self._user_id
            self._forget_error()
        if not (owner and session_id):
            return
        try:
            await asyncio.to_thread(edit_brief, parts(), user_id=owner, session_id=session_id, slot=slot, value=value)
            await refresh(self, owner=owner, session_id=session_id)
        except CoachError as error:
            async with self:
                self.wrong_slot, self.slot_error = slot, self._sentence(error)

    @rx.event
    async def keep_prompt(self, prompt: str) -> None:
        """Have the artist told these words; an empty text goes back to the brief's. Not in the background: a click on
        Generate right behind it has to find it done."""
        session_id, prompt = page_id("session_id"), text_of(prompt)
        self.prompt_error = ""
        if not (self._user_id and session_id):
            return
        try:
            await asyncio.to_thread(edit_prompt, parts(), user_id=self._user_id, session_id=session_id, prompt=prompt)
        except CoachError as error:
            self.prompt_error = self._sentence(error)
        hub().nudge(session_id)

    @rx.event
    async def put_back_prompt(self) -> None:
        """Have the artist told the words again that were put aside. In the foreground for the same reason."""
        session_id = page_id("session_id")
        self.prompt_error = ""
        if not (self._user_id and session_id):
            return
        try:
            await asyncio.to_thread(put_back_prompt, parts(), user_id=self._user_id, session_id=session_id)
        except CoachError as error:
            self.prompt_error = self._sentence(error)
        hub().nudge(session_id)
