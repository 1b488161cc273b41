"""The library's pictures, and the one that its own page shows."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Literal
from uuid import UUID

import reflex as rx
from reflex.event import EventSpec

from coach_app.database.assets import AssetRecord, find_asset, fingerprints, newest_assets
from coach_app.database.versions import variations, versions
from coach_app.domain.error_sentences import STILL_WRONG
from coach_app.domain.errors import CoachError, NotFound
from coach_app.use_cases import delete_asset as deleting
from coach_app.use_cases.change_picture import change_picture
from coach_app.use_cases.remake_files import remake_files
from coach_app.web import routes
from coach_app.web.live_parts import parts
from coach_app.web.presenting_assets import asset_view, shelf_view
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.persistence import persistently
from coach_app.web.view_models import AssetView

_MOST_SHOWN = 50


class LibraryState(AppState):
    """The newest pictures."""

    library_phase: Literal["loading", "ready"] = "loading"
    assets: list[AssetView] = []

    @rx.event(background=True)
    async def load_library(self) -> None:
        """Read the newest pictures; while the database is away, go on trying."""
        async with self:
            owner = self._user_id
        found = await persistently(partial(_read_assets, owner)) if owner else ()
        async with self:
            if self._is_still(owner):
                self.assets = [shelf_view(asset) for asset in found]
                self.library_phase = "ready"


class AssetState(AppState):
    """One picture."""

    asset_phase: Literal["loading", "ready", "missing"] = "loading"
    shown_asset: AssetView = AssetView()
    asset_error: str = ""
    is_fixing: bool = False

    @rx.event(background=True)
    async def load_asset(self) -> None:
        """Read the picture in the page's address."""
        asset_id = page_id("asset_id")
        async with self:
            owner = self._user_id
            if self.shown_asset.id != str(asset_id):
                self.asset_phase, self.asset_error = "loading", ""
        found = await persistently(partial(_read_asset, owner, asset_id)) if owner and asset_id else None
        async with self:
            if found is None:
                self.asset_phase = "missing"
            elif self._is_still(owner):
                self.shown_asset, self.asset_phase = found, "ready"

    @rx.event(background=True)
    async def delete_asset(self) -> AsyncIterator[EventSpec]:
        """Delete the picture and its files."""
        asset_id = page_id("asset_id")
        async with self:
            owner = self._user_id
        if not (owner and asset_id):
            return
        try:
            await asyncio.to_thread(deleting.delete_asset, parts(), user_id=owner, asset_id=asset_id)
        except CoachError as error:
            async with self:
                self.asset_error = self._sentence(error)
            return
        yield rx.redirect(routes.LIBRARY, replace=True)

    @rx.event(background=True)
    async def change_asset(self) -> AsyncIterator[EventSpec]:
        """Go to the picture's session, to make a change of it there."""
        asset_id = page_id("asset_id")
        async with self:
            owner = self._user_id
        if not (owner and asset_id):
            return
        try:
            session_id = await asyncio.to_thread(_begin_change, owner, asset_id)
        except CoachError as error:
            async with self:
                self.asset_error = self._sentence(error)
            return
        yield rx.redirect(routes.session_page(session_id))

    @rx.event(background=True)
    async def fix_files(self) -> None:
        """Make the files that are missing, or not as they have to be, from the master again."""
        asset_id = page_id("asset_id")
        async with self:
            owner = self._user_id
            if not (owner and asset_id) or self.is_fixing:
                return
            self.is_fixing, self.asset_error = True, ""
        sentence = ""
        try:
            is_all_right = await asyncio.to_thread(remake_files, parts(), user_id=owner, asset_id=asset_id)
            sentence = "" if is_all_right else STILL_WRONG
        except CoachError as error:
            sentence = self._sentence(error)
        found = await persistently(partial(_read_asset, owner, asset_id))
        async with self:
            self.is_fixing, self.asset_error = False, sentence
            if found and self._is_still(owner):
                self.shown_asset = found


def _read_assets(owner: UUID) -> tuple[AssetRecord, ...]:
    with parts().database.transaction() as db:
        return newest_assets(db, user_id=owner, limit=_MOST_SHOWN)


def _begin_change(owner: UUID, asset_id: UUID) -> UUID:
    """Return the session. Raises NotFound: it or the picture has been deleted."""
    with parts().database.transaction() as db:
        asset = find_asset(db, user_id=owner, asset_id=asset_id)
    if asset is None or asset.session_id is None:
        raise NotFound("session")
    change_picture(parts(), user_id=owner, session_id=asset.session_id, asset_id=asset_id)
    return asset.session_id


def _read_asset(owner: UUID, asset_id: UUID) -> AssetView | None:
    with parts().database.transaction() as db:
        asset = find_asset(db, user_id=owner, asset_id=asset_id)
        if asset is None:
            return None
        related = versions(db, user_id=owner, asset_id=asset_id)
        # Versions of one picture, and variations of one click, may well look alike.
        own = {asset_id, *(version.id for version in related), *variations(db, asset_id=asset_id)}
        others = fingerprints(db, user_id=owner, asset_type=asset.asset_type, other_than=own)
    return asset_view(asset, others=others, versions=related)
