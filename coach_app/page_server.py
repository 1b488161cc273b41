"""Becomes the server of page and API, in production or in development."""

import os
import sys
from typing import NoReturn

from coach_app.page_build import PROJECT, reflex_environment
from coach_app.settings import Settings

DEVELOPMENT_API_PORT_OFFSET = 5_000
LAST_PORT = 65_535
WORKERS_KILL_TIMEOUT_SECONDS = 3


def serve_page(settings: Settings) -> NoReturn:
    """Become granian, which replaces a worker that dies; it serves the page that is built."""
    os.chdir(PROJECT)
    os.execve(
        sys.executable,
        [
            *(sys.executable, "-m", "granian", "--interface", "asgi", "--factory"),
            *("--host", settings.host, "--port", str(settings.port)),
            *("--workers", "1", "--respawn-failed-workers"),
            *("--workers-kill-timeout", str(WORKERS_KILL_TIMEOUT_SECONDS)),
            *("--log-level", "warning", "--no-access-log"),
            "coach_app.coach_app:app",
        ],
        reflex_environment()
        | {
            "REFLEX_ENV_MODE": "prod",
            "REFLEX_API_URL": settings.public_url,
            "__REFLEX_SKIP_COMPILE": "true",
            "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        },
    )


def serve_page_in_development(settings: Settings) -> NoReturn:
    """Become Reflex's development server, which reloads what changes; the API has a port of its own there."""
    os.chdir(PROJECT)
    api_port = settings.port + DEVELOPMENT_API_PORT_OFFSET
    if api_port > LAST_PORT:
        api_port = settings.port - DEVELOPMENT_API_PORT_OFFSET
    os.execve(
        sys.executable,
        [sys.executable, "-m", "reflex", "run", "--backend-port", str(api_port)],
        reflex_environment(),
    )
