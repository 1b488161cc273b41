"""What strangers send: refused quickly and with a reason, or taken and written anew."""

import io
import json
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from coach_app.domain.errors import InvalidInput
from coach_app.domain.ports import PictureLimit
from coach_app.imaging.palette import main_colours
from coach_app.imaging.uploads import KEPT_SIDE_PX, read_upload
from tests.imaging.bytes_of import chunk, exif, logo, orientation, png, saved, webp_of_one_colour, with_chunks
from tests.imaging.corpus import LARGEST, REFUSED, TAKEN, BadFile
from tests.servers import PROJECT

# Of a processor: this machine may be busy.
MOST_SECONDS = 1.0
# A process at rest has nearly 60, and 200 are the most that it may come to.
MOST_MB = 140


@dataclass(frozen=True)
class Told:
    """What became of one file of the corpus; `png` is empty where it was refused."""

    sentence: str
    seconds: float
    grown_mb: float
    png: bytes


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """The whole corpus, read once, each file in a process of its own."""
    folder = tmp_path_factory.mktemp("corpus")
    for file in (*REFUSED, *TAKEN, *LARGEST):
        (folder / f"{file.name}.upload").write_bytes(file.build())
    subprocess.run([sys.executable, "-m", "tests.imaging.reading", folder], cwd=PROJECT, check=True, timeout=240)
    return {path.stem: _told(path) for path in folder.glob("*.json")}


def _told(path: Path) -> Told:
    values, written = json.loads(path.read_text()), path.with_suffix(".png")
    png = written.read_bytes() if written.exists() else b""
    return Told(values["sentence"], values["seconds"], values["grown_mb"], png)


@pytest.mark.parametrize("file", REFUSED, ids=lambda file: file.name)
def test_a_bad_file_is_refused_with_its_reason(told: dict[str, Told], file: BadFile) -> None:
    answer = told[file.name]
    assert answer.sentence.startswith(file.sentence)
    assert file.sentence
    assert answer.png == b""
    assert answer.seconds < MOST_SECONDS
    assert answer.grown_mb < MOST_MB


@pytest.mark.parametrize("file", TAKEN, ids=lambda file: file.name)
def test_an_odd_file_is_taken_and_written_anew(told: dict[str, Told], file: BadFile) -> None:
    answer = told[file.name]
    assert (answer.sentence, answer.seconds < MOST_SECONDS, answer.grown_mb < MOST_MB) == ("", True, True)
    assert _chunks(answer.png) <= {b"IHDR", b"IDAT", b"IEND"}
    assert not any(trace in answer.png for trace in (b"script", b"PK\x03\x04", b"Exif", b"GPS", b"PhoneMaker"))
    with Image.open(io.BytesIO(answer.png)) as image:
        image.load()
        assert image.mode in ("RGB", "RGBA")
        assert (dict(image.getexif()), image.info) == ({}, {})


@pytest.mark.parametrize("file", LARGEST, ids=lambda file: file.name)
def test_the_largest_picture_stays_within_memory_and_is_made_smaller(told: dict[str, Told], file: BadFile) -> None:
    answer = told[file.name]
    assert (answer.sentence, answer.grown_mb < MOST_MB) == ("", True)
    with Image.open(io.BytesIO(answer.png)) as image:
        assert max(image.size) <= KEPT_SIDE_PX


def test_the_corpus_has_bombs_that_are_real(told: dict[str, Told]) -> None:
    with Image.open(io.BytesIO(png(60, 60, bits=1, colour_type=0, row=bytes(8)))) as image:
        assert image.convert("L").getextrema() == (0, 0)
    with Image.open(io.BytesIO(webp_of_one_colour(300, 200))) as image:
        assert (image.size, image.convert("L").getextrema()) == ((300, 200), (0, 0))


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("value", range(1, 9))
def test_a_turned_photo_stands_upright(value: int, order: str) -> None:
    upright = Image.new("RGB", (30, 20), "white")
    upright.paste((255, 0, 0), (0, 0, 10, 10))
    # What a camera stores that is held so: the opposite of what shows it upright.
    stored = upright if value == 1 else upright.transpose(_OPPOSITES[value])
    data = with_chunks(saved(stored, "PNG"), chunk(b"eXIf", exif(orientation(value, order), order=order)))
    assert _pixels(read_upload(data).png).tobytes() == upright.tobytes()


@pytest.mark.parametrize("value", [0, 9, 65_535])
def test_a_turn_that_does_not_exist_is_none(value: int) -> None:
    data = with_chunks(saved(logo(), "PNG"), chunk(b"eXIf", exif(orientation(value))))
    assert _pixels(read_upload(data).png).tobytes() == logo().tobytes()


def test_sixteen_bits_become_eight_and_keep_their_brightness() -> None:
    levels = struct.pack(">4H", 0, 0x4000, 0x8000, 0xFFFF)
    grey = _pixels(read_upload(png(4, 1, bits=16, colour_type=0, row=levels)).png)
    assert [grey.getpixel((place, 0)) for place in range(4)] == [(v, v, v) for v in (0, 0x40, 0x80, 0xFF)]


def test_the_colour_that_a_sixteen_bit_picture_calls_clear_is_clear() -> None:
    levels = struct.pack(">2H", 0x4000, 0x8000)
    clear = png(2, 1, bits=16, colour_type=0, row=levels, before=chunk(b"tRNS", b"\x40\x00"))
    image = _pixels(read_upload(clear).png)
    assert [image.getpixel((place, 0)) for place in range(2)] == [(0, 0, 0, 0), (0x80, 0x80, 0x80, 255)]


def test_see_through_stays_see_through_and_hides_no_colour() -> None:
    image = logo("RGBA")
    image.putpixel((0, 0), (1, 2, 3, 0))
    taken = _pixels(read_upload(saved(image, "PNG")).png)
    assert (taken.mode, taken.getpixel((0, 0))) == ("RGBA", (0, 0, 0, 0))
    assert taken.getpixel((16, 16)) == (255, 105, 180, 255)


@pytest.mark.parametrize("file_format", ["PNG", "WEBP"])
def test_a_profile_is_applied_and_dropped(file_format: str) -> None:
    red = Image.new("RGB", (8, 8), (200, 30, 30))
    lossless = {"lossless": True} if file_format == "WEBP" else {}
    data = saved(red, file_format, icc_profile=_profile_with_red_as_green(), **lossless)
    taken = _pixels(read_upload(data).png)
    pixel = taken.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert pixel[1] > 150 > pixel[0]
    assert "icc_profile" not in taken.info


def test_a_colour_that_is_in_srgb_already_stays_as_it_is() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(Image.new("RGB", (8, 8), (255, 143, 191)), "PNG", icc_profile=profile)
    assert read_upload(data).palette == ("#ff8fbf",)


def test_the_palette_has_the_main_colours_by_share() -> None:
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    for colour, box in (
        ((20, 20, 60, 255), (0, 0, 100, 50)),
        ((255, 105, 180, 255), (0, 50, 100, 75)),
        ((255, 241, 220, 255), (0, 75, 100, 85)),
        # Nearly the same, hardly there, and hardly to be seen.
        ((255, 108, 178, 255), (0, 85, 100, 90)),
        ((0, 255, 0, 255), (0, 90, 3, 93)),
        ((0, 0, 255, 90), (0, 93, 100, 100)),
    ):
        image.paste(colour, box)
    assert main_colours(image) == ("#14143c", "#ff69b4", "#fff1dc")


def test_the_palette_has_five_colours_at_most() -> None:
    image = Image.effect_mandelbrot((64, 64), (-2, -1.5, 1, 1.5), 50).convert("RGB")
    rainbow = Image.merge("RGB", (image.getchannel(0), image.transpose(Image.Transpose.ROTATE_90).getchannel(0),
                                  Image.linear_gradient("L").resize((64, 64))))  # fmt: skip
    assert 3 <= len(main_colours(rainbow)) <= 5


def test_what_is_refused_names_the_file_as_its_field() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_upload(b"<svg/>")
    assert refused.value.field == "file"


_OPPOSITES = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def _pixels(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def _chunks(data: bytes) -> set[bytes]:
    names, begin = set(), 8
    while begin < len(data):
        length, name = struct.unpack_from(">I4s", data, begin)
        names.add(name)
        begin += 12 + length
    return names


def _profile_with_red_as_green() -> bytes:
    """sRGB with two of its primaries exchanged, under another name."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = data.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    return exchanged.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))


NOISE = next(file for file in LARGEST if file.name == "png_of_noise")
WITHIN = PictureLimit(side_px=1_536, bytes=4_000_000)


def test_a_picture_within_the_limit_stays_as_it_is() -> None:
    data = saved(logo(), "PNG")
    assert read_upload(data, WITHIN) == read_upload(data)


@pytest.mark.parametrize(
    ("size", "kept"), [((1_537, 3), (1_536, 3)), ((20, 2_000), (15, 1_536)), ((2_000, 1), (1_536, 1))]
)
def test_a_side_that_is_too_long_is_made_as_long_as_may_be(size: tuple[int, int], kept: tuple[int, int]) -> None:
    read = read_upload(saved(Image.new("RGB", size, "red"), "PNG"), WITHIN)
    assert (read.width_px, read.height_px) == Image.open(io.BytesIO(read.png)).size == kept
    assert read.palette == ("#ff0000",)


def test_a_png_of_too_many_bytes_is_made_smaller_until_it_fits() -> None:
    read = read_upload(NOISE.build(), WITHIN)
    assert len(read.png) <= WITHIN.bytes
    assert 800 < read.width_px < WITHIN.side_px


def test_what_is_see_through_stays_so_when_it_is_made_smaller() -> None:
    image = Image.new("RGBA", (2_000, 2_000), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (500, 500, 1_500, 1_500))
    small = Image.open(io.BytesIO(read_upload(saved(image, "PNG"), WITHIN).png))
    assert (small.mode, small.size) == ("RGBA", (1_536, 1_536))
    assert (small.getpixel((10, 10)), small.getpixel((768, 768))) == ((0, 0, 0, 0), (0, 0, 255, 255))
    # Along the edge shines no red of what nobody sees.
    assert small.getchannel("R").getextrema() == (0, 0)
