"""Bytes as objects in a bucket, for more than one machine: Amazon's S3 or any server that speaks it."""

import hashlib
import threading
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.storage.keys import check_key

if TYPE_CHECKING:
    from botocore.client import BaseClient
    from botocore.response import StreamingBody

_PIECE_BYTES = 64 * 1024
_MULTIPART_BYTES = 8 * 2**20
_CONNECT_SECONDS = 3
_READ_SECONDS = 20
_NOT_THERE = {"404", "NoSuchKey", "NotFound"}


@dataclass(frozen=True, slots=True)
class Bucket:
    """Which bucket, and how it is reached; credentials come the way that boto3 finds them (AWS_ACCESS_KEY_ID, …).

    `url_seconds` is how long an address that hands out a file may live; 0 makes none.
    """

    name: str
    endpoint_url: str | None
    region: str | None
    is_path_style: bool
    url_seconds: int


class S3Storage:
    """A key is an object's key. Nothing relies on conditional writes, which several servers ignore."""

    def __init__(self, bucket: Bucket, *, page_size: int = 1_000) -> None:
        self._bucket = bucket
        self._page_size = page_size
        self._lock = threading.Lock()
        self._client: BaseClient | None = None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Store the bytes under their keys; the server compares their SHA-256. Raises StorageUnavailable."""
        for key, data in files.items():
            self._write(key, data)

    def read(self, key: str) -> Iterator[bytes]:
        """Open the object at once and yield it in pieces of 64 KiB. Raises NotFound, StorageUnavailable."""
        check_key(key)
        with _our_errors():
            answer = self._s3().get_object(Bucket=self._bucket.name, Key=key)
        return _pieces(answer["Body"], answer["ContentLength"])

    def delete(self, key: str) -> None:
        """Remove the object, if it is there. Raises StorageUnavailable."""
        check_key(key)
        with _our_errors():
            self._s3().delete_object(Bucket=self._bucket.name, Key=key)

    def keys(self, prefix: str) -> Iterator[str]:
        """Yield every key that begins with the prefix. Raises StorageUnavailable."""
        check_key(prefix.rstrip("/"))
        with _our_errors():
            pages = (
                self._s3()
                .get_paginator("list_objects_v2")
                .paginate(Bucket=self._bucket.name, Prefix=prefix, PaginationConfig={"PageSize": self._page_size})
            )
            for page in pages:
                yield from (item["Key"] for item in page.get("Contents", ()))

    def temporary_url(self, key: str, *, media_type: str, disposition: str) -> str | None:
        """Return an address that hands the object out for a short while, or None where none is to be made."""
        check_key(key)
        if not self._bucket.url_seconds:
            return None
        asked = {
            "Bucket": self._bucket.name,
            "Key": key,
            "ResponseContentType": media_type,
            "ResponseContentDisposition": disposition,
            "ResponseCacheControl": "private, max-age=300",
        }
        with _our_errors():
            url: str = self._s3().generate_presigned_url("get_object", Params=asked, ExpiresIn=self._bucket.url_seconds)
        return url

    def _write(self, key: str, data: bytes) -> None:
        check_key(key)
        with _our_errors():
            if len(data) > _MULTIPART_BYTES:
                self._write_in_parts(key, data)
            else:
                digest = b64encode(hashlib.sha256(data).digest()).decode()
                self._s3().put_object(Bucket=self._bucket.name, Key=key, Body=data, ChecksumSHA256=digest)

    def _write_in_parts(self, key: str, data: bytes) -> None:
        from boto3.s3.transfer import TransferConfig

        in_turn = TransferConfig(
            multipart_threshold=_MULTIPART_BYTES, multipart_chunksize=_MULTIPART_BYTES, use_threads=False
        )
        # What breaks in between is aborted by boto3, or in the end by the bucket's own rule for unfinished uploads.
        self._s3().upload_fileobj(
            BytesIO(data), self._bucket.name, key, Config=in_turn, ExtraArgs={"ChecksumAlgorithm": "SHA256"}
        )

    def _s3(self) -> "BaseClient":
        """Make the client at the first call: boto3 costs 40 MB, and clients are not made safely by two threads."""
        with self._lock:
            if self._client is None:
                self._client = _new_client(self._bucket)
            return self._client


def _new_client(bucket: Bucket) -> "BaseClient":
    import boto3
    from botocore.config import Config

    config = Config(
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": 2},
        s3={"addressing_style": "path" if bucket.is_path_style else "auto"},
    )
    return boto3.Session().client("s3", endpoint_url=bucket.endpoint_url, region_name=bucket.region, config=config)


@contextmanager
def _our_errors() -> Iterator[None]:
    """Translate what boto3 raises."""
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as exc:
        code = exc.response.get("Error", {}).get("Code", "")
        if code in _NOT_THERE:
            raise NotFound("object") from exc
        raise StorageUnavailable(f"the bucket answers {code}") from exc
    except (BotoCoreError, Boto3Error) as exc:
        raise StorageUnavailable(f"the bucket cannot be reached: {type(exc).__name__}") from exc


def _pieces(body: "StreamingBody", length: int) -> Iterator[bytes]:
    """Pass on what comes, and complain where it is less than was promised."""
    with _our_errors(), body:
        for piece in body.iter_chunks(_PIECE_BYTES):
            length -= len(piece)
            yield piece
    if length:
        raise StorageUnavailable("the bucket has given fewer bytes than it said")
