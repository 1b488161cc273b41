"""How a mascot is drawn this time: its colours, the weight of its lines, and how much detail the size can show."""

from dataclasses import dataclass
from enum import IntEnum

from coach_app.artists.offline.palette import Ramp, ramp
from coach_app.artists.offline.shapes import Fill, Path, vertical


class Detail(IntEnum):
    """What a size can show: 18 px eyes and mouth, 28 px a face, 56 px no small effects, 112 px and more everything."""

    TINY = 0
    FACE = 1
    PLAIN = 2
    FULL = 3


_LINES = {Detail.TINY: 13.0, Detail.FACE: 18.0, Detail.PLAIN: 15.0, Detail.FULL: 13.0}


@dataclass(frozen=True, slots=True)
class Look:
    """`skin` is the subject's colour, `line` the width of its ink lines in a 512 box, `clothes` a hoodie's colour."""

    skin: Ramp
    line: float = 13.0
    detail: Detail = Detail.FULL
    clothes: Ramp | None = None

    @property
    def ink(self) -> str:
        return self.skin.ink

    @property
    def reach(self) -> float:
        """How far wide parts (gills, fins, wings) stand off: at 28 px every pixel is wanted for the face."""
        return 0.66 if self.detail <= Detail.FACE else 1.0

    @property
    def has_fine_detail(self) -> bool:
        return self.detail is Detail.FULL

    def inked(self, d: str, fill: Fill | None = None, *, line: float = 1.0) -> Path:
        """Return a shape with the ink line around it; `line` is a share of the full width."""
        return Path(d, fill=self.skin_fill if fill is None else fill, stroke=self.ink, stroke_width=self.line * line)

    @property
    def skin_fill(self) -> Fill:
        return vertical(self.skin.light, self.skin.base, end=0.75)


def look(colour: str, detail: Detail = Detail.FULL) -> Look:
    """Return the look for a subject colour. Small sizes take heavier lines: 13/512 is 0.7 px at 28 px.

    At 18 px a heavy line would leave no face.
    """
    return Look(ramp(colour), line=_LINES[detail], detail=detail)
