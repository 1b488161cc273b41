"""The doorbell: how fast it wakes, and that a broker that is away costs a caller little."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import dramatiq
import pytest
import redis
from dramatiq import Message

from coach_app.jobs.bell import DramatiqBell
from coach_app.jobs.broker import ACTOR, QUEUE, BellBroker, bell_of, hasty_client, patient_client
from coach_app.live.publisher import ValkeyPublisher
from tests.own_valkey import own_valkey


@pytest.fixture
def heard(redis_url: str) -> Iterator[list[float]]:
    """Times at which an idle worker's actor was called."""
    times: list[float] = []
    broker = BellBroker(patient_client(redis_url), middleware=[])

    @dramatiq.actor(broker=broker, queue_name=QUEUE, actor_name=ACTOR)
    def listen() -> None:
        times.append(time.monotonic())

    worker = dramatiq.Worker(broker, worker_threads=1)
    worker.start()
    yield times
    worker.stop(timeout=5_000)


def _wait_for(times: list[float], count: int) -> None:
    deadline = time.monotonic() + 5
    while len(times) < count and time.monotonic() < deadline:
        time.sleep(0.001)
    assert len(times) == count


def test_a_ring_wakes_an_idle_worker_within_milliseconds(redis_url: str, heard: list[float]) -> None:
    bell = DramatiqBell(BellBroker(hasty_client(redis_url), middleware=[]))
    delays = []
    for count in range(1, 12):
        time.sleep(0.15)  # Long enough for dramatiq's own consumer to fall into its slow polling.
        rung = time.monotonic()
        bell.ring()
        _wait_for(heard, count)
        delays.append(heard[-1] - rung)
    assert sorted(delays)[len(delays) // 2] < 0.05


def test_a_message_without_a_bell_is_still_found(redis_url: str, heard: list[float]) -> None:
    broker = BellBroker(hasty_client(redis_url), middleware=[])
    broker.declare_queue(QUEUE)
    message: Message[None] = Message(queue_name=QUEUE, actor_name=ACTOR, args=(), kwargs={}, options={})
    super(BellBroker, broker).enqueue(message)
    assert not broker.client.exists(bell_of(QUEUE))
    _wait_for(heard, 1)
    assert heard


def test_the_bell_list_stays_short_without_a_worker(redis_url: str) -> None:
    bell = DramatiqBell(BellBroker(hasty_client(redis_url), middleware=[]))
    for _ in range(50):
        bell.ring()
    client = redis.Redis.from_url(redis_url)
    assert client.llen(bell_of(QUEUE)) == 16
    assert client.ttl(bell_of(QUEUE)) != -1


def test_a_broker_that_is_away_is_no_error_and_costs_little_time() -> None:
    bell = DramatiqBell(BellBroker(hasty_client("redis://127.0.0.1:1/0"), middleware=[]))
    began = time.monotonic()
    bell.ring()
    assert time.monotonic() - began < 1.5


def test_a_broker_that_hangs_costs_a_click_less_than_its_second_and_a_half() -> None:
    with TemporaryDirectory() as short_path, own_valkey(Path(short_path)) as url:
        bell = DramatiqBell(BellBroker(hasty_client(url), middleware=[]))
        hub = ValkeyPublisher(url)
        bell.ring()
        os.kill(int((Path(short_path) / "v.pid").read_text()), signal.SIGSTOP)
        # First over a connection that is there, then over a new one.
        for _ in range(2):
            began = time.monotonic()
            bell.ring()
            hub.publish(uuid4(), {"type": "session"})
            assert time.monotonic() - began < 1.3
