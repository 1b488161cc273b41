"""Draws the whole kit on one sheet, to be looked at: `python -m coach_app.artists.offline.contact_sheet OUT.png`.

Each cell shows an emote at 224 px and, beside its foot, the same drawn for 56 and 28 px.
"""

import io
import sys
from collections.abc import Sequence
from uuid import UUID

from PIL import Image

from coach_app.artists.offline.drawing import draw
from coach_app.domain.asset_types import ASSET_TYPES, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest
from coach_app.domain.vocabulary import Accessory, Action, Expression, Species

_CELL_PX, _COLUMNS = 224, 8
_SMALL_PX = (56, 28)


def briefs() -> list[Brief]:
    """Return every species with an expression of its own, then each expression, action and accessory."""
    faces = list(Expression)
    kinds = [Brief(subject=kind, expression=faces[place % len(faces)]) for place, kind in enumerate(Species)]
    moods = [Brief(subject="cat", expression=face) for face in Expression]
    doings = [Brief(subject="fox", action=action) for action in Action]
    worn = [Brief(subject="bear", accessories=(item.replace("_", " "),)) for item in Accessory]
    return [*kinds, *moods, *doings, *worn]


def contact_sheet(wanted: Sequence[Brief]) -> Image.Image:
    kind = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
    rows = -(-len(wanted) // _COLUMNS)
    width, height = _CELL_PX + _SMALL_PX[0] + 8, _CELL_PX + 8
    sheet = Image.new("RGBA", (_COLUMNS * width, rows * height), "#2a2a31")
    sizes = tuple((size, size) for size in (_CELL_PX, *_SMALL_PX))
    for place, brief in enumerate(wanted):
        picture = draw(PaintRequest(UUID(int=0), kind, brief, "", 0, sizes))
        left, top = (place % _COLUMNS) * width, (place // _COLUMNS) * height
        places = ((left, top), (left + _CELL_PX, top + 132), (left + _CELL_PX + 14, top + 192))
        for size, spot in zip(sizes, places, strict=True):
            with Image.open(io.BytesIO(picture.renditions[size])) as drawn:
                sheet.alpha_composite(drawn.convert("RGBA"), spot)
    return sheet


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Say where to: python -m coach_app.artists.offline.contact_sheet OUT.png")
    contact_sheet(briefs()).save(sys.argv[1])
