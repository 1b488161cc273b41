"""Pictures with a kit and a logo: what a job takes at the click, and keeps whatever happens to the kit."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import text

from coach_app.database import assets, brand_kits
from coach_app.database.assets import AssetRecord
from coach_app.domain.brand_kits import KitEdit
from coach_app.domain.brand_looks import ColourRole
from coach_app.domain.errors import InvalidInput, LogoMissing, NotFound
from coach_app.domain.generation_jobs import GenerationOptions, JobStatus
from coach_app.domain.logos import LogoKind, LogoOptions, LogoPosition, LogoSize
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.choose_brand_kit import choose_brand_kit
from coach_app.use_cases.delete_brand_kit import delete_brand_kit
from coach_app.use_cases.edit_brand_kit import edit_brand_kit
from coach_app.use_cases.put_logo import put_logo
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.remake_files import remake_files
from coach_app.use_cases.remove_logo import remove_logo
from coach_app.use_cases.request_generation import request_generation, retry_generation
from tests.use_cases.branding import kit_of, logo_keys, new_kit, picture
from tests.use_cases.generating import job_of, session_of
from tests.working_parts import FlatArtist, draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]
LIME = (0, 255, 0)
WITH_LOGO = GenerationOptions(
    include_logo=True, logo=LogoOptions(kind=LogoKind.ICON, position=LogoPosition.TOP_LEFT, size=LogoSize.LARGE)
)


@pytest.fixture
def user_id(parts: Parts) -> UUID:
    return new_guest(parts)


@pytest.fixture
def kit_id(parts: Parts, user_id: UUID) -> UUID:
    """A kit with a lime icon."""
    kit_id = new_kit(parts, user_id)
    put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("lime", (100, 50)))
    return kit_id


@pytest.fixture
def session_id(parts: Parts, user_id: UUID, kit_id: UUID) -> UUID:
    return ready_session(parts, user_id, "youtube_thumbnail")


def _click(parts: Parts, user_id: UUID, session_id: UUID, options: GenerationOptions = WITH_LOGO) -> UUID:
    key = str(uuid4())
    return request_generation(
        parts, user_id=user_id, session_id=session_id, idempotency_key=key, options=options
    ).job_id


def _asset(parts: Parts, user_id: UUID) -> AssetRecord:
    with parts.database.transaction() as db:
        (asset,) = assets.newest_assets(db, user_id=user_id, limit=1)
    return asset


def _file(parts: Parts, asset: AssetRecord, name: str) -> Image.Image:
    file = asset.file(name)
    assert file is not None
    return Image.open(io.BytesIO(b"".join(parts.storage.read(file.key)))).convert("RGBA")


def _say_swept(parts: Parts) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE generation_jobs SET swept_at = now() WHERE finished_at IS NOT NULL"))


def _is_lime(image: Image.Image, place: tuple[int, int]) -> bool:
    pixel = image.getpixel(place)
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel[:3], LIME, strict=True))


def test_the_artist_gets_the_look_and_the_picture_keeps_it(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id = new_guest(parts)
    kit_id = new_kit(parts, user_id)
    session_id = ready_session(parts, user_id)
    _click(parts, user_id, session_id, GenerationOptions())
    edit_brand_kit(parts, user_id=user_id, kit_id=kit_id, changes=KitEdit(name="Later", colours={"main": "#000"}))
    draw_next(parts)
    brand = artist.painted[0].brand
    assert brand is not None
    assert (brand.name, brand.main) == ("Sunday Mug", "#f59a3c")
    assert "#f59a3c" in artist.painted[0].prompt
    kept = _asset(parts, user_id).brand
    assert kept is not None
    assert (kept.kit_id, kept.name, kept.colours[ColourRole.MAIN], kept.logo) == (kit_id, "Sunday Mug", "#f59a3c", None)
    assert kit_of(parts, user_id, kit_id).picture_count == 1
    delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)
    assert _asset(parts, user_id).brand == kept


def test_a_kit_can_change_between_two_pictures_of_a_session(parts: Parts, user_id: UUID) -> None:
    new_kit(parts, user_id)
    other = new_kit(parts, user_id, "Neon Fox")
    session_id = ready_session(parts, user_id)
    for kit_id in (other, None):
        _click(parts, user_id, session_id, GenerationOptions())
        draw_next(parts)
        choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=kit_id)
    _click(parts, user_id, session_id, GenerationOptions())
    draw_next(parts)
    with parts.database.transaction() as db:
        made = assets.session_assets(db, user_id=user_id, session_id=session_id)
    assert [asset.brand.name if asset.brand else None for asset in made] == ["Sunday Mug", "Neon Fox", None]


def test_without_a_kit_the_column_is_empty(parts: Parts, user_id: UUID) -> None:
    _click(parts, user_id, ready_session(parts, user_id), GenerationOptions())
    draw_next(parts)
    with parts.database.transaction() as db:
        assert db.connection().execute(text("SELECT count(*) FROM assets WHERE brand IS NULL")).scalar_one() == 1


def test_a_click_may_name_another_kit(parts: Parts, user_id: UUID, session_id: UUID) -> None:
    other = new_kit(parts, user_id, "Neon Fox")
    _click(parts, user_id, session_id, GenerationOptions(brand_kit_id=other))
    draw_next(parts)
    brand = _asset(parts, user_id).brand
    assert brand is not None
    assert brand.name == "Neon Fox"


def test_the_logo_is_on_every_file_and_not_on_the_master(parts: Parts, user_id: UUID, session_id: UUID) -> None:
    _click(parts, user_id, session_id)
    draw_next(parts)
    asset = _asset(parts, user_id)
    # 20 % of 1,280 is more than twice the logo's 100 px; 3 % padding is 38.
    main = _file(parts, asset, "1280x720.jpg")
    assert _is_lime(main, (50, 50))
    assert _is_lime(main, (38 + 190, 38 + 90))
    assert not _is_lime(main, (38 + 210, 50))
    assert _is_lime(_file(parts, asset, "preview.webp"), (40, 40))
    assert not _is_lime(_file(parts, asset, "master.png"), (50, 50))
    assert asset.brand is not None
    assert asset.brand.logo == WITH_LOGO.logo


def test_an_emote_has_the_logo_where_it_can_be_made_out(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    _click(parts, user_id, ready_session(parts, user_id))
    draw_next(parts)
    asset = _asset(parts, user_id)
    assert _is_lime(_file(parts, asset, "112.png"), (8, 6))
    assert _is_lime(_file(parts, asset, "500.png"), (30, 30))
    small = _file(parts, asset, "28.png")
    assert not any(_is_lime(small, (x, y)) for x in range(28) for y in range(28))


def test_a_type_that_is_too_small_for_a_logo_says_so(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    session_id = ready_session(parts, user_id, "twitch_badge")
    with pytest.raises(InvalidInput) as refused:
        _click(parts, user_id, session_id)
    assert refused.value.field == "include_logo"


@pytest.mark.parametrize("has_kit", [True, False])
def test_a_logo_that_is_missing_is_said_before_there_is_a_job(parts: Parts, user_id: UUID, has_kit: bool) -> None:
    if has_kit:
        new_kit(parts, user_id)
    session_id = ready_session(parts, user_id)
    with pytest.raises(LogoMissing) as missing:
        _click(parts, user_id, session_id)
    assert (missing.value.kind, missing.value.kit_name) == (LogoKind.ICON, "Sunday Mug" if has_kit else "")
    assert session_of(parts, user_id, session_id).messages == ()


def test_somebody_elses_kit_gives_no_picture(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    stranger = new_guest(parts)
    session_id = ready_session(parts, stranger)
    for options in (GenerationOptions(brand_kit_id=kit_id), WITH_LOGO.model_copy(update={"brand_kit_id": kit_id})):
        with pytest.raises(NotFound):
            _click(parts, stranger, session_id, options)
    with parts.database.transaction() as db:
        assert brand_kits.find_logo(db, user_id=stranger, kit_id=kit_id, kind=LogoKind.ICON) is None
    assert session_of(parts, stranger, session_id).messages == ()


@pytest.mark.parametrize("change", ["replaced", "removed", "kit deleted"])
def test_a_waiting_job_keeps_the_logo_of_its_click(
    parts: Parts, user_id: UUID, kit_id: UUID, session_id: UUID, change: str
) -> None:
    job_id = _click(parts, user_id, session_id)
    match change:
        case "replaced":
            put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("red"))
        case "removed":
            remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
        case _:
            delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)
    reconcile(parts)
    draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED
    assert _is_lime(_file(parts, _asset(parts, user_id), "1280x720.jpg"), (50, 50))
    reconcile(parts)
    assert len(logo_keys(parts)) == (1 if change == "replaced" else 0)


def test_a_canceled_job_lets_its_logo_go(parts: Parts, user_id: UUID, kit_id: UUID, session_id: UUID) -> None:
    job_id = _click(parts, user_id, session_id)
    remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
    reconcile(parts)
    assert len(logo_keys(parts)) == 1
    cancel_generation(parts, user_id=user_id, job_id=job_id)
    reconcile(parts)
    assert logo_keys(parts) == []


def test_a_retry_takes_the_logo_that_the_kit_has_now(
    parts: Parts, user_id: UUID, kit_id: UUID, session_id: UUID
) -> None:
    job_id = _click(parts, user_id, session_id)
    draw_next(parts)
    put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("red", (100, 50)))
    reconcile(parts)
    retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="once more")
    draw_next(parts)
    asset = _asset(parts, user_id)
    pixel = _file(parts, asset, "1280x720.jpg").getpixel((50, 50))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 240 > 15 > pixel[1]
    remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
    with pytest.raises(LogoMissing) as missing:
        retry_generation(parts, user_id=user_id, job_id=asset.job_id, idempotency_key="and again")
    assert missing.value.kit_name == "Sunday Mug"
    delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)
    with pytest.raises(LogoMissing) as missing:
        retry_generation(parts, user_id=user_id, job_id=asset.job_id, idempotency_key="and once more")
    assert missing.value.kit_name == ""


def test_a_job_from_before_there_were_kits_is_drawn(parts: Parts, user_id: UUID) -> None:
    job_id = _click(parts, user_id, ready_session(parts, user_id), GenerationOptions())
    with parts.database.transaction() as db:
        statement = text("UPDATE generation_jobs SET request = request - 'brand' - 'logo' WHERE id = :id")
        db.connection().execute(statement, {"id": job_id})
    draw_next(parts)
    assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED


def test_clicks_and_replacements_at_once_never_lose_a_file(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    rounds, together = 6, Barrier(3, timeout=60)
    sessions = [ready_session(parts, user_id, "discord_profile_banner") for _ in range(rounds)]

    def click() -> None:
        for session_id in sessions:
            together.wait()
            job_id = _click(parts, user_id, session_id)
            draw_next(parts)
            assert job_of(parts, user_id, job_id).status == JobStatus.SUCCEEDED

    def replace_logo() -> None:
        for colour in range(rounds):
            together.wait()
            data = picture(f"#{colour:02x}0000")
            put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=data)

    def sweep() -> None:
        for _ in range(rounds):
            together.wait()
            for _ in range(5):
                reconcile(parts)

    with ThreadPoolExecutor(3) as threads:
        for done in [threads.submit(action) for action in (click, replace_logo, sweep)]:
            done.result(timeout=120)
    reconcile(parts)
    assert len(logo_keys(parts)) == 1


def test_files_that_are_made_again_have_the_logo_too(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    session_id = ready_session(parts, user_id)
    choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=kit_id)
    _click(parts, user_id, session_id)
    assert draw_next(parts)
    with parts.database.transaction() as db:
        (asset,) = assets.session_assets(db, user_id=user_id, session_id=session_id)
        assets.replace_files(
            db, user_id=user_id, asset_id=asset.id, files=[file for file in asset.files if file.name != "500.png"]
        )
    before = asset.file("500.png")
    assert remake_files(parts, user_id=user_id, asset_id=asset.id)
    with parts.database.transaction() as db:
        again = assets.find_asset(db, user_id=user_id, asset_id=asset.id)
    assert again is not None
    assert again.file("500.png") == before
    put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("teal"))
    with pytest.raises(InvalidInput, match="would differ"):
        remake_files(parts, user_id=user_id, asset_id=asset.id)
    remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
    with pytest.raises(InvalidInput, match="would differ"):
        remake_files(parts, user_id=user_id, asset_id=asset.id)
