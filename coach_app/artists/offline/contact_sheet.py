"""Draws the whole kit on sheets, to be looked at: `python -m coach_app.artists.offline.contact_sheet FOLDER`.

One sheet an asset type, and one of what brand kits make of them. Sizes below 40 px are shown enlarged as well.
"""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PIL import Image

from coach_app.artists.offline.contact_briefs import BADGES, BANNERS, BRANDED, LOOKS, PANELS, THUMBNAILS, emotes
from coach_app.artists.offline.drawing import draw
from coach_app.artists.offline.offline_artist import OfflineArtist
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brand_looks import BrandLook, Strength
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest, Size

_PAGE, _LIGHT_PAGE = "#18181b", "#f7f7f8"
_WIDEST_PX = 1480
_GAP = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """One size of a picture in its cell; None as `size` is the master. It is shown `width_px` wide."""

    size: Size | None
    left: int
    top: int
    width_px: int


_CELLS: dict[Composition, tuple[Shown, ...]] = {
    Composition.EMOTE: (
        Shown((224, 224), 0, 0, 224),
        Shown((56, 56), 228, 8, 56),
        Shown((28, 28), 242, 76, 28),
        Shown((28, 28), 228, 112, 112),
    ),
    Composition.BADGE: (
        Shown((72, 72), 0, 0, 216),
        Shown((36, 36), 224, 0, 144),
        Shown((18, 18), 376, 0, 144),
        Shown((72, 72), 224, 148, 72),
        Shown((36, 36), 312, 160, 36),
        Shown((18, 18), 376, 170, 18),
    ),
    Composition.PANEL: (Shown((320, 160), 0, 0, 320), Shown((320, 100), 0, 164, 320)),
    Composition.THUMBNAIL: (Shown(None, 0, 0, 480),),
    Composition.BANNER: (Shown(None, 0, 0, 480),),
}
_BRIEFS: dict[Composition, Sequence[Brief]] = {
    Composition.EMOTE: emotes(),
    Composition.BADGE: BADGES,
    Composition.PANEL: PANELS,
    Composition.THUMBNAIL: THUMBNAILS,
    Composition.BANNER: BANNERS,
}


def cell(kind: AssetType, brief: Brief, variant: int, look: BrandLook | None = None, page: str = _PAGE) -> Image.Image:
    shown = _CELLS[kind.composition]
    sizes = tuple({one.size: None for one in shown if one.size})
    picture = draw(PaintRequest(UUID(int=0), kind, brief, "", variant, sizes, look))
    drawn = []
    for one in shown:
        with Image.open(io.BytesIO(picture.renditions[one.size] if one.size else picture.master)) as opened:
            scaling = Image.Resampling.NEAREST if one.width_px >= opened.width else Image.Resampling.LANCZOS
            height = round(opened.height * one.width_px / opened.width)
            drawn.append(opened.convert("RGBA").resize((one.width_px, height), scaling))
    width = max(one.left + image.width for one, image in zip(shown, drawn, strict=True))
    height = max(one.top + image.height for one, image in zip(shown, drawn, strict=True))
    found = Image.new("RGBA", (width + _GAP, height + _GAP), page)
    for one, image in zip(shown, drawn, strict=True):
        found.alpha_composite(image, (one.left + _GAP // 2, one.top + _GAP // 2))
    return found


def sheet(cells: Sequence[Image.Image]) -> Image.Image:
    """Return the cells, all of one size, in rows."""
    width, height = cells[0].size
    columns = min(max(_WIDEST_PX // width, 1), len(cells))
    found = Image.new("RGBA", (columns * width, -(-len(cells) // columns) * height), _PAGE)
    for place, one in enumerate(cells):
        found.paste(one, ((place % columns) * width, (place // columns) * height))
    return found


def type_sheet(kind: AssetType) -> Image.Image:
    """Return every brief of the kind, each as another variant; cut-outs stand on a dark and a light page by turns."""
    pages = (_PAGE, _LIGHT_PAGE) if kind.is_cutout else (_PAGE,)
    return sheet(
        [
            cell(
                kind,
                brief,
                place % 4 if kind.composition is not Composition.EMOTE else 0,
                None,
                pages[place % len(pages)],
            )
            for place, brief in enumerate(_BRIEFS[kind.composition])
        ]
    )


def brand_sheet(kind: AssetType) -> Image.Image:
    """Return a row for each kit: its three strengths, of two briefs each."""
    return sheet(
        [
            cell(kind, brief, 0, look.model_copy(update={"strength": strength}))
            for look in LOOKS
            for brief in BRANDED[kind.composition]
            for strength in Strength
        ]
    )


def write_sheets(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in OfflineArtist.asset_types:
        type_sheet(ASSET_TYPES[name]).save(folder / f"{name}.png")
    offered: dict[Composition, AssetTypeId] = {}
    for name in OfflineArtist.asset_types:
        offered.setdefault(ASSET_TYPES[name].composition, name)
    for name in offered.values():
        brand_sheet(ASSET_TYPES[name]).save(folder / f"brand-{name}.png")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Say where to: python -m coach_app.artists.offline.contact_sheet FOLDER")
    write_sheets(Path(sys.argv[1]))
