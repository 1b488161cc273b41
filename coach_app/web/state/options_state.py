"""What a click on Generate says beside the brief: how many pictures, in whose look, and which logo goes where."""

import asyncio
from contextlib import suppress
from uuid import UUID

import reflex as rx
from pydantic import ValidationError

from coach_app.database.brand_kits import kit_choices
from coach_app.domain.errors import CoachError
from coach_app.domain.generation_jobs import MAX_VARIATIONS, GenerationOptions
from coach_app.domain.logos import LogoOptions
from coach_app.use_cases.choose_brand_kit import choose_brand_kit
from coach_app.web.arguments import text_of, uuid_of
from coach_app.web.live_parts import parts
from coach_app.web.presenting import kit_choice_view
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.snapshots import refresh
from coach_app.web.view_models import KitChoiceView, Snapshot

VARIATION_CHOICES = tuple(str(count) for count in range(1, MAX_VARIATIONS + 1))
_NO_KIT = KitChoiceView("", "", [], False, [])


def _texts(logo: LogoOptions) -> dict[str, str]:
    return {part: str(value) for part, value in logo.model_dump(mode="json").items()}


class OptionsState(AppState):
    """The kit is the session's; the logo, too, begins as it is on the session's newest picture, and each session begins
    with one picture at a time."""

    kits: list[KitChoiceView] = []
    kit: KitChoiceView = _NO_KIT
    variations: int = 1
    include_logo: bool = False
    logo: dict[str, str] = _texts(LogoOptions())
    options_error: str = ""
    _session_id: str = ""

    def _follow(self, snapshot: Snapshot) -> None:
        if self.kits != snapshot.kits:
            self.kits = snapshot.kits
        if self._session_id != snapshot.thread.id:
            self._session_id, self.variations = snapshot.thread.id, 1
            self.include_logo, self.logo = snapshot.logo is not None, _texts(snapshot.logo or LogoOptions())
        self._take(snapshot.thread.kit_id)

    def _take(self, kit_id: str) -> None:
        """Show this kit as chosen; a kind of logo that it lacks gives way to one that it has."""
        kit = next((kit for kit in self.kits if kit.id == kit_id), _NO_KIT)
        if self.kit != kit:
            self.kit, self.options_error = kit, ""
        if not kit.logos:
            self.include_logo = False
        elif self.logo["kind"] not in kit.logos:
            self.logo = self.logo | {"kind": kit.logos[0]}

    def _options(self, session_id: UUID) -> GenerationOptions:
        """Return what a click takes along: nothing where this page has not been read yet."""
        if self._session_id != str(session_id):
            return GenerationOptions()
        logo = LogoOptions.model_validate(self.logo)
        return GenerationOptions(include_logo=self.include_logo, logo=logo, variations=self.variations)

    @rx.event(background=True)
    async def load_kits(self) -> None:
        """Read the kits for the start card."""
        async with self:
            owner = self._user_id
        if owner is None:
            return
        try:
            found = await asyncio.to_thread(_read_kits, owner)
        except CoachError as error:
            async with self:
                self.options_error = self._sentence(error)
            return
        async with self:
            if self._is_still(owner):
                self.kits = found
                self._take(next((kit.id for kit in found if kit.is_default), ""))

    @rx.event(background=True)
    async def choose_kit(self, kit_id: str) -> None:
        """Give the session another kit, or none."""
        session_id, kit = page_id("session_id"), uuid_of(kit_id)
        async with self:
            owner = self._user_id
            self.options_error = ""
        if not (owner and session_id):
            return
        try:
            await asyncio.to_thread(choose_brand_kit, parts(), user_id=owner, session_id=session_id, kit_id=kit)
            await refresh(self, owner=owner, session_id=session_id)
        except CoachError as error:
            async with self:
                self.options_error = self._sentence(error)

    @rx.event
    def choose_variations(self, count: str) -> None:
        """Have so many pictures drawn at once."""
        if text_of(count) in VARIATION_CHOICES:
            self.variations = int(count)

    @rx.event
    def take_logo(self, is_on: bool) -> None:
        """Put a logo on the next pictures, or none."""
        self.include_logo = is_on is True and bool(self.kit.logos)

    @rx.event
    def place_logo(self, part: str, value: str) -> None:
        """Change which logo it is, where it goes, how large or how see-through it is."""
        with suppress(ValidationError):
            self.logo = _texts(LogoOptions.model_validate(self.logo | {text_of(part): text_of(value)}))


def _read_kits(owner: UUID) -> list[KitChoiceView]:
    with parts().database.transaction() as db:
        return [kit_choice_view(kit) for kit in kit_choices(db, user_id=owner)]
