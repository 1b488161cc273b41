"""Pictures to go by, over HTTP: what is taken, who may see it, and how it is handed out."""

import io
from collections.abc import Callable
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from coach_app.domain.logos import MAX_LOGO_BYTES
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from tests.api.conftest import NewClient
from tests.imaging.bytes_of import gps_exif, logo, saved
from tests.imaging.corpus import REFUSED, TAKEN
from tests.use_cases.branding import file_rows, picture
from tests.use_cases.showing import SeeingArtist, picture_keys
from tests.working_parts import draw_next

# What a logo may be, and nobody could go by.
TINY = ("sixteen_bit_colour", "sixteen_bit_with_alpha", "one_pixel")
SESSIONS = "/api/v1/coach/sessions"


@pytest.fixture
def artist() -> SeeingArtist:
    return SeeingArtist()


@pytest.fixture
def parts(make_parts: Callable[..., Parts], artist: SeeingArtist) -> Parts:
    """Parts whose artist goes by pictures."""
    return make_parts(artist=artist)


@pytest.fixture
def session(client: TestClient) -> str:
    """The address of a session that is ready to be drawn."""
    made = client.post(SESSIONS, json={"asset_type": "twitch_emote", "mood": "rage"})
    url = f"{SESSIONS}/{made.json()['id']}"
    assert client.post(f"{url}/messages", json={"text": "axolotl"}).status_code == 200
    return url


def test_a_picture_is_attached_listed_handed_out_and_removed(client: TestClient, session: str, parts: Parts) -> None:
    made = client.post(f"{session}/pictures", content=picture(size=(64, 32)))
    assert (made.status_code, made.json()["width"], made.json()["height"]) == (201, 64, 32)
    assert made.json()["url"] == f"{session}/pictures/{made.json()['id']}"
    assert client.get(f"{session}/pictures").json() == {"pictures": [made.json()]}
    assert len(client.get(made.json()["url"]).content) == made.json()["bytes"]
    assert client.delete(made.json()["url"]).status_code == 204
    assert client.delete(made.json()["url"]).status_code == 404
    assert client.get(made.json()["url"]).status_code == 404
    assert client.get(f"{session}/pictures").json() == {"pictures": []}
    reconcile(parts)
    assert picture_keys(parts) == file_rows(parts) == []


def test_a_picture_is_handed_out_to_be_looked_at_and_nothing_else(client: TestClient, session: str) -> None:
    url = client.post(f"{session}/pictures", content=picture()).json()["url"]
    answer = client.get(url)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, max-age=86400, immutable"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["content-disposition"].startswith("inline")
    assert client.get(url, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    assert client.head(url).headers["content-length"] == str(len(answer.content))


def test_a_photo_loses_where_it_was_taken(client: TestClient, session: str) -> None:
    photo = saved(logo(), "JPEG", exif=gps_exif())
    url = client.post(f"{session}/pictures", content=photo).json()["url"]
    image = Image.open(io.BytesIO(client.get(url).content))
    assert (image.format, image.info) == ("PNG", {})


def test_a_fourth_picture_is_a_conflict(client: TestClient, session: str) -> None:
    for _ in range(3):
        assert client.post(f"{session}/pictures", content=picture()).status_code == 201
    answer = client.post(f"{session}/pictures", content=picture())
    assert answer.status_code == 409
    assert answer.json()["detail"] == "The artist takes 3 pictures at a time. Remove one to add another."


def test_what_is_no_picture_is_refused_with_its_reason_whatever_it_is_called(
    client: TestClient, session: str, parts: Parts
) -> None:
    for file in REFUSED:
        answer = client.post(f"{session}/pictures", content=file.build(), headers={"Content-Type": "image/png"})
        assert answer.status_code in (422, 413), file.name
        if answer.status_code == 422:
            assert answer.json()["field"] == "file"
            assert answer.json()["detail"].startswith(file.sentence), file.name
    assert picture_keys(parts) == file_rows(parts) == []


def test_of_what_is_taken_nothing_is_handed_on_but_its_pixels(client: TestClient, session: str) -> None:
    for file in TAKEN:
        made = client.post(f"{session}/pictures", content=file.build(), headers={"Content-Type": "text/html"})
        if file.name in TINY:
            assert made.json()["detail"].startswith("That picture has only"), file.name
            continue
        assert made.status_code == 201, file.name
        answer = client.get(made.json()["url"])
        assert answer.headers["content-type"] == "image/png"
        assert b"script" not in answer.content, file.name
        assert Image.open(io.BytesIO(answer.content)).info == {}, file.name
        client.delete(made.json()["url"])


def test_somebody_else_s_pictures_are_not_there(client: TestClient, new_client: NewClient, session: str) -> None:
    url = client.post(f"{session}/pictures", content=picture()).json()["url"]
    stranger = new_client()
    stranger.post("/api/v1/sign-in/guest")
    nobody = new_client()
    for method, path, body in (
        ("GET", f"{session}/pictures", None),
        ("POST", f"{session}/pictures", picture()),
        ("GET", url, None),
        ("HEAD", url, None),
        ("DELETE", url, None),
    ):
        assert stranger.request(method, path, content=body).status_code == 404, (method, path)
        assert nobody.request(method, path, content=body).status_code == 401, (method, path)
    assert client.get(url).status_code == 200
    other = client.post(SESSIONS, json={"asset_type": "twitch_emote"}).json()["id"]
    assert client.get(url.replace(session, f"{SESSIONS}/{other}")).status_code == 404
    assert client.post(f"{SESSIONS}/{uuid4()}/pictures", content=picture()).status_code == 404


def test_an_artist_that_cannot_see_is_said_to_take_none(
    client: TestClient, session: str, parts: Parts, artist: SeeingArtist
) -> None:
    artist.can_see = False
    answer = client.post(f"{session}/pictures", content=picture())
    assert (answer.status_code, answer.json()["field"]) == (422, "file")
    assert answer.json()["detail"] == (
        "The flat artist goes by words alone, so it can't use pictures. Tell the coach what yours shows."
    )
    assert file_rows(parts) == []


def test_a_body_that_is_too_long_is_not_read(client: TestClient, session: str) -> None:
    answer = client.post(f"{session}/pictures", content=b"x", headers={"Content-Length": str(MAX_LOGO_BYTES + 1)})
    assert answer.status_code == 413


def test_a_retry_without_its_pictures_is_a_conflict(client: TestClient, session: str, parts: Parts) -> None:
    url = client.post(f"{session}/pictures", content=picture()).json()["url"]
    job_id = client.post(f"{session}/generate").json()["job_id"]
    assert draw_next(parts)
    client.delete(url)
    answer = client.post(f"/api/v1/jobs/{job_id}/retry")
    assert (answer.status_code, answer.json()["detail"]) == (
        409,
        "A picture that this one went by has been removed. Generate now to go on without it.",
    )
