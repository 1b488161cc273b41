"""Tells by its first bytes what a file is that is no PNG, JPEG or WebP, and what to do about it."""

import re

_SVG = re.compile(rb"<(?:\w+:)?svg\b|<!doctype\s+svg", re.IGNORECASE)
_OTHERS = (
    (b"GIF8", "GIFs may move, so they aren't taken. Save one frame as a PNG."),
    (b"\x1f\x8b", "Packed files aren't taken. Save the picture as a PNG, JPEG or WebP."),
    (b"PK\x03\x04", "Packed files aren't taken. Save the picture as a PNG, JPEG or WebP."),
    (b"%PDF", "PDFs aren't taken. Save the picture as a PNG, JPEG or WebP."),
    (b"BM", "BMP files aren't taken. Save the picture as a PNG."),
    (b"II*\0", "TIFF files aren't taken. Save the picture as a PNG."),
    (b"MM\0*", "TIFF files aren't taken. Save the picture as a PNG."),
    (b"8BPS", "Photoshop files aren't taken. Save the picture as a PNG."),
    (b"\0\0\1\0", "Icon files aren't taken. Save the picture as a PNG."),
)


def why_not(data: bytes) -> str:
    """Return why a file of another kind is not taken."""
    if not data:
        return "That file is empty."
    # As UTF-16 every other byte is a zero.
    if _SVG.search(data[:4096].replace(b"\0", b"")):
        return "SVG files can carry scripts, so they aren't taken. Save the picture as a PNG."
    if data[4:8] == b"ftyp":
        return "HEIC, AVIF and videos aren't taken. Save the picture as a PNG, JPEG or WebP."
    known = (sentence for start, sentence in _OTHERS if data.startswith(start))
    return next(known, "I can't see a picture in that file. PNG, JPEG and WebP are taken.")
