"""The bell that use cases ring after a commit."""

import logging

import redis
from dramatiq import Message
from dramatiq.errors import BrokerConnectionError

from coach_app.jobs.broker import ACTOR, QUEUE, BellBroker

_log = logging.getLogger(__name__)


class DramatiqBell:
    """Sends an empty message to the worker's actor."""

    def __init__(self, broker: BellBroker) -> None:
        self._broker = broker
        broker.declare_queue(QUEUE)

    def ring(self, times: int = 1) -> None:
        """Ring, or say in the log that it could not be heard: the row is committed and the reconciler rings again.

        Rings that nobody has answered yet count: more would only pile up while every worker is busy.
        """
        try:
            for _ in range(times - self._broker.count_messages(QUEUE) if times > 1 else times):
                message: Message[None] = Message(queue_name=QUEUE, actor_name=ACTOR, args=(), kwargs={}, options={})
                self._broker.enqueue(message)
        except (redis.RedisError, BrokerConnectionError):
            _log.warning("The queue cannot be reached; the job waits for the reconciler.")
