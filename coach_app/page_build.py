"""Compiles the page once, for every address that it will be served under."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SOURCES = ("coach_app", "assets", "rxconfig.py", "requirements.txt")
# The page's packages; a build rewrites it where they have changed.
LOCK = ("reflex.lock",)
NOT_IN_THE_PAGE = {"__pycache__", "node_modules", "external", "local_services", "imaging", "worker"}
# Left when a build has succeeded: the digests of what it was built from.
BUILT_FROM = PROJECT / ".web" / "built-from"
# Reflex compiles the API's address into the page. This one stands in for it, and becomes the page's own origin.
STAND_IN = "page.invalid"
STAND_IN_LITERAL = re.compile(rf"""(["'`])(http|ws)://{re.escape(STAND_IN)}([^"'`]*)\1""")


def build_page(log: Path) -> None:
    """Compile the page where its sources have changed. Raises SystemExit with the reason."""
    sources = _digest(SOURCES)
    if BUILT_FROM.exists() and BUILT_FROM.read_text() == sources + _digest(LOCK):
        return
    print("Building the page…", flush=True)
    BUILT_FROM.unlink(missing_ok=True)
    # Reflex copies only what is newer than its copy, and what is unpacked over an older version may not be.
    shutil.rmtree(PROJECT / ".web" / "public", ignore_errors=True)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        built = subprocess.run(
            [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"],
            cwd=PROJECT,
            env=reflex_environment() | {"REFLEX_API_URL": f"http://{STAND_IN}"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if built.returncode != 0:
        last_lines = "\n".join(log.read_text(errors="replace").strip().splitlines()[-5:])
        raise SystemExit(f"The page cannot be built:\n{last_lines}\n(more in {log})")
    follow_own_origin(PROJECT / ".web" / "build" / "client" / "assets")
    BUILT_FROM.write_text(sources + _digest(LOCK))


def reflex_environment() -> dict[str, str]:
    """Return the environment for Reflex, which keeps its own files in this project and looks nothing up."""
    return os.environ | {
        "REFLEX_DIR": str(PROJECT / ".build" / "reflex"),
        "REFLEX_CHECK_LATEST_VERSION": "false",
    }


def follow_own_origin(scripts: Path) -> None:
    """Let the compiled page talk to wherever it came from, so that another port or name needs no new build."""
    origins = {"http": "location.origin", "ws": 'location.origin.replace("http","ws")'}
    script = next(scripts.glob("reflex-env-*.js"))
    text, count = STAND_IN_LITERAL.subn(lambda found: f'{origins[found[2]]}+"{found[3]}"', script.read_text())
    if count == 0 or STAND_IN in text:
        raise SystemExit(f"The page cannot be built: {script.name} holds addresses of an unknown form.")
    script.write_text(text)
    script.with_name(f"{script.name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _digest(sources: Sequence[str]) -> str:
    digest = sha256()
    for path in _source_files(sources):
        digest.update(f"\n{path.relative_to(PROJECT)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _source_files(sources: Sequence[str]) -> Iterator[Path]:
    for source in sources:
        path = PROJECT / source
        if path.is_file():
            yield path
        for folder, names, files in os.walk(path):
            names[:] = sorted(set(names) - NOT_IN_THE_PAGE)
            yield from (Path(folder) / name for name in sorted(files))
