"""Looks at a picture that a provider has sent by its first bytes, before anybody decodes it."""

import base64

from coach_app.domain.errors import InvalidInput, NoPicture
from coach_app.domain.spending import Receipt
from coach_app.imaging.containers import read_container

_MAX_SIDE_PX = 4096


def sent_picture(data: str, receipt: Receipt) -> bytes:
    """Return a PNG, JPEG or WebP out of its base64, whatever it was said to be. Raises NoPicture."""
    try:
        picture = base64.b64decode(data, validate=True)
    # Also for what is not even ASCII.
    except ValueError as exc:
        raise NoPicture("the picture is damaged", receipt=receipt) from exc
    try:
        container = read_container(picture)
    except InvalidInput as exc:
        raise NoPicture("what was sent is no picture", receipt=receipt) from exc
    if max(container.width_px, container.height_px) > _MAX_SIDE_PX:
        raise NoPicture("the picture is too large", receipt=receipt, worth_another=False)
    return picture
