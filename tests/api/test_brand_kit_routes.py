"""Brand kits over HTTP: shapes, ownership, uploads, and what sessions and pictures say of them."""

import asyncio
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from coach_app.api.app import create_api
from coach_app.domain.logos import MAX_LOGO_BYTES
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.wiring import parts as wired_parts
from tests.api.conftest import ORIGIN, NewClient
from tests.imaging.corpus import REFUSED, TAKEN
from tests.use_cases.branding import logo_keys, picture
from tests.working_parts import draw_next

KITS = "/api/v1/brand-kits"
SESSIONS = "/api/v1/coach/sessions"
MUG = {"name": "Sunday Mug", "colours": {"main": "#F59A3C", "light": "#fff1dc", "dark": "#2a1710"}}
PAYLOAD = "<img src=x onerror=alert(1)>\u202e"


@pytest.fixture
def kit(client: TestClient) -> str:
    """The address of a kit."""
    made = client.post(KITS, json=MUG)
    assert made.status_code == 201, made.text
    return f"{KITS}/{made.json()['id']}"


@pytest.fixture
def logo(client: TestClient, kit: str) -> str:
    """The address of its icon."""
    url = f"{kit}/logos/icon"
    assert client.put(url, content=picture("#ff69b4")).status_code == 200
    return url


def _session(client: TestClient, **more: object) -> dict[str, object]:
    body = {"asset_type": "twitch_emote", "mood": "rage"} | more
    made = client.post("/api/v1/coach/sessions", json=body)
    assert made.status_code == 201, made.text
    session: dict[str, object] = made.json()
    return session


def test_a_kit_has_one_shape_everywhere(client: TestClient, kit: str) -> None:
    shown = client.get(kit).json()
    assert set(shown) == {
        "id", "name", "colours", "title_font", "text_font", "tone", "strength", "is_default", "contrast", "logos",
        "picture_count", "created_at", "updated_at",
    }  # fmt: skip
    assert shown["colours"] == {"main": "#f59a3c", "light": "#fff1dc", "dark": "#2a1710"}
    assert (shown["strength"], shown["is_default"], shown["logos"]) == ("balanced", True, [])
    hard = {
        "words": "light",
        "ground": "main",
        "ours": None,
        "ratio": 1.97,
        "verdict": "Hard to read",
        "better": "dark",
    }
    (check,) = [check for check in shown["contrast"] if check["verdict"] == "Hard to read"]
    assert {key: value for key, value in check.items() if key != "shade"} == hard
    assert client.get(KITS).json() == {"brand_kits": [shown]}


def test_contrast_says_where_ours_stand_in(client: TestClient) -> None:
    made = client.post(KITS, json={"name": "Teal", "colours": {"main": "#0f766e"}}).json()
    judged = [(check["words"], check["ground"], check["ours"], check["verdict"]) for check in made["contrast"]]
    assert judged == [("main", "dark", "dark", "Hard to read"), ("light", "main", "light", "Easy to read")]


def test_a_patch_changes_what_it_names(client: TestClient, kit: str) -> None:
    client.patch(kit, json={"title_font": "chewy", "tone": ["dry", "warm"], "strength": "strong"})
    changed = client.patch(kit, json={"name": "Neon Fox"}).json()
    assert (changed["name"], changed["title_font"], changed["tone"]) == ("Neon Fox", "chewy", ["warm", "dry"])
    cleared = client.patch(kit, json={"title_font": None}).json()
    assert (cleared["title_font"], cleared["strength"]) == (None, "strong")
    replaced = client.patch(kit, json={"colours": {"main": "#abc"}}).json()
    assert replaced["colours"] == {"main": "#aabbcc"}


@pytest.mark.parametrize(
    ("body", "field", "sentence"),
    [
        ({}, "name", "“name” is missing."),
        ({"name": "x", "colours": {}}, "colours", "A kit needs its main colour. Write it like #ff8fbf."),
        ({"name": "x", "colours": {"main": "red"}}, "colours.main",
         "I can't read the colour “red”. Write it like #ff8fbf."),
        ({"name": "x", "colours": {"main": 5}}, "colours.main", "“colours.main” takes a text."),
        ({"name": "x", "colours": []}, "colours", "“colours” takes a JSON object."),
        ({"name": "x", "colours": {"main": "#fff"}, "tone": "warm"}, "tone", "“tone” takes a list."),
        ({"name": "x", "colours": {"main": "#fff"}, "logo_url": "http://evil.example/"}, "logo_url",
         "“logo_url” is not known here."),
        ({"name": "x", "colours": {"main": "#fff"}, "user_id": "x"}, "user_id", "“user_id” is not known here."),
    ],
)  # fmt: skip
def test_a_kit_that_cannot_be_gets_one_sentence(client: TestClient, body: object, field: str, sentence: str) -> None:
    answer = client.post(KITS, json=body)
    assert (answer.status_code, answer.json()["field"], answer.json()["detail"]) == (422, field, sentence)
    assert client.get(KITS).json() == {"brand_kits": []}


def test_an_eleventh_kit_is_one_too_many(client: TestClient) -> None:
    answers = [client.post(KITS, json=MUG | {"name": f"Kit {number}"}).status_code for number in range(11)]
    assert answers == [201] * 10 + [409]


def test_a_second_kit_of_the_same_name_is_refused(client: TestClient, kit: str) -> None:
    refused = client.post(KITS, json=MUG | {"name": "sunday mug"})
    assert (refused.status_code, refused.json()["detail"]) == (
        422, "You have a kit “sunday mug” already. Give this one another name.",
    )  # fmt: skip
    other = client.post(KITS, json=MUG | {"name": "Other"}).json()["id"]
    assert client.patch(f"{KITS}/{other}", json={"name": "Sunday  Mug"}).status_code == 422
    assert client.patch(kit, json={"name": "SUNDAY MUG"}).json()["name"] == "SUNDAY MUG"


def test_the_default_can_be_handed_over_and_is_inherited(client: TestClient, kit: str) -> None:
    other = f"{KITS}/{client.post(KITS, json=MUG | {'name': 'Other'}).json()['id']}"
    assert client.post(f"{other}/default").json()["is_default"]
    assert not client.get(kit).json()["is_default"]
    assert client.delete(other).status_code == 204
    assert client.get(kit).json()["is_default"]
    assert client.get(other).status_code == 404


def test_a_name_is_kept_as_it_is_and_is_nothing_but_text(client: TestClient) -> None:
    made = client.post(KITS, json=MUG | {"name": PAYLOAD})
    assert made.headers["content-type"] == "application/json"
    assert made.json()["name"] == PAYLOAD.removesuffix("\u202e")


def test_a_logo_comes_back_clean_with_the_headers_of_a_file(client: TestClient, logo: str, kit: str) -> None:
    answer = client.get(logo)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["content-disposition"] == 'inline; filename="icon-logo.png"'
    (shown,) = client.get(kit).json()["logos"]
    assert (shown["kind"], shown["width"], shown["height"], shown["palette"]) == ("icon", 64, 32, ["#ff69b4"])
    versioned = client.get(shown["url"], headers={"If-None-Match": answer.headers["etag"]})
    assert (versioned.status_code, versioned.content) == (304, b"")
    assert versioned.headers["cache-control"] == "private, max-age=86400, immutable"
    assert client.head(logo).headers["content-length"] == str(len(answer.content))


def test_a_replaced_logo_is_another_picture_at_another_address(client: TestClient, logo: str, kit: str) -> None:
    (old,) = client.get(kit).json()["logos"]
    new = client.put(logo, content=picture("navy")).json()
    assert new["url"] != old["url"]
    assert client.get(old["url"]).content == client.get(new["url"]).content
    assert client.get(old["url"]).headers["cache-control"] == "private, no-cache"


def test_a_removed_logo_is_gone(client: TestClient, logo: str, parts: Parts) -> None:
    assert client.delete(logo).status_code == 204
    assert client.get(logo).status_code == 404
    assert client.delete(logo).status_code == 404
    reconcile(parts)
    assert logo_keys(parts) == []


def test_what_is_no_logo_is_refused_with_its_reason_whatever_it_is_called(client: TestClient, kit: str) -> None:
    for file in REFUSED:
        answer = client.put(f"{kit}/logos/icon", content=file.build(), headers={"Content-Type": "image/png"})
        assert answer.status_code in (422, 413), file.name
        if answer.status_code == 422:
            assert answer.json()["field"] == "file"
            assert answer.json()["detail"].startswith(file.sentence), file.name
    assert client.get(kit).json()["logos"] == []


@pytest.mark.parametrize("content_type", ["text/html", "image/svg+xml", "application/octet-stream", ""])
def test_the_type_that_a_sender_claims_is_never_handed_on(client: TestClient, kit: str, content_type: str) -> None:
    polyglot = next(file for file in TAKEN if file.name == "page_behind_a_png").build()
    put = client.put(f"{kit}/logos/icon", content=polyglot, headers={"Content-Type": content_type})
    assert put.status_code == 200
    answer = client.get(f"{kit}/logos/icon")
    assert answer.headers["content-type"] == "image/png"
    assert b"script" not in answer.content


def test_a_logo_of_an_unknown_kind_is_not_there(client: TestClient, kit: str) -> None:
    assert client.put(f"{kit}/logos/banner", content=picture()).status_code == 404
    assert client.get(f"{kit}/logos/..%2F..%2Fetc").status_code == 404


def test_a_body_without_end_is_refused_at_ten_megabytes(client: TestClient, kit: str, parts: Parts) -> None:
    status, read_bytes = _send_without_end(parts, "PUT", f"{kit}/logos/icon", client.cookies["coach_session"])
    assert status == 413
    assert MAX_LOGO_BYTES < read_bytes <= MAX_LOGO_BYTES + 2**20
    assert logo_keys(parts) == []


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", f"{KITS}/{uuid4()}/logos/icon"), ("POST", f"{KITS}/palette"), ("POST", f"{SESSIONS}/{uuid4()}/pictures")],
)
def test_the_body_of_a_stranger_is_not_even_read(parts: Parts, method: str, path: str) -> None:
    assert _send_without_end(parts, method, path, "no such cookie") == (401, 0)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", f"{KITS}/palette"),
        ("PUT", f"{KITS}/palette"),
        ("PATCH", f"{KITS}/{uuid4()}/logos/icon"),
        ("POST", f"{KITS}/{uuid4()}/logos/icon"),
        ("POST", f"/brand-kits/palette{KITS}/palette"),
        ("PUT", f"{SESSIONS}/{uuid4()}/pictures"),
        ("POST", f"{SESSIONS}/{uuid4()}/pictures/{uuid4()}"),
    ],
)
def test_what_only_has_the_path_of_an_upload_keeps_its_small_body(parts: Parts, method: str, path: str) -> None:
    status, read_bytes = _send_without_end(parts, method, path, "no such cookie")
    assert (status, read_bytes) == (413, 2**20)


def test_a_body_that_claims_to_be_too_long_is_not_read(client: TestClient, kit: str) -> None:
    answer = client.put(f"{kit}/logos/icon", content=b"x", headers={"Content-Length": str(MAX_LOGO_BYTES + 1)})
    assert answer.status_code == 413


def test_other_routes_keep_their_small_bodies(client: TestClient, kit: str) -> None:
    assert client.patch(kit, content=b" " * 70_000).status_code == 413


def test_colours_come_from_a_picture(client: TestClient) -> None:
    answer = client.post(f"{KITS}/palette", content=picture("#8e44d6"))
    assert answer.json() == {"colours": {"main": "#8e44d6"}}
    refused = client.post(f"{KITS}/palette", content=b"<svg/>")
    assert refused.json()["detail"].startswith("SVG files can carry scripts")
    assert client.get(KITS).json() == {"brand_kits": []}


def test_sessions_begin_with_the_default_kit_and_change_it(client: TestClient, kit: str) -> None:
    kit_id = kit.rpartition("/")[2]
    assert _session(client)["brand_kit_id"] == kit_id
    bare = _session(client, brand_kit_id=None)
    assert bare["brand_kit_id"] is None
    url = f"/api/v1/coach/sessions/{bare['id']}"
    client.post(f"{url}/messages", json={"text": "axolotl"})
    changed = client.patch(url, json={"brand_kit_id": kit_id}).json()
    assert changed["brand_kit_id"] == kit_id
    assert "#f59a3c" in changed["current_prompt"]
    assert client.patch(url, json={"brand_kit_id": None}).json()["brand_kit_id"] is None
    assert client.patch(url, json={}).json()["detail"] == "“brand_kit_id” is missing."


def test_a_picture_says_what_it_was_made_with(client: TestClient, kit: str, logo: str, parts: Parts) -> None:
    session = _session(client)
    url = f"/api/v1/coach/sessions/{session['id']}"
    client.post(f"{url}/messages", json={"text": "axolotl"})
    client.patch(url, json={"brand_kit_id": None})
    options = {"brand_kit_id": kit.rpartition("/")[2], "include_logo": True, "logo_type": "icon", "logo_opacity": 40}
    started = client.post(f"{url}/generate", json=options)
    assert started.status_code == 202, started.text
    assert draw_next(parts)
    (asset,) = client.get(f"{url}/assets").json()["assets"]
    assert asset["brand"]["name"] == "Sunday Mug"
    assert asset["brand"]["logo"] == {
        "kind": "icon", "position": "bottom-right", "size": "medium", "opacity": 40,
    }  # fmt: skip
    assert client.get(f"/api/v1/assets/{asset['id']}").json()["brand"] == asset["brand"]
    assert client.get(kit).json()["picture_count"] == 1


def test_a_missing_logo_is_said_before_there_is_a_job(client: TestClient, kit: str) -> None:
    url = f"/api/v1/coach/sessions/{_session(client)['id']}"
    client.post(f"{url}/messages", json={"text": "axolotl"})
    answer = client.post(f"{url}/generate", json={"include_logo": True, "logo_type": "watermark"})
    assert (answer.status_code, answer.json()["field"]) == (422, "logo_type")
    assert answer.json()["detail"] == "“Sunday Mug” has no watermark logo. Add one, or generate without a logo."


def test_somebody_elses_kit_is_not_there_whatever_is_asked(
    client: TestClient, new_client: NewClient, kit: str, logo: str
) -> None:
    stranger = new_client()
    stranger.post("/api/v1/sign-in/guest")
    own = _session(stranger)
    session = f"/api/v1/coach/sessions/{own['id']}"
    stranger.post(f"{session}/messages", json={"text": "axolotl"})
    before = client.get(kit).json()
    for some_kit in (kit, f"{KITS}/{uuid4()}", f"{KITS}/not-an-id"):
        some_id = some_kit.rpartition("/")[2]
        assert stranger.get(some_kit).status_code == 404
        assert stranger.patch(some_kit, json={"name": "mine"}).status_code == 404
        assert stranger.post(f"{some_kit}/default").status_code == 404
        assert stranger.put(f"{some_kit}/logos/icon", content=picture()).status_code == 404
        for method in ("GET", "HEAD", "DELETE"):
            assert stranger.request(method, f"{some_kit}/logos/icon").status_code == 404
        assert stranger.delete(some_kit).status_code == 404
        status = 422 if some_id == "not-an-id" else 404
        body = {"brand_kit_id": some_id}
        new = {"asset_type": "twitch_emote"} | body
        assert stranger.post("/api/v1/coach/sessions", json=new).status_code == status
        assert stranger.patch(session, json=body).status_code == status
        assert stranger.post(f"{session}/generate", json=body).status_code == status
        assert stranger.post(f"{session}/generate", json=body | {"include_logo": True}).status_code == status
    assert client.patch(session, json={"brand_kit_id": None}).status_code == 404
    assert stranger.get(KITS).json() == {"brand_kits": []}
    assert client.get(kit).json() == before


def test_without_a_cookie_there_are_no_kits(new_client: NewClient) -> None:
    anonymous, some_kit = new_client(), f"{KITS}/{uuid4()}"
    for method, url, body in [
        ("GET", KITS, None),
        ("POST", KITS, MUG),
        ("POST", f"{KITS}/palette", None),
        ("GET", some_kit, None),
        ("PATCH", some_kit, {"name": "x"}),
        ("DELETE", some_kit, None),
        ("POST", f"{some_kit}/default", None),
        ("PUT", f"{some_kit}/logos/icon", None),
        ("GET", f"{some_kit}/logos/icon", None),
        ("DELETE", f"{some_kit}/logos/icon", None),
        ("PATCH", f"/api/v1/coach/sessions/{uuid4()}", {"brand_kit_id": None}),
    ]:
        assert anonymous.request(method, url, json=body).status_code == 401, (method, url)


def test_a_logo_from_another_origin_is_refused(client: TestClient, kit: str) -> None:
    refused = client.put(f"{kit}/logos/icon", content=picture(), headers={"Origin": "https://evil.example"})
    assert refused.status_code == 403
    assert client.get(kit).json()["logos"] == []


def test_the_description_says_that_a_logo_is_a_picture(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    body = paths["/api/v1/brand-kits/{kit_id}/logos/{kind}"]["put"]["requestBody"]
    assert set(body["content"]) == {"image/png", "image/jpeg", "image/webp"}


def _send_without_end(parts: Parts, method: str, path: str, cookie: str) -> tuple[int, int]:
    """Send a body that never ends; return the answer's status, and how much of the body was read for it."""
    api = create_api()
    api.dependency_overrides[wired_parts] = lambda: parts
    headers = [(b"origin", ORIGIN.encode()), (b"cookie", f"coach_session={cookie}".encode())]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers}
    read_bytes, statuses = 0, []

    async def receive() -> Message:
        nonlocal read_bytes
        read_bytes += 2**20
        # A limit that doesn't hold is to fail a test, not to fill the memory.
        return {"type": "http.request", "body": bytes(2**20), "more_body": read_bytes < 64 * 2**20}

    async def send(message: Message) -> None:
        statuses.append(message.get("status", 0))

    asyncio.run(api(scope, receive, send))
    return statuses[0], read_bytes
