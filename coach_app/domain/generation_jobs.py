"""The life of a generation job: its states, its failure codes, and the request that it keeps."""

from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from coach_app.domain.brand_looks import BrandLook, BrandSnapshot
from coach_app.domain.brief import Brief
from coach_app.domain.chat_pictures import ShownPicture
from coach_app.domain.logos import LogoOptions, LogoRequest

MAX_LOSSES = 3
"""A job that lost its worker, or what makes its files, goes back to the queue twice; the third loss fails it."""
MAX_UPSTREAM_CALLS = 2
"""So often a job may ask a provider that took the call, or may have."""


def job_folder(user_id: UUID, job_id: UUID) -> str:
    """Return the prefix, slash included, of all that a job puts into storage: what is not wanted there is swept."""
    return f"assets/{user_id}/{job_id}/"


class JobStatus(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def is_active(self) -> bool:
        return self in (JobStatus.QUEUED, JobStatus.RUNNING)


class JobStage(StrEnum):
    """What the page shows of a running job, in this order."""

    QUEUED = "queued"
    DRAWING = "drawing"
    SAVING = "saving"
    DONE = "done"


class FailureCode(StrEnum):
    """Why a job failed; each has its sentence on the page."""

    WORKER_LOST = "worker_lost"
    REFUSED = "refused"
    NO_PICTURE = "no_picture"
    ARTIST_UNAVAILABLE = "artist_unavailable"
    ARTIST_MISCONFIGURED = "artist_misconfigured"
    QUOTA_SPENT = "quota_spent"
    REJECTED = "rejected"
    ANSWER_LOST = "answer_lost"
    IMAGING_FAILED = "imaging_failed"
    STORAGE_UNAVAILABLE = "storage_unavailable"
    PICTURE_LOST = "picture_lost"
    EXPIRED = "expired"
    INTERNAL = "internal"


class GenerationOptions(BaseModel):
    """What a click says beside the brief. Without `brand_kit_id` the session's kit is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    brand_kit_id: UUID | None = None
    include_logo: bool = False
    logo: LogoOptions = LogoOptions()


class JobRequest(BaseModel):
    """Brief, prompt, kit, logo and the pictures to go by as they stood at the click: later edits of the session or the
    kit do not reach a job, and the files are kept for as long as a job that may need them is active."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str
    brief: Brief
    prompt: str
    variant: int = 0
    brand: BrandLook | None = None
    logo: LogoRequest | None = None
    shown: tuple[ShownPicture, ...] = ()

    @property
    def snapshot(self) -> BrandSnapshot | None:
        """What the picture is to remember of its kit."""
        if self.brand is None:
            return None
        return BrandSnapshot(**self.brand.model_dump(), logo=self.logo.options if self.logo else None)
