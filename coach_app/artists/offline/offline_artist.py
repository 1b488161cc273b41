"""The artist that is always there: reads the brief, draws the picture for every size, says what it could not do."""

from typing import BinaryIO

from coach_app.artists.offline.packed import pack, unpack
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.spending import ProviderId


class OfflineArtist:
    """Draws with the mascot kit on this machine; the same request always gives the same picture."""

    id = ProviderId.BUILT_IN
    name = "Built-in artist"
    is_ai = False
    model = ""
    can_see = False
    asset_types: tuple[AssetTypeId, ...] = (
        AssetTypeId.TWITCH_EMOTE,
        AssetTypeId.TWITCH_BADGE,
        AssetTypeId.TWITCH_PANEL,
        AssetTypeId.YOUTUBE_THUMBNAIL,
        AssetTypeId.OFFLINE_BANNER,
        AssetTypeId.TWITCH_PROFILE_BANNER,
        AssetTypeId.YOUTUBE_BANNER,
        AssetTypeId.KICK_PROFILE_BANNER,
        AssetTypeId.DISCORD_SERVER_BANNER,
        AssetTypeId.DISCORD_INVITE_SPLASH,
        AssetTypeId.DISCORD_PROFILE_BANNER,
        AssetTypeId.DISCORD_STICKER,
        AssetTypeId.TWITCH_BITS_BADGE,
        AssetTypeId.TWITCH_REWARD_ICON,
    )

    def price_micro_dollars(self, asset_type: AssetType) -> int:  # noqa: ARG002 - all cost the same
        """Return 0: it draws for nothing."""
        return 0

    def check(self) -> None:
        """Nothing has to be asked: it is here."""

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        """Draw the picture, each of `request.sizes` for itself. Raises ArtistMisconfigured without packages."""
        # Imported where it is used: the web process shows this artist's name, but never draws; libvips, numpy and
        # fontTools would cost it 28 MB.
        from coach_app.artists.offline.drawing import draw

        pack(draw(request), answer)

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:  # noqa: ARG002 - the answer says it all
        """Return the picture as it was drawn. Raises NoPicture."""
        return unpack(answer)
