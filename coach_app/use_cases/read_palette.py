"""Find a brand kit's colours in a picture."""

from collections.abc import Mapping

from coach_app.domain.brand_looks import ColourRole
from coach_app.domain.palettes import suggested_colours
from coach_app.parts import Parts


def read_palette(parts: Parts, *, data: bytes) -> Mapping[ColourRole, str]:
    """Return a picture's main colours with the roles that suit them; nothing is stored.

    Raises: InvalidInput, ImagingFailed.
    """
    return suggested_colours(parts.imaging.read_upload(data).palette)
