"""One running product for all journeys; a context of its own for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.running_app import RunningApp, start_app, stop_app


@pytest.fixture(scope="session")
def app(built_page: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The product with a short lease, so that a job whose worker was killed is soon taken up again."""
    data_dir = _reachable(tmp_path_factory.mktemp("app"))
    running = start_app(data_dir, COACH_JOB_LEASE_SECONDS="4", COACH_RECONCILE_SECONDS="1")
    yield running
    stop_app(running.process)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile at 1440 px, whose traces of trouble fail the test."""
    made = browser.new_context(viewport={"width": 1440, "height": 900})
    made.set_default_timeout(15_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _reachable(folder: Path) -> Path:
    """pytest's folders are closed to others, and as root the servers run as another user."""
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)
    return folder / "data"
