"""The data folder: its layout, its owners and modes, and the lock that admits one launcher."""

import fcntl
import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coach_app.local_services.accounts import Account
from coach_app.local_services.errors import AlreadyRunning, ServicesError
from coach_app.settings import Settings

PRIVATE = 0o700
# Root's folder is passed through, not listed, by the user that the servers run as.
PASSAGE = 0o711


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where everything that must survive lives, and who owns which part."""

    root: Path
    sockets: Path

    @classmethod
    def of(cls, settings: Settings) -> "DataFolder":
        return cls(settings.data_dir, settings.socket_dir)

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def valkey(self) -> Path:
        return self.root / "valkey"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def binaries(self) -> Path:
        return self.root / "binaries"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold this folder for one launcher; the lock ends with the process. Raises AlreadyRunning."""
        self._make_root()
        with (self.root / "launcher.lock").open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                raise AlreadyRunning(
                    f"Stream Coach is already running on {self.root} (process {file.read().strip() or 'unknown'}). "
                    "Stop that one first, or choose another folder with COACH_DATA_DIR."
                ) from None
            file.truncate(0)
            file.write(f"{os.getpid()}\n")
            file.flush()
            yield

    def _make_root(self) -> None:
        """Create the folder and its missing parents. Raises ServicesError where that is not allowed."""
        missing = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        mode = PASSAGE if os.geteuid() == 0 else PRIVATE
        try:
            for folder in reversed(missing):
                folder.mkdir()
                folder.chmod(mode)
            # Touched, because a folder that merely exists may belong to somebody else.
            (self.root / "launcher.lock").touch()
            _make_private(self.logs, owners={os.geteuid(), self.root.stat().st_uid})
        except OSError as error:
            raise ServicesError(
                f"The data folder {self.root} cannot be written ({error.strerror}): "
                "choose another one with COACH_DATA_DIR."
            ) from None

    def prepare(self, account: Account) -> None:
        """Create the servers' parts for their account. Raises ServicesError where it cannot get at them."""
        for folder in (self.valkey, self.sockets):
            _make_private(folder, owners={os.geteuid(), account.uid})
            account.take(folder)
        if not account.is_myself and not _can_enter(account, self.valkey):
            raise ServicesError(
                f"User {account.name}, who runs the servers, cannot get into {self.root}: choose a folder outside of "
                "private homes with COACH_DATA_DIR, like /var/lib/coach."
            )


def _make_private(folder: Path, *, owners: set[int]) -> None:
    """Create a folder that only its owner enters. Raises ServicesError where something of somebody else is there."""
    with suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
        raise ServicesError(f"{folder} is not a folder of this user: remove it, or choose another COACH_DATA_DIR.")
    if stat.S_IMODE(found.st_mode) != PRIVATE:
        folder.chmod(PRIVATE)


def _can_enter(account: Account, folder: Path) -> bool:
    """Try it as that user: permission bits alone do not tell about access lists and mounts."""
    entered = subprocess.run(
        ["/usr/bin/env", "test", "-x", folder],
        cwd="/",
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        check=False,
    )
    return entered.returncode == 0
