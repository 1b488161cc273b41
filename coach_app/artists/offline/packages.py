"""Where the installed fonts and icons are. `bun install` in this folder brings them; they are no part of the source."""

from pathlib import Path

from coach_app.domain.errors import ArtistMisconfigured

FOLDER = Path(__file__).parent


def package_file(package: str, name: str) -> Path:
    """Return the path of one file of an installed package. Raises ArtistMisconfigured where it is not installed."""
    path = FOLDER / "node_modules" / package / name
    if not path.is_file():
        raise ArtistMisconfigured(f"{package} is not installed: run `bun install` in {FOLDER}.")
    return path
