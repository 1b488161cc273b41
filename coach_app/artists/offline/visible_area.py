"""Which part of a wide picture everybody will see, and which part of that words may take."""

from dataclasses import dataclass, replace

from coach_app.artists.offline.render import View
from coach_app.domain.asset_types import AssetType, Box

# Where no platform says what it cuts off, this much is kept from the edges all the same.
_USUAL = Box(0.04, 0.06, 0.92, 0.88)


@dataclass(frozen=True, slots=True)
class Area:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def visible_area(kind: AssetType, view: View) -> Area:
    """Return what every one of the kind's safe areas leaves, in the units of the view."""
    areas = [_in_view(area.box, view) for area in kind.safe_areas if not area.is_covered] or [_in_view(_USUAL, view)]
    return Area(
        max(area.left for area in areas),
        max(area.top for area in areas),
        min(area.right for area in areas),
        min(area.bottom for area in areas),
    )


def words_area(kind: AssetType, view: View, seen: Area, right: float) -> Area:
    """Return the part up to `right` for words: above what a platform lays over the picture there."""
    area = replace(seen, right=min(seen.right, right))
    for covered in (_in_view(area.box, view) for area in kind.safe_areas if area.is_covered):
        if covered.left < area.right and covered.right > area.left and covered.top > area.middle[1]:
            area = replace(area, bottom=min(area.bottom, covered.top))
    return area


def _in_view(box: Box, view: View) -> Area:
    left, top, width, height = view
    return Area(
        left + box.left * width,
        top + box.top * height,
        left + (box.left + box.width) * width,
        top + (box.top + box.height) * height,
    )
