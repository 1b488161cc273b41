"""What a layout works from, and what every layout says about letters that it could not write."""

from dataclasses import dataclass

from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.wishes import Wish
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.ports import Size

_LONGEST_LOSS = 20


@dataclass(frozen=True, slots=True)
class Commission:
    """One picture to lay out. `sizes` are those that it is drawn for anew; the master has the kind's own size."""

    kind: AssetType
    brief: Brief
    wish: Wish
    pose: Pose
    sizes: tuple[Size, ...]


def lost_letters(lost: str) -> str:
    """Return the sentence about letters that no font has, or "" where none is missing."""
    return f"My fonts have no letters for “{lost[:_LONGEST_LOSS]}”, so I left them out." if lost else ""
