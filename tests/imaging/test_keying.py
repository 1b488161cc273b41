"""Subjects are cut out of their key colour as well as asked for, and what cannot be cut is named and left whole."""

from statistics import fmean

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.keying import LIMITS, PROBLEMS, errors_of
from benchmarks.keying_set import SIDE_PX, sample
from benchmarks.keying_tables import Kind
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId, Box
from coach_app.imaging.key_ground import grown
from coach_app.imaging.key_mixing import TO_YCC
from coach_app.imaging.keying import KeyProblem, without_key

GREEN, RED = "#12d43a", "#c02030"


def drawn(ground: str = GREEN, size: tuple[int, int] = (256, 256)) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", size, ground)
    return image, ImageDraw.Draw(image)


def alpha_at(image: Image.Image, place: tuple[int, int]) -> int:
    value = image.getchannel("A").getpixel(place)
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("kind", LIMITS)
def test_the_cut_is_within_the_limits_of_its_kind(kind: Kind) -> None:
    # Half the size would make hairs half as wide.
    side = SIDE_PX if kind is Kind.HAIR else SIDE_PX // 2
    errors = []
    for number in range(3):
        made = sample(kind, number, side)
        cut = without_key(made.painted)
        assert cut.problem is None
        errors.append(errors_of(made, cut))
    mean, wrong = LIMITS[kind]
    assert fmean(one.mean for one in errors) <= mean
    assert fmean(one.wrong for one in errors) <= wrong


@pytest.mark.parametrize("kind", PROBLEMS)
def test_a_ground_that_cannot_be_cut_is_named_and_stays(kind: Kind) -> None:
    for number in range(3):
        made = sample(kind, number, SIDE_PX // 2)
        cut = without_key(made.painted)
        assert cut.problem is PROBLEMS[kind]
        assert cut.image.tobytes() == made.painted.convert("RGBA").tobytes()


def test_no_pixel_of_the_edge_has_the_hue_of_the_key() -> None:
    for number in (0, 1, 6):
        made = sample(Kind.FLAT, number, SIDE_PX // 2)
        cut = np.asarray(without_key(made.painted).image)
        key = made.ground[0, 0] @ TO_YCC
        in_hue = (cut[..., :3] @ TO_YCC)[..., 1:] @ (key[1:] / np.hypot(*key[1:]))
        edge = (cut[..., 3] > 0) & grown(cut[..., 3] == 0, 3)
        assert edge.sum() > 1000
        # Of 255: what is left is a breath of it on white.
        assert in_hue[edge].max() <= 12


def test_a_picture_that_is_see_through_already_stays_as_it_is() -> None:
    image = Image.new("RGBA", (256, 256), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((60, 60, 200, 200), fill=GREEN)
    cut = without_key(image)
    assert cut.problem is None
    assert cut.image.tobytes() == image.tobytes()


def test_an_alpha_channel_that_hides_nothing_is_no_cut_out() -> None:
    image, draw = drawn()
    draw.ellipse((60, 60, 200, 200), fill=RED)
    cut = without_key(image.convert("RGBA")).image
    assert (alpha_at(cut, (5, 5)), alpha_at(cut, (128, 128))) == (0, 255)


def test_what_is_cut_away_keeps_no_colour() -> None:
    image, draw = drawn()
    draw.ellipse((60, 60, 200, 200), fill=RED)
    pixels = np.asarray(without_key(image).image)
    assert not pixels[pixels[..., 3] == 0].any()


def test_holes_are_opened_and_spots_that_resemble_the_key_stay() -> None:
    image, draw = drawn()
    draw.ellipse((40, 40, 216, 216), fill=RED)
    draw.ellipse((70, 90, 120, 140), fill=GREEN)
    draw.ellipse((150, 90, 180, 120), fill="#40c060")
    cut = without_key(image)
    assert cut.problem is None
    assert (alpha_at(cut.image, (95, 115)), alpha_at(cut.image, (165, 105))) == (0, 255)


def test_a_speck_in_the_ground_does_not_stay_as_dust() -> None:
    image, draw = drawn()
    draw.ellipse((60, 60, 200, 200), fill=RED)
    draw.point((20, 20), fill="#0a8024")
    assert alpha_at(without_key(image).image, (20, 20)) == 0


def test_a_frame_is_opened_at_its_hole_though_its_border_is_no_ground() -> None:
    hole = ASSET_TYPES[AssetTypeId.WEBCAM_FRAME].hole
    image, draw = drawn("#5a2a90", (1376, 768))
    draw.rounded_rectangle((110, 60, 1266, 708), 40, fill=GREEN, outline="#ffd040", width=12)
    cut = without_key(image, hole)
    assert cut.problem is None
    assert [alpha_at(cut.image, place) for place in ((688, 384), (160, 384), (4, 4), (116, 384))] == [0, 0, 255, 255]


def test_a_frame_without_its_hole_is_left_whole() -> None:
    image, draw = drawn("#5a2a90", (1376, 768))
    draw.rectangle((300, 200, 1000, 600), fill="#e0e0e0")
    cut = without_key(image, ASSET_TYPES[AssetTypeId.WEBCAM_FRAME].hole)
    assert cut.problem is not None
    assert cut.image.tobytes() == image.convert("RGBA").tobytes()


def test_ground_alone_is_not_cut_to_nothing() -> None:
    cut = without_key(drawn()[0])
    assert cut.problem is KeyProblem.TOO_CLOSE
    assert alpha_at(cut.image, (0, 0)) == 255


@pytest.mark.parametrize("problem", KeyProblem)
def test_every_problem_is_told_in_a_sentence(problem: KeyProblem) -> None:
    assert problem.sentence.endswith(".")
    assert "picture" in problem.sentence


@pytest.mark.parametrize("hole", [None, Box(0.1, 0.1, 0.8, 0.8)], ids=["whole", "frame"])
@pytest.mark.parametrize(
    "size", [(1, 1), (8, 8), (15, 400), (63, 63), (64, 64), (65, 100), (64, 3000), (3000, 70)], ids=str
)
def test_no_size_is_too_odd_to_be_looked_at(size: tuple[int, int], hole: Box | None) -> None:
    noise = np.random.default_rng(4).integers(0, 256, (size[1], size[0], 3), np.uint8)
    key = Image.new("RGB", size, (0, 200, 60))
    key.paste((200, 30, 40), (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4))
    for image in (Image.fromarray(noise), key, Image.new("RGB", size, (0, 200, 60)), Image.new("RGB", size)):
        cut = without_key(image, hole)
        assert cut.image.size == size
        assert cut.problem or np.asarray(cut.image)[..., 3].min() < 255
