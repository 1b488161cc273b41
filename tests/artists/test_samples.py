"""The sample pictures that the page shows."""

from pathlib import Path

from PIL import Image

from coach_app.artists.offline.samples import EMOTES, MOODS, THUMBNAILS

SAMPLES = Path(__file__).parents[2] / "assets" / "samples"


def test_every_sample_is_kept_at_its_size_within_500_kb() -> None:
    sizes = dict.fromkeys(EMOTES, (320, 320)) | dict.fromkeys(THUMBNAILS, (640, 360))
    sizes |= {f"mood-{mood}": (96, 96) for mood in MOODS}
    kept = {path.stem: Image.open(path).size for path in SAMPLES.glob("*.webp")}
    assert kept == sizes
    assert sum(path.stat().st_size for path in SAMPLES.iterdir()) < 500_000
