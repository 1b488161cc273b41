"""A picture that is a change of another: chosen, drawn with the same mascot, and chosen in its turn."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from coach_app.database import assets, versions
from coach_app.database.assets import AssetRecord
from coach_app.domain.errors import NotFound
from coach_app.domain.generation_jobs import FailureCode, GenerationOptions, JobStatus
from coach_app.domain.ports import PaintRequest
from coach_app.parts import Parts
from coach_app.use_cases.change_picture import change_picture, stop_changing, use_as_brief
from coach_app.use_cases.choose_brand_kit import choose_brand_kit
from coach_app.use_cases.delete_asset import delete_asset
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.edit_brief import edit_brief
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation, retry_generation
from tests.use_cases.branding import new_kit
from tests.use_cases.generating import job_of, ledger_of, session_of
from tests.working_parts import FlatArtist, draw_next, new_guest, ready_session

MakeParts = Callable[..., Parts]


class SeeingArtist(FlatArtist):
    """Goes by pictures."""

    can_see = True


def _drawn(parts: Parts, user_id: UUID, session_id: UUID, count: int = 1, **slots: str) -> AssetRecord:
    """Edit the brief, draw what it says, and return the first picture of it."""
    for slot, value in slots.items():
        edit_brief(parts, user_id=user_id, session_id=session_id, slot=slot, value=value)
    job_id = _click(parts, user_id, session_id, GenerationOptions(variations=count))
    while draw_next(parts):
        pass
    asset_id = job_of(parts, user_id, job_id).asset_id
    assert asset_id is not None
    return _asset(parts, user_id, asset_id)


def _click(parts: Parts, user_id: UUID, session_id: UUID, options: GenerationOptions | None = None) -> UUID:
    key = str(uuid4())
    return request_generation(
        parts, user_id=user_id, session_id=session_id, idempotency_key=key, options=options or GenerationOptions()
    ).job_id


def _asset(parts: Parts, user_id: UUID, asset_id: UUID) -> AssetRecord:
    with parts.database.transaction() as db:
        asset = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
    assert asset is not None
    return asset


def _versions(parts: Parts, user_id: UUID, asset: AssetRecord) -> list[UUID]:
    with parts.database.transaction() as db:
        return [version.id for version in versions.versions(db, user_id=user_id, asset_id=asset.id)]


def _changing(parts: Parts, user_id: UUID, session_id: UUID) -> UUID | None:
    return session_of(parts, user_id, session_id).changing_asset_id


@pytest.fixture
def place(parts: Parts) -> tuple[UUID, UUID]:
    """A user and a session that is ready to be drawn."""
    user_id = new_guest(parts)
    return user_id, ready_session(parts, user_id)


def test_a_change_keeps_the_mascot_and_is_chosen_in_its_turn(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    _drawn(parts, user_id, session_id)
    first = _drawn(parts, user_id, session_id)
    assert (first.variant, first.parent_id) == (1, None)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    bluer = _drawn(parts, user_id, session_id, colour="blue")
    assert (bluer.parent_id, bluer.variant, bluer.brief.colour) == (first.id, 1, "blue")
    crying = _drawn(parts, user_id, session_id, expression="crying")
    assert (crying.parent_id, crying.variant, crying.brief.colour) == (bluer.id, 1, "blue")
    assert _changing(parts, user_id, session_id) == crying.id
    chain = [first.id, bluer.id, crying.id]
    assert [_versions(parts, user_id, asset) for asset in (first, bluer, crying)] == [chain] * 3


def test_an_older_version_brings_its_brief_back_and_begins_a_branch(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id, colour="pink")
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    blue = _drawn(parts, user_id, session_id, colour="blue", expression="crying")
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    session = session_of(parts, user_id, session_id)
    assert session.brief == first.brief
    assert "pink" in (session.current_prompt or "")
    green = _drawn(parts, user_id, session_id, colour="green")
    assert (green.parent_id, green.brief.expression) == (first.id, first.brief.expression)
    assert _versions(parts, user_id, first) == [first.id, blue.id, green.id]
    assert _versions(parts, user_id, green) == [first.id, green.id]


def test_without_a_change_another_one_is_drawn(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    again = _drawn(parts, user_id, session_id)
    assert (again.parent_id, again.brief, again.variant) == (first.id, first.brief, first.variant + 1)


def test_another_kit_is_a_change_too(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    kit_id = new_kit(parts, user_id)
    choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=kit_id)
    branded = _drawn(parts, user_id, session_id)
    assert (branded.parent_id, branded.variant) == (first.id, first.variant)
    assert branded.brand is not None


def test_of_several_variations_of_a_change_the_first_is_chosen(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    blue = _drawn(parts, user_id, session_id, count=3, colour="blue")
    assert blue.variant == first.variant
    assert _changing(parts, user_id, session_id) == blue.id
    assert len(_versions(parts, user_id, first)) == 4


def test_what_was_chosen_meanwhile_stays_chosen(make_parts: MakeParts) -> None:
    def leave(request: PaintRequest) -> None:
        if request.brief.colour == "blue":
            stop_changing(parts, user_id=user_id, session_id=session_id)

    parts = make_parts(artist=FlatArtist(leave))
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    assert _drawn(parts, user_id, session_id, colour="blue").parent_id == first.id
    assert _changing(parts, user_id, session_id) is None
    assert _drawn(parts, user_id, session_id, colour="green").parent_id is None


def test_a_brief_is_taken_up_without_its_picture(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id, colour="pink")
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    edit_brief(parts, user_id=user_id, session_id=session_id, slot="colour", value="blue")
    use_as_brief(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    assert session_of(parts, user_id, session_id).brief == first.brief
    assert _drawn(parts, user_id, session_id).parent_id is None


def test_the_options_may_name_the_picture(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id)
    edit_brief(parts, user_id=user_id, session_id=session_id, slot="colour", value="blue")
    job_id = _click(parts, user_id, session_id, GenerationOptions(change_of=first.id))
    assert job_of(parts, user_id, job_id).request.parent_asset_id == first.id
    draw_next(parts)
    assert _changing(parts, user_id, session_id) is None


def test_pictures_of_others_and_of_other_sessions_are_not_there(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    stranger = new_guest(parts)
    foreign = _drawn(parts, stranger, ready_session(parts, stranger))
    elsewhere = _drawn(parts, user_id, ready_session(parts, user_id))
    for asset_id in (foreign.id, elsewhere.id, uuid4()):
        for take_up in (change_picture, use_as_brief):
            with pytest.raises(NotFound):
                take_up(parts, user_id=user_id, session_id=session_id, asset_id=asset_id)
        with pytest.raises(NotFound):
            _click(parts, user_id, session_id, GenerationOptions(change_of=asset_id))
    assert foreign.session_id is not None
    with pytest.raises(NotFound):
        change_picture(parts, user_id=user_id, session_id=foreign.session_id, asset_id=foreign.id)
    with pytest.raises(NotFound):
        stop_changing(parts, user_id=user_id, session_id=foreign.session_id)
    assert _versions(parts, user_id, foreign) == []


def test_an_artist_that_goes_by_pictures_is_shown_the_master(make_parts: MakeParts) -> None:
    artist = SeeingArtist()
    parts = make_parts(artist=artist)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    first = _drawn(parts, user_id, session_id)
    assert artist.painted[-1].changed is None
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    _drawn(parts, user_id, session_id, colour="blue")
    master = first.master
    assert master is not None
    assert artist.painted[-1].changed == b"".join(parts.storage.read(master.key))


def test_an_artist_that_does_not_see_is_shown_nothing(make_parts: MakeParts) -> None:
    artist = FlatArtist()
    parts = make_parts(artist=artist)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    _drawn(parts, user_id, session_id, colour="blue")
    assert artist.painted[-1].changed is None


def test_a_picture_whose_model_is_gone_fails_before_it_is_paid_for(make_parts: MakeParts) -> None:
    artist = SeeingArtist()
    parts = make_parts(artist=artist)
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    job_id = _click(parts, user_id, session_id)
    delete_asset(parts, user_id=user_id, asset_id=first.id)
    assert _changing(parts, user_id, session_id) is None
    reconcile(replace(parts, settings=parts.settings.model_copy(update={"job_lease_seconds": 0})))
    draw_next(parts)
    job = job_of(parts, user_id, job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, FailureCode.CHANGED_PICTURE_GONE)
    assert ledger_of(parts, job_id) == ["reserve", "release"]
    assert len(artist.painted) == 1
    retry = retry_generation(parts, user_id=user_id, job_id=job_id, idempotency_key="retry").job_id
    draw_next(parts)
    assert job_of(parts, user_id, retry).error_code == FailureCode.CHANGED_PICTURE_GONE


def test_a_change_outlives_what_it_changes(make_parts: MakeParts) -> None:
    def delete_parent(request: PaintRequest) -> None:
        if request.brief.colour == "blue":
            delete_asset(parts, user_id=user_id, asset_id=first.id)

    parts = make_parts(artist=SeeingArtist(delete_parent))
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    blue = _drawn(parts, user_id, session_id, colour="blue")
    assert blue.parent_id is None
    assert _changing(parts, user_id, session_id) is None


def test_versions_outlive_their_session(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    blue = _drawn(parts, user_id, session_id, colour="blue")
    delete_session(parts, user_id=user_id, session_id=session_id)
    assert _versions(parts, user_id, blue) == [first.id, blue.id]
    delete_asset(parts, user_id=user_id, asset_id=first.id)
    assert _versions(parts, user_id, blue) == [blue.id]


def test_versions_are_not_held_against_one_another(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first, second = (_drawn(parts, user_id, session_id) for _ in range(2))

    def alike(*other_than: UUID) -> int:
        with parts.database.transaction() as db:
            found = assets.fingerprints(db, user_id=user_id, asset_type=first.asset_type, other_than=other_than)
        return len(found)

    assert (alike(first.id), alike(first.id, second.id)) == (1, 0)


def test_a_user_goes_with_all_versions(parts: Parts, place: tuple[UUID, UUID]) -> None:
    user_id, session_id = place
    first = _drawn(parts, user_id, session_id)
    change_picture(parts, user_id=user_id, session_id=session_id, asset_id=first.id)
    _drawn(parts, user_id, session_id, colour="blue")
    with parts.database.transaction() as db:
        db.connection().execute(text("DELETE FROM users WHERE id = :id"), {"id": user_id})
        left = db.connection().execute(text("SELECT count(*) FROM assets WHERE user_id = :id"), {"id": user_id})
        assert left.scalar_one() == 0
