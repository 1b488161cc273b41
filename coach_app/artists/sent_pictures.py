"""Looks at a picture that a provider has sent by its first bytes, before anybody decodes it."""

import base64

from coach_app.domain.errors import InvalidInput, NoPicture
from coach_app.domain.spending import Receipt
from coach_app.imaging.containers import Container, read_container

_MAX_SIDE_PX = 4096
_MIN_SIDE_PX = 64
# So many times longer, or wider, than was asked for a picture has nothing left that could be cut out of it.
_MOST_TIMES = 3
_FIRST_TURNED = 5


def sent_picture(data: str, receipt: Receipt, *, ratio: float) -> bytes:
    """Return a PNG, JPEG or WebP out of its base64, whatever it was said to be; `ratio` is the width that was asked for
    by the height. Raises NoPicture."""
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
    if not _is_of_use(container, ratio):
        raise NoPicture("the picture is of no use", receipt=receipt)
    return picture


def _is_of_use(container: Container, ratio: float) -> bool:
    sides = (container.width_px, container.height_px)
    if min(sides) < _MIN_SIDE_PX:
        return False
    width, height = reversed(sides) if container.orientation >= _FIRST_TURNED else sides
    return 1 / _MOST_TIMES <= width / height / ratio <= _MOST_TIMES
