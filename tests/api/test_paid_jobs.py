"""Pictures of a provider over HTTP: the prompt written by hand, what a job tells, and the milder wish."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from coach_app.domain.provider_health import LONGEST_QUOTA_SECONDS
from coach_app.parts import Parts
from coach_app.use_cases.edit_prompt import MAX_PROMPT_CHARACTERS
from tests.api.conftest import NewClient
from tests.provider.running import nano_banana, running_provider
from tests.provider.server import Provider
from tests.use_cases.generating import make_due
from tests.working_parts import draw_next

SESSIONS = "/api/v1/coach/sessions"


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


@pytest.fixture
def parts(make_parts: Callable[..., Parts], provider: Provider) -> Parts:
    """Parts whose artist is a provider's."""
    return make_parts(ai_artist=nano_banana(provider.url))


@pytest.fixture
def session(client: TestClient) -> str:
    """The address of a session that is ready to be drawn."""
    made = client.post(SESSIONS, json={"asset_type": "twitch_emote", "mood": "rage"})
    url = f"{SESSIONS}/{made.json()['id']}"
    assert client.post(f"{url}/messages", json={"text": "pikachu"}).status_code == 200
    return url


@pytest.fixture
def stranger(new_client: NewClient) -> TestClient:
    browser = new_client()
    browser.post("/api/v1/sign-in/guest")
    return browser


def _asked(client: TestClient, session: str, **options: object) -> str:
    started = client.post(f"{session}/generate", json=options)
    assert started.status_code == 202, started.text
    job_id: str = started.json()["job_id"]
    return job_id


def _job(client: TestClient, job_id: str) -> dict[str, Any]:
    job: dict[str, Any] = client.get(f"/api/v1/jobs/{job_id}").json()
    return job


def _refused(client: TestClient, session: str, parts: Parts, provider: Provider, outcome: str) -> str:
    provider.script(outcome)
    job_id = _asked(client, session)
    assert draw_next(parts)
    return job_id


def test_a_prompt_written_by_hand_is_what_the_artist_is_told(
    client: TestClient, session: str, parts: Parts, provider: Provider
) -> None:
    made = client.get(session).json()
    assert (made["is_prompt_edited"], made["prompt"]) == (False, made["current_prompt"])
    written = client.put(f"{session}/prompt", json={"prompt": " Paint me a teapot. "}).json()
    assert (written["is_prompt_edited"], written["prompt"]) == (True, "Paint me a teapot.")
    assert client.get(session).json() == written
    asset_id = _drawn(client, session, parts)
    assert provider.seen[0].json["contents"][0]["parts"][0]["text"] == "Paint me a teapot."
    assert client.get(f"/api/v1/assets/{asset_id}").json()["prompt"] == "Paint me a teapot."
    emptied = client.put(f"{session}/prompt", json={"prompt": ""}).json()
    assert (emptied["is_prompt_edited"], emptied["prompt"]) == (False, made["prompt"])


def _drawn(client: TestClient, session: str, parts: Parts) -> str:
    job_id = _asked(client, session)
    assert draw_next(parts)
    asset_id: str = _job(client, job_id)["asset_id"]
    return asset_id


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "prompt"), ({"prompt": None}, "prompt"), ({"prompt": "x" * (MAX_PROMPT_CHARACTERS + 1)}, "prompt"),
     ({"prompt": "x", "is_edited": True}, "is_edited")],
)  # fmt: skip
def test_a_prompt_that_cannot_be_taken_is_refused(client: TestClient, session: str, body: object, field: str) -> None:
    refused = client.put(f"{session}/prompt", json=body)
    assert (refused.status_code, refused.json()["field"]) == (422, field)
    assert client.get(session).json()["is_prompt_edited"] is False


def test_a_job_tells_its_model_its_price_and_its_batch(client: TestClient, session: str, parts: Parts) -> None:
    started = client.post(f"{session}/generate", json={"variations": 2}).json()
    first, second = (_job(client, job_id) for job_id in started["job_ids"])
    assert first["batch_id"] == second["batch_id"] is not None
    assert (first["artist"], first["model"]) == ("gemini", "gemini-nano-banana-2.1")
    assert (first["title"], first["asset_type"]) == (second["title"], "twitch_emote")
    assert first["waiting"] == {"reason": "turn", "message": "Waiting for its turn.", "seconds": None}
    canceled = client.post(f"/api/v1/jobs/{second['job_id']}/cancel").json()
    assert (canceled["cost_dollars"], canceled["waiting"]) == (0, None)
    assert draw_next(parts)
    drawn = _job(client, first["job_id"])
    asset = client.get(f"/api/v1/assets/{drawn['asset_id']}").json()
    assert drawn["cost_dollars"] == first["cost_dollars"] == asset["cost_dollars"] > 0
    assert (drawn["waiting"], drawn["error"], drawn["rewrite"]) == (None, None, None)


def test_a_job_whose_provider_is_busy_says_for_how_long(
    client: TestClient, session: str, parts: Parts, provider: Provider
) -> None:
    provider.script("rate_limit")
    job_id = _asked(client, session)
    assert draw_next(parts)
    waiting = _job(client, job_id)["waiting"]
    assert waiting["reason"] == "busy"
    assert "is busy. Your place is kept" in waiting["message"]
    assert 0 <= waiting["seconds"] <= 60


def test_a_job_whose_provider_was_misconfigured_waits_without_an_end(
    client: TestClient, session: str, new_client: NewClient, parts: Parts, provider: Provider
) -> None:
    failed = _refused(client, session, parts, provider, "bad_key")
    job = _job(client, failed)
    assert (job["error"]["code"], job["error"]["refusal"], job["rewrite"]) == ("artist_misconfigured", None, None)
    waiting = _job(client, _asked(client, session))["waiting"]
    assert waiting["reason"] == "key"
    assert 0 < waiting["seconds"] <= LONGEST_QUOTA_SECONDS


def test_a_job_that_is_tried_again_says_so(client: TestClient, session: str, parts: Parts, provider: Provider) -> None:
    provider.script("503", "200")
    job_id = _asked(client, session)
    assert draw_next(parts)
    assert _job(client, job_id)["waiting"]["reason"] == "another_try"
    make_due(parts, UUID(job_id))
    assert draw_next(parts)
    assert _job(client, job_id)["status"] == "succeeded"


def test_a_refused_job_offers_a_milder_wish_that_can_be_taken(
    client: TestClient, session: str, stranger: TestClient, parts: Parts, provider: Provider
) -> None:
    client.put(f"{session}/prompt", json={"prompt": "Pikachu, raging."})
    job_id = _refused(client, session, parts, provider, "image_recitation")
    job = _job(client, job_id)
    assert (job["error"]["refusal"], job["error"]["can_retry"], job["cost_dollars"]) == ("lookalike", False, 0)
    assert job["error"]["message"].startswith("That looks too close to a character")
    assert job["rewrite"]["brief"]["subject"] == "yellow electric mouse"
    assert "yellow electric mouse" in job["rewrite"]["wish"]
    assert job["rewrite"]["is_taken"] is False
    assert stranger.post(f"/api/v1/jobs/{job_id}/rewrite").status_code == 404
    taken = client.post(f"/api/v1/jobs/{job_id}/rewrite").json()
    assert taken["rewrite"] == {**job["rewrite"], "is_taken": True}
    asked = client.get(session).json()
    assert (asked["brief"], asked["is_prompt_edited"]) == (job["rewrite"]["brief"], False)
    _asked(client, session)
    assert draw_next(parts)
    assert "yellow electric mouse" in provider.seen[-1].json["contents"][0]["parts"][0]["text"]


def test_where_nothing_is_offered_nothing_can_be_taken(client: TestClient, session: str, parts: Parts) -> None:
    job_id = _asked(client, session)
    assert client.post(f"/api/v1/jobs/{job_id}/rewrite").status_code == 404
    assert draw_next(parts)
    for unknown in (job_id, str(uuid4()), "not-an-id"):
        missing = client.post(f"/api/v1/jobs/{unknown}/rewrite")
        assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")


def test_a_refused_job_of_a_deleted_session_offers_nothing(
    client: TestClient, session: str, parts: Parts, provider: Provider
) -> None:
    job_id = _refused(client, session, parts, provider, "image_recitation")
    assert client.delete(session).status_code == 204
    assert _job(client, job_id)["rewrite"] is None
    assert client.post(f"/api/v1/jobs/{job_id}/rewrite").status_code == 404


def test_a_chosen_picture_is_what_the_next_one_changes(
    client: TestClient, session: str, parts: Parts, provider: Provider
) -> None:
    first = _drawn(client, session, parts)
    chosen = client.put(f"{session}/change", json={"asset_id": first}).json()
    assert chosen["change_of"] == first
    assert chosen["prompt"].startswith("Change the first picture")
    second = _drawn(client, session, parts)
    assert len(provider.seen[-1].json["contents"][0]["parts"]) == 2
    listed = client.get(f"/api/v1/assets/{second}/versions").json()["assets"]
    assert [version["id"] for version in listed] == [first, second]
    assert listed[1]["parent_asset_id"] == first
    # The picture that was made takes the place of what it changed, until an earlier one is chosen.
    assert client.get(session).json()["change_of"] == second
    assert client.put(f"{session}/change", json={"asset_id": first}).json()["change_of"] == first
    stopped = client.delete(f"{session}/change").json()
    assert (stopped["change_of"], stopped["brief"]) == (None, chosen["brief"])


def test_the_brief_of_a_picture_is_taken_up_without_it(client: TestClient, session: str, parts: Parts) -> None:
    first = _drawn(client, session, parts)
    client.put(f"{session}/change", json={"asset_id": first})
    client.post(f"{session}/messages", json={"text": "otter"})
    taken = client.put(f"{session}/brief", json={"asset_id": first}).json()
    assert (taken["brief"]["subject"], taken["change_of"]) == ("pikachu", None)


def test_what_is_not_ones_own_cannot_be_chosen_or_told(
    client: TestClient, session: str, stranger: TestClient, parts: Parts
) -> None:
    own = _drawn(client, session, parts)
    made = stranger.post(SESSIONS, json={"asset_type": "twitch_emote", "mood": "rage"}).json()
    elsewhere = f"{SESSIONS}/{made['id']}"
    for path in ("change", "brief"):
        assert stranger.put(f"{session}/{path}", json={"asset_id": own}).status_code == 404
        assert stranger.put(f"{elsewhere}/{path}", json={"asset_id": own}).status_code == 404
        assert client.put(f"{session}/{path}", json={"asset_id": str(uuid4())}).status_code == 404
        refused = client.put(f"{session}/{path}", json={"asset_id": "first"})
        assert (refused.status_code, refused.json()["field"]) == (422, "asset_id")
    assert stranger.put(f"{session}/prompt", json={"prompt": "mine"}).status_code == 404
    assert stranger.delete(f"{session}/change").status_code == 404
    assert stranger.get(session).status_code == 404
    assert stranger.get(f"/api/v1/assets/{own}/versions").status_code == 404


def test_none_of_it_is_there_without_a_cookie(new_client: NewClient) -> None:
    anonymous, some_id = new_client(), uuid4()
    for method, url, body in (
        ("GET", f"{SESSIONS}/{some_id}", None),
        ("PUT", f"{SESSIONS}/{some_id}/prompt", {"prompt": "x"}),
        ("PUT", f"{SESSIONS}/{some_id}/change", {"asset_id": str(some_id)}),
        ("DELETE", f"{SESSIONS}/{some_id}/change", None),
        ("PUT", f"{SESSIONS}/{some_id}/brief", {"asset_id": str(some_id)}),
        ("POST", f"/api/v1/jobs/{some_id}/rewrite", None),
        ("GET", f"/api/v1/assets/{some_id}/versions", None),
    ):
        assert anonymous.request(method, url, json=body).status_code == 401, url
