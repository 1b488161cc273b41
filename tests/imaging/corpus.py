"""Files that nobody should send: each is refused with one sentence, or taken and written anew."""

import gzip
import struct
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageCms

from tests.imaging.bytes_of import (
    PNG_START,
    Builder,
    bomb_of_zeros,
    chunk,
    exif,
    gif,
    gps_exif,
    greedy_entries,
    jpeg_of_scans,
    jpeg_of_size,
    jpeg_segment,
    jpeg_with,
    logo,
    noisy_webp,
    orientation,
    png,
    png_without_palette,
    riff,
    riff_chunk,
    saved,
    webp_of_one_colour,
    with_chunks,
)

SCRIPT = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>'
_DAMAGED = "That file is damaged or cut off."
_MOVES = "That picture moves."
_PASSES = "That JPEG is saved in too many passes."
_SVG_REASON = "SVG files can carry scripts"
_PNG, _RGBA_PNG = saved(logo(), "PNG"), saved(logo("RGBA"), "PNG")
_JPEG, _WEBP = saved(logo(), "JPEG"), saved(logo(), "WEBP")
_SIXTEEN_ROW = bytes.fromhex("ff80 8040 0010 8000".replace(" ", "")) * 16


@dataclass(frozen=True)
class BadFile:
    """`sentence` begins what is said, or is empty where the picture is taken."""

    name: str
    build: Builder
    sentence: str = ""


def _moving(file_format: str) -> bytes:
    other = Image.new("RGB", (64, 32), "red")
    return saved(logo(), file_format, save_all=True, append_images=[other], duration=100)


def _noise(size: int) -> bytes:
    levels = np.random.default_rng(1).integers(0, 256, (size, size, 3), dtype=np.uint8)
    return saved(Image.fromarray(levels), "PNG", compress_level=0)


def _transposed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()


def _huge() -> bytes:
    return PNG_START + chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 16, 6, 0, 0, 0)) + _PNG[33:]


def _webp_with_canvas(width: int, height: int, inner: bytes) -> bytes:
    canvas = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return riff(riff_chunk(b"VP8X", canvas) + inner[12:])


def _png_of_rows(rows: int) -> bytes:
    """A PNG of 64 × 32 with another number of rows in it."""
    other = png(64, rows, bits=8, colour_type=2, row=b"\xff\x69\xb4" * 64)
    return PNG_START + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 32, 8, 2, 0, 0, 0)) + other[33:]


def _frame_of(data: bytes) -> bytes:
    begin = data.index(b"\xff\xc0")
    return data[begin : begin + 2 + int.from_bytes(data[begin + 2 : begin + 4], "big")]


def _jpeg_in_passes(mode: str, size: int) -> bytes:
    noise = Image.effect_noise((size, size), 25)
    channels = [noise] * len(Image.new(mode, (1, 1)).getbands())
    return saved(Image.merge(mode, channels), "JPEG", progressive=True, quality=20, subsampling=0)


def _deep_png(byte: bytes) -> bytes:
    """The largest that is taken: 16 bits of each of four channels."""
    return png(4_096, 4_096, bits=16, colour_type=6, row=byte * 8 * 4_096)


def _greedy_segments() -> bytes:
    first = exif(orientation(1), *greedy_entries(5_000, 4_000_000))
    return b"".join(jpeg_segment(0xE1, b"Exif\0\0" + part) for part in (first, *[bytes(65_000)] * 100))


REFUSED = (
    BadFile("empty", lambda: b"", "That file is empty."),
    BadFile("png_60000", lambda: png(60_000, 60_000, bits=1, colour_type=0, row=bytes(7_500)), "That picture has"),
    BadFile("png_9000", lambda: png(9_000, 9_000, bits=8, colour_type=2, row=bytes(27_000)), "That picture has"),
    BadFile("png_too_wide", lambda: png(4_097, 1, bits=8, colour_type=0, row=bytes(4_097)), "That picture has"),
    BadFile("png_2_billion", _huge, "That picture has"),
    BadFile("png_of_no_size", lambda: png(0, 8, bits=8, colour_type=0, row=b""), _DAMAGED),
    BadFile("webp_16384", lambda: webp_of_one_colour(16_384, 16_384), "That picture has"),
    BadFile(
        "webp_whose_frame_is_larger",
        lambda: _webp_with_canvas(64, 32, webp_of_one_colour(16_384, 16_384)),
        "That picture has",
    ),
    BadFile("webp_whose_canvas_is_larger", lambda: _webp_with_canvas(4_000, 4_000, _WEBP), _DAMAGED),
    BadFile("jpeg_65500", lambda: jpeg_of_size(65_500, 65_500), "That picture has"),
    BadFile("jpeg_of_60_scans", lambda: jpeg_of_scans(60), _PASSES),
    BadFile("jpeg_of_1000_scans", lambda: jpeg_of_scans(1_000), _PASSES),
    BadFile("cmyk_jpeg_of_4096_in_passes", lambda: _jpeg_in_passes("CMYK", 4_096), "That JPEG is too large for one in"),
    BadFile("jpeg_of_no_parts", lambda: _JPEG.replace(_frame_of(_JPEG), _frame_of(_JPEG)[:9] + b"\0"), _DAMAGED),
    BadFile("png_without_palette", png_without_palette, _DAMAGED),
    BadFile("png_4096_cut_off", lambda: _deep_png(b"\x10")[:-30], _DAMAGED),
    BadFile("png_4096_with_nothing_to_see", lambda: _deep_png(b"\0"), "Every pixel of that picture"),
    BadFile("jpeg_of_a_million_segments", lambda: _JPEG[:2] + jpeg_segment(0xFE, b"") * 10**6 + _JPEG[2:], _DAMAGED),
    BadFile("jpeg_of_fill_bytes", lambda: _JPEG[:2] + b"\xff" * 9_000_000 + _JPEG[2:], _DAMAGED),
    BadFile("png_of_half_a_million_chunks", lambda: with_chunks(_PNG, chunk(b"tEXt") * 500_000), _DAMAGED),
    BadFile("png_profile_bomb", lambda: with_chunks(_PNG, chunk(b"iCCP", b"x\0\0" + bomb_of_zeros(10**8))), _DAMAGED),
    BadFile("gif_of_10000_frames", lambda: gif(10_000), "GIFs may move"),
    BadFile("gif_with_script", lambda: b"GIF89a/*" + SCRIPT + b"*/=0;", "GIFs may move"),
    BadFile("moving_png", lambda: _moving("PNG"), _MOVES),
    BadFile("moving_webp", lambda: _moving("WEBP"), _MOVES),
    BadFile("svg_with_script", lambda: SVG, _SVG_REASON),
    BadFile(
        "svg_behind_a_prolog",
        lambda: b"\xef\xbb\xbf\n<?xml version='1.0'?><!--" + b"x" * 999 + b"-->" + SVG,
        _SVG_REASON,
    ),
    BadFile("svg_as_utf16", lambda: SVG.decode().encode("utf-16"), _SVG_REASON),
    BadFile("svg_packed", lambda: gzip.compress(SVG), "Packed files aren't taken."),
    BadFile("page", lambda: b"<!doctype html>" + SCRIPT, "I can't see a picture in that file."),
    BadFile("words", lambda: b"hello", "I can't see a picture in that file."),
    BadFile("tiff", lambda: saved(logo(), "TIFF"), "TIFF files aren't taken."),
    BadFile("bmp", lambda: saved(logo(), "BMP"), "BMP files aren't taken."),
    BadFile("ico", lambda: saved(logo(), "ICO"), "Icon files aren't taken."),
    BadFile("avif", lambda: saved(logo(), "AVIF"), "HEIC, AVIF and videos aren't taken."),
    BadFile("pdf", lambda: saved(logo(), "PDF"), "PDFs aren't taken."),
    BadFile("png_cut_off", lambda: _PNG[: len(_PNG) // 2], _DAMAGED),
    BadFile("png_header_alone", lambda: PNG_START, _DAMAGED),
    BadFile("png_without_pixels", lambda: _PNG[:33] + chunk(b"IEND"), _DAMAGED),
    BadFile("png_with_a_wrong_checksum", lambda: _transposed(_PNG, 60), _DAMAGED),
    BadFile("jpeg_cut_off", lambda: _JPEG[: len(_JPEG) * 3 // 4], _DAMAGED),
    BadFile("jpeg_header_alone", lambda: b"\xff\xd8\xff", _DAMAGED),
    BadFile("jpeg_of_two_frames", lambda: _JPEG[:2] + _frame_of(_JPEG) + _JPEG[2:], _DAMAGED),
    BadFile("webp_cut_off", lambda: _WEBP[: len(_WEBP) // 2], _DAMAGED),
    BadFile("webp_without_picture", lambda: riff(b""), _DAMAGED),
    BadFile("more_than_10_mb", lambda: _PNG + bytes(10_000_000), "That file has more than 10 MB."),
    BadFile("nothing_to_see", lambda: saved(Image.new("RGBA", (8, 8)), "PNG"), "Every pixel of that picture"),
)

TAKEN = (
    BadFile("page_behind_a_png", lambda: _PNG + b"<html>" + SCRIPT),
    BadFile("archive_behind_a_png", lambda: _PNG + b"PK\x03\x04" + SCRIPT),
    BadFile("script_in_png_text", lambda: with_chunks(_PNG, chunk(b"tEXt", b"Comment\0" + SCRIPT))),
    BadFile("text_bomb_in_png", lambda: with_chunks(_PNG, chunk(b"zTXt", b"x\0\0" + bomb_of_zeros(10**8)))),
    BadFile("greedy_exif_in_png", lambda: with_chunks(_PNG, chunk(b"eXIf", exif(*greedy_entries(60_000, 700_000))))),
    BadFile("png_of_too_few_rows", lambda: _png_of_rows(10)),
    BadFile("pixels_bomb_in_png", lambda: _png_of_rows(10**6)),
    BadFile("script_in_jpeg_comment", lambda: jpeg_with(jpeg_segment(0xFE, SCRIPT))),
    BadFile("script_behind_a_jpeg", lambda: _JPEG + SCRIPT),
    BadFile("greedy_exif_in_jpeg", lambda: jpeg_with(_greedy_segments())),
    BadFile("jpeg_that_ends_in_a_script", lambda: jpeg_with(jpeg_segment(0xE0, b"*/=1;/*" + SCRIPT))),
    BadFile("script_behind_a_webp", lambda: _WEBP + SCRIPT),
    BadFile("phone_photo_with_gps", lambda: saved(logo(), "JPEG", exif=gps_exif())),
    BadFile("phone_png_with_gps", lambda: saved(logo(), "PNG", exif=gps_exif())),
    BadFile("phone_webp_with_gps", lambda: saved(logo(), "WEBP", exif=gps_exif())),
    BadFile("cmyk_jpeg", lambda: saved(logo("CMYK"), "JPEG")),
    BadFile("jpeg_with_a_false_profile", lambda: saved(logo(), "JPEG", icc_profile=b"no profile" * 50)),
    BadFile("jpeg_with_a_profile_of_another_kind", lambda: saved(logo("L"), "JPEG", icc_profile=_profile())),
    BadFile("sixteen_bit_grey", lambda: png(64, 32, bits=16, colour_type=0, row=_SIXTEEN_ROW)),
    BadFile("sixteen_bit_colour", lambda: png(16, 8, bits=16, colour_type=2, row=_SIXTEEN_ROW[:96])),
    BadFile("sixteen_bit_with_alpha", lambda: png(16, 8, bits=16, colour_type=6, row=_SIXTEEN_ROW)),
    BadFile(
        "sixteen_bit_with_one_clear_grey",
        lambda: png(64, 32, bits=16, colour_type=0, row=_SIXTEEN_ROW, before=chunk(b"tRNS", b"\xff\x80")),
    ),
    BadFile("palette_with_alpha", lambda: saved(logo("RGBA").quantize(8), "PNG")),
    BadFile("two_colours", lambda: saved(logo("1"), "PNG")),
    BadFile("grey_with_alpha", lambda: saved(logo("LA"), "PNG")),
    BadFile("progressive_jpeg", lambda: saved(logo(), "JPEG", progressive=True)),
    BadFile("jpeg_with_fill_bytes", lambda: _JPEG[:2] + b"\xff" * 9 + _JPEG[2:]),
    BadFile("webp_with_alpha", lambda: saved(logo("RGBA"), "WEBP", lossless=True)),
    BadFile("one_pixel", lambda: saved(Image.new("RGB", (1, 1), "red"), "PNG")),
)

# As large as anything that is taken.
LARGEST = (
    BadFile("png_4096", lambda: png(4_096, 4_096, bits=8, colour_type=6, row=b"\xff\x69\xb4\xff" * 4_096)),
    BadFile("png_4096_of_16_bits", lambda: png(4_096, 4_096, bits=16, colour_type=6, row=_SIXTEEN_ROW * 256)),
    BadFile("png_of_noise", lambda: _noise(1_800)),
    BadFile("jpeg_4096", lambda: saved(logo(size=(4_096, 4_096)), "JPEG", progressive=True)),
    BadFile("jpeg_4096_cmyk", lambda: saved(logo("CMYK", size=(4_096, 4_096)), "JPEG")),
    BadFile("png_4096_of_16_bits_of_grey", lambda: png(4_096, 4_096, bits=16, colour_type=0, row=_SIXTEEN_ROW * 64)),
    BadFile("jpeg_of_every_colour_in_passes", lambda: _jpeg_in_passes("RGB", 3_300)),
    BadFile("webp_of_noise", noisy_webp),
    BadFile("webp_4096", lambda: webp_of_one_colour(4_096, 4_096)),
)
