"""The local PostgreSQL: made once, started on a private socket, with a role for the app that is no superuser."""

import shutil
import signal
import subprocess
from pathlib import Path

import psycopg

from coach_app.local_services.accounts import Account, myself
from coach_app.local_services.data_folder import DataFolder
from coach_app.local_services.errors import ServicesError
from coach_app.local_services.leftovers import end_leftover
from coach_app.local_services.programs import Program

MAJOR_VERSION = "18"
ADMIN_ROLE = "postgres"
APP_ROLE = "coach"
# The port only names the socket: nothing listens on TCP.
PORT = 5432
# Nothing of the caller's environment (PGDATA, PGOPTIONS, LC_*) may reach the server.
SERVER_ENV = {"PATH": "/usr/bin:/bin", "LANG": "C"}


def postgres_program(binaries: Path, folder: DataFolder, account: Account) -> Program:
    """Make the data folder where there is none, clear what a crash left, and return the server's program.

    Raises: ServicesError where the data is of another major version or cannot be made.
    """
    if not folder.postgres.exists():
        _create(binaries, folder, account)
    _check_version(folder.postgres)
    _write_access_rules(folder.postgres, account)
    end_leftover(folder.postgres / "postmaster.pid", "postgres", folder.postgres, signal.SIGINT)
    # It holds the same process number, and would stop the start in the same way.
    (folder.sockets / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
    options = {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": str(folder.sockets),
        "unix_socket_permissions": "0700",
        "log_destination": "stderr",
        "logging_collector": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
    }
    settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    return Program(
        name="PostgreSQL",
        command=[binaries / "postgres", "-D", folder.postgres, *settings],
        account=account,
        cwd=Path("/"),
        env=SERVER_ENV,
        log=folder.logs / "postgres.log",
        is_server=True,
        # SIGTERM would wait for every client to leave.
        stop_signal=signal.SIGINT,
    )


def is_ready(folder: DataFolder) -> bool:
    """Whether the server answers. Creates the app's role and database where they are missing."""
    try:
        with psycopg.connect(
            host=str(folder.sockets), port=PORT, user=ADMIN_ROLE, dbname="postgres", autocommit=True, connect_timeout=5
        ) as admin:
            if admin.execute("SELECT FROM pg_roles WHERE rolname = %s", [APP_ROLE]).fetchone() is None:
                admin.execute(f"CREATE ROLE {APP_ROLE} LOGIN NOSUPERUSER")
            if admin.execute("SELECT FROM pg_database WHERE datname = %s", [APP_ROLE]).fetchone() is None:
                admin.execute(f"CREATE DATABASE {APP_ROLE} OWNER {APP_ROLE}")
    except psycopg.OperationalError:
        return False
    return True


def _create(binaries: Path, folder: DataFolder, account: Account) -> None:
    """Make a database cluster, whole or not at all."""
    unfinished = folder.root / "postgres.unfinished"
    if unfinished.exists():
        shutil.rmtree(unfinished)
    unfinished.mkdir(mode=0o700)
    account.take(unfinished)
    made = subprocess.run(
        [
            binaries / "initdb",
            f"--pgdata={unfinished}",
            f"--username={ADMIN_ROLE}",
            "--encoding=UTF8",
            # The built-in collation does not change with the machine's C library, so indexes stay right.
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--auth-local=peer",
            "--auth-host=scram-sha-256",
            "--no-instructions",
        ],
        cwd="/",
        env=SERVER_ENV,
        user=None if account.is_myself else account.uid,
        group=None if account.is_myself else account.gid,
        extra_groups=None if account.is_myself else [],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        reason = (made.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ServicesError(f"PostgreSQL's data cannot be made in {folder.root}: {reason}")
    unfinished.rename(folder.postgres)


def _check_version(data_dir: Path) -> None:
    try:
        found = (data_dir / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise ServicesError(f"{data_dir} holds no database: move it away, or choose another COACH_DATA_DIR.") from None
    if found != MAJOR_VERSION:
        raise ServicesError(
            f"{data_dir} was written by PostgreSQL {found}, and this is {MAJOR_VERSION}: "
            "dump it with the old version and restore it, as docs/operations.md says."
        )


def _write_access_rules(data_dir: Path, account: Account) -> None:
    """Let in the launcher's user, by the socket alone, as the app or as the administrator."""
    users = {myself().name, account.name}
    rules = {
        "pg_hba.conf": "local all all peer map=launcher\n",
        "pg_ident.conf": "".join(
            f'launcher "{user}" {role}\n' for user in sorted(users) for role in (ADMIN_ROLE, APP_ROLE)
        ),
    }
    for name, text in rules.items():
        file = data_dir / name
        file.write_text(text)
        file.chmod(0o600)
        account.take(file)
