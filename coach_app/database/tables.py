"""The tables. Rows stay within `database`; queries return the frozen values of their own module."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

# PostgreSQL 15 has no uuidv7(), and every id is made in Python anyway: the default serves hand-written SQL.
_NEW_ID = text("gen_random_uuid()")
_NOW = text("now()")
_JsonObject = dict[str, Any]


# SQLModel types what Field() returns as Any, and so do these shorthands for it.
def _id() -> Any:  # noqa: ANN401
    return Field(default_factory=uuid4, sa_column=Column(SqlUuid, primary_key=True, server_default=_NEW_ID))


def _reference(target: str, *, on_delete: str | None, nullable: bool = False) -> Any:  # noqa: ANN401
    return Field(default=None, sa_column=Column(SqlUuid, ForeignKey(target, ondelete=on_delete), nullable=nullable))


def _words(*, nullable: bool = False, default: str | None = None) -> Any:  # noqa: ANN401
    return Field(default=default, sa_column=Column(Text, nullable=nullable, server_default=default))


def _time(*, nullable: bool = False) -> Any:  # noqa: ANN401
    default = None if nullable else _NOW
    return Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=nullable, server_default=default))


def _count() -> Any:  # noqa: ANN401
    return Field(default=0, sa_column=Column(BigInteger, nullable=False, server_default=text("0")))


def _json(empty: str) -> Any:  # noqa: ANN401
    return Field(sa_column=Column(JSONB, nullable=False, server_default=text(f"'{empty}'::jsonb")))


class User(SQLModel, table=True):
    """A streamer; a guest has no way to sign in but the cookie and a one-time link."""

    __tablename__ = "users"

    id: UUID = _id()
    name: str = _words(default="Guest")
    is_guest: bool = Field(default=True, nullable=False, sa_column_kwargs={"server_default": text("true")})
    created_at: datetime = _time()


class GuestArrival(SQLModel, table=True):
    """A guest that came from an address, of which a digest is kept for a day."""

    __tablename__ = "guest_arrivals"
    __table_args__ = (Index("idx_guest_arrivals_address", "address_sha256", "arrived_at"),)

    id: UUID = _id()
    address_sha256: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    arrived_at: datetime = _time()


class SignIn(SQLModel, table=True):
    """A cookie, or a one-time link: only the SHA-256 of its token is kept."""

    __tablename__ = "sign_ins"
    __table_args__ = (
        CheckConstraint("kind IN ('cookie', 'link')", name="sign_ins_kind"),
        Index("idx_sign_ins_user_id", "user_id"),
    )

    token_sha256: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    kind: str = _words(default="cookie")
    created_at: datetime = _time()
    expires_at: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class BrandKit(SQLModel, table=True):
    """A channel's look. `colours` is {role: #rrggbb}; one kit of a user is the one for new sessions."""

    __tablename__ = "brand_kits"
    __table_args__ = (
        Index("idx_brand_kits_user_id", "user_id"),
        Index("one_default_brand_kit_per_user", "user_id", unique=True, postgresql_where=text("is_default")),
    )

    id: UUID = _id()
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    name: str = _words()
    created_at: datetime = _time()
    updated_at: datetime = _time()
    colours: dict[str, str] = Field(sa_column=Column(JSONB, nullable=False))
    title_font: str | None = _words(nullable=True)
    text_font: str | None = _words(nullable=True)
    tone: list[str] = _json("[]")
    strength: str = _words(default="balanced")
    is_default: bool = Field(default=False, nullable=False, sa_column_kwargs={"server_default": text("false")})


class UploadedFile(SQLModel, table=True):
    """A file in storage of what somebody has sent. Its row is there before the file is, and goes after it: `writing`,
    then `kept` with a BrandLogo or a ChatPicture, then `leaving`."""

    __tablename__ = "uploaded_files"
    __table_args__ = (CheckConstraint("stage IN ('writing', 'kept', 'leaving')", name="uploaded_files_stage"),)

    key: str = Field(sa_column=Column(Text, primary_key=True))
    stage: str = _words(default="writing")
    created_at: datetime = _time()


class BrandLogo(SQLModel, table=True):
    """One of a kit's logos; another of its kind takes its place."""

    __tablename__ = "brand_logos"
    __table_args__ = (
        CheckConstraint("kind IN ('primary', 'secondary', 'icon', 'monochrome', 'watermark')", name="brand_logos_kind"),
        UniqueConstraint("key", name="brand_logos_key"),
    )

    kit_id: UUID = Field(sa_column=Column(SqlUuid, ForeignKey("brand_kits.id", ondelete="CASCADE"), primary_key=True))
    kind: str = Field(sa_column=Column(Text, primary_key=True))
    key: str = Field(sa_column=Column(Text, ForeignKey("uploaded_files.key"), nullable=False))
    media_type: str = _words()
    width_px: int = Field(nullable=False)
    height_px: int = Field(nullable=False)
    bytes: int = Field(nullable=False)
    sha256: str = _words()
    palette: list[str] = _json("[]")
    created_at: datetime = _time()


class CoachSession(SQLModel, table=True):
    """A coach conversation. `messages` holds domain.coach_sessions.Message; assets is the truth about pictures.

    `current_prompt` is made from the brief; `edited_prompt` takes its place where the streamer has written one, and
    `set_aside_prompt` is the last of those that was replaced, for as long as it can be put back.
    `changing_asset_id` is the picture that the next one is to be a change of.
    """

    __tablename__ = "coach_sessions"
    __table_args__ = (
        CheckConstraint("status IN ('active', 'ended', 'expired')", name="coach_sessions_status"),
        Index("idx_coach_sessions_user_id", "user_id"),
        Index("idx_coach_sessions_status", "status"),
        Index("idx_coach_sessions_brand_kit", "brand_kit_id"),
        Index("idx_coach_sessions_changing", "changing_asset_id"),
        Index("idx_coach_sessions_idle", "updated_at", postgresql_where=text("status = 'active'")),
    )

    id: UUID = _id()
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    brand_kit_id: UUID | None = _reference("brand_kits.id", on_delete="SET NULL", nullable=True)
    asset_type: str = _words()
    mood: str | None = _words(nullable=True)
    game_context: str | None = _words(nullable=True)
    status: str | None = _words(nullable=True, default="active")
    turns_used: int | None = Field(default=0, nullable=True, sa_column_kwargs={"server_default": text("0")})
    current_prompt: str | None = _words(nullable=True)
    messages: list[_JsonObject] | None = Field(
        default_factory=list, sa_column=Column(JSONB, nullable=True, server_default=text("'[]'::jsonb"))
    )
    generated_asset_ids: list[UUID] | None = Field(
        default_factory=list, sa_column=Column(ARRAY(SqlUuid), nullable=True, server_default=text("'{}'::uuid[]"))
    )
    created_at: datetime | None = Field(
        default=None, sa_column=Column(DateTime(timezone=True), nullable=True, server_default=_NOW)
    )
    updated_at: datetime | None = Field(
        default=None, sa_column=Column(DateTime(timezone=True), nullable=True, server_default=_NOW)
    )
    ended_at: datetime | None = _time(nullable=True)
    title: str = _words(default="")
    brief: _JsonObject = _json("{}")
    suggestions: list[str] = _json("[]")
    edited_prompt: str | None = _words(nullable=True)
    set_aside_prompt: str | None = _words(nullable=True)
    changing_asset_id: UUID | None = Field(
        default=None,
        # Pictures refer to their session too: one of the two has to come after the tables.
        sa_column=Column(
            SqlUuid,
            ForeignKey("assets.id", name="coach_sessions_changing", ondelete="SET NULL", use_alter=True),
            nullable=True,
        ),
    )
    writing_since: datetime | None = _time(nullable=True)


class ChatPicture(SQLModel, table=True):
    """A picture that a conversation's next pictures go by."""

    __tablename__ = "chat_pictures"
    __table_args__ = (
        UniqueConstraint("key", name="chat_pictures_key"),
        UniqueConstraint("coach_session_id", "position", name="chat_pictures_position"),
        Index("idx_chat_pictures_user_id", "user_id"),
    )

    id: UUID = _id()
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    coach_session_id: UUID = _reference("coach_sessions.id", on_delete="CASCADE")
    key: str = Field(sa_column=Column(Text, ForeignKey("uploaded_files.key"), nullable=False))
    sha256: str = _words()
    width_px: int = Field(nullable=False)
    height_px: int = Field(nullable=False)
    bytes: int = Field(nullable=False)
    position: int = Field(nullable=False)
    created_at: datetime = _time()


class GenerationJob(SQLModel, table=True):
    """One picture of a click on Generate: its `variation` of a `batch_id`.

    `attempt` is the fence: every write of a worker names the attempt that it holds.

    `upstream_calls` counts the calls that the artist's provider took or may have taken, `server_faults` those that it
    answered with an error; `losses` how often a worker, or imaging, broke down over it; `worker_id` is who claimed it
    last, `staged_key` where the raw answer lies; `swept_at` is empty until what the job left in storage has been
    removed.

    `artist` is a ProviderId, `model` what it answered with; `price_micro_dollars` is what one call was to cost and
    `cost_micro_dollars` what all of them did, or may have. `refusal` is a RefusalKind, `said` the model's own words.

    A trigger keeps ended jobs as they ended, and
    `attempt` from going back.
    """

    __tablename__ = "generation_jobs"
    __table_args__ = (
        UniqueConstraint("user_id", "idempotency_key", "variation", name="generation_jobs_idempotency_key"),
        CheckConstraint(
            "status IN ('queued', 'running', 'succeeded', 'failed', 'canceled')", name="generation_jobs_status"
        ),
        CheckConstraint("(status = 'running') = (lease_expires_at IS NOT NULL)", name="generation_jobs_lease"),
        CheckConstraint(
            "(status IN ('succeeded', 'failed', 'canceled')) = (finished_at IS NOT NULL)",
            name="generation_jobs_finished",
        ),
        CheckConstraint("(staged_key IS NULL) = (staged_sha256 IS NULL)", name="generation_jobs_staged"),
        Index(
            "one_active_generation_job_per_variation",
            "coach_session_id",
            "variation",
            unique=True,
            postgresql_where=text("status IN ('queued', 'running')"),
        ),
        Index("idx_generation_jobs_session", "coach_session_id"),
        Index("idx_generation_jobs_due", "next_run_at", postgresql_where=text("status = 'queued'")),
        Index("idx_generation_jobs_leased", "lease_expires_at", postgresql_where=text("status = 'running'")),
        Index(
            "idx_generation_jobs_active",
            "user_id",
            "created_at",
            postgresql_where=text("status IN ('queued', 'running')"),
        ),
        Index("idx_generation_jobs_day", "user_id", "created_at"),
        Index("idx_generation_jobs_paid", "created_at", postgresql_where=text("artist <> 'built-in'")),
        Index(
            "idx_generation_jobs_unswept",
            "finished_at",
            postgresql_where=text("finished_at IS NOT NULL AND swept_at IS NULL"),
        ),
    )

    id: UUID = _id()
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    coach_session_id: UUID | None = _reference("coach_sessions.id", on_delete="SET NULL", nullable=True)
    idempotency_key: str = _words()
    request_hash: str = _words(default="")
    asset_type: str = _words()
    request: _JsonObject = Field(sa_column=Column(JSONB, nullable=False))
    status: str = _words(default="queued")
    stage: str = _words(default="queued")
    attempt: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    error_code: str | None = _words(nullable=True)
    lease_expires_at: datetime | None = _time(nullable=True)
    next_run_at: datetime = _time()
    created_at: datetime = _time()
    started_at: datetime | None = _time(nullable=True)
    finished_at: datetime | None = _time(nullable=True)
    worker_id: UUID | None = Field(default=None, sa_column=Column(SqlUuid, nullable=True))
    deadline_at: datetime = Field(
        default=None,
        sa_column=Column(DateTime(timezone=True), nullable=False, server_default=text("now() + interval '15 minutes'")),
    )
    upstream_calls: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    losses: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    staged_key: str | None = _words(nullable=True)
    staged_sha256: str | None = _words(nullable=True)
    cancel_requested_at: datetime | None = _time(nullable=True)
    swept_at: datetime | None = _time(nullable=True)
    artist: str = _words(default="built-in")
    model: str = _words(default="")
    provider_request_id: str = _words(default="")
    tokens_read: int = _count()
    tokens_written: int = _count()
    tokens_painted: int = _count()
    price_micro_dollars: int = _count()
    cost_micro_dollars: int = _count()
    server_faults: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    refusal: str | None = _words(nullable=True)
    said: str = _words(default="")
    batch_id: UUID = Field(default_factory=uuid4, sa_column=Column(SqlUuid, nullable=False, server_default=_NEW_ID))
    variation: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})


class CoachCost(SQLModel, table=True):
    """What a coach's answer cost."""

    __tablename__ = "coach_costs"
    __table_args__ = (
        Index("idx_coach_costs_month", "created_at"),
        Index("idx_coach_costs_session", "coach_session_id"),
    )

    id: UUID = _id()
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    coach_session_id: UUID | None = _reference("coach_sessions.id", on_delete="SET NULL", nullable=True)
    model: str = _words()
    tokens_read: int = _count()
    tokens_written: int = _count()
    micro_dollars: int = Field(sa_column=Column(BigInteger, nullable=False))
    created_at: datetime = _time()


class ProviderBreaker(SQLModel, table=True):
    """A provider's model that fails, and rests. `outcomes` are [seconds since 1970, whether it went well] of its last
    calls, `openings` counts how often it was found still failing; until `probe_until` one job tries it out."""

    __tablename__ = "provider_breakers"

    provider: str = Field(sa_column=Column(Text, primary_key=True))
    outcomes: list[list[float]] = _json("[]")
    openings: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    reason: str | None = _words(nullable=True)
    open_until: datetime | None = _time(nullable=True)
    probe_until: datetime | None = _time(nullable=True)


class UserQueue(SQLModel, table=True):
    """A user's active jobs, counted by a trigger whenever one changes: whose turn it is, at a look."""

    __tablename__ = "user_queues"
    __table_args__ = (
        Index(
            "idx_user_queues_turn",
            "running",
            text("last_served_at NULLS FIRST"),
            "next_run_at",
            postgresql_where=text("waiting > 0"),
        ),
    )

    user_id: UUID = Field(sa_column=Column(SqlUuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True))
    waiting: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    running: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    next_run_at: datetime | None = _time(nullable=True)
    last_served_at: datetime | None = _time(nullable=True)


class LedgerEntry(SQLModel, table=True):
    """What a job is estimated to cost: reserved at the click, then captured or released once."""

    __tablename__ = "generation_ledger"
    __table_args__ = (
        CheckConstraint("kind IN ('reserve', 'capture', 'release')", name="generation_ledger_kind"),
        Index(
            "one_settlement_per_generation_job",
            "job_id",
            unique=True,
            postgresql_where=text("kind IN ('capture', 'release')"),
        ),
    )

    job_id: UUID = Field(
        sa_column=Column(SqlUuid, ForeignKey("generation_jobs.id", ondelete="CASCADE"), primary_key=True)
    )
    kind: str = Field(sa_column=Column(Text, primary_key=True))
    micro_dollars: int = Field(sa_column=Column(BigInteger, nullable=False))
    created_at: datetime = _time()


class Asset(SQLModel, table=True):
    """A finished picture. `files` is [{name, width_px, height_px, media_type, bytes, sha256, key}]; `brand` is what
    its kit was at the click, if it had one; until `remade_until` somebody may be making files anew; `parent_asset_id`
    is the picture that this one is a change of; `model` painted it, and `price_micro_dollars` is what it cost its
    user."""

    __tablename__ = "assets"
    __table_args__ = (
        UniqueConstraint("job_id", name="assets_job_id"),
        Index("idx_assets_coach_session", "coach_session_id"),
        Index("idx_assets_user_id", "user_id", "created_at"),
        Index("idx_assets_parent", "parent_asset_id"),
    )

    id: UUID = _id()
    user_id: UUID = _reference("users.id", on_delete="CASCADE")
    coach_session_id: UUID | None = _reference("coach_sessions.id", on_delete="SET NULL", nullable=True)
    job_id: UUID = _reference("generation_jobs.id", on_delete="CASCADE")
    asset_type: str = _words()
    title: str = _words()
    width_px: int = Field(nullable=False)
    height_px: int = Field(nullable=False)
    brief: _JsonObject = Field(sa_column=Column(JSONB, nullable=False))
    prompt: str = _words()
    artist: str = _words()
    note: str = _words(default="")
    variant: int = Field(default=0, nullable=False, sa_column_kwargs={"server_default": text("0")})
    files: list[_JsonObject] = Field(sa_column=Column(JSONB, nullable=False))
    created_at: datetime = _time()
    brand: _JsonObject | None = Field(default=None, sa_column=Column(JSONB(none_as_null=True), nullable=True))
    remade_until: datetime | None = _time(nullable=True)
    model: str = _words(default="")
    price_micro_dollars: int = _count()
    parent_asset_id: UUID | None = _reference("assets.id", on_delete="SET NULL", nullable=True)
