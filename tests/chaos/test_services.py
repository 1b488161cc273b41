"""Real workers while what they stand on goes away, comes back empty, forgets an answer or lies."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text

from tests.chaos.run import ChaosRun, chaos
from tests.chaos.servers import CuttingProxy, OwnServers, own_servers


@pytest.fixture(scope="module")
def servers() -> Iterator[OwnServers]:
    with TemporaryDirectory() as short_path, own_servers(Path(short_path)) as started:
        yield started


@pytest.fixture
def run(servers: OwnServers, tmp_path: Path) -> Iterator[ChaosRun]:
    with chaos(servers.database_url, servers.valkey.url, tmp_path) as started:
        yield started


def _end_well(run: ChaosRun) -> None:
    run.wait_until_ended(timeout_seconds=60)
    assert run.violations() == []


def test_a_valkey_that_comes_back_empty_costs_no_job(run: ChaosRun, servers: OwnServers) -> None:
    run.click(30)
    servers.valkey.kill()
    began = time.monotonic()
    run.click(4)
    # Two guests, four sessions and their briefs too: no request waits for the queue longer than its 1.5 s.
    assert time.monotonic() - began < 8
    servers.valkey.start()
    _end_well(run)


@pytest.mark.parametrize("how", ["stop", "crash"])
def test_a_postgres_that_restarts_loses_nothing_acknowledged(run: ChaosRun, servers: OwnServers, how: str) -> None:
    run.click(20)
    before = _postgres_started_at(run)
    servers.stop_postgres() if how == "stop" else servers.crash_postgres()
    run.click(20)
    _end_well(run)
    assert run.count_succeeded() == 40
    assert _postgres_started_at(run) > before


def _postgres_started_at(run: ChaosRun) -> datetime:
    with run.parts.database.transaction() as db:
        started_at: datetime = db.connection().execute(text("SELECT pg_postmaster_start_time()")).scalar_one()
    return started_at


def test_storage_that_is_away_never_makes_a_second_call(run: ChaosRun) -> None:
    run.lose_storage()
    run.click(6)
    time.sleep(4)
    run.find_storage()
    _end_well(run)
    assert (run.count_succeeded(), run.count_calls()) == (6, 6)


def test_storage_that_lies_is_found_out(run: ChaosRun) -> None:
    for number in range(3):
        run.faults.put("lie", "spooled", number)
        run.faults.put("lie", "uploaded", number)
    run.click(10)
    _end_well(run)
    assert run.faults.open() == []
    assert (run.count_succeeded(), run.count_calls()) == (10, 10)


@pytest.mark.parametrize("command", [b"enqueue", b"fetch"])
def test_a_lost_reply_of_valkey_doubles_and_strands_nothing(
    servers: OwnServers, tmp_path: Path, command: bytes
) -> None:
    proxy = CuttingProxy(Path(servers.valkey.url.removeprefix("unix://")))
    with chaos(servers.database_url, proxy.url, tmp_path) as run:
        run.click(4)
        run.wait_until_ended(timeout_seconds=20)
        proxy.lose_reply_to(command)
        run.click(10)
        _end_well(run)
        assert proxy.cuts
        assert run.count_calls() == 14
    proxy.close()
