"""Exact files from painted pictures: what is checked is the encoded bytes."""

import io
import struct
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from coach_app.artists.offline.drawing import draw
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.errors import NoPicture
from coach_app.domain.exports import PREVIEW, THUMB, Export, Platform, Upload
from coach_app.domain.file_checks import Rule, findings
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.imaging import files as making
from coach_app.imaging.encoding import png_within

EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
THUMBNAIL = ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL]


def _limit(max_bytes: int) -> Upload:
    return Upload(Platform.TWITCH, "emote", "there", max_bytes)


BRIEFS = (
    Brief(subject="axolotl", expression="raging", action="smashing a keyboard"),
    Brief(subject="dragon", expression="hype", text="LETS GO"),
    Brief(subject="llama"),
    Brief(subject="ghost", expression="sleepy", text="AFK"),
)


def drawn(brief: Brief, kind: AssetType) -> Picture:
    return draw(PaintRequest(UUID(int=1), kind, brief, "", 0, kind.drawn_sizes))


def make_files(picture: Picture, kind: AssetType) -> dict[str, bytes]:
    return {file.name: file.data for file in making.make_files(picture, kind).files}


def as_png(image: Image.Image, info: PngInfo | None = None) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=info)
    return out.getvalue()


def as_jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()


def dotted(side_px: int) -> Image.Image:
    """A red square of this size in the middle of a green ground."""
    image = Image.new("RGB", (256, 256), "#12d43a")
    ImageDraw.Draw(image).rectangle((128, 128, 127 + side_px, 127 + side_px), fill="#c02030")
    return image


def blob(size: tuple[int, int] = (1024, 1024), box: tuple[int, int, int, int] = (300, 200, 500, 800)) -> Image.Image:
    """A red ellipse somewhere on nothing."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse(box, fill=(220, 30, 40, 255))
    return image


def noise(size: tuple[int, int], seed: int = 5) -> Image.Image:
    return Image.fromarray(np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 4), np.uint8), "RGBA")


def chunks(png: bytes) -> Iterator[str]:
    place = 8
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        yield name.decode()
        place += length + 12


def jpeg_segments(jpeg: bytes) -> Iterator[int]:
    """Yield the markers before the first scan."""
    place = 2
    while jpeg[place] == 0xFF and jpeg[place + 1] != 0xDA:
        yield jpeg[place + 1]
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")


def sampling_factors(jpeg: bytes) -> list[int]:
    """Return each component's sampling from the progressive frame header (SOF2)."""
    frame = jpeg.index(b"\xff\xc2")
    return [jpeg[frame + 11 + 3 * component] for component in range(jpeg[frame + 9])]


@pytest.mark.parametrize("brief", BRIEFS)
def test_an_emote_comes_in_exact_sizes_within_their_bytes(brief: Brief) -> None:
    files = make_files(drawn(brief, EMOTE), EMOTE)
    assert list(files) == [*(export.name for export in EMOTE.exports), PREVIEW, THUMB]
    for export in EMOTE.exports:
        data = files[export.name]
        with Image.open(io.BytesIO(data)) as image:
            assert image.format == "PNG"
            assert image.size == (export.width_px, export.height_px)
            alpha = np.asarray(image.convert("RGBA"))[..., 3]
        assert len(data) <= export.max_bytes
        assert not any(alpha[y, x] for y in (0, -1) for x in (0, -1))
        assert 0.05 < (alpha > 127).mean() < 0.95
        assert set(chunks(data)) <= {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}


def test_a_thumbnail_is_one_progressive_jpeg_at_full_colour_without_metadata() -> None:
    data = make_files(drawn(Brief(subject="wolf", expression="rage", text="1 VS 5 CLUTCH"), THUMBNAIL), THUMBNAIL)[
        "1280x720.jpg"
    ]
    assert len(data) <= 2_000_000
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1280, 720))
        assert image.info.get("progressive") == 1
        assert "exif" not in image.info
    assert sampling_factors(data) == [0x11, 0x11, 0x11]
    app_or_comment = {marker for marker in jpeg_segments(data) if 0xE1 <= marker <= 0xEF or marker == 0xFE}
    assert app_or_comment == set()


def test_a_rendition_is_taken_as_it_is_where_there_is_one() -> None:
    green = Image.new("RGBA", (28, 28), (0, 0, 0, 0))
    ImageDraw.Draw(green).rectangle((4, 4, 23, 23), fill=(20, 200, 60, 255))
    files = make_files(Picture(as_png(blob()), {(28, 28): as_png(green)}), EMOTE)
    with Image.open(io.BytesIO(files["28.png"])) as image:
        assert image.convert("RGBA").tobytes() == green.tobytes()
    with Image.open(io.BytesIO(files["56.png"])) as image:
        assert image.convert("RGBA").getpixel((28, 28)) == (220, 30, 40, 255)


def test_a_missing_size_is_trimmed_centred_and_fills_the_frame() -> None:
    files = make_files(Picture(as_png(blob())), EMOTE)
    for export in EMOTE.exports:
        with Image.open(io.BytesIO(files[export.name])) as image:
            alpha = image.convert("RGBA").getchannel("A").point(lambda value: 255 if value > 127 else 0)
        box = alpha.getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert bottom - top == pytest.approx(export.height_px * (1 - 2 * EMOTE.padding), abs=2)
        assert abs(left - (export.width_px - right)) <= 1


def test_scaling_leaves_no_dark_seam_where_the_picture_ends() -> None:
    """Hidden black under transparent pixels must not be mixed into the edge."""
    files = make_files(Picture(as_png(blob())), EMOTE)
    with Image.open(io.BytesIO(files["56.png"])) as image:
        shown = np.asarray(image.convert("RGBA")).astype(int)
    edge = shown[(shown[..., 3] > 40) & (shown[..., 3] < 220)]
    assert len(edge) > 20
    assert (edge[:, 0] > 190).all()


def test_hidden_colours_do_not_leave_the_house() -> None:
    secret = Image.new("RGBA", (112, 112), (200, 100, 50, 0))
    ImageDraw.Draw(secret).rectangle((30, 30, 80, 80), fill=(1, 2, 3, 255))
    files = make_files(Picture(as_png(secret), {(112, 112): as_png(secret)}), EMOTE)
    with Image.open(io.BytesIO(files["112.png"])) as image:
        shown = np.asarray(image.convert("RGBA"))
    assert not shown[shown[..., 3] == 0].any()


def test_metadata_of_the_painted_picture_is_dropped() -> None:
    info = PngInfo()
    info.add_text("prompt", "something private")
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta/>")
    picture = Picture(as_png(blob(), info))
    for kind in (EMOTE, THUMBNAIL):
        for data in make_files(picture, kind).values():
            assert b"private" not in data
            assert b"xmp" not in data


def test_a_png_that_is_too_heavy_gets_a_palette_and_keeps_its_alpha() -> None:
    kind = replace(EMOTE, exports=(Export("112.png", 112, 112, "PNG", (_limit(25_000),)),))
    heavy = noise((112, 112))
    heavy.putalpha(blob((112, 112), (8, 8, 103, 103)).getchannel("A"))
    data = make_files(Picture(as_png(heavy), {(112, 112): as_png(heavy)}), kind)["112.png"]
    assert len(data) <= 25_000
    with Image.open(io.BytesIO(data)) as image:
        assert image.mode == "P"
        assert image.size == (112, 112)
        assert np.asarray(image.convert("RGBA"))[0, 0, 3] == 0


def test_a_png_that_fits_stays_lossless() -> None:
    kept = blob((56, 56), (6, 6, 50, 50))
    data = make_files(Picture(as_png(kept), {(56, 56): as_png(kept)}), EMOTE)["56.png"]
    with Image.open(io.BytesIO(data)) as image:
        assert image.convert("RGBA").tobytes() == kept.tobytes()


def test_a_png_that_fits_once_it_is_squeezed_stays_lossless() -> None:
    across, down = np.meshgrid(np.arange(112), np.arange(112))
    smooth = Image.fromarray(np.stack([across, down, across + down], axis=-1).astype(np.uint8)).convert("RGBA")
    roomy, tight = png_within(smooth, 50_000), png_within(smooth, 2_000)
    assert len(roomy) > 2_000 >= len(tight)
    for data in (roomy, tight):
        with Image.open(io.BytesIO(data)) as image:
            assert image.convert("RGBA").tobytes() == smooth.tobytes()


def test_a_jpeg_that_is_too_heavy_steps_down_in_quality() -> None:
    master = as_png(noise((1280, 720)))
    limits = (2_000_000, 700_000)
    sizes = []
    for limit in limits:
        kind = replace(THUMBNAIL, exports=(Export("x.jpg", 1280, 720, "JPEG", (_limit(limit),)),))
        data = make_files(Picture(master), kind)["x.jpg"]
        sizes.append(len(data))
        assert len(data) <= limit
    assert sizes[1] < sizes[0]


def test_what_cannot_fit_comes_as_small_as_it_gets_and_its_check_is_red() -> None:
    for kind, master in (
        (replace(EMOTE, exports=(Export("112.png", 112, 112, "PNG", (_limit(60),)),)), as_png(blob())),
        (
            replace(THUMBNAIL, exports=(Export("x.jpg", 1280, 720, "JPEG", (_limit(5_000),)),)),
            as_png(noise((1280, 720))),
        ),
    ):
        file = making.make_files(Picture(master), kind).files[0]
        assert file.facts is not None
        red = [finding.rule for finding in findings(kind, kind.main, file.facts) if not finding.is_met]
        assert red == [Rule.BYTES]


def test_a_wide_picture_of_another_shape_covers_the_frame() -> None:
    red = Image.new("RGBA", (1000, 1000), (220, 30, 40, 255))
    data = make_files(Picture(as_png(red)), THUMBNAIL)["1280x720.jpg"]
    with Image.open(io.BytesIO(data)) as image:
        corners = np.asarray(image)[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert (corners[:, 0] > 200).all()
    assert (corners[:, 1] < 60).all()


def test_a_picture_lies_as_its_camera_held_it() -> None:
    stored = Image.new("RGB", (720, 1280), (220, 30, 40))
    stored.paste((30, 40, 220), (0, 640, 720, 1280))
    turned, data = Image.Exif(), io.BytesIO()
    turned[0x0112] = 6
    stored.save(data, "JPEG", exif=turned)
    with Image.open(io.BytesIO(make_files(Picture(data.getvalue()), THUMBNAIL)["1280x720.jpg"])) as image:
        left, right = np.asarray(image)[360, [100, 1180]]
    assert left[2] > 200 > 60 > left[0]
    assert right[0] > 200 > 60 > right[2]


@pytest.mark.parametrize(
    ("kind", "size", "preview"),
    [(EMOTE, (1024, 1024), (512, 512)), (THUMBNAIL, (1280, 720), (960, 540)), (EMOTE, (300, 300), (300, 300))],
)
def test_a_preview_is_a_webp_of_known_size(kind: AssetType, size: tuple[int, int], preview: tuple[int, int]) -> None:
    data = make_files(Picture(as_png(blob(size, (20, 20, 200, 200)))), kind)[PREVIEW]
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "WEBP"
        assert image.size == preview
        assert ("A" in image.getbands()) == kind.is_cutout


@pytest.mark.parametrize(("kind", "thumb"), [(EMOTE, (64, 64)), (THUMBNAIL, (64, 36))])
def test_a_thumb_weighs_next_to_nothing(kind: AssetType, thumb: tuple[int, int]) -> None:
    size = (kind.master_width_px, kind.master_height_px)
    data = make_files(Picture(as_png(blob(size, (20, 20, 200, 200)))), kind)[THUMB]
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == thumb
    assert len(data) < 4_000


def test_bytes_that_are_no_picture_are_refused() -> None:
    for broken in (b"", b"not a picture", as_png(blob())[:200]):
        with pytest.raises(NoPicture):
            make_files(Picture(broken), EMOTE)


OPAQUE = [kind for kind in ASSET_TYPES.values() if not kind.has_alpha]
FLAT = Image.new("RGB", (256, 256), "#12d43a")
NOTHING = {
    "see-through": as_png(Image.new("RGBA", (256, 256))),
    "dust": as_png(Image.new("RGBA", (256, 256), (255, 0, 0, 24))),
    "the key colour": as_png(FLAT),
    "JPEG": as_jpeg(FLAT),
    "noise": as_jpeg(Image.effect_noise((256, 256), 6).convert("RGB")),
    "white": as_png(Image.new("RGB", (256, 256), "#ffffff")),
    "a speck": as_png(dotted(2)),
}


@pytest.mark.parametrize("name", NOTHING)
@pytest.mark.parametrize("kind", [EMOTE, ASSET_TYPES[AssetTypeId.WEBCAM_FRAME]], ids=lambda kind: kind.id)
def test_what_is_cut_out_of_nothing_is_no_picture(kind: AssetType, name: str) -> None:
    with pytest.raises(NoPicture):
        make_files(Picture(NOTHING[name]), kind)


def test_a_small_subject_on_its_ground_is_a_picture() -> None:
    assert make_files(Picture(as_png(dotted(16))), EMOTE)


@pytest.mark.parametrize("name", ["the key colour", "JPEG", "white"])
@pytest.mark.parametrize(
    "kind", [kind for kind in ASSET_TYPES.values() if not kind.has_alpha], ids=lambda kind: kind.id
)
def test_an_opaque_picture_may_have_one_colour_but_not_none(kind: AssetType, name: str) -> None:
    assert make_files(Picture(NOTHING[name]), kind)
    with pytest.raises(NoPicture):
        make_files(Picture(NOTHING["see-through"]), kind)
