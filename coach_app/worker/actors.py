"""The worker's one actor: a ring means that something may be due."""

import logging

import dramatiq

from coach_app.domain.errors import ServiceUnavailable
from coach_app.jobs.broker import ACTOR, QUEUE, BellBroker
from coach_app.parts import Parts
from coach_app.use_cases.run_generation import HeldJobs, run_next_generation

_log = logging.getLogger(__name__)


def declare_actors(broker: BellBroker, parts: Parts, jobs: HeldJobs) -> None:
    """Register the actors with the broker."""

    @dramatiq.actor(broker=broker, queue_name=QUEUE, actor_name=ACTOR)
    def run_due_generations() -> None:
        try:
            while run_next_generation(parts, jobs):
                pass
        except ServiceUnavailable:
            _log.warning("PostgreSQL could not be reached; the reconciler rings again.")
