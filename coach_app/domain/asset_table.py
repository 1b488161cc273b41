"""What can be made: every asset type with its files, as data. A new type is one entry.

Sizes and limits are what the platforms and their guides published in November 2026. Where sources disagree, the limit
here is one that satisfies all of them; what is known less well says so.
"""

from coach_app.domain.asset_types import AssetType, AssetTypeId, Box, Composition, Ground, SafeArea, Shown
from coach_app.domain.errors import InvalidInput
from coach_app.domain.exports import Export, Platform, Upload, jpeg, png

_KB, _MB = 1_000, 1_000_000


def _twitch(purpose: str, place: str, max_bytes: int) -> Upload:
    return Upload(Platform.TWITCH, purpose, place, max_bytes)


def _discord(purpose: str, place: str, max_bytes: int) -> Upload:
    return Upload(Platform.DISCORD, purpose, place, max_bytes)


def _cutout(
    id: AssetTypeId,  # noqa: A002 - it is the field's name
    label: str,
    noun: str,
    sizes_text: str,
    composition: Composition,
    exports: tuple[Export, ...],
    padding: float,
    shown: Shown = Shown.WHOLE,
    max_total_bytes: int | None = None,
) -> AssetType:
    """Return a small square type on no ground."""
    return AssetType(
        id=id,
        label=label,
        noun=noun,
        sizes_text=sizes_text,
        composition=composition,
        exports=exports,
        master_width_px=1024,
        master_height_px=1024,
        ground=Ground.CUTOUT,
        shown=shown,
        ask_ratio="1:1",
        padding=padding,
        max_total_bytes=max_total_bytes,
    )


_EMOTES = "Creator Dashboard, Viewer Rewards, Emotes"
_BADGES = "Creator Dashboard, Viewer Rewards, Channel Badges"
_BRANDING = "Creator Dashboard, Settings, Channel, Brand"
_STUDIO = "YouTube Studio, Customization, Branding"
_MEMBERSHIPS = "YouTube Studio, Earn, Memberships"
_KICK = "Creator Dashboard, Channel, Profile"
_SERVER = "Server Settings, Server Profile"

# The strictest published limit for emotes sent in three sizes is 25 KB each; other guides say 100 KB or 1 MB.
_EMOTE = _twitch("emote", _EMOTES, 25 * _KB)
_BADGE = _twitch("subscriber badge", _BADGES, 25 * _KB)
_BITS = _twitch("bits badge", _BADGES, 25 * _KB)
_FLAIR = _twitch("badge flair", _BADGES, 25 * _KB)
_REWARD = _twitch("reward icon", "Creator Dashboard, Viewer Rewards, Channel Points", 25 * _KB)
# Guides say 1 MB, 2.9 MB and 10 MB.
_PANEL = _twitch("panel", "Your channel's About page, Edit Panels", 1 * _MB)
_EBU = SafeArea("Safe on every screen", Box(0.05, 0.05, 0.9, 0.9))
_STAMP = SafeArea("The running time covers this", Box(0.88, 0.88, 0.12, 0.12), is_covered=True)

_TABLE = (
    _cutout(
        id=AssetTypeId.TWITCH_EMOTE,
        label="Twitch emote",
        noun="emote",
        sizes_text="28, 56, 112",
        composition=Composition.EMOTE,
        shown=Shown.IN_CHAT,
        padding=0.04,
        exports=(
            png(112, 112, _EMOTE, Upload(Platform.BTTV, "emote", "betterttv.com, Dashboard, Emotes", 1 * _MB)),
            png(56, 56, _EMOTE),
            png(28, 28, _EMOTE),
            png(
                128,
                128,
                _discord("emoji", "Server Settings, Emoji", 256 * _KB),
                Upload(Platform.FFZ, "emote", "frankerfacez.com, Emoticons, Submit", 1 * _MB),
            ),
            png(480, 480, Upload(Platform.YOUTUBE, "membership emoji", _MEMBERSHIPS, 1 * _MB)),
            png(
                500,
                500,
                Upload(Platform.KICK, "emote", "Creator Dashboard, Community, Emotes", 1 * _MB),
                Upload(Platform.SEVENTV, "emote", "7tv.app, Upload", 7 * _MB),
                _twitch("emote, one file instead of the three", _EMOTES, 1 * _MB),
            ),
        ),
    ),
    _cutout(
        id=AssetTypeId.TWITCH_BADGE,
        label="Twitch badge",
        noun="badge",
        sizes_text="18, 36, 72",
        composition=Composition.BADGE,
        shown=Shown.BESIDE_NAME,
        padding=0.02,
        exports=(
            png(72, 72, _BADGE),
            png(36, 36, _BADGE),
            png(18, 18, _BADGE),
            png(
                64,
                64,
                Upload(Platform.YOUTUBE, "membership badge", _MEMBERSHIPS, 1 * _MB),
                _discord("role icon", "Server Settings, Roles", 256 * _KB),
            ),
            png(32, 32, Upload(Platform.YOUTUBE, "membership badge, small", _MEMBERSHIPS, 1 * _MB)),
        ),
    ),
    _cutout(
        id=AssetTypeId.TWITCH_BITS_BADGE,
        label="Bits badge",
        noun="bits badge",
        sizes_text="18, 36, 72",
        composition=Composition.BADGE,
        shown=Shown.BESIDE_NAME,
        padding=0.02,
        exports=(png(72, 72, _BITS), png(36, 36, _BITS), png(18, 18, _BITS)),
        # One guide wants the three files together under 40 KB.
        max_total_bytes=40 * _KB,
    ),
    _cutout(
        id=AssetTypeId.TWITCH_BADGE_FLAIR,
        label="Badge flair",
        noun="badge flair",
        sizes_text="18, 36, 72",
        composition=Composition.BADGE,
        shown=Shown.BESIDE_NAME,
        padding=0.02,
        exports=(png(72, 72, _FLAIR), png(36, 36, _FLAIR), png(18, 18, _FLAIR)),
    ),
    _cutout(
        id=AssetTypeId.TWITCH_REWARD_ICON,
        label="Reward icon",
        noun="reward icon",
        sizes_text="28, 56, 112",
        composition=Composition.BADGE,
        padding=0.04,
        exports=(png(112, 112, _REWARD), png(56, 56, _REWARD), png(28, 28, _REWARD)),
    ),
    AssetType(
        id=AssetTypeId.TWITCH_PANEL,
        label="Twitch panel",
        noun="panel",
        sizes_text="320 × 160",
        composition=Composition.PANEL,
        master_width_px=640,
        master_height_px=320,
        exports=(
            png(320, 160, _PANEL, Upload(Platform.KICK, "panel", "Your channel's About page, Panels", 4 * _MB)),
            png(320, 100, _PANEL),
        ),
    ),
    AssetType(
        id=AssetTypeId.TWITCH_PROFILE_BANNER,
        label="Twitch profile banner",
        noun="profile banner",
        sizes_text="1200 × 480",
        composition=Composition.BANNER,
        master_width_px=1200,
        master_height_px=480,
        ask_ratio="21:9",
        # The size is the one that most guides give; others say 1200 x 380 and 1920 x 480.
        exports=(jpeg(1200, 480, _twitch("profile banner", _BRANDING, 10 * _MB)),),
        safe_areas=(
            SafeArea("Narrow windows keep this", Box(0.2, 0.1, 0.6, 0.8)),
            SafeArea("Your picture and name cover this", Box(0.0, 0.7, 0.3, 0.3), is_covered=True),
        ),
    ),
    AssetType(
        id=AssetTypeId.OFFLINE_BANNER,
        label="Offline banner",
        noun="banner",
        sizes_text="1920 × 1080",
        composition=Composition.BANNER,
        master_width_px=1920,
        master_height_px=1080,
        ask_size="2K",
        exports=(
            jpeg(
                1920,
                1080,
                _twitch("video player banner", _BRANDING, 10 * _MB),
                Upload(Platform.KICK, "offline banner", _KICK, 4 * _MB),
            ),
        ),
        # EBU R 95: words and logos at least 5 % away from every edge.
        safe_areas=(_EBU,),
    ),
    AssetType(
        id=AssetTypeId.PROFILE_PICTURE,
        label="Profile picture",
        noun="profile picture",
        sizes_text="800 × 800",
        composition=Composition.PORTRAIT,
        shown=Shown.ROUND,
        master_width_px=1024,
        master_height_px=1024,
        ask_ratio="1:1",
        exports=(
            png(
                800,
                800,
                _twitch("profile picture", _BRANDING, 10 * _MB),
                Upload(Platform.YOUTUBE, "profile photo", _STUDIO, 15 * _MB),
                Upload(Platform.KICK, "avatar", _KICK, 4 * _MB),
            ),
        ),
    ),
    AssetType(
        id=AssetTypeId.YOUTUBE_THUMBNAIL,
        label="YouTube thumbnail",
        noun="thumbnail",
        sizes_text="1280 × 720",
        composition=Composition.THUMBNAIL,
        master_width_px=1280,
        master_height_px=720,
        exports=(
            jpeg(
                1280,
                720,
                # Phones still hold to 2 MB.
                Upload(Platform.YOUTUBE, "thumbnail", "YouTube Studio, Content, the video's Thumbnail", 2 * _MB),
                _twitch("video thumbnail", "Creator Dashboard, Content, Video Producer", 10 * _MB),
            ),
        ),
        safe_areas=(_STAMP,),
    ),
    AssetType(
        id=AssetTypeId.YOUTUBE_BANNER,
        label="YouTube banner",
        noun="channel banner",
        sizes_text="2560 × 1440",
        composition=Composition.BANNER,
        master_width_px=2560,
        master_height_px=1440,
        ask_size="2K",
        exports=(jpeg(2560, 1440, Upload(Platform.YOUTUBE, "channel banner", _STUDIO, 6 * _MB)),),
        safe_areas=(
            SafeArea("Phones show this", Box(507 / 2560, 508.5 / 1440, 1546 / 2560, 423 / 1440)),
            SafeArea("Tablets show this", Box(352.5 / 2560, 508.5 / 1440, 1855 / 2560, 423 / 1440)),
            SafeArea("Computers show this", Box(0.0, 508.5 / 1440, 1.0, 423 / 1440)),
        ),
    ),
    AssetType(
        id=AssetTypeId.KICK_PROFILE_BANNER,
        label="Kick profile banner",
        noun="profile banner",
        sizes_text="1280 × 700",
        composition=Composition.BANNER,
        master_width_px=1280,
        master_height_px=700,
        exports=(jpeg(1280, 700, Upload(Platform.KICK, "profile banner", _KICK, 4 * _MB)),),
    ),
    _cutout(
        id=AssetTypeId.DISCORD_STICKER,
        label="Discord sticker",
        noun="sticker",
        sizes_text="320 × 320",
        composition=Composition.EMOTE,
        padding=0.04,
        exports=(png(320, 320, _discord("sticker", "Server Settings, Stickers", 512 * _KB)),),
    ),
    AssetType(
        id=AssetTypeId.DISCORD_SERVER_ICON,
        label="Discord server icon",
        noun="server icon",
        sizes_text="512 × 512",
        composition=Composition.PORTRAIT,
        shown=Shown.ROUND,
        master_width_px=1024,
        master_height_px=1024,
        ask_ratio="1:1",
        # Guides say 8 MB and 10 MB.
        exports=(png(512, 512, _discord("server icon", _SERVER, 8 * _MB)),),
    ),
    AssetType(
        id=AssetTypeId.DISCORD_SERVER_BANNER,
        label="Discord server banner",
        noun="server banner",
        sizes_text="960 × 540",
        composition=Composition.BANNER,
        master_width_px=1920,
        master_height_px=1080,
        exports=(jpeg(960, 540, _discord("server banner", _SERVER, 10 * _MB)),),
    ),
    AssetType(
        id=AssetTypeId.DISCORD_INVITE_SPLASH,
        label="Discord invite splash",
        noun="invite splash",
        sizes_text="1920 × 1080",
        composition=Composition.BANNER,
        master_width_px=1920,
        master_height_px=1080,
        ask_size="2K",
        exports=(jpeg(1920, 1080, _discord("invite background", "Server Settings, Invites", 10 * _MB)),),
    ),
    AssetType(
        id=AssetTypeId.DISCORD_PROFILE_BANNER,
        label="Discord profile banner",
        noun="profile banner",
        sizes_text="600 × 240",
        composition=Composition.BANNER,
        master_width_px=1200,
        master_height_px=480,
        ask_ratio="21:9",
        exports=(jpeg(600, 240, _discord("profile banner", "User Settings, Profiles", 10 * _MB)),),
    ),
    AssetType(
        id=AssetTypeId.WEBCAM_FRAME,
        label="Webcam frame",
        noun="webcam frame",
        sizes_text="1280 × 720",
        composition=Composition.FRAME,
        ground=Ground.FRAME,
        master_width_px=1280,
        master_height_px=720,
        # OBS sets no limit; a frame is drawn on every picture of the stream, and 10 MB is more than any needs.
        exports=(png(1280, 720, Upload(Platform.OBS, "webcam frame", "Sources, Add, Image", 10 * _MB)),),
        hole=Box(0.1, 0.1, 0.8, 0.8),
    ),
)
ASSET_TYPES: dict[AssetTypeId, AssetType] = {kind.id: kind for kind in _TABLE}


def asset_type(name: str) -> AssetType:
    """Return the asset type of that name. Raises InvalidInput with the names that exist."""
    try:
        return ASSET_TYPES[AssetTypeId(name)]
    except ValueError:
        names = ", ".join(kind.value for kind in ASSET_TYPES)
        raise InvalidInput(f"The asset type has to be one of: {names}.", field="asset_type") from None
