"""The designed routes over real parts: shapes, ownership, Origin, and errors as problem+json."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from coach_app.api.app import create_api
from coach_app.parts import Parts
from coach_app.use_cases.sign_in import create_link, recognise
from coach_app.wiring import parts as wired_parts
from tests.api.conftest import ORIGIN, NewClient
from tests.working_parts import draw_next

MakeParts = Callable[..., Parts]


def _session(client: TestClient, asset_type: str = "twitch_emote") -> str:
    answer = client.post("/api/v1/coach/sessions", json={"asset_type": asset_type, "mood": "rage"})
    assert answer.status_code == 201
    session_id: str = answer.json()["id"]
    return session_id


def _say(client: TestClient, session_id: str, text: str) -> dict[str, object]:
    answer = client.post(f"/api/v1/coach/sessions/{session_id}/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    said: dict[str, object] = answer.json()
    return said


def test_the_whole_way_by_rest(client: TestClient, parts: Parts) -> None:
    session_id = _session(client)
    said = _say(client, session_id, "axolotl")
    assert said["reply"]
    assert said["is_ready"] is True
    started = client.post(
        f"/api/v1/coach/sessions/{session_id}/generate",
        json={
            "brand_kit_id": None,
            "include_logo": False,
            "logo_type": "primary",
            "logo_position": "bottom-right",
            "logo_size": "medium",
            "logo_opacity": 100,
            "variations": 1,
        },
    )
    assert started.status_code == 202
    job_id = started.json()["job_id"]
    assert started.json() == {
        "job_id": job_id,
        "job_ids": [job_id],
        "status": "queued",
        "message": "Generation started",
    }
    assert client.get(f"/api/v1/jobs/{job_id}").json()["status"] == "queued"
    draw_next(parts)
    job = client.get(f"/api/v1/jobs/{job_id}").json()
    assert (job["status"], job["error"]) == ("succeeded", None)
    (asset,) = client.get(f"/api/v1/coach/sessions/{session_id}/assets").json()["assets"]
    assert set(asset) == {"id", "url", "asset_type", "width", "height", "created_at", "brand", "parent_asset_id"}
    assert asset["brand"] is None
    assert (asset["id"], asset["width"], asset["height"]) == (job["asset_id"], 112, 112)
    file = client.get(asset["url"])
    assert file.content.startswith(b"\x89PNG")


def test_the_list_of_sessions_has_the_designed_shape(client: TestClient) -> None:
    session_id = _session(client)
    listed = client.get("/api/v1/coach/sessions").json()
    assert listed["total"] == 1
    (item,) = listed["sessions"]
    assert set(item) == {
        "id", "asset_type", "mood", "status", "turns_used", "current_prompt", "has_assets", "created_at", "ended_at",
    }  # fmt: skip
    assert (item["id"], item["mood"], item["status"], item["has_assets"]) == (session_id, "rage", "active", False)


def test_generate_again_with_the_same_key_is_the_same_job(client: TestClient) -> None:
    session_id = _session(client)
    _say(client, session_id, "axolotl")
    url, headers = f"/api/v1/coach/sessions/{session_id}/generate", {"Idempotency-Key": "one"}
    first, second = client.post(url, headers=headers), client.post(url, headers=headers)
    assert (first.status_code, second.status_code) == (202, 202)
    assert first.json()["job_id"] == second.json()["job_id"]


def test_generate_with_too_little_says_what_is_missing(client: TestClient) -> None:
    answer = client.post(f"/api/v1/coach/sessions/{_session(client)}/generate")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["missing"]
    assert answer.json()["detail"].startswith("Almost there!")


def test_files_carry_an_etag_and_stay_private(client: TestClient, parts: Parts) -> None:
    session_id = _session(client)
    _say(client, session_id, "Pink “axolotl”\r\n")
    client.post(f"/api/v1/coach/sessions/{session_id}/generate")
    draw_next(parts)
    (asset,) = client.get(f"/api/v1/coach/sessions/{session_id}/assets").json()["assets"]
    first = client.get(asset["url"])
    assert first.headers["cache-control"].startswith("private")
    assert first.headers["x-content-type-options"] == "nosniff"
    assert first.headers["content-disposition"].startswith("inline")
    again = client.get(asset["url"], headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    saved = client.get(asset["url"] + "?download=1").headers["content-disposition"]
    assert saved.startswith('attachment; filename="')
    assert saved.endswith('_emote_112.png"')
    assert saved.isascii()
    looked = client.head(asset["url"])
    assert (looked.status_code, looked.content) == (200, b"")
    assert int(looked.headers["content-length"]) == len(first.content)
    assert looked.headers["content-type"] == first.headers["content-type"] == "image/png"
    missing = client.get(f"/api/v1/assets/{asset['id']}/files/..%2F..%2Fetc%2Fpasswd")
    assert missing.status_code == 404


def test_somebody_elses_things_answer_like_things_that_are_not_there(
    client: TestClient, new_client: NewClient, parts: Parts
) -> None:
    session_id = _session(client)
    _say(client, session_id, "axolotl")
    job_id = client.post(f"/api/v1/coach/sessions/{session_id}/generate").json()["job_id"]
    draw_next(parts)
    (asset,) = client.get(f"/api/v1/coach/sessions/{session_id}/assets").json()["assets"]
    stranger = new_client()
    stranger.post("/api/v1/sign-in/guest")
    for some_id in (session_id, str(uuid4()), "not-an-id"):
        session = f"/api/v1/coach/sessions/{some_id}"
        assert stranger.get(f"{session}/assets").status_code == 404
        assert stranger.post(f"{session}/messages", json={"text": "hi"}).status_code == 404
        assert stranger.post(f"{session}/generate").status_code == 404
        assert stranger.post(f"{session}/end").status_code == 404
        assert stranger.post(f"{session}/stop").status_code == 404
    assert stranger.get(f"/api/v1/jobs/{job_id}").status_code == 404
    assert stranger.post(f"/api/v1/jobs/{job_id}/cancel").status_code == 404
    assert stranger.post(f"/api/v1/jobs/{job_id}/retry").status_code == 404
    assert stranger.delete(session).status_code == 404
    assert stranger.delete(f"/api/v1/assets/{asset['id']}").status_code == 404
    assert stranger.get(asset["url"]).status_code == 404
    assert stranger.get(f"/api/v1/assets/{asset['id']}").status_code == 404
    assert stranger.get("/api/v1/coach/sessions").json() == {"sessions": [], "total": 0}


def test_without_a_cookie_everything_but_signing_in_is_refused(new_client: NewClient) -> None:
    anonymous = new_client()
    some_id = uuid4()
    for method, url in [
        ("GET", "/coach/sessions"),
        ("POST", "/coach/sessions"),
        ("POST", f"/coach/sessions/{some_id}/messages"),
        ("POST", f"/coach/sessions/{some_id}/generate"),
        ("POST", f"/coach/sessions/{some_id}/end"),
        ("POST", f"/coach/sessions/{some_id}/stop"),
        ("GET", f"/coach/sessions/{some_id}/assets"),
        ("GET", f"/jobs/{some_id}"),
        ("POST", f"/jobs/{some_id}/cancel"),
        ("POST", f"/jobs/{some_id}/retry"),
        ("DELETE", f"/coach/sessions/{some_id}"),
        ("DELETE", f"/assets/{some_id}"),
        ("GET", f"/assets/{some_id}/files/112.png"),
        ("GET", f"/assets/{some_id}"),
        ("GET", f"/packs?asset_id={some_id}"),
        ("GET", "/asset-types"),
    ]:
        json = {"text": "hi"} if url.endswith("messages") else {"asset_type": "twitch_emote"}
        body = json if method == "POST" and not url.endswith(("generate", "end", "stop", "cancel", "retry")) else None
        answer = anonymous.request(method, f"/api/v1{url}", json=body)
        assert answer.status_code == 401, url
        assert answer.json()["detail"] == "Sign in first: POST /api/v1/sign-in/guest sets the cookie."


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:3001", "null", None])
def test_a_write_from_another_origin_is_refused(client: TestClient, origin: str | None) -> None:
    client.headers.pop("Origin")
    headers = {"Origin": origin} if origin else {}
    answer = client.post("/api/v1/coach/sessions", json={"asset_type": "twitch_emote"}, headers=headers)
    assert answer.status_code == 403
    assert client.get("/api/v1/coach/sessions").json()["total"] == 0


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "“asset_type” is missing."),
        ({"asset_type": 5}, "“asset_type” takes a text."),
        ({"asset_type": "twitch_emote", "mood": "x" * 61}, "Keep it to 60 characters, please."),
        ({"asset_type": "twitch_emote", "mood": "zzz"}, "I don't know the mood “zzz”. Try cozy, hype or spooky."),
        ({"asset_type": "twitch_emote", "user_id": "x"}, "“user_id” is not known here."),
        ({"asset_type": "twitch_emote", "brand_kit_id": "x"}, "“brand_kit_id” takes an id."),
        ([], "“body” takes a JSON object."),
    ],
)
def test_a_body_that_cannot_be_taken_gets_one_sentence(client: TestClient, body: object, sentence: str) -> None:
    answer = client.post("/api/v1/coach/sessions", json=body)
    assert (answer.status_code, answer.json()["detail"]) == (422, sentence)
    assert client.get("/api/v1/coach/sessions").json()["total"] == 0


def test_an_unknown_asset_type_names_the_known_ones(client: TestClient) -> None:
    answer = client.post("/api/v1/coach/sessions", json={"asset_type": "poster"})
    assert answer.status_code == 422
    assert "twitch_emote" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"include_logo": "maybe"}, "“include_logo” takes true or false."),
        ({"include_logo": "true"}, "“include_logo” takes true or false."),
        ({"include_logo": 1}, "“include_logo” takes true or false."),
        ({"logo_size": "huge"}, "“logo_size” takes 'small', 'medium' or 'large'."),
        ({"logo_opacity": 9}, "“logo_opacity” takes 10 or more."),
        ({"logo_opacity": 101}, "“logo_opacity” takes 100 or less."),
        ({"logo_opacity": "50"}, "“logo_opacity” takes a whole number."),
        ({"logo_opacity": 50.0}, "“logo_opacity” takes a whole number."),
        ({"variations": "2"}, "“variations” takes a whole number."),
        ({"variations": True}, "“variations” takes a whole number."),
        ({"variations": 1.0}, "“variations” takes a whole number."),
        ({"variations": 1.5}, "“variations” takes a whole number."),
        ({"logo_url": "http://localhost/logo.png"}, "“logo_url” is not known here."),
        ({"logo_position": "up"}, "“logo_position” takes 'top-left', 'top-right', 'bottom-left', 'bottom-right' or "
         "'center'."),
    ],
)  # fmt: skip
def test_an_option_that_cannot_be_taken_gets_one_sentence(client: TestClient, body: object, sentence: str) -> None:
    answer = client.post(f"/api/v1/coach/sessions/{_session(client)}/generate", json=body)
    assert (answer.status_code, answer.json()["detail"]) == (422, sentence)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("limit=0", "“limit” takes 1 or more."),
        ("limit=101", "“limit” takes 100 or less."),
        ("offset=x", "“offset” takes a whole number."),
    ],
)
def test_a_query_that_cannot_be_taken_gets_one_sentence(client: TestClient, query: str, sentence: str) -> None:
    answer = client.get(f"/api/v1/coach/sessions?{query}")
    assert (answer.status_code, answer.json()["detail"]) == (422, sentence)


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"text": "\xff"}'])
def test_a_body_that_is_no_json_is_said_in_plain_words(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/coach/sessions", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["detail"] in ("The body is not JSON.", "The body cannot be read.")


def test_a_body_without_end_is_refused_early(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(10_000):
            yield b" " * 16_384

    answer = client.post(f"/api/v1/coach/sessions/{_session(client)}/messages", content=endless())
    assert answer.status_code == 413
    assert answer.json()["detail"] == "A body takes up to 64 KB."


def test_a_message_of_4000_escaped_characters_fits(client: TestClient) -> None:
    assert _say(client, _session(client), "\U0001f600" * 4_000)["reply"]


def test_an_unknown_route_is_a_problem_too(client: TestClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_cookie_is_for_the_browser_alone(new_client: NewClient) -> None:
    answer = new_client().post("/api/v1/sign-in/guest")
    cookie = answer.headers["set-cookie"].lower()
    assert answer.headers["location"] == f"{ORIGIN}/coach"
    for part in ("httponly", "samesite=lax", "path=/", f"max-age={400 * 24 * 3600}"):
        assert part in cookie


def test_signing_in_again_keeps_the_account(client: TestClient) -> None:
    session_id = _session(client)
    client.post("/api/v1/sign-in/guest")
    assert client.get("/api/v1/coach/sessions").json()["sessions"][0]["id"] == session_id


def test_a_link_signs_in_once(client: TestClient, new_client: NewClient, parts: Parts) -> None:
    session_id = _session(client)
    user = recognise(parts, token=client.cookies["coach_session"])
    assert user is not None
    link_token = create_link(parts, user_id=user.id).partition("#")[2]
    other = new_client()
    assert other.post("/api/v1/sign-in/link", data={"token": link_token}).headers["location"] == f"{ORIGIN}/coach"
    assert other.get("/api/v1/coach/sessions").json()["sessions"][0]["id"] == session_id
    third = new_client()
    assert "refused=link" in third.post("/api/v1/sign-in/link", data={"token": link_token}).headers["location"]
    assert third.get("/api/v1/coach/sessions").status_code == 401


def test_signing_out_forgets_the_cookie_on_both_sides(client: TestClient, new_client: NewClient) -> None:
    token = client.cookies["coach_session"]
    client.post("/api/v1/sign-out")
    assert "coach_session" not in client.cookies
    thief = new_client()
    thief.cookies.set("coach_session", token)
    assert thief.get("/api/v1/coach/sessions").status_code == 401


def test_guests_can_be_switched_off(make_parts: MakeParts) -> None:
    api = create_api()
    closed = make_parts(allow_guests=False)
    api.dependency_overrides[wired_parts] = lambda: closed
    browser = TestClient(api, base_url=ORIGIN, headers={"Origin": ORIGIN}, follow_redirects=False)
    assert "refused=guests" in browser.post("/api/v1/sign-in/guest").headers["location"]
    assert not browser.cookies


def test_a_database_that_is_away_is_503_with_a_time_to_come_back(make_parts: MakeParts, client: TestClient) -> None:
    api = create_api()
    lost = make_parts(database_url="postgresql+psycopg://coach@127.0.0.1:1/none")
    api.dependency_overrides[wired_parts] = lambda: lost
    browser = TestClient(api, base_url=ORIGIN, headers={"Origin": ORIGIN}, cookies=dict(client.cookies))
    answer = browser.get("/api/v1/coach/sessions")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert "database" in answer.json()["detail"]


def test_stopping_a_coach_that_says_nothing_is_no_error(client: TestClient) -> None:
    session_id = _session(client)
    assert client.post(f"/api/v1/coach/sessions/{session_id}/stop").status_code == 204
    assert _say(client, session_id, "axolotl")["note"] == ""
