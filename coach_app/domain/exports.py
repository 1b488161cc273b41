"""Files that platforms accept: which pixels, which format, and where each can be uploaded with how many bytes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

FileFormat = Literal["PNG", "JPEG"]

# What is stored beside the exports: the untouched picture, and what the page shows of it.
MASTER, PREVIEW, THUMB = "master", "preview.webp", "thumb.webp"


class Platform(StrEnum):
    """Who takes a file; the value names its folder in a pack."""

    TWITCH = "twitch"
    YOUTUBE = "youtube"
    KICK = "kick"
    DISCORD = "discord"
    SEVENTV = "7tv"
    BTTV = "bttv"
    FFZ = "ffz"
    OBS = "obs"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Platform.TWITCH: "Twitch",
    Platform.YOUTUBE: "YouTube",
    Platform.KICK: "Kick",
    Platform.DISCORD: "Discord",
    Platform.SEVENTV: "7TV",
    Platform.BTTV: "BetterTTV",
    Platform.FFZ: "FrankerFaceZ",
    Platform.OBS: "OBS Studio",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """One place that takes a file: what it is there ("emote"), where the streamer finds it, and its limit."""

    platform: Platform
    purpose: str
    place: str
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Export:
    """One exact file. `name` is its name in storage and in the file's URL; several platforms may take the same file."""

    name: str
    width_px: int
    height_px: int
    format: FileFormat
    uploads: tuple[Upload, ...]

    @property
    def max_bytes(self) -> int:
        """The strictest of its limits: whoever takes the file takes it."""
        return min(upload.max_bytes for upload in self.uploads)

    @property
    def media_type(self) -> str:
        return f"image/{self.format.lower()}"


def png(width_px: int, height_px: int, *uploads: Upload) -> Export:
    return Export(_name(width_px, height_px, "png"), width_px, height_px, "PNG", uploads)


def jpeg(width_px: int, height_px: int, *uploads: Upload) -> Export:
    return Export(_name(width_px, height_px, "jpg"), width_px, height_px, "JPEG", uploads)


def _name(width_px: int, height_px: int, ending: str) -> str:
    """Return "112.png" for a square, "320x160.png" for others."""
    return f"{width_px}.{ending}" if width_px == height_px else f"{width_px}x{height_px}.{ending}"
