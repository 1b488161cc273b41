"""A claimed job in the hands of this process: its lease kept up, its writes fenced."""

import logging
import threading
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlmodel import Session

from coach_app.database import claimed_jobs
from coach_app.database.claimed_jobs import ClaimedJob
from coach_app.domain.errors import ArtistMisconfigured, ServiceUnavailable
from coach_app.domain.ports import Artist
from coach_app.parts import Parts

_log = logging.getLogger(__name__)
LONGEST_STEP_SECONDS = 300


class FencedOff(Exception):
    """The job is no longer this worker's: change nothing more."""


class HeldJob:
    """Renews the lease from a side thread while its block runs, and no longer than one step may take: a stuck step
    loses the job."""

    def __init__(self, parts: Parts, job: ClaimedJob, jobs: "HeldJobs") -> None:
        self.parts = parts
        self.job = job
        self.began = monotonic()
        self.calls = job.upstream_calls
        self._jobs = jobs
        self._done = threading.Event()
        self._step_ends = 0.0
        self._renewal = threading.Thread(target=self._renew, name=f"lease-{job.id}", daemon=True)

    def __enter__(self) -> Self:
        self.begin_step()
        self._jobs.add(self)
        self._renewal.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._done.set()
        self._renewal.join()
        self._jobs.remove(self)

    @property
    def artist(self) -> Artist:
        """Who is to draw it. Raises ArtistMisconfigured where that one is not at work any more."""
        artist = self.parts.artists.by_id(self.job.artist)
        if artist is None:
            raise ArtistMisconfigured(f"{self.job.artist} is not set up here")
        return artist

    @property
    def begun_calls(self) -> int:
        """How many calls this attempt has counted."""
        return self.calls - self.job.upstream_calls

    def begin_step(self) -> None:
        """Allow the next step its whole time."""
        self._step_ends = monotonic() + LONGEST_STEP_SECONDS

    @property
    def seconds_left(self) -> float:
        """What remains of the time that the job may wait; negative past its deadline."""
        return self.job.seconds_left - (monotonic() - self.began)

    @property
    def is_closing(self) -> bool:
        """Whether this process is about to end."""
        return self._jobs.is_closed

    def write(self, change: Callable[[Session], bool]) -> None:
        """Commit a change of the job. Raises: FencedOff where it is another's, ServiceUnavailable."""
        with self.parts.database.transaction() as db:
            if not change(db):
                raise FencedOff

    def tell(self, what: str) -> None:
        """Give the session's open tabs a hint."""
        if self.job.session_id:
            self.parts.hub.publish(self.job.session_id, {"type": what})

    def release(self) -> None:
        """Give the job back to the queue at once. Raises: FencedOff, ServiceUnavailable."""
        self.write(lambda db: claimed_jobs.put_back(db, job=self.job, after_seconds=0))
        self.tell("job")

    def _renew(self) -> None:
        settings = self.parts.settings
        while not self._done.wait(settings.job_renewal_seconds) and monotonic() < self._step_ends:
            try:
                self.write(
                    lambda db: claimed_jobs.renew_lease(db, job=self.job, lease_seconds=settings.job_lease_seconds)
                )
            except FencedOff:
                return
            except ServiceUnavailable:
                _log.warning("The lease of job %s could not be renewed.", self.job.id)


class HeldJobs:
    """The jobs that this process holds, under which id, and whether it takes more."""

    def __init__(self, worker_id: UUID) -> None:
        self.worker_id = worker_id
        self._held: set[HeldJob] = set()
        self._lock = threading.Lock()
        self.is_closed = False

    def add(self, job: HeldJob) -> None:
        with self._lock:
            self._held.add(job)

    def remove(self, job: HeldJob) -> None:
        with self._lock:
            self._held.discard(job)

    def close(self) -> None:
        """Take no more jobs."""
        self.is_closed = True

    def release_all(self) -> None:
        """Give every job back to the queue, for a process that will not finish them."""
        with self._lock:
            held = tuple(self._held)
        for job in held:
            try:
                job.release()
                _log.info("Job %s goes back to the queue.", job.job.id)
            except (FencedOff, ServiceUnavailable):
                _log.warning("Job %s could not be given back; its lease will end.", job.job.id)
