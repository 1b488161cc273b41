"""The artist that is always there: reads the brief, draws the picture for every size, says what it could not do."""

from coach_app.artists.offline.interpret import Wish, interpret
from coach_app.artists.offline.layout_emote import emote_png, emote_text
from coach_app.artists.offline.layout_thumbnail import thumbnail_svg, thumbnail_text
from coach_app.artists.offline.render import png, rasterise
from coach_app.artists.offline.variants import pose
from coach_app.domain.ports import PaintRequest, Picture


class OfflineArtist:
    """Draws with the mascot kit on this machine; the same request always gives the same picture."""

    name = "Built-in artist"
    is_ai = False

    def paint(self, request: PaintRequest) -> Picture:
        """Return the picture, each of `request.sizes` drawn for itself. Raises ArtistMisconfigured without packages."""
        kind = request.asset_type
        wish = interpret(request.brief, is_cutout=kind.is_cutout)
        placed = pose(request.brief, request.variant)
        if kind.is_cutout:
            font, text, lost = emote_text(wish)
            renditions = {size: emote_png(wish, placed, font, text, size[0]) for size in request.sizes}
            master = emote_png(wish, placed, font, text, kind.master_width_px)
        else:
            font, text, lost = thumbnail_text(wish, placed)
            renditions = {}
            svg = thumbnail_svg(wish, placed, font, text, kind.master_width_px, kind.master_height_px)
            master = png(rasterise(svg))
        return Picture(master=master, renditions=renditions, note=_note(wish, lost))


def _note(wish: Wish, lost: str) -> str:
    sentences = list(wish.notes)
    if lost:
        sentences.append(f"My fonts have no letters for “{lost[:20]}”, so I left them out.")
    return " ".join(sentences)
