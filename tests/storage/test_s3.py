"""What only a bucket does: digests checked by the server, addresses that die, a server that is away."""

import time
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest
from fastapi.testclient import TestClient

from coach_app.api.app import create_api
from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.parts import Parts
from coach_app.storage.s3 import Bucket, S3Storage
from coach_app.wiring import parts as wired_parts
from tests.s3_servers import BUCKET, REGION, S3Server
from tests.storage.conftest import bucket_on
from tests.working_parts import draw_next

ORIGIN = "http://localhost:3000"

_MEDIA_TYPE = "image/png"
_DISPOSITION = 'attachment; filename="cat-112.png"'


def test_an_address_hands_the_file_out(s3_server: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = _address(s3_server, monkeypatch, url_seconds=60)
    answer = httpx.get(url)
    assert (answer.status_code, answer.content) == (200, b"picture")
    assert (answer.headers["content-type"], answer.headers["content-disposition"]) == (_MEDIA_TYPE, _DISPOSITION)
    if s3_server.is_strict:
        assert httpx.get(url.replace("112.png", "56.png")).status_code == 403


def test_an_address_dies(s3_server: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = _address(s3_server, monkeypatch, url_seconds=1)
    if s3_server.is_strict:
        time.sleep(2.1)  # The clock that counts is the server's.
        assert httpx.get(url).status_code == 403


def _address(server: S3Server, monkeypatch: pytest.MonkeyPatch, *, url_seconds: int) -> str:
    storage = bucket_on(server, monkeypatch, url_seconds=url_seconds)
    storage.write({"assets/a/112.png": b"picture"})
    url = storage.temporary_url("assets/a/112.png", media_type=_MEDIA_TYPE, disposition=_DISPOSITION)
    assert url is not None
    return url


def test_a_picture_is_drawn_into_the_bucket_and_fetched_from_there(
    s3_server: S3Server, monkeypatch: pytest.MonkeyPatch, parts: Parts
) -> None:
    parts = replace(parts, storage=bucket_on(s3_server, monkeypatch, url_seconds=60))
    api = create_api()
    api.dependency_overrides[wired_parts] = lambda: parts
    with TestClient(api, base_url=ORIGIN, headers={"Origin": ORIGIN}, follow_redirects=False) as client:
        client.post("/api/v1/sign-in/guest")
        session = client.post("/api/v1/coach/sessions", json={"asset_type": "twitch_emote", "mood": "rage"}).json()[
            "id"
        ]
        client.post(f"/api/v1/coach/sessions/{session}/messages", json={"text": "a happy cat"})
        client.post(f"/api/v1/coach/sessions/{session}/generate")
        assert draw_next(parts)
        (asset,) = client.get(f"/api/v1/coach/sessions/{session}/assets").json()["assets"]
        answer = client.get(f"{asset['url']}?download=1")
        assert (answer.status_code, answer.headers["cache-control"]) == (302, "no-store")
        picture = httpx.get(answer.headers["location"])
        assert picture.content.startswith(b"\x89PNG")
        assert "attachment" in picture.headers["content-disposition"]
        client.cookies.clear()
        assert client.get(asset["url"]).status_code == 401


def test_without_the_setting_there_is_no_address(s3_server: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = bucket_on(s3_server, monkeypatch)
    assert storage.temporary_url("a/b", media_type=_MEDIA_TYPE, disposition=_DISPOSITION) is None


def test_a_digest_that_does_not_fit_is_refused_by_the_server(swift: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = bucket_on(swift, monkeypatch)
    monkeypatch.setattr("coach_app.storage.s3.b64encode", lambda _: b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    with pytest.raises(StorageUnavailable, match="BadDigest"):
        storage.write({"assets/a/wrong": b"picture"})
    with pytest.raises(NotFound):
        storage.read("assets/a/wrong")


@pytest.mark.parametrize(
    "use",
    [
        lambda storage: storage.write({"a/b": b"x"}),
        lambda storage: storage.read("a/b"),
        lambda storage: storage.delete("a/b"),
        lambda storage: list(storage.keys("a/")),
    ],
)
def test_a_server_that_is_away_is_said_in_time(
    use: Callable[[S3Storage], object], swift: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket_on(swift, monkeypatch)
    away = S3Storage(Bucket(BUCKET, "http://127.0.0.1:1", REGION, is_path_style=True, url_seconds=0))
    began = time.monotonic()
    with pytest.raises(StorageUnavailable):
        use(away)
    assert time.monotonic() - began < 10


def test_wrong_credentials_are_not_taken_for_a_missing_file(swift: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = bucket_on(swift, monkeypatch)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    with pytest.raises(StorageUnavailable):
        storage.read("assets/a/112.png")


def test_a_missing_bucket_is_not_taken_for_a_missing_file(swift: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    bucket_on(swift, monkeypatch)
    storage = S3Storage(Bucket("nobodys", swift.url, REGION, is_path_style=True, url_seconds=0))
    with pytest.raises(StorageUnavailable):
        storage.read("assets/a/112.png")
