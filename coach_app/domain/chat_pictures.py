"""Pictures that a conversation's next ones go by: how many, how large, and for whom."""

from coach_app.domain.errors import InvalidInput
from coach_app.domain.ports import Artist, PictureLimit, ReadUpload

MAX_CHAT_PICTURES = 3
# Models take about 20 MB in one request, in which a byte of a picture is 4/3 of one: three of these come to 16.
CHAT_PICTURE_LIMIT = PictureLimit(side_px=1_536, bytes=4_000_000)
_LEAST_SIDE_PX = 32


def blindness_of(artist: Artist) -> str:
    """Return why this artist goes by no pictures; an empty string where it does."""
    if artist.can_see:
        return ""
    return f"The {artist.name.lower()} goes by words alone, so it can't use pictures. Tell the coach what yours shows."


def refuse_pictures_it_cannot_see(artist: Artist) -> None:
    """Raise InvalidInput where the artist goes by words alone."""
    if why := blindness_of(artist):
        raise InvalidInput(why, field="file")


def refuse_tiny_picture(upload: ReadUpload) -> None:
    """Raise InvalidInput where a side has so few pixels that nothing could be made out."""
    if min(upload.width_px, upload.height_px) < _LEAST_SIDE_PX:
        size = f"{upload.width_px} × {upload.height_px} pixels"
        raise InvalidInput(
            f"That picture has only {size}. It takes {_LEAST_SIDE_PX} on each side to see what it shows.", field="file"
        )
