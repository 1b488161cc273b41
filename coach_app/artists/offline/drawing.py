"""From a paint request to a finished picture: interpret, pose, lay out, rasterise."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.interpret import interpret
from coach_app.artists.offline.layout_badge import badge
from coach_app.artists.offline.layout_banner import banner
from coach_app.artists.offline.layout_emote import emote
from coach_app.artists.offline.layout_panel import panel
from coach_app.artists.offline.layout_thumbnail import thumbnail
from coach_app.artists.offline.variants import pose
from coach_app.domain.asset_types import Composition
from coach_app.domain.ports import PaintRequest, Picture

LAYOUTS: Mapping[Composition, Callable[[Commission], Picture]] = {
    Composition.EMOTE: emote,
    Composition.BADGE: badge,
    Composition.PANEL: panel,
    Composition.THUMBNAIL: thumbnail,
    Composition.BANNER: banner,
}


def draw(request: PaintRequest) -> Picture:
    """Return the picture; small sizes are drawn anew where the layout has more to show that way."""
    kind = request.asset_type
    wish = interpret(request.brief, kind, request.brand)
    placed = pose(request.brief, request.variant)
    picture = LAYOUTS[kind.composition](Commission(kind, request.brief, wish, placed, request.sizes))
    return replace(picture, note=" ".join(filter(None, (*wish.notes, picture.note))))
