import subprocess
import sys

import psutil
import pytest

from tests.local_services.launching import eventually
from tests.processes import have_ended
from tests.servers import PROJECT

LAUNCHER = """
import os, signal, subprocess, sys
from coach_app.local_services.death_watch import DeathWatch

watch = DeathWatch(uses_kernel=sys.argv[1] == "kernel")
parent = os.getpid()
children = []
for _ in range(2):
    child = subprocess.Popen(["sleep", "100"], preexec_fn=lambda: watch.bind_child(parent, signal.SIGTERM))
    watch.started(child.pid, signal.SIGTERM)
    children.append(child.pid)
print(*children, flush=True)
input()
"""


@pytest.mark.parametrize("way", ["kernel", "watcher"] if sys.platform == "linux" else ["watcher"])
def test_children_end_with_a_launcher_that_is_killed(way: str) -> None:
    launcher = subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, way], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert launcher.stdout is not None
    children = [psutil.Process(int(pid)) for pid in launcher.stdout.readline().split()]
    assert not have_ended(children[:1])
    assert not have_ended(children[1:])
    launcher.kill()
    eventually(lambda: have_ended(children), "the children end")
    launcher.communicate()
