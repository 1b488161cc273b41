"""`python -m benchmarks`: measures a clean clone from the first command on, and prints one table."""

import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import clicks, files, jobs, keying, page_load, providers, resting, starts
from tests.chromium import FLAGS, chromium_path
from tests.journeys.running_app import PROJECT


def main() -> int:
    """Print every figure with its target; return 0 whether or not the targets are met."""
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as folder:
        root = Path(folder)
        # The servers of a start as root run as another user.
        root.chmod(0o755)
        clone = root / "clone"
        subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(clone)], check=True)
        app = starts.measure_starts(clone, root / "data")
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
                resting.measure_rest(app, "at rest")
                page_load.measure_page_load(browser, app)
                clicks.measure_clicks(browser, app)
                resting.measure_rest(app, f"after {clicks.GENERATIONS} generations")
                browser.close()
        finally:
            starts.stop(app)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        providers.measure_providers(browser)
        browser.close()
    jobs.measure_jobs()
    files.measure_files()
    keying.measure_keying()
    return 0


if __name__ == "__main__":
    sys.exit(main())
