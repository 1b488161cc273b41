"""What surrounds page and API: addresses, doors, headers, caching."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import ASGIApp
from starlette.websockets import WebSocketDisconnect

from coach_app.parts import Parts
from coach_app.use_cases import sign_in
from coach_app.web import http_shell
from coach_app.web.http_shell import ApiBeside, PageHeaders, RightAddress, RightDoor
from coach_app.web.preloads import Preloads
from coach_app.web.visitors import Visitors

PUBLIC = "http://localhost:3000"


def _echo(name: str) -> ASGIApp:
    def answer(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"{name} {request.url.path}")

    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST"])])


def _client(app: ASGIApp, base_url: str = PUBLIC) -> TestClient:
    return TestClient(app, base_url=base_url, follow_redirects=False)


@pytest.mark.parametrize("host", ["http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost:8080"])
def test_loopback_addresses_lead_to_the_public_one(host: str) -> None:
    answer = _client(RightAddress(_echo("page"), public_url=PUBLIC), host).get("/coach?x=1")
    assert (answer.status_code, answer.headers["location"]) == (307, f"{PUBLIC}/coach?x=1")


def test_another_host_gets_a_page_that_links_to_the_right_address() -> None:
    answer = _client(RightAddress(_echo("page"), public_url=PUBLIC), "http://evil.example").get("/coach")
    assert answer.status_code == 421
    assert f'<a href="{PUBLIC}">' in answer.text


def test_another_host_gets_no_websocket() -> None:
    client = _client(RightAddress(_echo("page"), public_url=PUBLIC), "http://evil.example")
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_event"):
        pass


def test_the_api_answers_beside_the_page() -> None:
    client = _client(ApiBeside(_echo("page"), api=_echo("api"), folders={"/coach"}))
    assert client.get("/api/v1/jobs/1").text == "api /api/v1/jobs/1"
    assert client.get("/apiary").text == "page /apiary"


def test_a_page_in_a_folder_is_served_without_a_redirect() -> None:
    client = _client(ApiBeside(_echo("page"), api=_echo("api"), folders={"/coach"}))
    assert client.get("/coach").text == "page /coach/"
    assert client.get("/coach/1").text == "page /coach/1"


@pytest.fixture
def doors(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    visitors = Visitors(parts)
    monkeypatch.setattr(http_shell, "visitors", lambda: visitors)
    with _client(RightDoor(_echo("page"), settings=parts.settings)) as client:
        yield client


@pytest.mark.parametrize("path", ["/coach", "/coach/1", "/dashboard/assets", "/dashboard/assets/1"])
def test_strangers_are_led_to_the_first_page(doors: TestClient, path: str) -> None:
    answer = doors.get(path, headers={"Cookie": "coach_session=made-up"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert doors.get("/").text == "page /"


def test_who_is_signed_in_is_led_inside(doors: TestClient, parts: Parts) -> None:
    cookie = {"Cookie": f"coach_session={sign_in.start_guest(parts)}"}
    assert doors.get("/", headers=cookie).headers["location"] == "/coach"
    assert doors.get("/coach", headers=cookie).text == "page /coach"


@pytest.fixture
def headed(tmp_path: Path) -> TestClient:
    return _client(PageHeaders(_echo("page"), public_url="https://coach.example.org", preloads=Preloads(tmp_path)))


def test_every_answer_carries_the_security_headers(headed: TestClient) -> None:
    headers = headed.get("/coach").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Strict-Transport-Security"].startswith("max-age=")
    policy = headers["Content-Security-Policy"]
    for rule in ("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'"):
        assert rule in policy
    assert "wss://coach.example.org" in policy


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("/assets/root-B-0mTmk0.js", "public, max-age=31536000, immutable"),
        ("/samples/emote-cozy-cat.webp", "public, max-age=86400"),
        ("/coach", "no-cache"),
    ],
)
def test_only_what_cannot_change_is_kept(headed: TestClient, path: str, caching: str) -> None:
    assert headed.get(path).headers["Cache-Control"] == caching
