"""Dramatiq over Valkey, made to wake an idle worker at once.

Dramatiq's consumer sleeps up to a second between polls of an idle queue. Here `enqueue` also pushes onto a short list,
the bell, and an idle consumer blocks on that list instead of sleeping: 2 ms from send to actor instead of 500, at 8
commands a second. The bell is a hint: a lost ring costs a second. `_RedisConsumer` is private to dramatiq 2.2;
tests/jobs/test_broker.py shows what is relied on.
"""

from typing import Any

import redis
from dramatiq import Message, MessageProxy, Middleware
from dramatiq.brokers.redis import RedisBroker, _RedisConsumer
from dramatiq.errors import ConnectionClosed
from redis.backoff import ExponentialWithJitterBackoff, NoBackoff
from redis.retry import Retry

QUEUE = "generation"
ACTOR = "run_due_generations"
_NAMESPACE = "coach"
_MOST_RINGS = 16
_BELL_EXPIRES_SECONDS = 60


class BellBroker(RedisBroker):
    """A RedisBroker whose queues have bells."""

    def __init__(self, client: redis.Redis, middleware: list[Middleware]) -> None:
        # Without the default middleware: a job's row does the retrying, the time-outs and the results.
        super().__init__(client=client, namespace=_NAMESPACE, middleware=middleware, maintenance_chance=100_000)  # type: ignore[no-untyped-call]  # Dramatiq's is untyped.

    @property
    def consumer_class(self) -> type["_BellConsumer"]:
        return _BellConsumer

    def enqueue(self, message: Message[Any], *, delay: int | None = None) -> Message[Any]:
        """Put the message into its queue and ring that queue's bell."""
        sent = super().enqueue(message, delay=delay)
        bell = bell_of(message.queue_name)
        with self.client.pipeline(transaction=False) as pipeline:
            pipeline.rpush(bell, 1)
            pipeline.ltrim(bell, -_MOST_RINGS, -1)
            pipeline.expire(bell, _BELL_EXPIRES_SECONDS)
            pipeline.execute()
        return sent

    def count_messages(self, queue_name: str) -> int:
        """Return how many messages no worker has fetched."""
        return int(self.client.llen(f"{_NAMESPACE}:{queue_name}"))  # type: ignore[arg-type]  # redis-py types both clients at once.


class _BellConsumer(_RedisConsumer):
    """Waits on the bell where the base class would sleep."""

    def __init__(self, broker: BellBroker, queue_name: str, prefetch: int, timeout: int) -> None:
        # A time-out of 0 keeps the base class from sleeping when it finds nothing.
        super().__init__(broker, queue_name, prefetch, timeout=0)  # type: ignore[no-untyped-call]  # Dramatiq's is untyped.
        self._idle_seconds = timeout / 1000

    def __next__(self) -> MessageProxy | None:
        message: MessageProxy | None = super().__next__()  # type: ignore[no-untyped-call]  # Dramatiq's is untyped.
        if message is None:
            try:
                self.broker.client.blpop([bell_of(self.queue_name)], timeout=self._idle_seconds)
            except redis.ConnectionError as exc:
                raise ConnectionClosed(exc) from None  # type: ignore[no-untyped-call]  # Dramatiq's is untyped.
        return message


def bell_of(queue_name: str) -> str:
    """Return the key of a queue's bell."""
    return f"{_NAMESPACE}:bell:{queue_name}"


def patient_client(url: str) -> redis.Redis:
    """A client for the worker: it outlasts an outage, because Dramatiq's threads do not survive one."""
    outages: list[type[Exception]] = [redis.ConnectionError, redis.TimeoutError, redis.ReadOnlyError]
    return redis.Redis.from_url(
        url,
        socket_timeout=10,
        socket_connect_timeout=3,
        health_check_interval=30,
        retry=Retry(ExponentialWithJitterBackoff(base=0.5, cap=5), retries=200),
        retry_on_error=outages,
    )


def hasty_client(url: str) -> redis.Redis:
    """A client for the web process: it gives up within half a second, since the reconciler rings again.

    Only a connection that has gone is tried once more, at once: a server that hangs would hang again.
    """
    once_more = Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))
    return redis.Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.5, retry=once_more)
