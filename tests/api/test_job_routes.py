"""Jobs over HTTP: conflicts, keys, cancel, retry, and what deleting leaves."""

from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from coach_app.parts import Parts
from tests.api.conftest import NewClient
from tests.working_parts import draw_next


@pytest.fixture
def session(client: TestClient) -> str:
    """The address of a session that is ready to be drawn."""
    made = client.post("/api/v1/coach/sessions", json={"asset_type": "twitch_emote", "mood": "rage"})
    url = f"/api/v1/coach/sessions/{made.json()['id']}"
    assert client.post(f"{url}/messages", json={"text": "axolotl"}).status_code == 200
    return url


def test_a_second_picture_at_the_same_time_is_a_conflict_that_names_the_first(client: TestClient, session: str) -> None:
    first = client.post(f"{session}/generate").json()["job_id"]
    second = client.post(f"{session}/generate")
    assert (second.status_code, second.json()["job_id"]) == (409, first)
    assert second.json()["detail"] == "A picture of this session is already being made."


def test_variations_are_a_job_each_and_end_by_themselves(client: TestClient, session: str, parts: Parts) -> None:
    headers = {"Idempotency-Key": "three"}
    started = client.post(f"{session}/generate", headers=headers, json={"variations": 3}).json()
    assert len(set(started["job_ids"])) == 3
    assert started["job_id"] == started["job_ids"][0]
    assert client.post(f"{session}/generate", headers=headers, json={"variations": 3}).json() == started
    assert client.post(f"{session}/generate", headers=headers, json={"variations": 2}).status_code == 422
    client.post(f"/api/v1/jobs/{started['job_ids'][2]}/cancel")
    while draw_next(parts):
        pass
    statuses = [client.get(f"/api/v1/jobs/{job_id}").json()["status"] for job_id in started["job_ids"]]
    assert statuses == ["succeeded", "succeeded", "canceled"]
    assert len(client.get(f"{session}/assets").json()["assets"]) == 2


@pytest.mark.parametrize("count", [0, 5, "many", 1.5])
def test_a_number_of_variations_that_cannot_be_is_refused(client: TestClient, session: str, count: object) -> None:
    refused = client.post(f"{session}/generate", json={"variations": count})
    assert (refused.status_code, refused.json()["field"]) == (422, "variations")


def test_a_change_names_the_picture_that_it_changes(
    client: TestClient, session: str, parts: Parts, new_client: NewClient
) -> None:
    client.post(f"{session}/generate")
    draw_next(parts)
    (first,) = client.get(f"{session}/assets").json()["assets"]
    assert first["parent_asset_id"] is None
    client.post(f"{session}/messages", json={"text": "blue axolotl"})
    changed = client.post(f"{session}/generate", json={"change_of": first["id"]})
    assert changed.status_code == 202
    draw_next(parts)
    _, second = client.get(f"{session}/assets").json()["assets"]
    assert second["parent_asset_id"] == first["id"]
    assert client.get(f"/api/v1/assets/{second['id']}").json()["parent_asset_id"] == first["id"]
    stranger = new_client()
    stranger.post("/api/v1/sign-in/guest")
    for asset_id in (str(uuid4()), _picture_of(stranger, parts)):
        assert client.post(f"{session}/generate", json={"change_of": asset_id}).status_code == 404
    assert client.post(f"{session}/generate", json={"change_of": "first"}).status_code == 422


def _picture_of(stranger: TestClient, parts: Parts) -> str:
    made = stranger.post("/api/v1/coach/sessions", json={"asset_type": "twitch_emote", "mood": "rage"})
    url = f"/api/v1/coach/sessions/{made.json()['id']}"
    stranger.post(f"{url}/messages", json={"text": "axolotl"})
    stranger.post(f"{url}/generate")
    draw_next(parts)
    asset_id: str = stranger.get(f"{url}/assets").json()["assets"][0]["id"]
    return asset_id


def test_a_key_belongs_to_its_body(client: TestClient, session: str) -> None:
    headers = {"Idempotency-Key": "one"}
    assert client.post(f"{session}/generate", headers=headers).status_code == 202
    other = client.post(f"{session}/generate", headers=headers, json={"logo_type": "icon"})
    assert (other.status_code, other.json()["field"]) == (422, "Idempotency-Key")


def test_a_repeated_request_is_told_how_its_job_stands(client: TestClient, session: str, parts: Parts) -> None:
    headers = {"Idempotency-Key": "once"}
    started = client.post(f"{session}/generate", headers=headers).json()
    draw_next(parts)
    again = client.post(f"{session}/generate", headers=headers).json()
    assert (started["status"], again) == ("queued", {**started, "status": "succeeded"})


@pytest.mark.parametrize("path", ["generate", "retry"])
def test_an_empty_key_is_refused(client: TestClient, session: str, path: str) -> None:
    job_id = client.post(f"{session}/generate").json()["job_id"]
    url = f"{session}/generate" if path == "generate" else f"/api/v1/jobs/{job_id}/retry"
    refused = client.post(url, headers={"Idempotency-Key": ""})
    assert (refused.status_code, refused.json()["field"]) == (422, "Idempotency-Key")


def test_a_waiting_job_is_canceled_and_retried(client: TestClient, session: str, parts: Parts) -> None:
    job_id = client.post(f"{session}/generate").json()["job_id"]
    canceled = client.post(f"/api/v1/jobs/{job_id}/cancel")
    assert (canceled.status_code, canceled.json()["status"]) == (200, "canceled")
    headers = {"Idempotency-Key": "again"}
    retried = [client.post(f"/api/v1/jobs/{job_id}/retry", headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in retried] == [202, 202]
    assert retried[0].json() == retried[1].json()
    assert draw_next(parts)
    assert client.get(f"/api/v1/jobs/{retried[0].json()['job_id']}").json()["status"] == "succeeded"


def test_more_than_may_wait_is_too_much(client: TestClient, parts: Parts) -> None:
    answers = []
    for _ in range(parts.settings.user_waiting_cap + 1):
        made = client.post("/api/v1/coach/sessions", json={"asset_type": "twitch_emote", "mood": "rage"})
        url = f"/api/v1/coach/sessions/{made.json()['id']}"
        client.post(f"{url}/messages", json={"text": "axolotl"})
        answers.append(client.post(f"{url}/generate"))
    assert [answer.status_code for answer in answers] == [202] * parts.settings.user_waiting_cap + [429]
    assert answers[-1].json()["detail"].startswith("You have as many pictures waiting as fit.")


def test_deleting_a_session_leaves_its_pictures(client: TestClient, session: str, parts: Parts) -> None:
    client.post(f"{session}/generate")
    draw_next(parts)
    (asset,) = client.get(f"{session}/assets").json()["assets"]
    assert client.delete(session).status_code == 204
    assert client.get(f"{session}/assets").status_code == 404
    assert client.get(asset["url"]).status_code == 200
    assert client.delete(session).status_code == 404


def test_deleting_a_picture_takes_its_files(client: TestClient, session: str, parts: Parts) -> None:
    client.post(f"{session}/generate")
    draw_next(parts)
    (asset,) = client.get(f"{session}/assets").json()["assets"]
    assert client.delete(f"/api/v1/assets/{asset['id']}").status_code == 204
    assert client.get(asset["url"]).status_code == 404
    assert client.get(f"{session}/assets").json() == {"assets": []}
    assert client.delete(f"/api/v1/assets/{uuid4()}").status_code == 404
