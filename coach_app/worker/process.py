"""One worker process: Dramatiq's threads, the reconciler and the watchdog."""

import logging
import os
import signal
import sys
import threading
from uuid import UUID

import dramatiq

from coach_app.domain.errors import ServiceUnavailable
from coach_app.jobs.broker import BellBroker, patient_client
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.run_generation import HeldJobs
from coach_app.use_cases.take_over import take_over
from coach_app.worker.actors import declare_actors
from coach_app.worker.place import worker_place
from coach_app.worker.watchdog import Watchdog

_log = logging.getLogger(__name__)


def work(parts: Parts) -> int:
    """Work until SIGTERM or SIGINT; then finish what runs within the grace, and give the rest back to the queue."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s", stream=sys.stdout)
    # They tell of each thread, and of each request.
    for talkative in ("pyvips", "httpx"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    stopping = threading.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, lambda *_: stopping.set())
    with worker_place(parts.settings.data_dir / "workers") as worker_id:
        _take_over(stopping, parts, worker_id)
        _work_until(stopping, parts, HeldJobs(worker_id))
    return 0


def _take_over(stopping: threading.Event, parts: Parts, worker_id: UUID) -> None:
    """Free what the last worker in this place has left, as soon as PostgreSQL is there."""
    while not stopping.is_set():
        try:
            return take_over(parts, worker_id=worker_id)
        except ServiceUnavailable:
            _log.warning("PostgreSQL cannot be reached; looking again in %d s.", parts.settings.reconcile_seconds)
            stopping.wait(parts.settings.reconcile_seconds)
    return None


def _work_until(stopping: threading.Event, parts: Parts, jobs: HeldJobs) -> None:
    settings = parts.settings
    broker = BellBroker(patient_client(settings.effective_redis_url), middleware=[])
    dramatiq.set_broker(broker)
    declare_actors(broker, parts, jobs)
    worker = dramatiq.Worker(broker, worker_threads=settings.worker_threads)
    # Dramatiq would hoard twice as many rings as it has threads.
    worker.queue_prefetch = settings.worker_threads
    worker.start()
    _log.info("Ready, process %d.", os.getpid())
    with Watchdog(worker):
        _reconcile_until(stopping, parts, settings.reconcile_seconds)
    jobs.close()
    worker.stop(timeout=settings.shutdown_seconds * 1000)
    jobs.release_all()


def _reconcile_until(stopping: threading.Event, parts: Parts, period_seconds: float) -> None:
    while not stopping.is_set():
        try:
            reconcile(parts)
        except ServiceUnavailable:
            _log.warning("PostgreSQL cannot be reached; looking again in %d s.", period_seconds)
        stopping.wait(period_seconds)
