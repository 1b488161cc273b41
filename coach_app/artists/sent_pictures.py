"""Looks at a picture that a provider has sent by its first bytes, before anybody decodes it."""

from coach_app.domain.errors import InvalidInput, NoPicture
from coach_app.imaging.containers import read_container

_MAX_SIDE_PX = 4096


def checked_picture(data: bytes) -> bytes:
    """Return the bytes of a PNG, JPEG or WebP as they came, whatever they were said to be. Raises NoPicture."""
    try:
        container = read_container(data)
    except InvalidInput as exc:
        raise NoPicture("what was sent is no picture") from exc
    if max(container.width_px, container.height_px) > _MAX_SIDE_PX:
        raise NoPicture("the picture is too large", worth_another=False)
    return data
