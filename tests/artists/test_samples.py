"""The sample pictures that the page shows."""

from pathlib import Path

from PIL import Image

from coach_app.artists.offline.samples import SAMPLES

FOLDER = Path(__file__).parents[2] / "assets" / "samples"


def test_every_sample_is_kept_at_its_size_within_500_kb() -> None:
    kept = {path.stem: Image.open(path).size for path in FOLDER.glob("*.webp")}
    assert kept == SAMPLES
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 500_000
