"""The files of the installed fonts."""

from pathlib import Path

from coach_app.artists.offline.packages import package_file
from coach_app.domain.fonts import FontName

# A family comes as one file per script; a letter is taken from the first file that has it.
FILES: dict[FontName, tuple[str, ...]] = {
    FontName.LUCKIEST_GUY: ("latin-400", "latin-ext-400"),
    FontName.BANGERS: ("latin-400", "latin-ext-400", "vietnamese-400"),
    FontName.LILITA_ONE: ("latin-400", "latin-ext-400"),
    FontName.CREEPSTER: ("latin-400", "latin-ext-400"),
    FontName.ORBITRON: ("latin-900",),
    FontName.RUSSO_ONE: ("latin-400", "latin-ext-400", "cyrillic-400"),
    FontName.CHEWY: ("latin-400",),
}


def font_path(name: FontName, part: str = "") -> Path:
    """Return a part of a font, by default the first, which has the Latin letters. Raises ArtistMisconfigured."""
    return package_file(f"@fontsource/{name}", f"files/{name}-{part or FILES[name][0]}-normal.woff")
