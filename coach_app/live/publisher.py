"""Tells every web process that a session's row has changed."""

import logging
from collections.abc import Mapping
from uuid import UUID

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from coach_app.live.channel import channel_of, encode

_log = logging.getLogger(__name__)


class ValkeyPublisher:
    """Publishes hints; a lost one costs a tab the seconds until its next poll."""

    def __init__(self, url: str) -> None:
        # A connection that has gone is tried once more, a server that hangs is not: somebody waits for the answer.
        once_more = Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))
        self._client = redis.Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.5, retry=once_more)

    def publish(self, session_id: UUID, event: Mapping[str, object]) -> None:
        """Send the hint to whoever listens to this session."""
        try:
            self._client.publish(channel_of(session_id), encode(event))
        except redis.RedisError:
            _log.warning("A live hint could not be sent; open tabs will notice by their own poll.")
