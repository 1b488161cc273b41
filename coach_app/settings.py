"""Every setting, read from the environment once and validated."""

import os
from functools import cache
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlsplit

from platformdirs import user_data_path
from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from coach_app.settings_checks import server_address
from coach_app.settings_providers import ProviderSettings

# A socket's whole path has to fit into sockaddr_un: 104 bytes on macOS, 108 on Linux.
MAX_SOCKET_PATH_BYTES = 100
LONGEST_SOCKET_NAME = ".s.PGSQL.5432.lock"


def _default_data_dir() -> Path:
    return Path("/var/lib/coach") if os.geteuid() == 0 else user_data_path("coach", appauthor=False)


def _default_public_url(fields: dict[str, Any]) -> str:
    return f"http://localhost:{fields['port']}"


def _default_allow_guests(fields: dict[str, Any]) -> bool:
    """Guests are let in unasked only while nobody but this machine can open the page."""
    return _is_loopback(fields["host"]) and _is_loopback(urlsplit(fields["public_url"]).hostname or "")


def _default_guests_may_spend(fields: dict[str, Any]) -> bool:
    """Who sits at this machine has set the key."""
    return _default_allow_guests(fields)


def _default_job_renewal_seconds(fields: dict[str, Any]) -> float:
    """So that three renewals may fail before the lease ends."""
    lease_seconds: float = fields["job_lease_seconds"]
    return lease_seconds / 4


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Settings(ProviderSettings):
    """The settings of this process. A field's alias is its variable, its description says what the variable takes."""

    model_config = SettingsConfigDict(
        allow_inf_nan=False, case_sensitive=True, extra="ignore", frozen=True, populate_by_name=True
    )

    database_url: Annotated[
        str | None,
        Field(
            validation_alias="COACH_DATABASE_URL",
            description="a PostgreSQL address, like postgresql://user:password@host/name",
        ),
    ] = None
    redis_url: Annotated[
        str | None,
        Field(
            validation_alias="COACH_REDIS_URL", description="a Valkey or Redis address, like redis://127.0.0.1:6379/0"
        ),
    ] = None
    data_dir: Path = Field(
        default_factory=_default_data_dir,
        validation_alias="COACH_DATA_DIR",
        description="the full path of a folder, like /var/lib/coach",
    )
    host: Annotated[
        str, Field(validation_alias="COACH_HOST", description="an address of this machine, like 127.0.0.1 or 0.0.0.0")
    ] = "127.0.0.1"
    port: Annotated[
        int, Field(ge=1, le=65_535, validation_alias="PORT", description="a port number from 1 to 65535")
    ] = 3000
    public_url: str = Field(
        default_factory=_default_public_url,
        validation_alias="COACH_PUBLIC_URL",
        description="the page's address without a path, like https://coach.example.org",
    )
    allow_guests: bool = Field(
        default_factory=_default_allow_guests, validation_alias="COACH_ALLOW_GUESTS", description="true or false"
    )
    guests_may_spend: bool = Field(
        default_factory=_default_guests_may_spend,
        validation_alias="COACH_GUESTS_MAY_SPEND",
        description="true or false",
    )
    guests_per_address: Annotated[
        int,
        Field(ge=1, le=1_000_000, validation_alias="COACH_GUESTS_PER_ADDRESS", description="1 to 1000000"),
    ] = 20
    proxy_hops: Annotated[
        int, Field(ge=0, le=10, validation_alias="COACH_PROXY_HOPS", description="a whole number from 0 to 10")
    ] = 0
    storage: Annotated[Literal["file", "s3"], Field(validation_alias="COACH_STORAGE", description="file or s3")] = (
        "file"
    )
    s3_bucket: Annotated[
        str, Field(validation_alias="COACH_S3_BUCKET", description="the bucket's name, with COACH_STORAGE=s3")
    ] = ""
    s3_endpoint_url: Annotated[
        str | None,
        Field(validation_alias="COACH_S3_ENDPOINT_URL", description="a server's address, like https://s3.example.org"),
    ] = None
    s3_region: Annotated[
        str | None, Field(validation_alias="COACH_S3_REGION", description="a region's name, like eu-central-1")
    ] = None
    s3_path_style: bool = Field(
        default_factory=lambda fields: fields.get("s3_endpoint_url") is not None,
        validation_alias="COACH_S3_PATH_STYLE",
        description="true or false",
    )
    s3_url_seconds: Annotated[
        int,
        Field(ge=0, le=300, validation_alias="COACH_S3_URL_SECONDS", description="whole seconds up to 300, or 0"),
    ] = 0
    turn_limit: Annotated[
        int, Field(ge=1, le=1_000, validation_alias="COACH_TURN_LIMIT", description="a whole number from 1 to 1000")
    ] = 20
    job_lease_seconds: Annotated[
        int,
        Field(ge=2, le=3_600, validation_alias="COACH_JOB_LEASE_SECONDS", description="whole seconds from 2 to 3600"),
    ] = 60
    job_renewal_seconds: float = Field(
        default_factory=_default_job_renewal_seconds,
        ge=0.1,
        validation_alias="COACH_JOB_RENEWAL_SECONDS",
        description="seconds, fewer than COACH_JOB_LEASE_SECONDS",
    )
    reconcile_seconds: Annotated[
        int,
        Field(ge=1, le=3_600, validation_alias="COACH_RECONCILE_SECONDS", description="whole seconds from 1 to 3600"),
    ] = 5
    session_idle_hours: Annotated[
        float,
        Field(gt=0, le=8_760, validation_alias="COACH_SESSION_IDLE_HOURS", description="hours, up to 8760"),
    ] = 24
    running_cap: Annotated[
        int, Field(ge=1, le=10_000, validation_alias="COACH_RUNNING_CAP", description="a whole number from 1 to 10000")
    ] = 100
    user_running_cap: Annotated[
        int,
        Field(ge=1, le=1_000, validation_alias="COACH_USER_RUNNING_CAP", description="a whole number from 1 to 1000"),
    ] = 2
    user_waiting_cap: Annotated[
        int,
        Field(ge=1, le=1_000, validation_alias="COACH_USER_WAITING_CAP", description="a whole number from 1 to 1000"),
    ] = 5
    user_daily_quota: Annotated[
        int,
        Field(
            ge=1,
            le=1_000_000,
            validation_alias="COACH_USER_DAILY_QUOTA",
            description="a whole number from 1 to 1000000",
        ),
    ] = 500
    shutdown_seconds: Annotated[
        int,
        Field(ge=0, le=3_600, validation_alias="COACH_SHUTDOWN_SECONDS", description="whole seconds up to 3600"),
    ] = 20
    worker_threads: Annotated[
        int, Field(ge=1, le=64, validation_alias="COACH_WORKER_THREADS", description="a whole number from 1 to 64")
    ] = 2

    @model_validator(mode="before")
    @classmethod
    def _without_space_around(cls, given: dict[str, object]) -> dict[str, object]:
        """A file of variables that was written on Windows ends each with a carriage return; a blank one is not set."""
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, url: str | None) -> str | None:
        if url is None:
            return None
        scheme, _, rest = url.partition("://")
        if not rest or scheme not in {"postgres", "postgresql", "postgresql+psycopg"}:
            raise ValueError("not a PostgreSQL address")
        return f"postgresql+psycopg://{rest}"

    @field_validator("redis_url")
    @classmethod
    def _check_redis_url(cls, url: str | None) -> str | None:
        if url is not None and urlsplit(url).scheme not in {"redis", "rediss", "unix"}:
            raise ValueError("not a Valkey or Redis address")
        return url

    @field_validator("s3_bucket")
    @classmethod
    def _ask_for_the_bucket(cls, name: str, info: ValidationInfo) -> str:
        if not name and info.data.get("storage") == "s3":
            raise ValueError("no bucket")
        return name

    @field_validator("s3_endpoint_url")
    @classmethod
    def _check_endpoint(cls, url: str | None) -> str | None:
        return server_address(url) if url else None

    @field_validator("data_dir")
    @classmethod
    def _check_data_dir(cls, folder: Path) -> Path:
        if not folder.is_absolute():
            raise ValueError("not a full path")
        return folder

    @field_validator("job_renewal_seconds")
    @classmethod
    def _renew_in_time(cls, seconds: float, info: ValidationInfo) -> float:
        if seconds >= info.data.get("job_lease_seconds", seconds + 1):
            raise ValueError("not shorter than the lease")
        return seconds

    @field_validator("host")
    @classmethod
    def _check_host(cls, host: str) -> str:
        if host != "localhost":
            ip_address(host)
        return host

    @field_validator("public_url")
    @classmethod
    def _check_public_url(cls, url: str) -> str:
        parts = urlsplit(server_address(url))
        if parts.path:
            raise ValueError("not the address of a page")
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @property
    def is_https(self) -> bool:
        """Whether browsers reach the page encrypted; cookies follow it."""
        return self.public_url.startswith("https://")

    @property
    def cookie_name(self) -> str:
        """The sign-in cookie's name: browsers hold __Host- cookies to one host, and take them over https only."""
        return "__Host-coach_session" if self.is_https else "coach_session"

    @property
    def socket_dir(self) -> Path:
        """The 0700 folder of the local servers' sockets: in the data folder, or in /tmp where that path is too long."""
        folder = self.data_dir / "run"
        if len(os.fsencode(folder / LONGEST_SOCKET_NAME)) <= MAX_SOCKET_PATH_BYTES:
            return folder
        return Path(f"/tmp/coach-{sha256(os.fsencode(self.data_dir)).hexdigest()[:24]}")  # noqa: S108 - the supervisor checks whose it is

    @property
    def effective_database_url(self) -> str:
        """SQLAlchemy's address of the database: the one that was set, or the local server's socket."""
        if self.database_url:
            return self.database_url
        return f"postgresql+psycopg://coach@/coach?host={quote(str(self.socket_dir))}&port=5432"

    @property
    def effective_redis_url(self) -> str:
        """redis-py's address of Valkey: the one that was set, or the local server's socket."""
        return self.redis_url or f"unix://coach@{quote(str(self.socket_dir / 'valkey.sock'))}?db=0"


@cache
def load_settings() -> Settings:
    """Return the settings of this process. Raises SystemExit with one sentence where a variable cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        raise SystemExit(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    """Name the first wrong variable and what it takes; its value stays out, it may hold a password."""
    variable = str(error.errors(include_input=False, include_url=False)[0]["loc"][0])
    takes = {str(field.validation_alias): field.description for field in Settings.model_fields.values()}
    # A value that was not set is named by its field.
    if field := Settings.model_fields.get(variable):
        variable = str(field.validation_alias)
    return f"{variable} has to be {takes[variable]}."
