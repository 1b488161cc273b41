"""Our own pictures in assets/samples, drawn by the built-in artist."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture on the sign-in page's wall. Wide ones are 16:9, the others square and see-through."""

    name: str
    alt: str
    is_wide: bool = False


WALL = (
    Sample("thumbnail-1-vs-5-clutch", "Thumbnail: a raging wolf, 1 vs 5 clutch", is_wide=True),
    Sample("emote-raging-axolotl", "Emote: a raging pink axolotl smashing a keyboard"),
    Sample("emote-love-bee", "Emote: a bee in love"),
    Sample("emote-cozy-cat", "Emote: a ginger cat sipping coffee"),
    Sample("thumbnail-we-found-life", "Thumbnail: a shocked alien, we found life?!", is_wide=True),
    Sample("emote-lets-go-dragon", "Emote: a hyped purple dragon, let's go"),
    Sample("emote-cool-capybara", "Emote: a cool capybara with a headset"),
    Sample("emote-crying-frog", "Emote: a crying frog, F"),
    Sample("thumbnail-stardew-day-one", "Thumbnail: a cozy bear, Stardew day one", is_wide=True),
    Sample("thumbnail-i-survived-100-days", "Thumbnail: a scared zombie, I survived 100 days", is_wide=True),
    Sample("emote-lurking-raccoon", "Emote: a lurking raccoon"),
    Sample("emote-lag-robot", "Emote: a sad robot, lag"),
)
