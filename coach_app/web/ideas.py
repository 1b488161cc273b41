"""What the start card offers: moods, and ideas that start with one click."""

from dataclasses import dataclass

from coach_app.domain.asset_types import AssetTypeId

MOODS = ("Cozy", "Hype", "Rage", "Sad", "Sneaky", "Chill", "Love", "Sleepy")


@dataclass(frozen=True, slots=True)
class Idea:
    """A wish with its choices; `sample` names the picture that illustrates it."""

    asset_type: str
    wish: str
    mood: str = ""
    game: str = ""
    sample: str = ""


IDEAS = (
    Idea(AssetTypeId.TWITCH_EMOTE, "A capybara in a headset who has seen it all", sample="emote-cool-capybara"),
    Idea(
        AssetTypeId.YOUTUBE_THUMBNAIL, "A worried zombie, “I survived 100 days”", sample="thumbnail-i-survived-100-days"
    ),
    Idea(AssetTypeId.TWITCH_PANEL, "A donate panel with a pizza", sample="panel-donate-pizza"),
    Idea(AssetTypeId.OFFLINE_BANNER, "A neon fox, “Currently offline”", sample="banner-neon-fox-offline"),
    Idea(AssetTypeId.TWITCH_BADGE, "My tiger on a gold shield", sample="badge-gold-tiger"),
    Idea(AssetTypeId.TWITCH_EMOTE, "A cozy ginger cat sipping coffee", sample="emote-cozy-cat"),
)
