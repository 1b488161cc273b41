"""Builds the page once, and becomes the server of page and API, in production or development."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from coach_app.settings import Settings

PROJECT = Path(__file__).resolve().parents[1]
# Left when a build has succeeded, with the digest of what it was built from.
BUILT_FROM = PROJECT / ".web" / "built-from"
SOURCES = ("coach_app", "assets", "reflex.lock", "rxconfig.py", "requirements.txt")
WORKERS_KILL_TIMEOUT_SECONDS = 3


def build_page(settings: Settings, log: Path) -> None:
    """Compile the page where its sources or its address have changed. Raises SystemExit with the reason."""
    digest = _digest(settings)
    if BUILT_FROM.exists() and BUILT_FROM.read_text() == digest:
        return
    print("Building the page…", flush=True)
    BUILT_FROM.unlink(missing_ok=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        built = subprocess.run(
            [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"],
            cwd=PROJECT,
            env=_environment() | _addresses(settings),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if built.returncode != 0:
        last_lines = "\n".join(log.read_text(errors="replace").strip().splitlines()[-5:])
        raise SystemExit(f"The page cannot be built:\n{last_lines}\n(more in {log})")
    BUILT_FROM.write_text(digest)


def serve_page(settings: Settings) -> NoReturn:
    """Become the web server: granian, which replaces a worker that dies."""
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
        _environment()
        | _addresses(settings)
        | {
            "REFLEX_ENV_MODE": "prod",
            "__REFLEX_SKIP_COMPILE": "true",
            "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
        },
    )


def serve_page_in_development() -> NoReturn:
    """Become Reflex's development server, which reloads what changes."""
    os.chdir(PROJECT)
    os.execve(sys.executable, [sys.executable, "-m", "reflex", "run"], _environment())


def _environment() -> dict[str, str]:
    """Return the environment for Reflex, which keeps its own files in this project."""
    return os.environ | {
        "REFLEX_DIR": str(PROJECT / ".build" / "reflex"),
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "COACH_SERVICES": "started",
    }


def _addresses(settings: Settings) -> dict[str, str]:
    return {"REFLEX_API_URL": settings.public_url, "REFLEX_DEPLOY_URL": settings.public_url}


def _digest(settings: Settings) -> str:
    digest = sha256(settings.public_url.encode())
    for path in _source_files():
        digest.update(f"\n{path.relative_to(PROJECT)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _source_files() -> Iterator[Path]:
    for source in SOURCES:
        path = PROJECT / source
        if path.is_file():
            yield path
        for folder, names, files in os.walk(path):
            names[:] = sorted(set(names) - {"__pycache__", "node_modules", "local_services", "external"})
            yield from (Path(folder) / name for name in sorted(files))
