"""Every asset type from any master: exact files whose independent check is green, and faults that it does not miss."""

import io
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId, Ground
from coach_app.domain.exports import Export
from coach_app.domain.file_checks import FileFacts, Rule, findings, total_finding
from coach_app.domain.ports import Picture
from coach_app.imaging.files import make_files
from coach_app.imaging.measuring import measured

TYPES = list(ASSET_TYPES.values())
BITS = ASSET_TYPES[AssetTypeId.TWITCH_BITS_BADGE]
EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
FRAME = ASSET_TYPES[AssetTypeId.WEBCAM_FRAME]


def as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


@cache
def grainy(size: tuple[int, int]) -> Image.Image:
    """A picture as a model paints it: smooth, with grain in every channel."""
    across, down = np.meshgrid(np.linspace(0, 1, size[0]), np.linspace(0, 1, size[1]))
    smooth = np.stack([across * 255, down * 255, (1 - across) * 255], axis=-1)
    grain = np.random.default_rng(3).normal(0, 6, smooth.shape)
    return Image.fromarray(np.clip(smooth + grain, 0, 255).astype(np.uint8), "RGB").convert("RGBA")


def master(kind: AssetType, size: tuple[int, int]) -> Image.Image:
    """A grainy picture with the ground that the type wants."""
    image = grainy(size).copy()
    width, height = size
    alpha = Image.new("L", size, 255)
    if kind.ground is Ground.CUTOUT:
        alpha = Image.new("L", size, 0)
        ImageDraw.Draw(alpha).ellipse((width * 0.2, height * 0.1, width * 0.8, height * 0.9), fill=255)
    elif kind.hole:
        hole = kind.hole
        box = (hole.left, hole.top, hole.left + hole.width, hole.top + hole.height)
        ImageDraw.Draw(alpha).rectangle(
            (box[0] * width - 2, box[1] * height - 2, box[2] * width + 2, box[3] * height + 2), fill=0
        )
    image.putalpha(alpha)
    return image


@cache
def painted(ground: Ground, size: tuple[int, int]) -> bytes:
    """Return a master for all types of a ground."""
    return as_png(master(next(kind for kind in TYPES if kind.ground is ground), size))


def red(kind: AssetType, export: Export, facts: FileFacts) -> list[Rule]:
    return [finding.rule for finding in findings(kind, export, facts) if not finding.is_met]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
@pytest.mark.parametrize("size", [(1024, 1024), (2752, 1536)], ids=str)
def test_every_file_of_every_type_is_green_from_any_master(kind: AssetType, size: tuple[int, int]) -> None:
    made = make_files(Picture(painted(kind.ground, size)), kind)
    exports = made.files[: len(kind.exports)]
    assert [file.name for file in exports] == [export.name for export in kind.exports]
    for file, export in zip(exports, kind.exports, strict=True):
        facts = measured(file.data, kind)
        assert red(kind, export, facts) == []
        assert facts == (file.facts.model_copy(update={"legibility": None}) if file.facts else None)
    together = total_finding(kind, {file.name: len(file.data) for file in exports})
    assert together is None or together.is_met


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
def test_types_for_chat_are_measured_at_the_size_that_chat_shows(kind: AssetType) -> None:
    made = make_files(Picture(as_png(master(kind, (512, 512)))), kind)
    told = [file.name for file in made.files if file.facts and file.facts.legibility]
    smallest = {"in_chat": ["28.png"], "beside_name": ["18.png"]}
    assert told == smallest.get(kind.shown, [])


def test_files_that_are_too_heavy_together_share_what_is_allowed() -> None:
    kind = replace(BITS, max_total_bytes=4_000)
    sizes = {(export.width_px, export.height_px): export for export in kind.exports}
    noise = np.random.default_rng(9).integers(0, 256, (72, 72, 4), np.uint8)
    noise[..., 3] = np.asarray(master(kind, (72, 72)))[..., 3]
    drawn = {size: as_png(Image.fromarray(noise, "RGBA").resize(size)) for size in sizes}
    made = make_files(Picture(drawn[72, 72], drawn), kind)
    together = total_finding(kind, {file.name: len(file.data) for file in made.files if file.facts})
    assert together is not None
    assert together.is_met
    assert total_finding(kind, {"72.png": 3_000, "36.png": 900, "18.png": 200}) != together


def facts_of(image: Image.Image, kind: AssetType, form: str = "PNG", **how: object) -> FileFacts:
    out = io.BytesIO()
    image.save(out, form, **how)
    return measured(out.getvalue(), kind)


def test_the_check_sees_what_is_wrong() -> None:
    main = EMOTE.main
    good = master(EMOTE, (112, 112))
    assert red(EMOTE, main, facts_of(good, EMOTE)) == [Rule.BYTES]
    small = good.quantize(32).convert("RGBA")
    small.putalpha(good.getchannel("A"))
    assert red(EMOTE, main, facts_of(small.resize((56, 56)), EMOTE)) == [Rule.PIXELS]
    whole = Image.new("RGBA", (112, 112), (9, 9, 200, 255))
    assert red(EMOTE, main, facts_of(whole, EMOTE)) == [Rule.GROUND, Rule.SUBJECT]
    assert red(EMOTE, main, facts_of(Image.new("RGBA", (112, 112)), EMOTE)) == [Rule.SUBJECT]
    assert red(EMOTE, main, facts_of(whole.convert("RGB"), EMOTE)) == [Rule.GROUND, Rule.SUBJECT, Rule.FORMAT]
    corner = small.copy()
    corner.putpixel((111, 0), (1, 1, 1, 1))
    assert Rule.GROUND in red(EMOTE, main, facts_of(corner, EMOTE))


def test_metadata_in_a_file_is_a_red_mark() -> None:
    kind = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]
    image = Image.new("RGB", (1280, 720), (9, 9, 200))
    exif = Image.Exif()
    exif[0x010E] = "somewhere"
    assert red(kind, kind.main, facts_of(image, kind, "JPEG", exif=exif.tobytes())) == [Rule.METADATA]
    assert red(kind, kind.main, facts_of(image, kind, "JPEG")) == []


def test_a_frame_whose_hole_is_not_quite_open_is_red() -> None:
    assert FRAME.hole is not None
    frame = master(FRAME, (1280, 720))
    assert red(FRAME, FRAME.main, facts_of(frame, FRAME)) == []
    frame.putpixel((640, 360), (1, 1, 1, 1))
    assert red(FRAME, FRAME.main, facts_of(frame, FRAME)) == [Rule.HOLE]


def test_a_palette_counts_as_what_it_decodes_to() -> None:
    image = master(EMOTE, (112, 112))
    packed = image.quantize(64)
    assert facts_of(packed, EMOTE).mode == "RGBA"
    assert facts_of(image.convert("L"), EMOTE).mode == "RGB"
    assert facts_of(image.convert("CMYK"), EMOTE, "JPEG").mode == "CMYK"


def on_key(kind: AssetType, colour: tuple[int, int, int]) -> bytes:
    """Return a master without alpha, as a model paints one on a flat key, JPEG noise included."""
    image = master(kind, (1024, 1024))
    ground = Image.new("RGBA", image.size, (*colour, 255))
    ground.alpha_composite(image)
    out = io.BytesIO()
    ground.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind.has_alpha], ids=lambda kind: kind.id)
def test_a_picture_on_a_key_colour_is_cut_out_on_its_way_to_its_files(kind: AssetType) -> None:
    made = make_files(Picture(on_key(kind, (0, 200, 60))), kind)
    assert made.note == ""
    for file, export in zip(made.files, kind.exports, strict=False):
        assert file.facts is not None
        assert red(kind, export, file.facts) == []


def test_a_ground_that_cannot_be_told_apart_stays_and_is_said_and_marked() -> None:
    made = make_files(Picture(on_key(EMOTE, (255, 255, 255))), EMOTE)
    assert "too pale" in made.note
    facts = made.files[0].facts
    assert facts is not None
    assert red(EMOTE, EMOTE.main, facts) == [Rule.GROUND, Rule.SUBJECT]
