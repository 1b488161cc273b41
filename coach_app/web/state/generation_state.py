"""The newest picture of the session: asked for, being drawn, there, or failed."""

import asyncio
from dataclasses import replace
from typing import Literal
from uuid import UUID, uuid4

import reflex as rx

from coach_app.domain.errors import CoachError, GenerationUnderWay
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.web.arguments import uuid_of
from coach_app.web.live_parts import parts
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.snapshots import refresh
from coach_app.web.view_models import AssetView, JobView, Snapshot


class GenerationState(AppState):
    """`job` is set while generating and when it failed, `asset` once completed."""

    status: Literal["idle", "generating", "completed", "failed"] = "idle"
    job: JobView = JobView()
    asset: AssetView = AssetView()
    generation_error: str = ""

    def _follow(self, snapshot: Snapshot) -> None:
        job, asset = snapshot.job, snapshot.asset
        if job:
            self.status = "generating" if job.is_active else "idle" if job.is_canceled else "failed"
        else:
            self.status = "completed" if asset else "idle"
        # The elapsed time goes on by itself in the browser.
        shown = job or JobView()
        if self.job != replace(shown, elapsed_seconds=self.job.elapsed_seconds):
            self.job = shown
        if self.asset != (asset or AssetView()):
            self.asset = asset or AssetView()
        if self.generation_error and snapshot.brief.is_ready:
            self.generation_error = ""

    @rx.event(background=True)
    async def generate(self) -> None:
        """Ask for a picture of the brief as it stands."""
        session_id = page_id("session_id")
        click = str(uuid4())
        async with self:
            owner, is_busy = self._user_id, self.status == "generating"
            self.generation_error = ""
            if owner and session_id and not is_busy:
                self.status = "generating"
        if not (owner and session_id) or is_busy:
            return
        try:
            await asyncio.to_thread(
                request_generation, parts(), user_id=owner, session_id=session_id, idempotency_key=click
            )
        # Another tab was quicker: this one follows the same job.
        except GenerationUnderWay:
            pass
        except CoachError as error:
            await self._say(error)
            return
        await self._show(owner, session_id)

    @rx.event(background=True)
    async def retry(self, job_id: str) -> None:
        """Ask once more for what a failed job was asked for."""
        session_id, job = page_id("session_id"), uuid_of(job_id)
        async with self:
            owner = self._user_id
        if not (owner and session_id and job):
            return
        try:
            await asyncio.to_thread(
                retry_generation, parts(), user_id=owner, job_id=job, idempotency_key=f"retry-{uuid4()}"
            )
        except GenerationUnderWay:
            pass
        except CoachError as error:
            await self._say(error)
            return
        await self._show(owner, session_id)

    @rx.event(background=True)
    async def cancel(self) -> None:
        """Stop the picture that is on its way."""
        session_id = page_id("session_id")
        async with self:
            owner, job = self._user_id, uuid_of(self.job.id)
        if not (owner and session_id and job):
            return
        try:
            await asyncio.to_thread(cancel_generation, parts(), user_id=owner, job_id=job)
        except CoachError as error:
            await self._say(error)
            return
        await self._show(owner, session_id)

    async def _show(self, owner: UUID, session_id: UUID) -> None:
        try:
            await refresh(self, owner=owner, session_id=session_id)
        except CoachError as error:
            await self._say(error)

    async def _say(self, error: CoachError) -> None:
        async with self:
            self.status = "idle"
            self.generation_error = self._sentence(error)
