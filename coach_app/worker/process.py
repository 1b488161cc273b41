"""One worker process: Dramatiq's threads, the reconciler and the watchdog."""

import logging
import os
import signal
import sys
import threading

import dramatiq

from coach_app.domain.errors import ServiceUnavailable
from coach_app.jobs.broker import BellBroker, patient_client
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.run_generation import HeldJobs
from coach_app.worker.actors import declare_actors
from coach_app.worker.watchdog import Watchdog

_log = logging.getLogger(__name__)


def work(parts: Parts) -> int:
    """Work until SIGTERM or SIGINT; then finish what runs within the grace, and give the rest back to the queue."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s", stream=sys.stdout)
    # It tells of each of its threads.
    logging.getLogger("pyvips").setLevel(logging.WARNING)
    settings = parts.settings
    broker = BellBroker(patient_client(settings.effective_redis_url), middleware=[])
    dramatiq.set_broker(broker)
    jobs = HeldJobs()
    declare_actors(broker, parts, jobs)
    worker = dramatiq.Worker(broker, worker_threads=settings.worker_threads)
    # Dramatiq would hoard twice as many rings as it has threads.
    worker.queue_prefetch = settings.worker_threads
    worker.start()

    stopping = threading.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, lambda *_: stopping.set())
    _log.info("Ready, process %d.", os.getpid())
    with Watchdog(worker):
        _reconcile_until(stopping, parts, settings.reconcile_seconds)
    jobs.close()
    worker.stop(timeout=settings.shutdown_seconds * 1000)
    jobs.release_all()
    return 0


def _reconcile_until(stopping: threading.Event, parts: Parts, period_seconds: float) -> None:
    while not stopping.is_set():
        try:
            reconcile(parts)
        except ServiceUnavailable:
            _log.warning("PostgreSQL cannot be reached; looking again in %d s.", period_seconds)
        stopping.wait(period_seconds)
