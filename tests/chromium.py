"""Which Chromium the journeys drive; run as a module it gets one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path | None:
    """Return a Chromium that runs: the system's, else Playwright's own."""
    for name in SYSTEM_NAMES:
        found = shutil.which(name)
        if found and _runs(Path(found)):
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() and _runs(own) else None


def chromium_path() -> Path:
    """Return the Chromium to drive. Raises RuntimeError where there is none."""
    found = find_chromium()
    if found is None:
        raise RuntimeError("There is no Chromium: `make test` installs one.")
    return found


def _runs(browser: Path) -> bool:
    """Some distributions keep a stub under the name, which only says how to install the real one."""
    try:
        version = subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=60)
    except OSError:
        return False
    return version.returncode == 0


def get_chromium() -> Path:
    """Return a Chromium, installing one where there is none. Raises SystemExit with what helps."""
    found = find_chromium()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's Chromium…", flush=True)
        subprocess.run("apt-get -qq update && apt-get -qq install -y chromium", shell=True, check=False)
        found = find_chromium()
    if found is None:
        print("Installing Playwright's Chromium…", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        found = find_chromium()
    if found is None:
        raise SystemExit("The tests need a Chromium: install one and see that `chromium --version` runs.")
    return found


if __name__ == "__main__":
    get_chromium()
