"""`python -m coach_app.worker`: a worker with the parts that the settings choose."""

import sys

from coach_app.wiring import parts, prepare_to_draw
from coach_app.worker.process import work


def main() -> int:
    """Load what drawing needs, then work until asked to stop."""
    prepare_to_draw()
    return work(parts())


if __name__ == "__main__":
    sys.exit(main())
