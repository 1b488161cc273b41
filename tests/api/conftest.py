"""Browsers for the API: with a guest's cookie and without."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from coach_app.api.app import create_api
from coach_app.parts import Parts
from coach_app.wiring import parts as wired_parts

NewClient = Callable[[], TestClient]
ORIGIN = "http://localhost:3000"


@pytest.fixture
def new_client(parts: Parts) -> NewClient:
    """Make a browser without a cookie; following no redirects shows what each answer is."""
    api = create_api()
    api.dependency_overrides[wired_parts] = lambda: parts
    return lambda: TestClient(api, base_url=ORIGIN, headers={"Origin": ORIGIN}, follow_redirects=False)


@pytest.fixture
def client(new_client: NewClient) -> TestClient:
    """A browser with a guest's cookie."""
    browser = new_client()
    assert browser.post("/api/v1/sign-in/guest").status_code == 303
    return browser
