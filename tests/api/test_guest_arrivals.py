"""How many guests one address may bring."""

import logging
from collections.abc import Callable

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from sqlalchemy import text

from coach_app.api.app import create_api
from coach_app.api.caller_address import caller_address, tell_of_a_proxy
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.wiring import parts as wired_parts
from tests.api.conftest import ORIGIN

MakeParts = Callable[..., Parts]
Arrive = Callable[..., bool]


def arriving(parts: Parts, peer: str = "127.0.0.1") -> Arrive:
    """Return what lets a new guest arrive over a connection from there, and says whether there was room."""
    app = create_api()
    app.dependency_overrides[wired_parts] = lambda: parts

    def arrive(forwarded: str = "", header: str = "X-Forwarded-For") -> bool:
        browser = TestClient(app, base_url=ORIGIN, follow_redirects=False, client=(peer, 50_000))
        headers = {"Origin": ORIGIN} | ({header: forwarded} if forwarded else {})
        came_to: str = browser.post("/api/v1/sign-in/guest", headers=headers).headers["location"]
        assert came_to in {f"{ORIGIN}/coach", f"{ORIGIN}/?refused=many"}
        return came_to == f"{ORIGIN}/coach"

    return arrive


def test_one_address_brings_as_many_guests_as_may(make_parts: MakeParts) -> None:
    parts = make_parts(guests_per_address=2, proxy_hops=1)
    arrive = arriving(parts)
    assert [arrive("203.0.113.7") for _ in range(2)] == [True, True]
    # What the caller itself writes in front changes nothing.
    assert not arrive("198.51.100.1, 203.0.113.7")
    assert arrive("203.0.113.8")
    # A household has a whole network of IPv6 addresses.
    assert [arrive(f"2001:db8:1:1::{number}") for number in range(3)] == [True, True, False]
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE guest_arrivals SET arrived_at = now() - interval '25 hours'"))
    assert arrive("203.0.113.7")
    reconcile(parts)
    with parts.database.transaction() as db:
        assert db.connection().execute(text("SELECT count(*) FROM guest_arrivals")).scalar_one() == 1


@pytest.mark.parametrize(
    "spellings",
    [
        ("203.0.113.7:1001", "203.0.113.7:1002", "203.0.113.7"),
        ("[2001:db8:1:1::1]:1001", "[2001:db8:1:1::2]", "2001:db8:1:1::3"),
        ("::ffff:203.0.113.7", "203.0.113.7", "[::ffff:203.0.113.7]:1003"),
        ("fe80::1%1", "fe80::1%2", "fe80::1"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
        # What names nobody is the proxy's.
        ("unknown", "foo", ""),
    ],
)
def test_one_address_is_counted_however_a_proxy_writes_it(make_parts: MakeParts, spellings: tuple[str, ...]) -> None:
    arrive = arriving(make_parts(guests_per_address=2, proxy_hops=1))
    assert [arrive(spelling) for spelling in spellings] == [True, True, False]


def test_a_line_that_the_caller_wrote_above_the_one_of_the_proxy_changes_nothing() -> None:
    # A test's browser would make one line of the two.
    lines = [(b"x-forwarded-for", b"198.51.100.1"), (b"x-forwarded-for", b"203.0.113.7")]
    request = Request({"type": "http", "client": ("127.0.0.1", 50_000), "headers": lines})
    assert caller_address(request, proxy_hops=1) == "203.0.113.7"


def test_callers_of_whom_too_few_proxies_have_spoken_count_together(make_parts: MakeParts) -> None:
    parts = make_parts(guests_per_address=2, proxy_hops=2)
    assert [arriving(parts)(forwarded) for forwarded in ("203.0.113.7", "", "203.0.113.8")] == [True, True, False]
    assert arriving(parts, peer="192.0.2.1")("203.0.113.7")


def test_guests_of_this_machine_itself_are_not_counted(make_parts: MakeParts) -> None:
    parts = make_parts(guests_per_address=1)
    assert [arriving(parts, peer)() for peer in ("127.0.0.1", "::1", "::ffff:127.0.0.1")] == [True] * 3


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_a_proxy_that_nobody_has_told_of_is_one_address_and_one_line_in_the_log(
    make_parts: MakeParts, caplog: pytest.LogCaptureFixture, header: str
) -> None:
    tell_of_a_proxy.cache_clear()
    arrive = arriving(make_parts(guests_per_address=2))
    with caplog.at_level(logging.WARNING, "coach_app"):
        assert [arrive(f"203.0.113.{number}", header) for number in range(3)] == [True, True, False]
    assert [record.getMessage().count("COACH_PROXY_HOPS") for record in caplog.records] == [1]
