"""Pictures to go by: what a conversation keeps, what the artist gets of it, and when the files go."""

import asyncio
import io
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PIL import Image

from coach_app.domain.brand_kits import KitEdit
from coach_app.domain.errors import InvalidInput, NotFound, PictureRemoved, StorageUnavailable, TooManyPictures
from coach_app.domain.generation_jobs import FailureCode, JobStatus
from coach_app.parts import Parts
from coach_app.use_cases.attach_picture import attach_picture, detach_picture
from coach_app.use_cases.choose_brand_kit import choose_brand_kit
from coach_app.use_cases.delete_brand_kit import delete_brand_kit
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.edit_brand_kit import edit_brand_kit
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.edit_prompt import edit_prompt
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_from_brief import start_from_brief
from coach_app.use_cases.write_reply import write_reply
from tests.imaging.bytes_of import gps_exif, logo, saved
from tests.imaging.corpus import REFUSED
from tests.provider.running import nano_banana, openai_images, running_provider
from tests.provider.server import Provider
from tests.use_cases.branding import file_rows, new_kit, picture
from tests.use_cases.generating import artist_raising, job_of, ledger_of, session_of
from tests.use_cases.showing import (
    SeeingArtist,
    attached,
    colour_of,
    picture_keys,
    picture_rows,
    pictures_in,
    pictures_of,
)
from tests.use_cases.test_logos import AwayStorage
from tests.working_parts import HeardHub, draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]
GO_BY_ONE = "Go by the picture sent with this: "
GO_BY_TWO = "Go by the 2 pictures sent with this: "


@pytest.fixture
def artist() -> SeeingArtist:
    return SeeingArtist()


@pytest.fixture
def seeing(make_parts: MakeParts, artist: SeeingArtist) -> Parts:
    """Parts whose artist goes by pictures."""
    return make_parts(artist=artist)


@pytest.fixture
def user_id(seeing: Parts) -> UUID:
    return new_guest(seeing)


@pytest.fixture
def session_id(seeing: Parts, user_id: UUID) -> UUID:
    return ready_session(seeing, user_id)


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


def generate(parts: Parts, user_id: UUID, session_id: UUID) -> UUID:
    key = str(uuid4())
    return request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key=key).job_id


def prompt_of(parts: Parts, user_id: UUID, session_id: UUID) -> str:
    return session_of(parts, user_id, session_id).current_prompt or ""


def test_a_picture_is_kept_as_a_new_png_and_open_tabs_hear_of_it(
    seeing: Parts, user_id: UUID, session_id: UUID
) -> None:
    photo = saved(logo(), "JPEG", exif=gps_exif())
    made = attach_picture(seeing, user_id=user_id, session_id=session_id, data=photo)
    assert pictures_of(seeing, user_id, session_id) == (made,)
    png = b"".join(seeing.storage.read(made.key))
    assert len(png) == made.bytes
    image = Image.open(io.BytesIO(png))
    assert (image.format, image.size, image.info) == ("PNG", (made.width_px, made.height_px), {})
    assert isinstance(seeing.hub, HeardHub)
    assert seeing.hub.heard[-1] == (session_id, {"type": "session"})
    reconcile(seeing)
    assert picture_keys(seeing) == file_rows(seeing) == [made.key]


def test_a_large_picture_is_scaled_to_what_a_model_takes(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    wide = picture(size=(4_000, 1_000))
    made = attach_picture(seeing, user_id=user_id, session_id=session_id, data=wide)
    assert (made.width_px, made.height_px) == (1_536, 384)


def test_a_conversation_takes_three_pictures(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    first, *_ = attached(seeing, user_id, session_id, "red", "lime", "blue")
    with pytest.raises(TooManyPictures):
        attached(seeing, user_id, session_id, "pink")
    detach_picture(seeing, user_id=user_id, session_id=session_id, picture_id=first.id)
    attached(seeing, user_id, session_id, "pink")
    found = [colour_of(b"".join(seeing.storage.read(made.key))) for made in pictures_of(seeing, user_id, session_id)]
    assert found == ["#00ff00", "#0000ff", "#ffc0cb"]


def test_of_pictures_that_come_at_once_no_more_than_three_are_taken(
    seeing: Parts, user_id: UUID, session_id: UUID
) -> None:
    def attach(colour: str) -> bool:
        try:
            attached(seeing, user_id, session_id, colour)
        except TooManyPictures:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(attach, ["red", "lime", "blue", "pink", "teal", "navy"]))
    assert taken.count(True) == len(pictures_of(seeing, user_id, session_id)) == 3


def test_somebody_else_s_conversation_is_not_there(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    (made,) = attached(seeing, user_id, session_id, "red")
    stranger = new_guest(seeing)
    with pytest.raises(NotFound):
        attached(seeing, stranger, session_id, "red")
    with pytest.raises(NotFound):
        detach_picture(seeing, user_id=stranger, session_id=session_id, picture_id=made.id)
    other_session = ready_session(seeing, stranger)
    with pytest.raises(NotFound):
        detach_picture(seeing, user_id=stranger, session_id=other_session, picture_id=made.id)
    assert pictures_of(seeing, stranger, session_id) == ()
    assert pictures_of(seeing, user_id, session_id) == (made,)


def test_an_artist_that_cannot_see_takes_no_picture(parts: Parts) -> None:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    with pytest.raises(InvalidInput) as refused:
        attached(parts, user_id, session_id, "red")
    assert refused.value.sentence.startswith("The flat artist goes by words alone, so it can't use pictures.")
    assert picture_keys(parts) == file_rows(parts) == []


def test_a_refused_file_leaves_no_trace(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    for file in REFUSED:
        with pytest.raises(InvalidInput):
            attach_picture(seeing, user_id=user_id, session_id=session_id, data=file.build())
    assert picture_keys(seeing) == file_rows(seeing) == picture_rows(seeing) == []


def test_the_artist_sees_the_pictures_of_the_click(
    seeing: Parts, artist: SeeingArtist, user_id: UUID, session_id: UUID
) -> None:
    first, _ = attached(seeing, user_id, session_id, "red", "blue")
    job_id = generate(seeing, user_id, session_id)
    detach_picture(seeing, user_id=user_id, session_id=session_id, picture_id=first.id)
    reconcile(seeing)
    assert draw_next(seeing)
    assert [colour_of(png) for png in artist.painted[-1].shown] == ["#ff0000", "#0000ff"]
    assert GO_BY_TWO in artist.painted[-1].prompt
    assert job_of(seeing, user_id, job_id).status == JobStatus.SUCCEEDED
    reconcile(seeing)
    assert picture_keys(seeing) == file_rows(seeing) == picture_rows(seeing)
    assert len(picture_keys(seeing)) == 1


def test_files_go_with_their_conversation_once_its_job_has_ended(
    seeing: Parts, artist: SeeingArtist, user_id: UUID, session_id: UUID
) -> None:
    attached(seeing, user_id, session_id, "red")
    generate(seeing, user_id, session_id)

    def meanwhile(_: object) -> None:
        delete_session(seeing, user_id=user_id, session_id=session_id)
        reconcile(seeing)
        assert len(picture_keys(seeing)) == 1
        assert picture_rows(seeing) == []

    artist.before = meanwhile
    assert draw_next(seeing)
    reconcile(seeing)
    assert picture_keys(seeing) == file_rows(seeing) == []


def test_a_picture_that_storage_has_lost_fails_the_job_before_a_call(
    seeing: Parts, artist: SeeingArtist, user_id: UUID, session_id: UUID
) -> None:
    (made,) = attached(seeing, user_id, session_id, "red")
    job_id = generate(seeing, user_id, session_id)
    seeing.storage.delete(made.key)
    assert draw_next(seeing)
    job = job_of(seeing, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, FailureCode.PICTURE_LOST)
    assert ledger_of(seeing, job_id) == ["reserve", "release"]
    assert artist.painted == []


def test_a_picture_whose_bytes_have_changed_is_shown_to_nobody(
    seeing: Parts, artist: SeeingArtist, user_id: UUID, session_id: UUID
) -> None:
    (made,) = attached(seeing, user_id, session_id, "red")
    job_id = generate(seeing, user_id, session_id)
    seeing.storage.write({made.key: picture("blue")})
    assert draw_next(seeing)
    assert job_of(seeing, user_id, job_id).status == JobStatus.QUEUED
    assert artist.painted == []


def test_a_retry_goes_by_the_same_pictures_or_says_that_one_has_gone(
    make_parts: MakeParts, seeing: Parts, artist: SeeingArtist, user_id: UUID, session_id: UUID
) -> None:
    (made,) = attached(seeing, user_id, session_id, "red")
    failing = artist_raising(ZeroDivisionError())
    job_id = generate(seeing, user_id, session_id)
    assert draw_next(make_parts(artist=failing))
    attached(seeing, user_id, session_id, "blue")
    retry_generation(seeing, user_id=user_id, job_id=job_id, idempotency_key="again")
    assert draw_next(seeing)
    assert [colour_of(png) for png in artist.painted[-1].shown] == ["#ff0000"]
    detach_picture(seeing, user_id=user_id, session_id=session_id, picture_id=made.id)
    with pytest.raises(PictureRemoved):
        retry_generation(seeing, user_id=user_id, job_id=job_id, idempotency_key="once more")


def test_an_artist_that_cannot_see_draws_without_the_pictures(
    make_parts: MakeParts, seeing: Parts, user_id: UUID, session_id: UUID
) -> None:
    attached(seeing, user_id, session_id, "red")
    shown_to = generate(seeing, user_id, session_id)
    assert draw_next(seeing)
    blind = make_parts()
    job_id = generate(blind, user_id, session_id)
    assert job_of(blind, user_id, job_id).request.shown == ()
    assert "sent with this" not in job_of(blind, user_id, job_id).request.prompt
    assert draw_next(blind)
    retried = retry_generation(blind, user_id=user_id, job_id=shown_to, idempotency_key="blind").job_id
    assert job_of(blind, user_id, retried).request.shown == ()


async def _say(parts: Parts, user_id: UUID, session_id: UUID) -> None:
    accept_message(parts, user_id=user_id, session_id=session_id, text="a sleepy axolotl")
    async for _ in write_reply(parts, user_id=user_id, session_id=session_id):
        pass


def test_the_prompt_says_so_as_long_as_there_are_pictures(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    before = prompt_of(seeing, user_id, session_id)
    first, second = attached(seeing, user_id, session_id, "red", "blue")
    assert GO_BY_TWO in prompt_of(seeing, user_id, session_id)
    detach_picture(seeing, user_id=user_id, session_id=session_id, picture_id=first.id)
    assert GO_BY_ONE in prompt_of(seeing, user_id, session_id)
    detach_picture(seeing, user_id=user_id, session_id=session_id, picture_id=second.id)
    assert prompt_of(seeing, user_id, session_id) == before


def test_whatever_makes_the_prompt_anew_keeps_the_pictures_in_it(
    seeing: Parts, user_id: UUID, session_id: UUID
) -> None:
    attached(seeing, user_id, session_id, "red")
    kit_id = new_kit(seeing, user_id)
    changes: tuple[Callable[[], None], ...] = (
        lambda: edit_brief(seeing, user_id=user_id, session_id=session_id, slot="subject", value="cat"),
        lambda: choose_brand_kit(seeing, user_id=user_id, session_id=session_id, kit_id=kit_id),
        lambda: edit_brand_kit(seeing, user_id=user_id, kit_id=kit_id, changes=KitEdit(colours={"main": "#123456"})),
        lambda: delete_brand_kit(seeing, user_id=user_id, kit_id=kit_id),
    )
    for change in changes:
        before = prompt_of(seeing, user_id, session_id)
        change()
        assert prompt_of(seeing, user_id, session_id) != before
        assert GO_BY_ONE in prompt_of(seeing, user_id, session_id)


def test_a_reply_keeps_the_pictures_in_the_prompt(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    attached(seeing, user_id, session_id, "red")
    asyncio.run(_say(seeing, user_id, session_id))
    assert "a sleepy axolotl" in prompt_of(seeing, user_id, session_id)
    assert GO_BY_ONE in prompt_of(seeing, user_id, session_id)


def test_what_is_sent_is_what_was_read(seeing: Parts, artist: SeeingArtist, user_id: UUID, session_id: UUID) -> None:
    attached(seeing, user_id, session_id, "red")
    read = prompt_of(seeing, user_id, session_id)
    generate(seeing, user_id, session_id)
    assert draw_next(seeing)
    edit_prompt(seeing, user_id=user_id, session_id=session_id, prompt="A cat like this.")
    generate(seeing, user_id, session_id)
    assert draw_next(seeing)
    assert [painted.prompt for painted in artist.painted] == [read, "A cat like this."]
    assert [len(painted.shown) for painted in artist.painted] == [1, 1]


def test_a_session_that_takes_over_the_brief_leaves_the_pictures(
    seeing: Parts, user_id: UUID, session_id: UUID
) -> None:
    attached(seeing, user_id, session_id, "red")
    new_id = start_from_brief(seeing, user_id=user_id, session_id=session_id)
    assert pictures_of(seeing, user_id, new_id) == ()
    assert "sent with this" not in prompt_of(seeing, user_id, new_id)


def test_storage_that_is_away_takes_no_picture(seeing: Parts, user_id: UUID, session_id: UUID) -> None:
    away = replace(seeing, storage=AwayStorage(seeing.storage, "write"))
    with pytest.raises(StorageUnavailable):
        attached(away, user_id, session_id, "red")
    assert pictures_of(seeing, user_id, session_id) == ()


def test_a_conversation_deleted_during_an_upload_takes_no_picture(
    seeing: Parts, user_id: UUID, session_id: UUID
) -> None:
    class LateStorage(AwayStorage):
        def write(self, files: Mapping[str, bytes]) -> None:
            self.inner.write(files)
            delete_session(seeing, user_id=user_id, session_id=session_id)

    late = replace(seeing, storage=LateStorage(seeing.storage, ""))
    with pytest.raises(NotFound):
        attached(late, user_id, session_id, "red")
    assert picture_rows(seeing) == []
    # By its row the reconciler finds the file once no upload can be under way any more.
    assert picture_keys(seeing) == file_rows(seeing)


@pytest.mark.parametrize("colours", [("#ff0000",), ("#ff0000", "#00ff00", "#0000ff")])
def test_nano_banana_gets_the_pictures_as_pngs_without_metadata(
    make_parts: MakeParts, provider: Provider, colours: tuple[str, ...]
) -> None:
    parts = make_parts(ai_artist=nano_banana(provider.url))
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    for colour in colours:
        photo = saved(Image.new("RGB", (64, 64), colour), "PNG", exif=gps_exif())
        attach_picture(parts, user_id=user_id, session_id=session_id, data=photo)
    generate(parts, user_id, session_id)
    assert draw_next(parts)
    (call,) = provider.seen
    got = pictures_in(call)
    assert [colour_of(png) for png in got] == list(colours)
    assert all(Image.open(io.BytesIO(png)).info == {} for png in got)
    assert call.json["contents"][0]["parts"][0]["text"] == prompt_of(parts, user_id, session_id)


def test_an_openai_server_gets_the_pictures_as_files(make_parts: MakeParts, provider: Provider) -> None:
    parts = make_parts(ai_artist=openai_images(provider.url))
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    made = attached(parts, user_id, session_id, "red", "blue")
    generate(parts, user_id, session_id)
    assert draw_next(parts)
    (call,) = provider.seen
    assert call.path.endswith("/images/edits")
    for picture_record in made:
        assert b"".join(parts.storage.read(picture_record.key)) in call.body
