"""`python -m tests.chaos`: thousands of jobs under random faults; ends with what did not hold, and with 1 if anything.

The seed decides which faults come and in which order; when they meet which job is left to the machine.
"""

import argparse
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from sqlalchemy import text

from tests.chaos.disk import SmallDisk
from tests.chaos.faults import POINTS
from tests.chaos.run import ChaosRun, chaos
from tests.chaos.servers import OwnServers, own_servers

_WORKERS = 4
_CLOCKS_SECONDS = (0, 0, 3_600, -3_600)
_MOST_ACTIVE = 60
_AT_ONCE = 20
# With more of them every worker that starts again would die of its first job, and starting is all that they would do.
_MOST_OPEN_FAULTS = 4
_PAUSE_SECONDS = (0.2, 1.0)
_OUTAGE_SECONDS = (0.5, 4.0)
_LONG_OUTAGE_SECONDS = 60
_DRAIN_SECONDS = 150


class Torture:
    """One run with its dice."""

    def __init__(self, run: ChaosRun, servers: OwnServers, disk: SmallDisk | None, seed: int) -> None:
        self._run = run
        self._servers = servers
        self._disk = disk
        self._dice = Random(seed)
        self._number = 0
        self.done: Counter[str] = Counter()

    def go_on(self, jobs: int, seconds: float) -> None:
        """Click and do harm until so many jobs are asked for, or the time is over."""
        ends = time.monotonic() + seconds
        has_been_long_away = False
        with ThreadPoolExecutor(1) as thread:
            clicking = thread.submit(self._click, jobs, ends)
            while not clicking.done():
                self._harm()
                if not has_been_long_away and time.monotonic() > ends - seconds / 2:
                    has_been_long_away = True
                    self._lose_valkey(min(_LONG_OUTAGE_SECONDS, seconds / 5))
                time.sleep(self._dice.uniform(*_PAUSE_SECONDS))
        clicking.result()
        self._run.find_storage()

    def _click(self, jobs: int, ends: float) -> None:
        """Spread the clicks over the time, so that faults come all along."""
        asked, began = 0, time.monotonic()
        while asked < jobs and time.monotonic() < ends:
            due = jobs * (time.monotonic() - began) / (ends - began)
            if asked <= due and self._run.count_active() < _MOST_ACTIVE:
                self._run.click(_AT_ONCE)
                asked += _AT_ONCE
            else:
                time.sleep(0.1)

    def _harm(self) -> None:
        has_room = len(self._run.faults.open()) < _MOST_OPEN_FAULTS
        kinds: dict[str, tuple[int, Callable[[], None]]] = {
            "kill at a point": (45 * has_room, lambda: self._fault("kill")),
            "stop at a point": (8 * has_room, lambda: self._fault("pause")),
            "raise at a point": (20 * has_room, lambda: self._fault("raise")),
            "storage lies": (5 * has_room, self._lie),
            "kill a worker": (5, lambda: self._run.workers.kill_one(self._dice.randrange(_WORKERS))),
            "stop a worker": (3, lambda: self._run.workers.pause_one(self._dice.randrange(_WORKERS))),
            "service fails": (15, self._fail_service),
            "storage away": (4, self._lose_storage),
            "Valkey empty": (3, lambda: self._lose_valkey(self._dice.uniform(*_OUTAGE_SECONDS))),
            "PostgreSQL restarts": (2, self._servers.stop_postgres),
            "PostgreSQL crashes": (2, self._servers.crash_postgres),
            "disk full": (3 if self._disk else 0, self._fill_disk),
        }
        name = self._dice.choices(list(kinds), [weight for weight, _ in kinds.values()])[0]
        kinds[name][1]()
        self.done[name] += 1

    def _fault(self, kind: str) -> None:
        self._number += 1
        self._run.faults.put(kind, self._dice.choice(POINTS), self._number)

    def _lie(self) -> None:
        self._number += 1
        self._run.faults.put("lie", self._dice.choice(("spooled", "uploaded")), self._number)

    def _fail_service(self) -> None:
        self._run.script(self._dice.choice(("rate_limit_plain", "500", "prompt_blocked", "cut", "hang")))

    def _lose_storage(self) -> None:
        self._run.lose_storage()
        time.sleep(self._dice.uniform(*_OUTAGE_SECONDS))
        self._run.find_storage()

    def _lose_valkey(self, seconds: float) -> None:
        self._servers.valkey.kill()
        time.sleep(seconds)
        self._servers.valkey.start()

    def _fill_disk(self) -> None:
        if self._disk:
            with self._disk.filled():
                time.sleep(self._dice.uniform(*_OUTAGE_SECONDS))


def main() -> int:
    """Run, report, and return 1 where anything did not hold."""
    options = _options()
    # An outage is no news here.
    logging.disable(logging.WARNING)
    print(f"Torture with seed {options.seed}: {options.jobs} jobs, {options.seconds} s at most.", flush=True)
    with tempfile.TemporaryDirectory(prefix="torture-") as folder, own_servers(Path(folder)) as servers:
        run_folder = Path(folder) / "run"
        # The workers' data alone: what the run itself writes down must not suffer.
        (run_folder / "data").mkdir(parents=True)
        disk = SmallDisk.mounted(run_folder / "data")
        if disk is None:
            print("Left out: the full disk, which takes root to mount.")
        try:
            with chaos(
                servers.database_url, servers.valkey.url, run_folder, workers=_WORKERS, clocks_seconds=_CLOCKS_SECONDS
            ) as run:
                torture = Torture(run, servers, disk, options.seed)
                torture.go_on(options.jobs, options.seconds)
                run.wait_until_woken()
                run.wait_until_ended(timeout_seconds=_DRAIN_SECONDS)
                return _report(run, torture, options.seed)
        finally:
            if disk:
                disk.unmount()


def _report(run: ChaosRun, torture: Torture, seed: int) -> int:
    found = run.violations()
    query = text("SELECT coalesce(error_code, status) AS how, count(*) FROM generation_jobs GROUP BY 1 ORDER BY 2 DESC")
    with run.parts.database.transaction() as db:
        ends = {str(how): int(count) for how, count in db.connection().execute(query)}
    jobs = sum(ends.values())
    print("Ends:   " + ", ".join(f"{count} {how}" for how, count in ends.items()))
    print("Harm:   " + ", ".join(f"{count} × {name}" for name, count in torture.done.most_common()))
    met = Counter(name.partition(".")[0] for name in run.faults.taken())
    print("Points: " + ", ".join(f"{count} × {name}" for name, count in sorted(met.items())))
    zombies = run.log.read_text(errors="replace").count("is held by another worker now")
    print(
        f"Workers died {run.workers.deaths} times and were woken {run.workers.pauses} times; {zombies} writes fenced."
    )
    print(f"The service was called {run.count_calls()} times.")
    for line in found[:50]:
        print(line)
    print(
        f"torture: seed {seed}, {jobs} jobs, {sum(torture.done.values())} faults, {len(found)} violations", flush=True
    )
    return 1 if found or not jobs else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description="Random faults on real servers.")
    parser.add_argument("--seed", type=int, default=Random().randrange(1_000_000))
    parser.add_argument("--jobs", type=int, default=2_000)
    parser.add_argument("--seconds", type=int, default=300)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
