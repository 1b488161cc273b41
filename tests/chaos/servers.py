"""Servers of one run's own, to be crashed, emptied and cut off."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coach_app.settings import Settings
from tests.own_valkey import own_valkey, valkey_url
from tests.servers import PROJECT, running_servers


class OwnValkey:
    """A Valkey that keeps nothing: a restart empties it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running = ExitStack()
        self.url = valkey_url(folder)

    def start(self) -> None:
        self._running.enter_context(own_valkey(self._folder))

    def kill(self) -> None:
        self._running.close()


@dataclass(frozen=True, slots=True)
class OwnServers:
    """A migrated PostgreSQL whose supervisor starts it again, and a Valkey."""

    database_url: str
    valkey: OwnValkey
    _settings: Settings

    def stop_postgres(self) -> None:
        """Have PostgreSQL throw everybody out and end, as a restart does."""
        self._signal(signal.SIGINT)

    def crash_postgres(self) -> None:
        """Have PostgreSQL end at once, to recover from its log afterwards."""
        self._signal(signal.SIGQUIT)

    def _signal(self, number: int) -> None:
        """Signal the postmaster; one that is down already is left alone."""
        for file in self._settings.data_dir.rglob("postmaster.pid"):
            with suppress(ProcessLookupError, FileNotFoundError):
                os.kill(int(file.read_text().split()[0]), number)


@contextmanager
def own_servers(folder: Path) -> Iterator[OwnServers]:
    """Run both; `folder` holds Valkey's socket, so its path is short."""
    with running_servers() as settings:
        url = settings.effective_database_url
        env = os.environ | {"COACH_DATABASE_URL": url}
        subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], cwd=PROJECT, env=env, check=True)
        valkey = OwnValkey(folder)
        valkey.start()
        try:
            yield OwnServers(url, valkey, settings)
        finally:
            valkey.kill()


class CuttingProxy:
    """Passes TCP on to a Unix socket; loses the reply to a command when told to, and closes that connection."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._command = b""
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._listener.getsockname()[1]}/0"

    def lose_reply_to(self, command: bytes) -> None:
        """Lose the next reply to whatever contains these bytes."""
        self._command = command

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(self._target))
                threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        losing = threading.Event()

        def notice(data: bytes) -> bool:
            if self._command and self._command in data:
                self._command = b""
                losing.set()
            return False

        def is_lost(_: bytes) -> bool:
            self.cuts += losing.is_set()
            return losing.is_set()

        threading.Thread(target=_copy, args=(server, client, is_lost), daemon=True).start()
        _copy(client, server, notice)


def _copy(source: socket.socket, sink: socket.socket, is_lost: Callable[[bytes], bool]) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            if is_lost(data):
                break
            sink.sendall(data)
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
