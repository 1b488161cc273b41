"""Draws the pictures that the page shows before a streamer has any.

Run `python -m coach_app.artists.offline.samples DIR`; the project keeps them in assets/samples.
"""

import io
import sys
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PIL import Image

from coach_app.artists.offline.drawing import draw
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest
from coach_app.domain.vocabulary import Mood

_ANYWHERE = UUID(int=0)

EMOTES: Mapping[str, Brief] = {
    "emote-raging-axolotl": Brief(subject="axolotl", colour="pink", expression="raging", action="smashing a keyboard"),
    "emote-cozy-cat": Brief(subject="cat", colour="ginger", expression="cozy", action="sipping coffee"),
    "emote-lets-go-dragon": Brief(subject="dragon", colour="purple", expression="hype", text="LETS GO"),
    "emote-cool-capybara": Brief(subject="capybara", expression="cool", accessories=("headset", "sunglasses")),
    "emote-crying-frog": Brief(subject="frog", expression="crying", text="F"),
    "emote-lurking-raccoon": Brief(subject="raccoon", expression="smug", action="lurking"),
    "emote-love-bee": Brief(subject="bee", expression="in love"),
    "emote-afk-ghost": Brief(subject="ghost", colour="blue", expression="sleepy", text="AFK"),
    "emote-lag-robot": Brief(subject="robot", expression="sad", text="LAG"),
}
THUMBNAILS: Mapping[str, Brief] = {
    "thumbnail-1-vs-5-clutch": Brief(subject="wolf", expression="raging", text="1 VS 5 CLUTCH"),
    "thumbnail-i-survived-100-days": Brief(subject="zombie", expression="scared", text="I SURVIVED 100 DAYS"),
    "thumbnail-stardew-day-one": Brief(
        subject="bear", expression="cozy", action="drinking coffee", text="STARDEW DAY ONE"
    ),
    "thumbnail-we-found-life": Brief(subject="alien", expression="shocked", text="WE FOUND LIFE?!"),
}
MOODS: Mapping[Mood, Brief] = {
    Mood.COZY: Brief(subject="cat", expression="cozy"),
    Mood.HYPE: Brief(subject="dragon", expression="hype"),
    Mood.RAGE: Brief(subject="axolotl", expression="rage"),
    Mood.SAD: Brief(subject="frog", expression="crying"),
    Mood.SNEAKY: Brief(subject="raccoon", expression="smug"),
    Mood.CHILL: Brief(subject="capybara", expression="cool"),
    Mood.LOVE: Brief(subject="bunny", expression="love"),
    Mood.SLEEPY: Brief(subject="ghost", colour="blue", expression="sleepy"),
}
BADGES: Mapping[str, Brief] = {
    "badge-gold-tiger": Brief(subject="tiger", expression="happy", palette=("purple",), style="gold shield"),
    "badge-six-months-cat": Brief(subject="cat", expression="cozy", text="6", style="silver hexagon"),
}
PANELS: Mapping[str, Brief] = {
    "panel-donate-pizza": Brief(subject="pizza", text="DONATE", palette=("purple",)),
    "panel-about-me-bunny": Brief(subject="bunny", expression="cozy", text="ABOUT ME", palette=("pink",)),
}
BANNERS: Mapping[str, Brief] = {
    "banner-neon-fox-offline": Brief(
        subject="fox", expression="cool", text="CURRENTLY OFFLINE", sub_text="Live Tue Thu Sat - 8pm"
    ),
    "banner-be-right-back-cat": Brief(
        subject="cat", expression="cozy", action="drinking coffee", text="BE RIGHT BACK", sub_text="Refilling the mug"
    ),
}

_WIDE = (640, 360)
# Which kind draws which briefs, at which size.
_TABLE: tuple[tuple[AssetTypeId, tuple[int, int], Mapping[str, Brief]], ...] = (
    (AssetTypeId.TWITCH_EMOTE, (320, 320), EMOTES),
    (AssetTypeId.TWITCH_EMOTE, (96, 96), {f"mood-{mood}": brief for mood, brief in MOODS.items()}),
    (AssetTypeId.TWITCH_BADGE, (192, 192), BADGES),
    (AssetTypeId.TWITCH_PANEL, (480, 240), PANELS),
    (AssetTypeId.YOUTUBE_THUMBNAIL, _WIDE, THUMBNAILS),
    (AssetTypeId.OFFLINE_BANNER, (480, 270), BANNERS),
)
SAMPLES: Mapping[str, tuple[int, int]] = {name: size for _, size, briefs in _TABLE for name in briefs}


def _drawn(kind: AssetType, brief: Brief, size: tuple[int, int]) -> bytes:
    """Return one picture as WebP, drawn for its size where the kind is a cut-out."""
    sizes = (size,) if kind.is_cutout else ()
    picture = draw(PaintRequest(_ANYWHERE, kind, brief, "", 0, sizes))
    with Image.open(io.BytesIO(picture.renditions.get(size, picture.master))) as opened:
        image = opened if kind.is_cutout else opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        out = io.BytesIO()
        image.save(out, "WEBP", quality=90, method=6)
    return out.getvalue()


def write_samples(folder: Path) -> int:
    """Write every sample into the folder; return their bytes in all."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        name: _drawn(ASSET_TYPES[kind], brief, size) for kind, size, briefs in _TABLE for name, brief in briefs.items()
    }
    for name, data in files.items():
        (folder / f"{name}.webp").write_bytes(data)
    return sum(len(data) for data in files.values())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Say where to: python -m coach_app.artists.offline.samples DIR")
    print(f"{write_samples(Path(sys.argv[1])):,} bytes written.")
