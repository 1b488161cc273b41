"""What every test may ask for: settings, and real servers with a fresh, migrated database each."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, sync_playwright
from redis import Redis

from coach_app.parts import Parts
from coach_app.settings import Settings, load_settings
from tests.chromium import FLAGS, chromium_path
from tests.servers import PROJECT, administrator, running_servers
from tests.working_parts import working_parts

TEMPLATE = "migrated"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what drives a browser last: that keeps an event loop in this thread, and then no other test can run one."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(autouse=True)
def _own_settings_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's environment out of the tests."""
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.validation_alias), raising=False)
    load_settings.cache_clear()


@pytest.fixture(scope="session")
def servers() -> Iterator[Settings]:
    """PostgreSQL and Valkey for the whole run, with a migrated database to copy."""
    with running_servers() as settings:
        with administrator(settings) as connection:
            # Here nothing has to survive a power cut.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute(f"CREATE DATABASE {TEMPLATE} OWNER coach")
        subprocess.run(
            [sys.executable, "-m", "alembic", "upgrade", "head"],
            cwd=PROJECT,
            env=os.environ | {"COACH_DATABASE_URL": _url(settings, TEMPLATE)},
            check=True,
        )
        yield settings


@pytest.fixture(scope="session")
def built_page() -> None:
    """The page and its packages, built once as `make run` does it."""
    subprocess.run([sys.executable, "-m", "coach_app", "build-page"], cwd=PROJECT, check=True, timeout=300)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run: Playwright takes no second in the same thread."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def database_url(servers: Settings) -> Iterator[str]:
    """A migrated database for one test."""
    name = f"test_{uuid4().hex}"
    with administrator(servers) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} OWNER coach")
        yield _url(servers, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def redis_url(servers: Settings) -> str:
    """An empty Valkey."""
    with Redis.from_url(servers.effective_redis_url) as client:
        client.flushdb()
    return servers.effective_redis_url


@pytest.fixture
def settings(database_url: str, redis_url: str, tmp_path: Path) -> Settings:
    """The settings of a product on fresh servers and an empty data folder."""
    return Settings(database_url=database_url, redis_url=redis_url, data_dir=tmp_path)


@pytest.fixture
def make_parts(database_url: str, redis_url: str, tmp_path: Path) -> Iterator[Callable[..., Parts]]:
    """Make parts on fresh servers; the keywords are those of `working_parts`."""
    made: list[Parts] = []

    def make(database_url: str = database_url, **chosen: Any) -> Parts:  # noqa: ANN401
        made.append(working_parts(database_url, redis_url, tmp_path, **chosen))
        return made[-1]

    yield make
    for parts in made:
        parts.database.close()


@pytest.fixture
def parts(make_parts: Callable[..., Parts]) -> Parts:
    """Parts on fresh servers, with a predictable coach and artist."""
    return make_parts()


def _url(settings: Settings, database: str) -> str:
    return settings.effective_database_url.replace("@/coach?", f"@/{database}?")
