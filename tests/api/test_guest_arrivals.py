"""How many guests one address may bring."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from sqlalchemy import text

from coach_app.api.app import create_api
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.wiring import parts as wired_parts
from tests.api.conftest import ORIGIN

MakeParts = Callable[..., Parts]


def test_one_address_brings_as_many_guests_as_may(make_parts: MakeParts) -> None:
    parts = make_parts(guests_per_address=2, proxy_hops=1)
    app = create_api()
    app.dependency_overrides[wired_parts] = lambda: parts

    def arrive(forwarded: str) -> str:
        browser = TestClient(app, base_url=ORIGIN, headers={"Origin": ORIGIN}, follow_redirects=False)
        answer = browser.post("/api/v1/sign-in/guest", headers={"X-Forwarded-For": forwarded})
        return str(answer.headers["location"])

    assert [arrive("203.0.113.7") for _ in range(2)] == [f"{ORIGIN}/coach"] * 2
    # What the caller itself writes in front changes nothing.
    assert arrive("198.51.100.1, 203.0.113.7").endswith("refused=many")
    assert arrive("203.0.113.8") == f"{ORIGIN}/coach"
    # A household has a whole network of IPv6 addresses.
    assert [arrive(f"2001:db8:1:1::{number}").endswith("many") for number in range(3)] == [False, False, True]
    assert [arrive("127.0.0.1") for _ in range(3)] == [f"{ORIGIN}/coach"] * 3
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE guest_arrivals SET arrived_at = now() - interval '25 hours'"))
    assert arrive("203.0.113.7") == f"{ORIGIN}/coach"
    reconcile(parts)
    with parts.database.transaction() as db:
        assert db.connection().execute(text("SELECT count(*) FROM guest_arrivals")).scalar_one() == 1
