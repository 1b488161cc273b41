"""Taking up a picture of the session again: to change it, or only its brief."""

import asyncio
from collections.abc import Callable
from functools import partial

import reflex as rx

from coach_app.domain.errors import CoachError
from coach_app.use_cases import change_picture as changing
from coach_app.web.arguments import uuid_of
from coach_app.web.live_parts import parts
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.draft_state import DraftState
from coach_app.web.state.snapshots import refresh


class ChangeState(AppState):
    """Which picture is changed is the session's: nothing of it lives here."""

    @rx.event(background=True)
    async def make_change(self, asset_id: str) -> None:
        """Have the next messages and the next picture change this one."""
        if asset := uuid_of(asset_id):
            await self._do(partial(changing.change_picture, asset_id=asset))

    @rx.event(background=True)
    async def use_as_brief(self, asset_id: str) -> None:
        """Begin a new picture with the brief of this one."""
        if asset := uuid_of(asset_id):
            await self._do(partial(changing.use_as_brief, asset_id=asset))

    @rx.event(background=True)
    async def stop_changing(self) -> None:
        """Have the next picture be a new one."""
        await self._do(changing.stop_changing)

    async def _do(self, change: Callable[..., None]) -> None:
        session_id = page_id("session_id")
        async with self:
            owner = self._user_id
        if not (owner and session_id):
            return
        try:
            await asyncio.to_thread(change, parts(), user_id=owner, session_id=session_id)
            await refresh(self, owner=owner, session_id=session_id)
        except CoachError as error:
            async with self:
                draft = await self.get_state(DraftState)
                draft.error = self._sentence(error)
