"""Who the servers run as: root hands them to an unprivileged user, everybody else runs them as themselves."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from coach_app.local_services.errors import ServicesError

# PostgreSQL refuses to run as root. "coach" comes first for an operator who made a user of its own.
UNPRIVILEGED_USERS = ("coach", "nobody", "daemon")


@dataclass(frozen=True, slots=True)
class Account:
    """An operating system user."""

    name: str
    uid: int
    gid: int

    @property
    def is_myself(self) -> bool:
        return self.uid == os.geteuid()

    def owns(self, path: Path) -> bool:
        return path.stat().st_uid == self.uid

    def take(self, path: Path) -> None:
        """Make this account the owner of a file or folder."""
        if not self.owns(path):
            os.chown(path, self.uid, self.gid)


def myself() -> Account:
    """Return the account of this process; in a container its number may have no name."""
    try:
        return _account(pwd.getpwuid(os.geteuid()))
    except KeyError:
        return Account("", os.geteuid(), os.getegid())


def server_account(database_dir: Path) -> Account:
    """Return who runs the servers: myself, or for root whoever owns the database, else an unprivileged user.

    Raises: ServicesError where that user has no name, or does not exist.
    """
    me = myself()
    if not me.name:
        raise ServicesError(
            f"User number {me.uid} has no name on this machine, and PostgreSQL needs one: "
            "add it to /etc/passwd, or set COACH_DATABASE_URL and COACH_REDIS_URL."
        )
    if me.uid != 0:
        return me
    if database_dir.exists() and database_dir.stat().st_uid != 0:
        try:
            return _account(pwd.getpwuid(database_dir.stat().st_uid))
        except KeyError:
            raise ServicesError(f"{database_dir} belongs to a user that this machine does not know.") from None
    for name in UNPRIVILEGED_USERS:
        try:
            return _account(pwd.getpwnam(name))
        except KeyError:
            continue
    raise ServicesError("PostgreSQL does not run as root: create a user named coach for it.")


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
