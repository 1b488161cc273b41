"""Builds pictures byte by byte, good ones and others, for the corpus beside this file."""

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

PNG_START = b"\x89PNG\r\n\x1a\n"


def logo(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """A pink disc on dark blue, or on nothing where the mode has alpha."""
    ground = (0, 0, 0, 0) if mode == "RGBA" else (20, 20, 60)
    image = Image.new("RGBA" if mode == "RGBA" else "RGB", size, ground)
    ImageDraw.Draw(image).ellipse((4, 4, size[1] - 4, size[1] - 4), fill=(255, 105, 180, 255))
    return image.convert(mode)


def saved(image: Image.Image, file_format: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, file_format, **options)
    return out.getvalue()


def chunk(name: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, *, bits: int, colour_type: int, row: bytes, before: bytes = b"") -> bytes:
    """A PNG whose rows are all the same, packed while they are written: the whole picture is never there."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    packer, rows = zlib.compressobj(9), b"\0" + row
    block = rows * max(1, 2**20 // len(rows))
    whole, rest = divmod(height * len(rows), len(block))
    packed = b"".join([*(packer.compress(block) for _ in range(whole)), packer.compress(block[:rest]), packer.flush()])
    return PNG_START + chunk(b"IHDR", header) + before + chunk(b"IDAT", packed) + chunk(b"IEND")


def with_chunks(data: bytes, *chunks: bytes) -> bytes:
    """A PNG with more chunks behind its header."""
    end_of_header = len(PNG_START) + 25
    return data[:end_of_header] + b"".join(chunks) + data[end_of_header:]


def bomb_of_zeros(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


def webp_of_one_colour(width: int, height: int) -> bytes:
    """A lossless WebP whose every pixel takes no bit at all: 36 bytes for any size."""
    bits: list[int] = []

    def put(value: int, count: int) -> None:
        bits.extend(value >> place & 1 for place in range(count))

    for value, count in ((0x2F, 8), (width - 1, 14), (height - 1, 14), (0, 1), (0, 3)):
        put(value, count)
    # No transform, no colour cache, no groups of codes; then five codes of one symbol each.
    put(0, 3)
    for _ in range(5):
        put(0b0001, 4)
    put(0, -len(bits) % 8)
    body = bytes(sum(bit << place for place, bit in enumerate(bits[at : at + 8])) for at in range(0, len(bits), 8))
    return riff(riff_chunk(b"VP8L", body))


def noisy_webp(size: int = 3_000) -> bytes:
    """A lossless WebP of random colours: slow to read, and slow to write anew."""
    levels = np.random.default_rng(0).integers(0, 4, (size, size, 4), dtype=np.uint8)
    levels[..., 3] = 255
    return saved(Image.fromarray(levels), "WEBP", lossless=True, quality=0, method=0)


def riff(chunks: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def riff_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def gif(frames: int) -> bytes:
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x4c\x01\x00"
    screen = struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\xff\x00\x00\x00\x00\xff"
    return b"GIF89a" + screen + frame * frames + b"\x3b"


def jpeg_segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg_with(segments: bytes, image: Image.Image | None = None, **options: object) -> bytes:
    """A JPEG with more segments behind its start."""
    data = saved(image or logo(), "JPEG", **options)
    return data[:2] + segments + data[2:]


def jpeg_of_size(width: int, height: int) -> bytes:
    """A JPEG that claims another size than it has."""
    data = bytearray(saved(logo(), "JPEG"))
    begin = data.index(b"\xff\xc0")
    data[begin + 5 : begin + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def png_without_palette() -> bytes:
    """A PNG whose pixels name colours that it does not tell."""
    return png(64, 32, bits=8, colour_type=3, row=bytes(64))


def jpeg_of_scans(times: int) -> bytes:
    """A progressive JPEG whose last scan comes so often."""
    data = saved(logo(size=(4_000, 4_000)), "JPEG", progressive=True, quality=10)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * times + data[-2:]


def exif(*entries: bytes, order: str = ">") -> bytes:
    """A TIFF block with these entries of twelve bytes."""
    start = b"MM\0*" if order == ">" else b"II*\0"
    offset = struct.pack(f"{order}I", 8)
    return start + offset + struct.pack(f"{order}H", len(entries)) + b"".join(entries) + bytes(4)


def orientation(value: int, order: str = ">") -> bytes:
    return struct.pack(f"{order}HHIHH", 0x0112, 3, 1, value, 0)


def greedy_entries(count: int, claim: int) -> list[bytes]:
    """Entries that each claim the same large part of the file."""
    return [struct.pack(">HHII", 0x1000 + place, 7, claim, 8) for place in range(count)]


def gps_exif() -> bytes:
    """What a phone writes: it was held upright, in a place."""
    image = Image.Exif()
    image[0x0112] = 6
    image.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.3), 3: "E", 4: (13.0, 24.0, 36.0)})
    image[0x010F] = "PhoneMaker"
    return image.tobytes()


Builder = Callable[[], bytes]
