"""How a process and its imaging child talk: a header as JSON, then bytes. No pickles: strangers may own the child."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Literal

from pydantic import BaseModel, Field

from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.file_checks import FileFacts
from coach_app.domain.logos import LogoPlacement
from coach_app.domain.ports import PictureLimit

# An answer holds some files of at most 15 MB; what says it is larger is no answer.
_MOST_BYTES = 64 * 2**20
_MOST_BLOBS = 64


class MakeFiles(BaseModel):
    """Blobs: the master, the renditions in the order of `sizes`, and where there is a placement the logo."""

    task: Literal["make_files"] = "make_files"
    asset_type: AssetTypeId
    sizes: tuple[tuple[int, int], ...]
    placement: LogoPlacement | None = None
    cpu_seconds: int


class ReadUpload(BaseModel):
    """Blobs: what somebody has sent."""

    task: Literal["read_upload"] = "read_upload"
    limit: PictureLimit | None = None
    cpu_seconds: int


class FileHead(BaseModel):
    name: str
    width_px: int
    height_px: int
    media_type: str
    facts: FileFacts | None


class Made(BaseModel):
    """Blobs: the files' bytes in order."""

    result: Literal["made"] = "made"
    files: tuple[FileHead, ...]
    master_size: tuple[int, int]
    note: str


class Read(BaseModel):
    """Blobs: the new PNG."""

    result: Literal["read"] = "read"
    width_px: int
    height_px: int
    palette: tuple[str, ...]


class Refused(BaseModel):
    """The picture cannot be used; `is_input` where that is for the streamer to hear, as `sentence`."""

    result: Literal["refused"] = "refused"
    is_input: bool
    sentence: str
    field: str = ""


class Asked(BaseModel):
    message: MakeFiles | ReadUpload = Field(discriminator="task")


class Answered(BaseModel):
    message: Made | Read | Refused = Field(discriminator="result")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A header, and the bytes that belong to it."""

    header: bytes
    blobs: tuple[bytes, ...]


def send(connection: Connection, message: BaseModel, blobs: Sequence[bytes] = ()) -> None:
    connection.send_bytes(json.dumps([len(blobs), message.model_dump(mode="json")]).encode())
    for blob in blobs:
        connection.send_bytes(blob)


def receive(connection: Connection) -> Parcel:
    """Wait for a message. Raises EOFError where the other end is gone, OSError or ValueError for one that is none."""
    count, message = json.loads(connection.recv_bytes(_MOST_BYTES))
    if not isinstance(count, int) or not 0 <= count <= _MOST_BLOBS:
        raise ValueError("A message of too many parts.")
    blobs = tuple(connection.recv_bytes(_MOST_BYTES) for _ in range(count))
    return Parcel(json.dumps({"message": message}).encode(), blobs)
