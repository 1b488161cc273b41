"""Imaging processes: what breaks one breaks no other, and no picture is lost with it."""

import io
import os
import threading
from collections.abc import Callable, Iterator

import psutil
import pytest
from PIL import Image, ImageDraw

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.errors import ImagingFailed, InvalidInput, NoPicture
from coach_app.domain.ports import Picture
from coach_app.imaging import files as making
from coach_app.imaging.child import ImagingChildren
from tests.imaging.bytes_of import png_without_palette
from tests.processes import descendants

Processes = Callable[[], list[psutil.Process]]
_CHILD = "coach_app.imaging.process"
EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]


def as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture(name="picture")
def _picture() -> Picture:
    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((20, 20, 280, 280), fill=(200, 40, 90, 255))
    return Picture(as_png(image), {(28, 28): as_png(image.resize((28, 28)))})


@pytest.fixture(name="imaging")
def _imaging() -> Iterator[ImagingChildren]:
    imaging = ImagingChildren(limit=1)
    yield imaging
    imaging.close()


@pytest.fixture(name="processes")
def _processes() -> Processes:
    """Return what gives the imaging processes that have come since the test began."""
    others = set(descendants(os.getpid(), _CHILD))
    return lambda: [process for process in descendants(os.getpid(), _CHILD) if process not in others]


def test_a_child_makes_the_same_files_as_this_process_would(imaging: ImagingChildren, picture: Picture) -> None:
    assert imaging.make_files(picture, EMOTE) == making.make_files(picture, EMOTE)


@pytest.mark.parametrize("data", [b"GIF89a<script>", png_without_palette()], ids=["script", "no palette"])
def test_bytes_that_are_no_picture_are_no_picture_and_the_child_goes_on(
    processes: Processes, imaging: ImagingChildren, picture: Picture, data: bytes
) -> None:
    imaging.make_files(picture, EMOTE)
    before = processes()
    with pytest.raises(NoPicture):
        imaging.make_files(Picture(data), EMOTE)
    with pytest.raises(InvalidInput):
        imaging.read_upload(data)
    imaging.make_files(picture, EMOTE)
    assert processes() == before


def test_a_killed_child_is_replaced_and_its_picture_made(
    processes: Processes, imaging: ImagingChildren, picture: Picture
) -> None:
    imaging.warm_up()
    (first,) = processes()
    first.kill()
    assert imaging.make_files(picture, EMOTE).files
    assert first not in processes()


def test_a_child_that_hangs_is_given_up_and_nobody_blames_the_picture(processes: Processes, picture: Picture) -> None:
    imaging = ImagingChildren(limit=1, longest_seconds=0.05)
    for ask in (lambda: imaging.make_files(picture, EMOTE), lambda: imaging.read_upload(picture.master)):
        imaging.warm_up()
        (slow,) = processes()
        slow.suspend()
        with pytest.raises(ImagingFailed):
            ask()
        (after,) = processes()
        assert after != slow
        assert is_kept(after)
        imaging.close()


def test_a_child_that_dies_twice_is_not_the_pictures_fault(
    imaging: ImagingChildren, picture: Picture, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("coach_app.imaging.child._ENVIRONMENT", {})
    with pytest.raises(ImagingFailed):
        imaging.read_upload(picture.master)
    assert len(caplog.records) == 2
    with pytest.raises(ImagingFailed):
        imaging.make_files(picture, EMOTE)


def again_and_again(ask: Callable[[], object]) -> None:
    for _ in range(10_000):
        ask()


def test_a_picture_that_computes_too_long_is_given_up_at_the_first_try(
    processes: Processes, picture: Picture, caplog: pytest.LogCaptureFixture
) -> None:
    # So each may go on until the next full second of its process.
    imaging = ImagingChildren(limit=1, upload_cpu_seconds=0, make_cpu_seconds=0)
    imaging.warm_up()
    with pytest.raises(InvalidInput) as refused:
        again_and_again(lambda: imaging.read_upload(picture.master))
    assert refused.value.sentence.startswith("That picture takes too long to read.")
    with pytest.raises(ImagingFailed):
        again_and_again(lambda: imaging.make_files(picture, EMOTE))
    assert len(caplog.records) == 2
    (after,) = processes()
    assert is_kept(after)
    imaging.close()


def test_every_task_has_its_own_time_however_many_there_were_before(processes: Processes, picture: Picture) -> None:
    imaging = ImagingChildren(limit=1, make_cpu_seconds=1)
    imaging.warm_up()
    (child,) = processes()
    while child.cpu_times().user < 3:
        assert imaging.make_files(picture, EMOTE).files
    assert processes() == [child]
    imaging.close()


def test_a_kept_child_that_dies_at_rest_is_followed_by_one_that_is_kept(
    processes: Processes, imaging: ImagingChildren, picture: Picture
) -> None:
    imaging.warm_up()
    (resting,) = processes()
    resting.kill()
    psutil.wait_procs([resting], timeout=20)
    assert imaging.make_files(picture, EMOTE).files
    (after,) = processes()
    assert is_kept(after)


def is_kept(child: psutil.Process) -> bool:
    """A child that ends when it rests is told after how long, behind the number of its pipe."""
    return bool(child.cmdline()[-2] == _CHILD)


def test_a_picture_too_large_for_its_memory_fails_alone(imaging: ImagingChildren, picture: Picture) -> None:
    huge = as_png(Image.new("L", (13_000, 13_000)))
    with pytest.raises(NoPicture):
        imaging.make_files(Picture(huge), EMOTE)
    assert imaging.make_files(picture, EMOTE).files


def test_a_child_that_has_done_enough_is_replaced(processes: Processes, picture: Picture) -> None:
    imaging = ImagingChildren(limit=1, tasks_per_child=2)
    seen = set()
    for _ in range(4):
        imaging.make_files(picture, EMOTE)
        seen |= set(processes())
    assert len(seen) == 3
    imaging.close()
    assert processes() == []


def test_no_more_children_than_allowed_and_every_thread_is_served(processes: Processes, picture: Picture) -> None:
    imaging = ImagingChildren(limit=2)
    made = []
    threads = [threading.Thread(target=lambda: made.append(imaging.make_files(picture, EMOTE))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    assert len(processes()) <= 2
    imaging.close()


def test_a_child_knows_no_secret_and_trusts_no_rare_format(
    processes: Processes, imaging: ImagingChildren, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEMINI_API_KEY", "canary")
    monkeypatch.setenv("COACH_DATABASE_URL", "postgresql://canary")
    imaging.warm_up()
    (child,) = processes()
    environment = child.environ()
    assert "canary" not in str(environment)
    assert environment["VIPS_BLOCK_UNTRUSTED"] == "1"


def test_a_child_that_is_not_kept_ends_when_it_rests_and_the_next_task_gets_another(
    processes: Processes, imaging: ImagingChildren, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach_app.imaging.child._IDLE_SECONDS", 0.2)
    imaging.make_files(picture, EMOTE)
    (resting,) = processes()
    psutil.wait_procs([resting], timeout=20)
    assert processes() == []
    assert imaging.make_files(picture, EMOTE).files
