"""The local Valkey: the queue's doorbell and the messages between processes, on a private socket."""

import signal
from pathlib import Path

from redis import Redis, exceptions

from coach_app.local_services.accounts import Account
from coach_app.local_services.data_folder import DataFolder
from coach_app.local_services.leftovers import end_leftover
from coach_app.local_services.programs import Program


def valkey_program(server: Path, folder: DataFolder, account: Account) -> Program:
    """Write the configuration, end what a crash left, and return the server's program."""
    pid_file = folder.valkey / "valkey.pid"
    end_leftover(pid_file, server.name, folder.valkey, signal.SIGTERM)
    configuration = folder.valkey / "valkey.conf"
    configuration.write_text(
        f'''port 0
unixsocket "{folder.sockets / "valkey.sock"}"
unixsocketperm 700
dir "{folder.valkey}"
pidfile "{pid_file}"
set-proc-title no
save ""
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
# The socket's folder is the key to the door; inside, the app may not reconfigure the server or write files with it.
user default off
user coach on nopass ~* &* +@all -@admin -@dangerous +keys +info +flushdb
'''
    )
    configuration.chmod(0o600)
    account.take(configuration)
    return Program(
        name="Valkey",
        command=[server, configuration],
        account=account,
        cwd=Path("/"),
        env={"PATH": "/usr/bin:/bin", "LANG": "C"},
        log=folder.logs / "valkey.log",
        is_server=True,
    )


def is_ready(redis_url: str) -> bool:
    """Whether the server answers and has read its data."""
    client = Redis.from_url(redis_url, socket_timeout=5, socket_connect_timeout=5)
    try:
        return bool(client.ping())
    except (exceptions.ConnectionError, exceptions.BusyLoadingError):
        return False
    finally:
        client.close()
