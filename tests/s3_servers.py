"""Real S3 servers for tests: OpenStack Swift, and moto, whose rules differ."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from tests.journeys.running_app import free_port

BUCKET = "pictures"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test:tester", "AWS_SECRET_ACCESS_KEY": "testing"}
REGION = "us-east-1"
_START_SECONDS = 30
_SCRIPTS = Path(sys.executable).parent
_STORES = ("account", "container", "object")


@dataclass(frozen=True, slots=True)
class S3Server:
    """A running server with an empty bucket. `is_strict` is whether it checks signatures and digests."""

    url: str
    is_strict: bool


@contextmanager
def moto_server(folder: Path) -> Iterator[S3Server]:
    """Run moto, which takes any signature."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with ExitStack() as stack:
        _run(stack, command, folder / "moto.log")
        yield _with_bucket(S3Server(f"http://127.0.0.1:{port}", is_strict=False))


@contextmanager
def swift_server(folder: Path) -> Iterator[S3Server]:
    """Run Swift with its S3 API: a proxy before one account, one container and one object server."""
    ports = {name: free_port() for name in ("proxy", *_STORES)}
    (folder / "devices" / "disk").mkdir(parents=True)
    (folder / "swift.conf").write_text(_SWIFT)
    (folder / "proxy.conf").write_text(_PROXY.format(port=ports["proxy"], folder=folder))
    for name in _STORES:
        _make_ring(folder, name, ports[name])
        (folder / f"{name}.conf").write_text(_STORE.format(name=name, port=ports[name], folder=folder))
    with ExitStack() as stack:
        for name in (*_STORES, "proxy"):
            command = [sys.executable, str(_SCRIPTS / f"swift-{name}-server"), str(folder / f"{name}.conf")]
            _run(stack, command, folder / f"{name}.log")
        yield _with_bucket(S3Server(f"http://127.0.0.1:{ports['proxy']}", is_strict=True))


def _run(stack: ExitStack, command: list[str], log: Path) -> None:
    output = stack.enter_context(log.open("wb"))
    process = stack.enter_context(subprocess.Popen(command, stdout=output, stderr=output, env=os.environ))
    stack.callback(process.kill)


def _make_ring(folder: Path, name: str, port: int) -> None:
    builder = [sys.executable, str(_SCRIPTS / "swift-ring-builder"), str(folder / f"{name}.builder")]
    for step in (["create", "4", "1", "1"], ["add", f"r1z1-127.0.0.1:{port}/disk", "1"], ["rebalance"]):
        # It exits with 1 for a warning, and one replica is worth one.
        subprocess.run([*builder, *step], check=False, stdout=subprocess.DEVNULL)
    assert (folder / f"{name}.ring.gz").exists()


def _with_bucket(server: S3Server) -> S3Server:
    client = boto3.client(
        "s3",
        endpoint_url=server.url,
        region_name=REGION,
        aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}),
    )
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            client.create_bucket(Bucket=BUCKET)
        except (BotoCoreError, ClientError):
            assert time.monotonic() < deadline, "the S3 server does not start"
            time.sleep(0.1)
        else:
            return server


_SWIFT = """
[swift-hash]
swift_hash_path_suffix = tests
[storage-policy:0]
name = one
default = yes
"""
_STORE = """
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
devices = {folder}/devices
mount_check = false
swift_dir = {folder}
fallocate_reserve = 0
log_level = ERROR
[pipeline:main]
pipeline = {name}-server
[app:{name}-server]
use = egg:swift#{name}
"""
_PROXY = """
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
swift_dir = {folder}
log_level = CRITICAL
[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth slo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:slo]
use = egg:swift#slo
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""
