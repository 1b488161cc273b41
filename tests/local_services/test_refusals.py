"""What stops a start, and the one sentence that says so."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.local_services.launching import IS_ROOT, Servers, started
from tests.servers import PROJECT


def _start(data_dir: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "coach_app.local_services", *arguments],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "COACH_DATA_DIR": str(data_dir)} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_one_sentence(start: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert start.returncode == 1
    assert start.stdout == ""
    (line,) = start.stderr.splitlines()
    for word in words:
        assert word in line


def test_a_second_launcher_on_the_same_data_is_refused(data_dir: Path) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        assert_one_sentence(
            _start(data_dir, "--", "true"), "already running", str(servers.launcher.pid), "COACH_DATA_DIR"
        )
        assert servers.remembered() == (["kept"], ["kept"])


def test_a_parent_that_asks_for_services_is_content_with_those_that_run(data_dir: Path) -> None:
    with started(data_dir):
        again = _start(data_dir, "--until-parent-ends")
    assert (again.returncode, again.stdout) == (0, "ready\n")


@pytest.mark.parametrize(
    ("variable", "value"), [("PORT", "many"), ("COACH_HOST", "nowhere"), ("COACH_DATABASE_URL", "sqlite:///x")]
)
def test_a_wrong_setting_is_named(data_dir: Path, variable: str, value: str) -> None:
    assert_one_sentence(_start(data_dir, "--page", "--", "true", **{variable: value}), f"{variable} has to be ")


def test_a_taken_port_is_named_before_anything_starts(empty_data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert_one_sentence(_start(empty_data_dir, "--page", "--", "true", PORT=port), f"Port {port} is taken", "PORT")
    assert not (empty_data_dir / "postgres").exists()


def test_an_address_of_another_machine_is_refused(data_dir: Path) -> None:
    assert_one_sentence(_start(data_dir, "--page", "--", "true", COACH_HOST="192.0.2.1"), "COACH_HOST 192.0.2.1")


def test_data_of_another_major_version_is_left_alone(data_dir: Path) -> None:
    (data_dir / "postgres" / "PG_VERSION").write_text("17\n")
    assert_one_sentence(_start(data_dir), "PostgreSQL 17", "this is 18", "docs/operations.md")
    assert (data_dir / "postgres" / "PG_VERSION").read_text() == "17\n"


def test_a_folder_that_is_no_database_is_left_alone(empty_data_dir: Path) -> None:
    (empty_data_dir / "postgres").mkdir()
    (empty_data_dir / "postgres" / "thesis.txt").write_text("mine")
    assert_one_sentence(_start(empty_data_dir), "holds no database", "COACH_DATA_DIR")
    assert (empty_data_dir / "postgres" / "thesis.txt").read_text() == "mine"


def test_a_data_folder_that_cannot_be_made_is_named(data_dir: Path) -> None:
    (data_dir / "file").write_text("")
    assert_one_sentence(_start(data_dir / "file" / "folder"), "cannot be written", "COACH_DATA_DIR")


def test_a_command_that_does_not_serve_the_page_ends_the_start(data_dir: Path) -> None:
    failing = [sys.executable, "-c", "raise SystemExit('no such page')"]
    assert_one_sentence(_start(data_dir, "--page", "--", *failing), "does not start", "no such page")


def test_the_exit_code_of_the_wrapped_command_is_passed_on(data_dir: Path) -> None:
    assert _start(data_dir, "--", "sh", "-c", "exit 7").returncode == 7


def test_servers_elsewhere_replace_the_local_ones(data_dir: Path) -> None:
    with started(data_dir) as elsewhere:
        own = data_dir / "own"
        start = _start(
            own,
            "--",
            "true",
            COACH_DATABASE_URL=elsewhere.settings.effective_database_url,
            COACH_REDIS_URL=elsewhere.settings.effective_redis_url,
        )
        assert start.returncode == 0, start.stderr
        assert sorted(path.name for path in own.iterdir()) == ["launcher.lock", "logs"]
        with elsewhere.connect() as connection:
            assert connection.execute("SELECT count(*) FROM coach_sessions").fetchone() == (0,)


def test_a_folder_closed_to_the_servers_user_is_named_and_its_parents_stay_as_they_are(empty_data_dir: Path) -> None:
    home = empty_data_dir / "home"
    home.mkdir(mode=0o700)
    servers = Servers(home / "data")
    servers.stop()
    if IS_ROOT:
        assert "cannot get into" in servers.first_line
        assert "COACH_DATA_DIR" in servers.first_line
    else:
        assert servers.first_line == "ready"
    assert home.stat().st_mode & 0o777 == 0o700
