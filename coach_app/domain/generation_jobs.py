"""The life of a generation job: its states, its failure codes, and the request that it keeps."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from coach_app.domain.brand_looks import BrandLook, BrandSnapshot
from coach_app.domain.brief import Brief
from coach_app.domain.logos import LogoOptions, LogoRequest

MAX_LOSSES = 3
"""A job that lost its worker, or what makes its files, goes back to the queue twice; the third loss fails it."""
MAX_UPSTREAM_CALLS = 2
"""So often a job may ask a provider that took the call, or may have."""
MAX_VARIATIONS = 4
"""So many pictures one click may ask for, each a job of its own."""

Variations = Annotated[int, Field(ge=1, le=MAX_VARIATIONS)]


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
    PICTURES_NOT_TAKEN = "pictures_not_taken"
    ANSWER_LOST = "answer_lost"
    SPENDING_CAP_REACHED = "spending_cap_reached"
    IMAGING_FAILED = "imaging_failed"
    STORAGE_UNAVAILABLE = "storage_unavailable"
    CHANGED_PICTURE_GONE = "changed_picture_gone"
    PICTURE_LOST = "picture_lost"
    EXPIRED = "expired"
    INTERNAL = "internal"

    @property
    def is_worth_a_retry(self) -> bool:
        """What was refused once is refused again, and what is gone does not come back: the wish has to change."""
        return self not in (
            FailureCode.REFUSED,
            FailureCode.PICTURES_NOT_TAKEN,
            FailureCode.CHANGED_PICTURE_GONE,
            FailureCode.PICTURE_LOST,
        )


class GenerationOptions(BaseModel):
    """What a click says beside the brief. Without `brand_kit_id` the session's kit is used; without `change_of` the
    picture that is chosen in the session is changed, if one is.

    What asks for nothing special is left out when it is dumped: a click that was sent before an update of the product
    is still the same click after it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    brand_kit_id: UUID | None = None
    include_logo: bool = False
    logo: LogoOptions = LogoOptions()
    variations: Variations = Field(default=1, exclude_if=lambda count: count == 1)
    change_of: UUID | None = Field(default=None, exclude_if=lambda asset_id: asset_id is None)


class StoredPicture(BaseModel):
    """A picture's file: `key` is where storage has it, `sha256` is of its bytes, in hex."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    key: str
    sha256: str


class JobRequest(BaseModel):
    """Brief, prompt, kit, logo and the pictures to go by as they stood at the click: later edits of the session or the
    kit do not reach a job, and the files are kept for as long as a job that may need them is active.

    The picture is a change of `parent_asset_id`; `changed` is that one's master where the artist goes by pictures, and
    goes when its owner deletes it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str
    brief: Brief
    prompt: str
    variant: int = 0
    brand: BrandLook | None = None
    logo: LogoRequest | None = None
    parent_asset_id: UUID | None = None
    changed: StoredPicture | None = None
    shown: tuple[StoredPicture, ...] = ()

    @property
    def snapshot(self) -> BrandSnapshot | None:
        """What the picture is to remember of its kit."""
        if self.brand is None:
            return None
        return BrandSnapshot(**self.brand.model_dump(), logo=self.logo.options if self.logo else None)
