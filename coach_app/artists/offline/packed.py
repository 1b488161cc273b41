"""A whole picture as one ZIP file: master, renditions and note."""

import zipfile
from io import BytesIO
from typing import BinaryIO

from coach_app.domain.errors import NoPicture
from coach_app.domain.ports import Picture

_MASTER = "master.png"
_NOTE = "note.txt"


def pack(picture: Picture, out: BinaryIO) -> None:
    """Write the picture. PNG files shrink no more, so they are stored as they are."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        file.writestr(_MASTER, picture.master)
        file.writestr(_NOTE, picture.note)
        for (width_px, height_px), rendition in picture.renditions.items():
            file.writestr(f"{width_px}x{height_px}.png", rendition)


def unpack(data: bytes) -> Picture:
    """Return the picture. Raises NoPicture for bytes that are not one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            renditions = {_size(name): file.read(name) for name in file.namelist() if name not in (_MASTER, _NOTE)}
            return Picture(file.read(_MASTER), renditions, file.read(_NOTE).decode())
    except (zipfile.BadZipFile, KeyError, ValueError) as exc:
        raise NoPicture("The drawn picture cannot be read.") from exc


def _size(name: str) -> tuple[int, int]:
    width_px, height_px = name.removesuffix(".png").split("x")
    return int(width_px), int(height_px)
