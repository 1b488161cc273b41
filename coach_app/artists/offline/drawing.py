"""From a paint request to a finished picture: interpret, pose, lay out, rasterise."""

from coach_app.artists.offline.interpret import Wish, interpret
from coach_app.artists.offline.layout_emote import emote_png, emote_text
from coach_app.artists.offline.layout_thumbnail import thumbnail_svg, thumbnail_text
from coach_app.artists.offline.render import png, rasterise
from coach_app.artists.offline.variants import pose
from coach_app.domain.ports import PaintRequest, Picture

_LONGEST_LOSS = 20


def draw(request: PaintRequest) -> Picture:
    """Return the picture; a cut-out is drawn for each of `request.sizes` anew."""
    kind = request.asset_type
    wish = interpret(request.brief, is_cutout=kind.is_cutout)
    placed = pose(request.brief, request.variant)
    if not kind.is_cutout:
        font, text, lost = thumbnail_text(wish, placed)
        svg = thumbnail_svg(wish, placed, font, text, kind.master_width_px, kind.master_height_px)
        return Picture(master=png(rasterise(svg)), note=_note(wish, lost))
    font, text, lost = emote_text(wish)
    return Picture(
        master=emote_png(wish, placed, font, text, kind.master_width_px),
        renditions={size: emote_png(wish, placed, font, text, size[0]) for size in request.sizes},
        note=_note(wish, lost),
    )


def _note(wish: Wish, lost: str) -> str:
    sentences = list(wish.notes)
    if lost:
        sentences.append(f"My fonts have no letters for “{lost[:_LONGEST_LOSS]}”, so I left them out.")
    return " ".join(sentences)
