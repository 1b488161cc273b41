"""What was acknowledged is still there, whoever was killed."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.local_services.launching import eventually, started
from tests.processes import descendants, have_ended


def test_data_survives_a_restart(data_dir: Path) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        processes = servers.both()
    assert have_ended(processes)
    with started(data_dir) as servers:
        assert servers.remembered() == (["kept"], ["kept"])


def test_a_killed_launcher_takes_its_servers_along_and_loses_nothing(data_dir: Path) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        processes = servers.both()
        servers.launcher.kill()
        eventually(lambda: have_ended(processes), "the servers end with their launcher")
    with started(data_dir) as servers:
        assert servers.remembered() == (["kept"], ["kept"])


def test_a_new_launcher_need_not_wait_for_a_killed_one(data_dir: Path) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        servers.launcher.kill()
        with started(data_dir) as next_servers:
            assert next_servers.remembered() == (["kept"], ["kept"])


@pytest.mark.parametrize("name", ["postgres", "valkey-server"])
def test_a_killed_server_is_started_again_with_its_data(data_dir: Path, name: str) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        killed = servers.server(name)
        killed.kill()
        eventually(lambda: have_ended([killed]), "the server is gone")
        eventually(servers.is_answering, "the server is back")
        assert servers.remembered() == (["kept"], ["kept"])
        assert servers.server(name).pid != killed.pid


def test_everything_killed_at_once_comes_back(data_dir: Path) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        processes = servers.both()
        servers.launcher.kill()
        for process in processes:
            process.kill()
    with started(data_dir) as servers:
        assert servers.remembered() == (["kept"], ["kept"])


@pytest.mark.parametrize("file", ["postgres/postmaster.pid", "run/.s.PGSQL.5432.lock", "valkey/valkey.pid"])
def test_a_stale_process_number_of_somebody_else_is_no_obstacle(data_dir: Path, file: str) -> None:
    with started(data_dir):
        pid_file = data_dir / file
        text = pid_file.read_text()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        pid_file.write_text("\n".join([str(stranger.pid), *text.splitlines()[1:]]) + "\n")
        with started(data_dir) as servers:
            servers.remember("kept")
        assert stranger.poll() is None
        stranger.kill()


def test_a_server_left_by_a_launcher_is_ended_before_the_next_starts(data_dir: Path) -> None:
    with started(data_dir) as servers:
        servers.remember("kept")
        left = servers.server("valkey-server")
        # It cannot hear its parent's end while it is stopped.
        left.suspend()
        servers.launcher.kill()
        servers.launcher.wait()
        next_servers = subprocess.Popen([sys.executable, "-m", "tests.servers", str(data_dir)], stdout=subprocess.PIPE)
        left.resume()
        assert next_servers.stdout is not None
        assert next_servers.stdout.readline() == b"ready\n"
        assert have_ended([left])
        next_servers.terminate()
        next_servers.communicate(timeout=30)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_cleanly_in_a_moment(data_dir: Path, number: signal.Signals) -> None:
    with started(data_dir) as servers:
        processes = servers.both()
        servers.launcher.send_signal(number)
        assert servers.launcher.wait(timeout=5) == 0
        assert have_ended(processes)
    assert "database system is shut down" in (data_dir / "logs" / "postgres.log").read_text()


def test_services_end_with_the_process_that_asked_for_them(data_dir: Path) -> None:
    asking = "import subprocess, sys; print(subprocess.Popen(sys.argv[1:]).pid, flush=True); input()"
    parent = subprocess.Popen(
        [sys.executable, "-c", asking, sys.executable, "-m", "tests.servers", str(data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    launcher = psutil.Process(int(parent.stdout.readline()))
    assert parent.stdout.readline() == b"ready\n"
    services = [launcher, *launcher.children()]
    assert len(services) == 3
    parent.kill()
    eventually(lambda: have_ended(services), "the services end")
    parent.communicate()


def test_a_worker_that_dies_is_started_again(data_dir: Path) -> None:
    command = [sys.executable, "-m", "coach_app.local_services", "--until-parent-ends"]
    services = subprocess.Popen(command, stdout=subprocess.PIPE, env={"COACH_DATA_DIR": str(data_dir)})
    assert services.stdout is not None
    assert services.stdout.readline() == b"ready\n"

    def workers() -> list[psutil.Process]:
        return descendants(services.pid, "coach_app.worker")

    first = workers()[0]
    first.kill()
    eventually(lambda: have_ended([first]) and len(workers()) == 1, "another worker runs")
    services.terminate()
    services.communicate(timeout=30)
