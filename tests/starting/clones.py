"""A clone of the project with what `make run` installs already in place, for a user of choice."""

import os
import pwd
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.servers import PROJECT

STRANGER = pwd.getpwnam("daemon")
UNUSED_OF_PYTHON = shutil.ignore_patterns("site-packages", "test", "tests", "*.a", "config-3*", "share", "include")


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone in a home of mode 0700. `env` is what its user runs make with."""

    folder: Path
    home: Path
    uid: int
    gid: int
    env: dict[str, str]


def clone_into(home: Path, uid: int, gid: int) -> Clone:
    """Copy the project's files, and link its packages, into this new home."""
    home.mkdir(mode=0o700)
    clone = Clone(home / "clone", home, uid, gid, {"PATH": os.environ["PATH"], "HOME": str(home)})
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (PROJECT / name).is_file():
            (clone.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, clone.folder / name)
    _add_virtual_environment(clone)
    for part in (".web", "coach_app/artists/offline/node_modules"):
        shutil.copytree(PROJECT / part, clone.folder / part, copy_function=_link, symlinks=True)
    for stamp in (".venv/bin/pip", ".venv/installed", "coach_app/artists/offline/node_modules/.installed"):
        (clone.folder / stamp).unlink(missing_ok=True)
        (clone.folder / stamp).touch()
    if uid != os.geteuid():
        for path in (home, *home.rglob("*")):
            if not path.is_symlink() and (path.is_dir() or path.stat().st_nlink == 1):
                os.chown(path, uid, gid)
    return clone


def _add_virtual_environment(clone: Clone) -> None:
    """Make an environment of the running Python and its packages; both are copied where the user cannot reach them."""
    python, packages = Path(sys.base_prefix), Path(sys.prefix) / "lib"
    if not _can_reach(clone, python):
        shutil.copytree(python, clone.home / "python", ignore=UNUSED_OF_PYTHON, symlinks=True)
        python = clone.home / "python"
        clone.env["LD_LIBRARY_PATH"] = str(python / "lib")
    environment = clone.folder / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "pyvenv.cfg").write_text(f"home = {python / 'bin'}\ninclude-system-site-packages = false\n")
    (environment / "bin" / "python").symlink_to(
        python / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    )
    if _can_reach(clone, packages):
        (environment / "lib").symlink_to(packages)
    else:
        shutil.copytree(packages, environment / "lib", copy_function=_link, symlinks=True)


def _can_reach(clone: Clone, path: Path) -> bool:
    """Whether the clone's user may enter a folder."""
    is_mine = clone.uid == os.geteuid()
    found = subprocess.run(
        ["/usr/bin/env", "test", "-x", path],
        user=None if is_mine else clone.uid,
        group=None if is_mine else clone.gid,
        extra_groups=None if is_mine else [],
        check=False,
    )
    return found.returncode == 0


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
