"""Packs over HTTP: whole, private, and honest where storage is away."""

import io
import zipfile

import pytest
from fastapi.testclient import TestClient

from coach_app.parts import Parts
from tests.api.conftest import NewClient
from tests.working_parts import draw_next


def picture(client: TestClient, parts: Parts, wish: str = "axolotl", asset_type: str = "twitch_emote") -> str:
    """Return the id of a new picture."""
    session_id = client.post("/api/v1/coach/sessions", json={"asset_type": asset_type, "mood": "rage"}).json()["id"]
    client.post(f"/api/v1/coach/sessions/{session_id}/messages", json={"text": wish})
    client.post(f"/api/v1/coach/sessions/{session_id}/generate")
    assert draw_next(parts)
    (asset,) = client.get(f"/api/v1/coach/sessions/{session_id}/assets").json()["assets"]
    return str(asset["id"])


def opened(answer: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(answer))
    assert archive.testzip() is None
    return archive


def test_a_pack_of_one_picture_holds_its_very_files(client: TestClient, parts: Parts) -> None:
    asset_id = picture(client, parts)
    answer = client.get(f"/api/v1/packs?asset_id={asset_id}&platform=twitch")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == 'attachment; filename="axolotl_emote_twitch.zip"'
    archive = opened(answer.content)
    assert archive.namelist() == ["twitch/112.png", "twitch/56.png", "twitch/28.png", "twitch/500.png", "README.txt"]
    alone = client.get(f"/api/v1/assets/{asset_id}/files/56.png").content
    assert archive.read("twitch/56.png") == alone
    assert "Creator Dashboard" in archive.read("README.txt").decode()


def test_many_pictures_come_in_one_pack(client: TestClient, parts: Parts) -> None:
    ids = [picture(client, parts, wish) for wish in ("axolotl", "fox")]
    query = "&".join(f"asset_id={asset_id}" for asset_id in [*ids, ids[0]])
    names = opened(client.get(f"/api/v1/packs?{query}").content).namelist()
    assert "axolotl_emote/7tv/500.png" in names
    assert "fox_emote/kick/500.png" in names
    assert len(names) == len(set(names)) == 21


def test_a_pack_is_for_its_owner_and_for_what_is_there(client: TestClient, new_client: NewClient, parts: Parts) -> None:
    mine = picture(client, parts)
    stranger = new_client()
    assert stranger.get(f"/api/v1/packs?asset_id={mine}").status_code == 401
    stranger.post("/api/v1/sign-in/guest")
    theirs = picture(stranger, parts)
    assert stranger.get(f"/api/v1/packs?asset_id={mine}").status_code == 404
    assert stranger.get(f"/api/v1/packs?asset_id={theirs}&asset_id={mine}").status_code == 404
    assert stranger.get(f"/api/v1/packs?asset_id={theirs}").status_code == 200


@pytest.mark.parametrize("query", ["", "asset_id=x", "asset_id={id}&platform=myspace", "asset_id={id}&platform=obs"])
def test_a_pack_that_cannot_be_is_refused_with_a_sentence(client: TestClient, parts: Parts, query: str) -> None:
    answer = client.get(f"/api/v1/packs?{query.format(id=picture(client, parts))}")
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_more_pictures_than_a_pack_holds_are_refused(client: TestClient) -> None:
    query = "&".join(f"asset_id=00000000-0000-4000-8000-{number:012}" for number in range(101))
    answer = client.get(f"/api/v1/packs?{query}")
    assert (answer.status_code, answer.json()["detail"]) == (422, "“asset_id” takes up to 100.")


def test_a_pack_can_be_asked_about_before_it_is_fetched(client: TestClient, parts: Parts) -> None:
    asset_id = picture(client, parts)
    asked, fetched = (client.request(way, f"/api/v1/packs?asset_id={asset_id}") for way in ("HEAD", "GET"))
    assert (asked.status_code, asked.content) == (200, b"")
    for header in ("content-type", "content-disposition", "cache-control"):
        assert asked.headers[header] == fetched.headers[header]
    assert client.head("/api/v1/packs?asset_id=00000000-0000-4000-8000-000000000001").status_code == 404


def test_a_pack_whose_files_are_away_says_so(client: TestClient, parts: Parts) -> None:
    asset_id = picture(client, parts)
    for path in (parts.settings.data_dir / "files").rglob("*.png"):
        path.write_bytes(b"not what was stored")
    assert client.get(f"/api/v1/packs?asset_id={asset_id}").status_code == 503


def test_a_picture_tells_its_files_and_what_was_checked_on_each(client: TestClient, parts: Parts) -> None:
    asset = client.get(f"/api/v1/assets/{picture(client, parts)}").json()
    files = {file["name"]: file for file in asset["files"]}
    assert files["28.png"]["width"] == 28
    rules = {(check["rule"], check["platform"]): check["is_met"] for check in files["112.png"]["checks"]}
    assert rules == {
        ("pixels", None): True,
        ("format", None): True,
        ("ground", None): True,
        ("subject", None): True,
        ("metadata", None): True,
        ("bytes", "twitch"): True,
        ("bytes", "bttv"): True,
    }
    assert files["master.png"]["checks"] == []


def test_the_types_say_what_they_come_as_and_which_are_offered(client: TestClient) -> None:
    types = {kind["id"]: kind for kind in client.get("/api/v1/asset-types").json()["asset_types"]}
    assert len(types) == 18
    assert types["twitch_emote"]["is_offered"] is True
    assert types["twitch_emote"]["files"][0] == {
        "name": "112.png",
        "width": 112,
        "height": 112,
        "format": "PNG",
        "max_bytes": 25_000,
    }
