"""The brand kits, and the one that is open."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from typing import Literal
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from coach_app.database.brand_kits import BrandKitRecord, all_kits, kit_names
from coach_app.domain.errors import CoachError, ServiceUnavailable
from coach_app.domain.logos import LogoKind
from coach_app.use_cases import delete_brand_kit as deleting
from coach_app.use_cases import make_default as choosing
from coach_app.use_cases import remove_logo as removing
from coach_app.use_cases.create_brand_kit import create_brand_kit
from coach_app.web import routes
from coach_app.web.arguments import text_of, texts_of, uuid_of
from coach_app.web.kit_fields import keep_fields
from coach_app.web.live_parts import parts
from coach_app.web.presenting_kits import first_edit, kit_tile, open_kit
from coach_app.web.reflex_inside import page_query
from coach_app.web.state.app_state import AppState
from coach_app.web.state.persistence import persistently
from coach_app.web.view_models_kits import KitTileView, KitView

_Answer = tuple[int, dict[str, str]] | None
_Change = Callable[..., Mapping[str, str] | None]


class BrandKitState(AppState):
    """`kept` is the number of the newest change that was taken up, `refused` says by field what of it was not."""

    kits_phase: Literal["loading", "ready"] = "loading"
    kits: list[KitTileView] = []
    kit: KitView = KitView()
    kits_error: str = ""
    kept: int = 0
    refused: dict[str, str] = {}
    newest_kit: str = ""
    is_making_kit: bool = False

    @rx.event(background=True)
    async def load_kits(self) -> None:
        """Read the kits, and open the one that the page's address names."""
        await self._show(await self._owner(), wanted=page_query("kit"))

    @rx.event(background=True)
    async def make_kit(self, colours: dict[str, str]) -> AsyncIterator[EventSpec]:
        """Make a kit and open it; without colours it begins with ours."""
        async with self:
            owner = self._user_id
            if owner is None or self.is_making_kit:
                return
            self.is_making_kit = True
        made, error = "", ""
        try:
            edit = first_edit(await asyncio.to_thread(_names, owner), texts_of(colours))
            made = str(await asyncio.to_thread(create_brand_kit, parts(), user_id=owner, kit=edit))
        except CoachError as refusal:
            error = self._sentence(refusal)
        async with self:
            self.is_making_kit, self.kits_error, self.newest_kit = False, error, made
        if made:
            yield rx.redirect(routes.kit_page(made))

    @rx.event(background=True)
    async def keep_kit(self, kit_id: str, number: int, written: dict[str, str]) -> None:
        """Store what was typed; while the database is away, the tab sends it again."""
        if isinstance(number, int):
            await self._do(partial(keep_fields, written=texts_of(written)), uuid_of(kit_id), number)

    @rx.event(background=True)
    async def use_by_default(self, kit_id: str) -> None:
        """Have new sessions begin with this kit."""
        await self._do(choosing.make_default, uuid_of(kit_id))

    @rx.event(background=True)
    async def delete_kit(self, kit_id: str) -> None:
        """Delete the kit with its logos, and open another."""
        await self._do(deleting.delete_brand_kit, uuid_of(kit_id))

    @rx.event(background=True)
    async def remove_logo(self, kit_id: str, kind: str) -> None:
        """Take a logo out of the kit."""
        if (chosen := text_of(kind)) in set(LogoKind):
            await self._do(partial(removing.remove_logo, kind=LogoKind(chosen)), uuid_of(kit_id))

    async def _owner(self) -> UUID | None:
        async with self:
            return self._user_id

    async def _do(self, change: _Change, kit_id: UUID | None, number: int = 0) -> None:
        """Change a kit of this user and show what became of it; `number` is what a tab waits for."""
        owner, error, refused = await self._owner(), "", None
        if not (owner and kit_id):
            return
        try:
            refused = await asyncio.to_thread(change, parts(), user_id=owner, kit_id=kit_id)
        except ServiceUnavailable as outage:
            self._sentence(outage)
            return
        except CoachError as refusal:
            error = self._sentence(refusal)
        await self._show(owner, error=error, answer=(number, dict(refused or {})) if number else None)

    async def _show(self, owner: UUID | None, *, wanted: str = "", error: str = "", answer: _Answer = None) -> None:
        """Read everything anew. The open kit stays open: another may have been opened meanwhile."""
        found = await persistently(partial(_read, owner)) if owner else ()
        async with self:
            if self._is_still(owner):
                self.kits, self.kit = [kit_tile(kit) for kit in found], open_kit(found, wanted or self.kit.id)
                self.kits_phase, self.kits_error = "ready", error
                self.kept, self.refused = answer or (self.kept, self.refused)


def _names(owner: UUID) -> tuple[str, ...]:
    with parts().database.transaction() as db:
        return kit_names(db, user_id=owner)


def _read(owner: UUID) -> tuple[BrandKitRecord, ...]:
    with parts().database.transaction() as db:
        return all_kits(db, user_id=owner)
