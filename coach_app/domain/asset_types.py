"""What can be made: every asset type with its files, as data. A new type is one entry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from coach_app.domain.errors import InvalidInput


class AssetTypeId(StrEnum):
    TWITCH_EMOTE = "twitch_emote"
    YOUTUBE_THUMBNAIL = "youtube_thumbnail"


FileFormat = Literal["PNG", "JPEG"]


@dataclass(frozen=True, slots=True)
class Export:
    """One file that a platform accepts. `name` is its name in storage and in the file's URL."""

    name: str
    width_px: int
    height_px: int
    format: FileFormat
    max_bytes: int

    @property
    def media_type(self) -> str:
        return f"image/{self.format.lower()}"


@dataclass(frozen=True, slots=True)
class AssetType:
    """An asset type: its files, and how the picture has to be.

    `exports[0]` is the main file: its size is the asset's width and height, and it is what Download gives.
    `master_width_px` x `master_height_px` is what an artist paints once; `is_cutout` means a transparent ground.
    """

    id: AssetTypeId
    label: str
    noun: str
    sizes_text: str
    master_width_px: int
    master_height_px: int
    is_cutout: bool
    exports: tuple[Export, ...]

    @property
    def main(self) -> Export:
        return self.exports[0]


# Sources: Twitch's manual emote sizes with 25 KB as the strictest published limit; YouTube's 1280x720 with the
# 2 MB that phones still hold to (both read 2026-11).
ASSET_TYPES: dict[AssetTypeId, AssetType] = {
    kind.id: kind
    for kind in (
        AssetType(
            id=AssetTypeId.TWITCH_EMOTE,
            label="Twitch emote",
            noun="emote",
            sizes_text="28, 56, 112",
            master_width_px=1024,
            master_height_px=1024,
            is_cutout=True,
            exports=(
                Export("112.png", 112, 112, "PNG", 25_000),
                Export("56.png", 56, 56, "PNG", 25_000),
                Export("28.png", 28, 28, "PNG", 25_000),
            ),
        ),
        AssetType(
            id=AssetTypeId.YOUTUBE_THUMBNAIL,
            label="YouTube thumbnail",
            noun="thumbnail",
            sizes_text="1280 × 720",
            master_width_px=1280,
            master_height_px=720,
            is_cutout=False,
            exports=(Export("1280x720.jpg", 1280, 720, "JPEG", 2_000_000),),
        ),
    )
}


def asset_type(name: str) -> AssetType:
    """Return the asset type of that name. Raises InvalidInput with the names that exist."""
    try:
        return ASSET_TYPES[AssetTypeId(name)]
    except ValueError:
        names = ", ".join(kind.value for kind in ASSET_TYPES)
        raise InvalidInput(f"The asset type has to be one of: {names}.", field="asset_type") from None
