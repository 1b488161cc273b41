"""`python -m tests.chaos.worker`: the product's worker, with fault points around its ports and a paid service to call.

`CHAOS_DIR` holds the faults, `CHAOS_PROVIDER` is the service's address. `CHAOS_CLOCK_SECONDS` puts this process's
clock wrong; `CHAOS_NO_FENCES` lets writes through that do not hold their job any more.
"""

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from coach_app.database import claimed_jobs
from coach_app.domain import provider_health
from coach_app.domain.ports import Choice
from coach_app.wiring import parts as wired_parts
from coach_app.worker.process import work
from tests.chaos.faults import Faults
from tests.chaos.parts import FaultyArtist, FaultyDatabase, FaultyHub, FaultyStorage
from tests.provider.running import nano_banana

CALL_SECONDS = 2.0
_REST_SECONDS = 0.2


def main() -> int:
    faults = Faults(Path(os.environ["CHAOS_DIR"]))
    if offset := float(os.environ.get("CHAOS_CLOCK_SECONDS", "0")):
        right = time.time
        time.time = lambda: right() + offset
    if os.environ.get("CHAOS_NO_FENCES"):
        claimed_jobs.FENCE = "id = :id AND :attempt = :attempt"
    # A service that fails so often would rest most of the time.
    provider_health.FIRST_REST_SECONDS = provider_health.LONGEST_REST_SECONDS = _REST_SECONDS
    provider_health.PROBE_SECONDS = CALL_SECONDS
    parts = wired_parts()
    return work(
        replace(
            parts,
            artists=Choice(
                parts.artists.built_in,
                FaultyArtist(nano_banana(os.environ["CHAOS_PROVIDER"], call_seconds=CALL_SECONDS), faults),
            ),
            storage=FaultyStorage(parts.storage, faults),
            hub=FaultyHub(parts.hub, faults),
            database=FaultyDatabase(parts.settings.effective_database_url, faults),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
