"""The newest pictures of the session: asked for, being drawn, there, or failed."""

import asyncio
from dataclasses import replace
from typing import Literal
from uuid import uuid4

import reflex as rx

from coach_app.domain.errors import BriefNotReady, CoachError, GenerationUnderWay, SpendingCapReached
from coach_app.use_cases import accept_rewrite as rewriting
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.web.arguments import uuid_of
from coach_app.web.live_parts import hub, parts
from coach_app.web.reflex_inside import page_id
from coach_app.web.state.app_state import AppState
from coach_app.web.state.options_state import OptionsState
from coach_app.web.view_models import AssetView, JobView, Snapshot

_SAME_SECONDS = 2.0
_Status = Literal["idle", "generating", "completed", "failed"]


class GenerationState(AppState):
    """`jobs` holds, by id, what changes of those of the newest click without a picture; `asset` is its last picture.

    `_over_cap` is how many pictures a month's cap had no room for, where the error says so."""

    status: _Status = "idle"
    jobs: dict[str, JobView] = {}
    asset: AssetView = AssetView()
    generation_error: str = ""
    _is_about_brief: bool = False
    _over_cap: int = 0
    _wishes_then: int = 0
    _wish_count: int = 0
    _is_page_new: bool = True

    def _open_page(self) -> None:
        """Begin with a page that has just been loaded, or has turned to another session."""
        self._is_page_new = True
        self.generation_error = ""

    def _follow(self, snapshot: Snapshot) -> None:
        asset = snapshot.asset
        self.status = _status(snapshot)
        jobs = {job.id: self._told(job) for job in snapshot.jobs}
        if self.jobs != jobs:
            self.jobs = jobs
        self._is_page_new = False
        if self.asset != (asset or AssetView()):
            self.asset = asset or AssetView()
        is_settled = self._is_about_brief and snapshot.brief.is_ready
        if self.generation_error and (is_settled or self._is_past_the_cap(snapshot)):
            self.generation_error = ""
        self._wish_count = snapshot.wish_count

    def _is_past_the_cap(self, snapshot: Snapshot) -> bool:
        """Whether what was said of a cap is over: there is room again, something is drawn, or the talk has gone on."""
        if not self._over_cap:
            return False
        is_answered = snapshot.wish_count > self._wishes_then and not snapshot.thread.is_unanswered
        return is_answered or snapshot.thread.fitting >= self._over_cap or any(job.is_active for job in snapshot.jobs)

    def _told(self, job: JobView) -> JobView:
        """Return what the tab was told of the job where no more than its seconds have changed: they go on by themselves
        in the browser."""
        told = self.jobs.get(job.id)
        if told is None or self._is_page_new:
            return job
        is_same = told == replace(
            job,
            elapsed_seconds=told.elapsed_seconds,
            drawing_seconds=told.drawing_seconds,
            rest_seconds=told.rest_seconds,
        )
        return told if is_same and _ends_alike(told, job) else job

    @rx.event(background=True)
    async def generate(self) -> None:
        """Ask for a picture of the brief as it stands."""
        session_id = page_id("session_id")
        click = str(uuid4())
        async with self:
            owner, is_busy = self._user_id, self.status == "generating"
            self.generation_error = ""
            if not (owner and session_id) or is_busy:
                return
            options = (await self.get_state(OptionsState))._options(session_id)
            self.status = "generating"
        try:
            await asyncio.to_thread(
                request_generation,
                parts(),
                user_id=owner,
                session_id=session_id,
                idempotency_key=click,
                options=options,
            )
        # Another tab was quicker: this one follows the same job.
        except GenerationUnderWay:
            pass
        except CoachError as error:
            await self._say(error, asked=options.variations)
            return
        hub().nudge(session_id)

    @rx.event(background=True)
    async def retry(self, job_id: str) -> None:
        """Ask once more for what a failed job was asked for."""
        session_id, job = page_id("session_id"), uuid_of(job_id)
        async with self:
            owner = self._user_id
            self.generation_error = ""
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
        hub().nudge(session_id)

    @rx.event(background=True)
    async def accept_rewrite(self, job_id: str) -> None:
        """Take the milder wish that is offered after a refusal."""
        session_id, job = page_id("session_id"), uuid_of(job_id)
        async with self:
            owner = self._user_id
        if not (owner and session_id and job):
            return
        try:
            await asyncio.to_thread(rewriting.accept_rewrite, parts(), user_id=owner, job_id=job)
        except CoachError as error:
            await self._say(error)
            return
        hub().nudge(session_id)

    @rx.event(background=True)
    async def cancel(self, job_id: str) -> None:
        """Stop a picture that is on its way."""
        session_id, job = page_id("session_id"), uuid_of(job_id)
        async with self:
            owner = self._user_id
        if not (owner and session_id and job):
            return
        try:
            await asyncio.to_thread(cancel_generation, parts(), user_id=owner, job_id=job)
        except CoachError as error:
            await self._say(error)
            return
        hub().nudge(session_id)

    async def _say(self, error: CoachError, *, asked: int = 1) -> None:
        async with self:
            self.status = "generating" if any(job.is_active for job in self.jobs.values()) else "idle"
            self._is_about_brief = isinstance(error, BriefNotReady)
            self._over_cap = asked if isinstance(error, SpendingCapReached) else 0
            self._wishes_then = self._wish_count
            self.generation_error = self._sentence(error)

    @rx.event
    def dismiss_generation_error(self) -> None:
        """Take the notice away."""
        self.generation_error = ""


def _ends_alike(told: JobView, job: JobView) -> bool:
    """Whether the rest ends when the tab was told that it would: both count from the click."""
    if told.rest_seconds == job.rest_seconds:
        return True
    ends = [view.elapsed_seconds + view.rest_seconds for view in (told, job)]
    return abs(ends[0] - ends[1]) < _SAME_SECONDS


def _status(snapshot: Snapshot) -> _Status:
    """Return how the newest click stands: one picture of several is enough."""
    if any(job.is_active for job in snapshot.jobs):
        return "generating"
    if snapshot.asset:
        return "completed"
    return "idle" if all(job.is_canceled for job in snapshot.jobs) else "failed"
