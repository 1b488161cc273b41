"""The start card: from a wish to a session."""

import asyncio
from collections.abc import AsyncIterator
from typing import Literal
from uuid import UUID

import reflex as rx
from reflex.event import EventCallback, EventSpec

from coach_app.domain.coach_sessions import NO_WISH
from coach_app.domain.errors import CoachError
from coach_app.use_cases.start_from_brief import start_from_brief
from coach_app.use_cases.start_session import start_session
from coach_app.web import routes
from coach_app.web.arguments import text_of, uuid_of
from coach_app.web.ideas import IDEAS, Idea
from coach_app.web.live_parts import parts
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.draft_state import DraftState

KitId = UUID | Literal["default"] | None


class StartState(AppState):
    """The choices themselves live in the form."""

    is_starting: bool = False
    start_error: str = ""

    @rx.event
    def reset_start(self) -> None:
        """Offer a fresh card."""
        self.is_starting, self.start_error = False, ""

    @rx.event(background=True)
    async def start(self, choices: dict[str, str]) -> AsyncIterator[EventSpec | EventCallback[()]]:
        """Start a session from the form and open it."""
        fields = choices if isinstance(choices, dict) else {}
        asset_type, mood, game, wish, kit = (
            text_of(fields.get(name)) for name in ("asset_type", "mood", "game", "wish", "kit")
        )
        if not (wish.strip() or mood or game.strip()):
            async with self:
                self.start_error = NO_WISH
            return
        # The choice of a kit is not there before the kits are.
        chosen: KitId = uuid_of(kit) if "kit" in fields else "default"
        async for event in self._start(Idea(asset_type, wish, mood=mood, game=game), chosen):
            yield event

    @rx.event(background=True)
    async def start_idea(self, number: int) -> AsyncIterator[EventSpec | EventCallback[()]]:
        """Start a session from one of the ready ideas."""
        if isinstance(number, int) and 0 <= number < len(IDEAS):
            async for event in self._start(IDEAS[number], "default"):
                yield event

    @rx.event(background=True)
    async def start_from_this(self) -> AsyncIterator[EventSpec]:
        """Start a session with the brief of the one in the page's address."""
        old_id = page_id("session_id")
        async with self:
            owner = self._user_id
        if owner is None or old_id is None:
            return
        try:
            new_id = await asyncio.to_thread(start_from_brief, parts(), user_id=owner, session_id=old_id)
        except CoachError as error:
            async with self:
                draft = await self.get_state(DraftState)
                draft.error = self._sentence(error)
            return
        yield rx.redirect(routes.session_page(new_id))

    async def _start(self, idea: Idea, kit_id: KitId) -> AsyncIterator[EventSpec | EventCallback[()]]:
        async with self:
            owner = self._user_id
            if owner is None or self.is_starting:
                return
            self.is_starting, self.start_error = True, ""
        try:
            session_id = await asyncio.to_thread(_started, owner, idea, kit_id)
        except CoachError as error:
            async with self:
                self.is_starting, self.start_error = False, self._sentence(error)
            return
        async with self:
            self.is_starting = False
            chat = await self.get_state(ChatState)
            chat._open(str(session_id))
            if idea.wish.strip():
                draft = await self.get_state(DraftState)
                draft._begin(session_id, "")
        yield rx.redirect(routes.session_page(session_id))
        if idea.wish.strip():
            yield DraftState.answer


def _started(owner: UUID, idea: Idea, kit_id: KitId) -> UUID:
    return start_session(
        parts(),
        user_id=owner,
        asset_type=idea.asset_type,
        mood=idea.mood or None,
        game_context=idea.game or None,
        wish=idea.wish,
        brand_kit_id=kit_id,
    )
