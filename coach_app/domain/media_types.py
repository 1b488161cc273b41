"""What a picture's bytes are, by how they begin: what somebody says of them may be wrong."""

PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"
_ENDINGS = {PNG: "png", JPEG: "jpg", WEBP: "webp"}


def media_type_of(data: bytes) -> str:
    """Return the media type of a PNG, JPEG or WebP."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    return WEBP if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else PNG


def ending_of(media_type: str) -> str:
    """Return the ending of a file's name, without the dot."""
    return _ENDINGS[media_type]
