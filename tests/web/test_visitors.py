"""Who a cookie belongs to, while the database is there and while it is not."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from coach_app.database.engine import Database
from coach_app.domain.errors import ServiceUnavailable
from coach_app.parts import Parts
from coach_app.use_cases import sign_in
from coach_app.web import visitors as module
from coach_app.web.visitors import Visitors

SetClock = Callable[[float], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    return lambda seconds: monkeypatch.setattr(module, "monotonic", lambda: seconds)


def _recognise(visitors: Visitors, token: str) -> bool:
    return asyncio.run(visitors.recognise(token)) is not None


def test_a_cookie_is_looked_up_again_after_seconds(parts: Parts, set_clock: SetClock) -> None:
    visitors, token = Visitors(parts), sign_in.start_guest(parts)
    set_clock(0)
    assert _recognise(visitors, token)
    sign_in.sign_out(parts, token=token)
    set_clock(4.9)
    assert _recognise(visitors, token)
    set_clock(5.1)
    assert not _recognise(visitors, token)


def test_who_was_here_stays_while_the_database_is_away(parts: Parts, set_clock: SetClock) -> None:
    away = Database("postgresql+psycopg://nobody@localhost:1/none")
    visitors, token = Visitors(parts), sign_in.start_guest(parts)
    set_clock(0)
    assert _recognise(visitors, token)
    visitors._parts = replace(parts, database=away)
    set_clock(60)
    assert _recognise(visitors, token)
    with pytest.raises(ServiceUnavailable):
        _recognise(visitors, "never seen")
    set_clock(4_000)
    with pytest.raises(ServiceUnavailable):
        _recognise(visitors, token)


def test_without_a_cookie_nobody_is_asked(parts: Parts) -> None:
    assert not _recognise(Visitors(replace(parts, database=Database("postgresql+psycopg://nobody@localhost:1/x"))), "")


def test_made_up_cookies_do_not_pile_up(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_REMEMBERED", 10)
    visitors, numbers = Visitors(parts), count()
    for _ in range(25):
        _recognise(visitors, f"made-up-{next(numbers)}")
    assert len(visitors._remembered) <= 10
