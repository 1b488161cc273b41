"""Why an artist declined a wish."""

from enum import StrEnum


class RefusalKind(StrEnum):
    """The wish was not taken; a picture was made of it and held back; or it came too close to somebody's work."""

    WISH = "wish"
    PICTURE = "picture"
    LOOKALIKE = "lookalike"
