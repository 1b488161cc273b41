"""Every storage that the settings can choose, on real servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach_app.domain.ports import Storage
from coach_app.storage.filesystem import FilesystemStorage
from coach_app.storage.s3 import Bucket, S3Storage
from tests.s3_servers import BUCKET, CREDENTIALS, REGION, S3Server, moto_server, swift_server


@pytest.fixture(scope="session")
def swift(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with swift_server(tmp_path_factory.mktemp("swift")) as server:
        yield server


@pytest.fixture(scope="session")
def moto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with moto_server(tmp_path_factory.mktemp("moto")) as server:
        yield server


@pytest.fixture(params=["swift", "moto"])
def s3_server(request: pytest.FixtureRequest) -> S3Server:
    server: S3Server = request.getfixturevalue(request.param)
    return server


@pytest.fixture(params=["filesystem", "swift", "moto"])
def storage(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Storage:
    """Each storage in turn, with pages of three keys."""
    if request.param == "filesystem":
        return FilesystemStorage(tmp_path / "files")
    return bucket_on(request.getfixturevalue(request.param), monkeypatch)


def bucket_on(server: S3Server, monkeypatch: pytest.MonkeyPatch, *, url_seconds: int = 0) -> S3Storage:
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    bucket = Bucket(BUCKET, server.url, REGION, is_path_style=True, url_seconds=url_seconds)
    return S3Storage(bucket, page_size=3)
