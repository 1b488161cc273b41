"""What a tab writes into a brand kit: texts by the name of the field, as errors name it too."""

from collections.abc import Mapping
from uuid import UUID

from coach_app.domain.brand_kits import KitEdit
from coach_app.domain.errors import InvalidInput
from coach_app.parts import Parts
from coach_app.use_cases.edit_brand_kit import edit_brand_kit

COLOUR = "colours."
"""Begins the name of a colour's field; its role follows."""
_LIST_OF = ","


def keep_fields(parts: Parts, *, user_id: UUID, kit_id: UUID, written: Mapping[str, str]) -> Mapping[str, str]:
    """Store what can be stored, and return a sentence for each field that cannot. Raises: NotFound, InvalidInput."""
    left, refused = dict(written), dict[str, str]()
    while left:
        try:
            edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=kit_edit(left))
            break
        except InvalidInput as error:
            if left.pop(error.field, None) is None:
                raise
            refused[error.field] = error.sentence
    return refused


def kit_edit(written: Mapping[str, str]) -> KitEdit:
    """Return the edit; an empty colour goes, an empty font is the artist's choice, tones are parted by commas."""
    tone = written.get("tone")
    return KitEdit(
        name=written.get("name"),
        colour_changes={name.removeprefix(COLOUR): value for name, value in written.items() if name.startswith(COLOUR)},
        title_font=written.get("title_font"),
        text_font=written.get("text_font"),
        tone=None if tone is None else [one for one in tone.split(_LIST_OF) if one],
        strength=written.get("strength"),
    )
