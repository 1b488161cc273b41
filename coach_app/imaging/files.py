"""Turns a painted picture into the files of its asset type, each read back and measured, and into previews."""

from dataclasses import replace

from PIL import Image

from coach_app.domain.asset_types import AssetType, Ground, Shown
from coach_app.domain.errors import NoPicture
from coach_app.domain.exports import PREVIEW, THUMB, Export
from coach_app.domain.ports import MadeFile, MadeFiles, Picture, Stamp
from coach_app.imaging.encoding import flattened, jpeg_within, png_within, webp
from coach_app.imaging.keying import Cut, without_key
from coach_app.imaging.legibility import legibility
from coach_app.imaging.logo import with_logo
from coach_app.imaging.measuring import measured
from coach_app.imaging.pixels import (
    covering,
    decode,
    fitted_cutout,
    is_one_colour,
    is_seen,
    sharpened,
    trimmed,
    with_clear_hole,
    without_hidden_colour,
)

_PREVIEW_SQUARE_PX = 512
_PREVIEW_WIDE_PX = 960
# Shown at 20 px in lists, on screens of up to three dots a pixel.
_THUMB_PX = 64


def make_files(picture: Picture, kind: AssetType, stamp: Stamp | None = None) -> MadeFiles:
    """Return every export (exact pixels, within its bytes, without metadata), then the preview and the thumb.

    A rendition drawn for the size is used where there is one; else the master is scaled. A logo is put on each file
    that takes one, for its own size. Raises NoPicture for a master, rendition or logo that cannot be read, and a
    master with nothing on it.
    """
    master = decode(picture.master)
    size = master.size
    cut = _cut_out(master, kind)
    inked = replace(cut, image=trimmed(cut.image)) if kind.is_cutout and not cut.problem else cut
    sized = {export.name: _sized(picture, inked, kind, export) for export in kind.exports}
    master = cut.image
    if stamp:
        logo = decode(stamp.png).convert("RGBA")
        stamped = [export.name for export in kind.exports if kind.takes_logo(export)]
        sized |= {name: with_logo(sized[name], logo, stamp.placement, kind.safe_areas) for name in stamped}
        master = with_logo(master, logo, stamp.placement, kind.safe_areas) if kind.can_have_logo else master
    data = {export.name: _encoded(sized[export.name], kind, export.max_bytes) for export in kind.exports}
    if kind.max_total_bytes and (total := sum(map(len, data.values()))) > kind.max_total_bytes:
        share = kind.max_total_bytes / total
        data = {name: _encoded(sized[name], kind, int(len(made) * share)) for name, made in data.items()}
    exports = tuple(_export(kind, export, data[export.name], sized) for export in kind.exports)
    note = cut.problem.sentence if cut.problem else ""
    return MadeFiles((*exports, *_previews(_shown(master, sized, kind), kind)), size, note)


def _cut_out(master: Image.Image, kind: AssetType) -> Cut:
    """Return the picture without the key colour that a model paints around it, where its type wants no ground. Raises
    NoPicture where nothing is left."""
    if not is_seen(master):
        raise NoPicture("The picture is see-through all over.")
    if kind.has_alpha and is_one_colour(master):
        raise NoPicture("The picture has one colour all over.")
    return without_key(master, kind.hole) if kind.has_alpha else Cut(flattened(master), None)


def _export(kind: AssetType, export: Export, data: bytes, sized: dict[str, Image.Image]) -> MadeFile:
    facts = measured(data, kind)
    if export is _shown_in_chat(kind):
        facts = facts.model_copy(update={"legibility": legibility(data, sized[export.name])})
    return MadeFile(export.name, facts.width_px, facts.height_px, export.media_type, data, facts)


def _shown_in_chat(kind: AssetType) -> Export | None:
    """Return the file that chat shows, the smallest, where the type is for chat."""
    if kind.shown not in (Shown.IN_CHAT, Shown.BESIDE_NAME):
        return None
    return min(kind.exports, key=lambda export: export.width_px)


def _sized(picture: Picture, cut: Cut, kind: AssetType, export: Export) -> Image.Image:
    """Return the picture in the file's pixels: as it was drawn for them, else made from the master.

    One that has kept its ground fills the frame, ground and all: a check that finds it red must not be led astray.
    """
    size = (export.width_px, export.height_px)
    if size in picture.renditions:
        drawn = decode(picture.renditions[size])
        if drawn.size == size:
            return without_hidden_colour(drawn.convert("RGBA"))
    if kind.ground is Ground.CUTOUT and not cut.problem:
        return sharpened(fitted_cutout(cut.image, *size, padding=kind.padding))
    fitted = sharpened(covering(cut.image, *size))
    return with_clear_hole(fitted, kind.hole) if kind.hole else fitted


def _encoded(image: Image.Image, kind: AssetType, max_bytes: int) -> bytes:
    if kind.main.format == "JPEG":
        return jpeg_within(image, max_bytes)
    return png_within(image if kind.has_alpha else flattened(image), max_bytes)


def _shown(master: Image.Image, sized: dict[str, Image.Image], kind: AssetType) -> Image.Image:
    """Return what previews are made of: the main file's pixels where they are enough, since there are fewer of them."""
    main = sized[kind.main.name]
    enough = main if max(main.size) >= _longest(kind) else master
    return (enough if kind.has_alpha else flattened(enough)).copy()


def _longest(kind: AssetType) -> int:
    return _PREVIEW_WIDE_PX if kind.main.width_px > kind.main.height_px else _PREVIEW_SQUARE_PX


def _previews(shown: Image.Image, kind: AssetType) -> tuple[MadeFile, MadeFile]:
    """Return WebPs: 512 px on the long side for squares, 960 px for wide pictures, and a tiny one."""
    longest = _longest(kind)
    shown.thumbnail((longest, longest), Image.Resampling.BICUBIC, reducing_gap=2.0)
    thumb = shown.copy()
    thumb.thumbnail((_THUMB_PX, _THUMB_PX), Image.Resampling.LANCZOS)
    preview, small = (
        MadeFile(name, image.width, image.height, "image/webp", webp(image))
        for name, image in ((PREVIEW, shown), (THUMB, thumb))
    )
    return preview, small
