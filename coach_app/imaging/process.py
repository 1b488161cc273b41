"""The imaging child: `python -m coach_app.imaging.process FD [SECONDS]` answers until the pipe ends, or rests so long.

Whatever a picture does to the decoders, it does here: memory and time are limited, libvips opens only formats that it
trusts, and the process holds no secret and no connection.
"""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from math import ceil
from multiprocessing.connection import Connection
from time import process_time

import pyvips
from pydantic import BaseModel

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.errors import InvalidInput, NoPicture
from coach_app.domain.ports import Picture, Stamp
from coach_app.imaging.files import make_files
from coach_app.imaging.uploads import read_upload
from coach_app.imaging.wire import Asked, FileHead, Made, MakeFiles, Parcel, Read, ReadUpload, Refused, receive, send

MEMORY_BYTES = 1024 * 2**20
BLOCK_UNTRUSTED = "VIPS_BLOCK_UNTRUSTED"
# From malloc.h; larger blocks than this go back to the system at once.
_M_MMAP_THRESHOLD, _RETURNED_BYTES = -3, 2**20
_TOO_LARGE = "That picture takes more memory than a picture may."


def main() -> None:
    # Ctrl+C reaches the whole group: the parent stops first, and its end of the pipe says so.
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, signal.SIG_IGN)
    # Whoever starts the parent may have this signal ignored, and a child would inherit that.
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    _limit_memory()
    # Pictures share nothing, so libvips' cache of operations would only hold memory.
    pyvips.cache_set_max(0)
    idle_seconds = float(sys.argv[2]) if len(sys.argv) > 2 else None
    with Connection(int(sys.argv[1])) as parent, suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while parent.poll(idle_seconds):
            # Without names: a child at rest is to hold no picture.
            send(parent, *_answer(receive(parent)))
            # What the last task has left of its time must not end the next one while it comes in.
            _lift_time_limit()


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS takes no limit of address space.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _limit_time(cpu_seconds: int) -> None:
    """Let the kernel end this process once it has computed so much longer."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = ceil(process_time()) + cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _lift_time_limit() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


def _answer(parcel: Parcel) -> tuple[BaseModel, tuple[bytes, ...]]:
    message = Asked.model_validate_json(parcel.header).message
    _limit_time(message.cpu_seconds)
    try:
        if isinstance(message, ReadUpload):
            return _read(message, parcel.blobs[0])
        return _made(message, parcel.blobs)
    except NoPicture as exc:
        return Refused(is_input=False, sentence=str(exc)), ()
    except InvalidInput as exc:
        return Refused(is_input=True, sentence=exc.sentence, field=exc.field), ()
    except MemoryError:
        is_input = isinstance(message, ReadUpload)
        return Refused(is_input=is_input, sentence=_TOO_LARGE, field="file"), ()


def _made(message: MakeFiles, blobs: tuple[bytes, ...]) -> tuple[Made, tuple[bytes, ...]]:
    master, *others = blobs
    stamp = Stamp(others.pop(), message.placement) if message.placement else None
    picture = Picture(master, dict(zip(message.sizes, others, strict=True)))
    made = make_files(picture, ASSET_TYPES[message.asset_type], stamp)
    heads = tuple(
        FileHead(
            name=file.name,
            width_px=file.width_px,
            height_px=file.height_px,
            media_type=file.media_type,
            facts=file.facts,
        )
        for file in made.files
    )
    return Made(files=heads, master_size=made.master_size, note=made.note), tuple(file.data for file in made.files)


def _read(message: ReadUpload, data: bytes) -> tuple[Read, tuple[bytes, ...]]:
    # glibc keeps what was freed, and the next upload would come on top. Files of pictures are made faster with it.
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _RETURNED_BYTES)
    read = read_upload(data, message.limit)
    return Read(width_px=read.width_px, height_px=read.height_px, palette=read.palette), (read.png,)


if __name__ == "__main__":
    if BLOCK_UNTRUSTED not in os.environ:
        raise SystemExit("Only a parent starts this.")
    main()
