"""Reads the outside of PNG, JPEG and WebP files that strangers send, before any library may look at them.

What costs memory or time is refused here by its few header bytes; what only metadata readers would meet is left out of
the bytes that go on: comments, EXIF (whose entries can each claim the whole file), thumbnails, second pictures.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coach_app.domain.errors import InvalidInput
from coach_app.imaging.other_formats import why_not

ContainerFormat = Literal["PNG", "JPEG", "WEBP"]
UPRIGHT = 1

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"IDAT", b"IEND"}
_PNG_PALETTE = 3
_MOST_CHUNKS = 50_000
_JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_JPEG_TABLES = {0xC4, 0xCC, 0xDB, 0xDD}
# Restarts, start and end have no body.
_JPEG_BARE = range(0xD0, 0xDA)
_JPEG_SCAN = 0xDA
_JPEG_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
# Encoders make about ten; each costs a pass over the whole picture.
_MOST_SCANS = 20
_WEBP_MOVES = 0x02
_ORIENTATION_TAG = 0x0112
_EXIF_START = b"Exif\0\0"


@dataclass(frozen=True, slots=True)
class Container:
    """One still picture. `data` shows the same pixels as what came, `orientation` is EXIF's, 1 to 8.

    `held_bytes` is what a reader of a JPEG in passes has to hold beside the pixels until the last of them.
    """

    format: ContainerFormat
    width_px: int
    height_px: int
    orientation: int
    data: bytes
    held_bytes: int = 0


def read_container(data: bytes) -> Container:
    """Return what a file says of itself. Raises InvalidInput for another format, a moving or a damaged picture."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError):
        raise damaged() from None
    raise refused(why_not(data))


def refused(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, field="file")


def damaged() -> InvalidInput:
    return refused("That file is damaged or cut off. Save the picture again and try once more.")


def _png(data: bytes) -> Container:
    kept: list[memoryview] = [memoryview(data)[: len(_PNG)]]
    seen: set[bytes] = set()
    exif = b""
    for name, begin, end in _png_chunks(data):
        if name == b"acTL":
            raise _moving()
        if name == b"eXIf":
            exif = data[begin + 8 : end - 4]
        # A second header would change what the first one has promised.
        if name in _PNG_KEPT and (name == b"IDAT" or name not in seen):
            kept.append(memoryview(data)[begin:end])
        seen.add(name)
    width, height, _, colour_type = struct.unpack_from(">IIBB", data, len(_PNG) + 8)
    needed = {b"IHDR", b"IDAT", b"IEND"} | ({b"PLTE"} if colour_type == _PNG_PALETTE else set())
    if not seen >= needed:
        raise damaged()
    return Container("PNG", width, height, _orientation(exif), b"".join(kept))


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, begin and end of each chunk, up to the last."""
    begin = len(_PNG)
    for _ in range(_MOST_CHUNKS):
        length, name = struct.unpack_from(">I4s", data, begin)
        end = begin + length + 12
        if end > len(data) or (begin == len(_PNG)) != (name == b"IHDR"):
            raise damaged()
        yield name, begin, end
        if name == b"IEND":
            return
        begin = end
    raise damaged()


def _jpeg(data: bytes) -> Container:
    kept: list[memoryview] = [memoryview(data)[:2]]
    frames: list[_Frame] = []
    orientation = UPRIGHT
    scans_begin = 2
    for marker, begin, end in _jpeg_segments(data):
        body = data[begin + 4 : end]
        if marker in _JPEG_FRAMES:
            frames.append(_frame(marker, body))
        elif marker == 0xE1 and body.startswith(_EXIF_START):
            orientation = _orientation(body)
        if marker in _JPEG_FRAMES or marker in _JPEG_TABLES or _is_about_colour(marker, body):
            kept.append(memoryview(data)[begin:end])
        scans_begin = end
    if len(frames) != 1:
        raise damaged()
    (frame,) = frames
    scans = data.count(b"\xff\xda", scans_begin)
    if scans > _MOST_SCANS:
        raise refused("That JPEG is saved in too many passes. Save it as a PNG.")
    kept.append(memoryview(data)[scans_begin:])
    held_bytes = frame.coefficient_bytes if scans > 1 or frame.is_progressive else 0
    return Container("JPEG", frame.width_px, frame.height_px, orientation, b"".join(kept), held_bytes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a JPEG says of its picture."""

    width_px: int
    height_px: int
    is_progressive: bool
    coefficient_bytes: int


def _frame(marker: int, body: bytes) -> _Frame:
    height, width, parts = struct.unpack_from(">HHB", body, 1)
    factors = [(body[7 + 3 * part] >> 4, body[7 + 3 * part] & 15) for part in range(parts)]
    # The finest part has all the pixels, others a share of them.
    finest = max((across for across, _ in factors), default=1) * max((down for _, down in factors), default=1)
    samples = width * height * sum(across * down for across, down in factors) // max(finest, 1)
    return _Frame(width, height, marker in _JPEG_PROGRESSIVE, 2 * samples)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield marker, begin and end of each segment before the first scan."""
    begin = 2
    for _ in range(_MOST_CHUNKS):
        if data[begin] != 0xFF:
            raise damaged()
        marker = data[begin + 1]
        if marker == _JPEG_SCAN:
            return
        # Any number of 0xFF may stand before a marker.
        if marker == 0xFF:
            begin += 1
            continue
        end = begin + 2 + struct.unpack_from(">H", data, begin + 2)[0]
        if marker < 0xC0 or marker in _JPEG_BARE or end > len(data):
            raise damaged()
        yield marker, begin, end
        begin = end
    raise damaged()


def _is_about_colour(marker: int, body: bytes) -> bool:
    starts = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
    return marker in starts and body.startswith(starts[marker])


def _webp(data: bytes) -> Container:
    end_of_file = 8 + struct.unpack_from("<I", data, 4)[0]
    if end_of_file > len(data):
        raise damaged()
    sizes: list[tuple[int, int]] = []
    exif = b""
    begin = 12
    for _ in range(_MOST_CHUNKS):
        if begin >= end_of_file:
            break
        name, length = struct.unpack_from("<4sI", data, begin)
        body = data[begin + 8 : begin + 8 + min(length, 64)]
        if name in (b"ANIM", b"ANMF") or (name == b"VP8X" and body[0] & _WEBP_MOVES):
            raise _moving()
        if name == b"EXIF":
            exif = data[begin + 8 : begin + 8 + length]
        sizes += _webp_size(name, body)
        begin += 8 + length + length % 2
    if not sizes:
        raise damaged()
    width, height = (max(side) for side in zip(*sizes, strict=True))
    return Container("WEBP", width, height, _orientation(exif), data[:end_of_file])


def _webp_size(name: bytes, body: bytes) -> list[tuple[int, int]]:
    """Return the size that a chunk tells, if it tells one."""
    if name == b"VP8X":
        return [(int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1)]
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return [(width & 0x3FFF, height & 0x3FFF)]
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return [((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)]
    return []


def _orientation(exif: bytes) -> int:
    """Return how the camera was held. The one entry is looked for by hand: libraries read all that the others claim."""
    tiff = exif.removeprefix(_EXIF_START)
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return UPRIGHT
    try:
        (begin,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, begin)
        for place in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, begin + 2 + place * 12)
            if tag == _ORIENTATION_TAG:
                return int(value) if 1 <= value <= 8 else UPRIGHT
    except struct.error:
        return UPRIGHT
    return UPRIGHT


def _moving() -> InvalidInput:
    return refused("That picture moves. Save one frame of it as a PNG.")
