"""What an asset type is: its files, what is in the picture, and how people see it."""

from dataclasses import dataclass
from enum import StrEnum

from coach_app.domain.exports import Export, Platform

_LARGEST_DRAWN_PX = 320
_SMALLEST_CUTOUT_WITH_LOGO_PX = 112


class AssetTypeId(StrEnum):
    TWITCH_EMOTE = "twitch_emote"
    TWITCH_BADGE = "twitch_badge"
    TWITCH_BITS_BADGE = "twitch_bits_badge"
    TWITCH_BADGE_FLAIR = "twitch_badge_flair"
    TWITCH_REWARD_ICON = "twitch_reward_icon"
    TWITCH_PANEL = "twitch_panel"
    TWITCH_PROFILE_BANNER = "twitch_profile_banner"
    OFFLINE_BANNER = "offline_banner"
    PROFILE_PICTURE = "profile_picture"
    YOUTUBE_THUMBNAIL = "youtube_thumbnail"
    YOUTUBE_BANNER = "youtube_banner"
    KICK_PROFILE_BANNER = "kick_profile_banner"
    DISCORD_STICKER = "discord_sticker"
    DISCORD_SERVER_ICON = "discord_server_icon"
    DISCORD_SERVER_BANNER = "discord_server_banner"
    DISCORD_INVITE_SPLASH = "discord_invite_splash"
    DISCORD_PROFILE_BANNER = "discord_profile_banner"
    WEBCAM_FRAME = "webcam_frame"


class Ground(StrEnum):
    """What is behind the subject: nothing (a cut-out), nothing inside a frame's hole, or the picture's own ground."""

    CUTOUT = "cutout"
    FRAME = "frame"
    OPAQUE = "opaque"


class Composition(StrEnum):
    """What has to be in the picture, and so what the coach asks for and how an artist lays it out."""

    EMOTE = "emote"
    BADGE = "badge"
    PORTRAIT = "portrait"
    THUMBNAIL = "thumbnail"
    PANEL = "panel"
    BANNER = "banner"
    FRAME = "frame"


class Shown(StrEnum):
    """How people will see it: in a line of chat, beside a name there, cut to a circle, or as it is."""

    IN_CHAT = "in_chat"
    BESIDE_NAME = "beside_name"
    ROUND = "round"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the picture, in shares of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SafeArea:
    """A part that platforms leave visible everywhere (`is_covered` False), or that they cover."""

    label: str
    box: Box
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class AssetType:
    """An asset type: its files, and how the picture has to be.

    `exports[0]` is the main file: its size is the asset's width and height, and it is what Download gives.
    `master_width_px` x `master_height_px` is what the built-in artist paints; a model is asked for `ask_ratio` at
    `ask_size`. `padding` stays free on each side of a cut-out, as a share of its longest side; `hole` is what a frame
    leaves open; `max_total_bytes` is for all files that go to the main platform together.
    """

    id: AssetTypeId
    label: str
    noun: str
    sizes_text: str
    composition: Composition
    exports: tuple[Export, ...]
    master_width_px: int
    master_height_px: int
    ground: Ground = Ground.OPAQUE
    shown: Shown = Shown.WHOLE
    ask_ratio: str = "16:9"
    ask_size: str = "1K"
    padding: float = 0.0
    safe_areas: tuple[SafeArea, ...] = ()
    hole: Box | None = None
    max_total_bytes: int | None = None

    @property
    def main(self) -> Export:
        return self.exports[0]

    def export(self, name: str) -> Export | None:
        return next((export for export in self.exports if export.name == name), None)

    @property
    def drawn_sizes(self) -> tuple[tuple[int, int], ...]:
        """The sizes so small that a picture drawn for them shows more than a large one made smaller."""
        sizes = ((export.width_px, export.height_px) for export in self.exports)
        return tuple(size for size in sizes if max(size) <= _LARGEST_DRAWN_PX)

    @property
    def is_cutout(self) -> bool:
        return self.ground is Ground.CUTOUT

    @property
    def has_alpha(self) -> bool:
        return self.ground is not Ground.OPAQUE

    def takes_logo(self, export: Export) -> bool:
        """Tell whether a logo could be made out on this file."""
        return not self.is_cutout or min(export.width_px, export.height_px) >= _SMALLEST_CUTOUT_WITH_LOGO_PX

    @property
    def can_have_logo(self) -> bool:
        return any(map(self.takes_logo, self.exports))

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """Who takes any of its files, the main platform first."""
        return tuple(dict.fromkeys(upload.platform for export in self.exports for upload in export.uploads))
