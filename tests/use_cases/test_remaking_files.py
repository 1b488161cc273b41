"""Files that are missing or wrong are made again, and nothing else of a picture changes."""

import io
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import text

from coach_app.database import assets
from coach_app.database.assets import AssetRecord
from coach_app.domain.errors import InvalidInput, NotFound
from coach_app.parts import Parts
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.remake_files import remake_files
from coach_app.use_cases.request_generation import request_generation
from tests.working_parts import draw_next, new_guest, ready_session


def run(parts: Parts, statement: str) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text(statement))


def drawn(parts: Parts) -> tuple[UUID, UUID]:
    """Return a user and a picture whose job has been swept."""
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id)
    request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click")
    assert draw_next(parts)
    with parts.database.transaction() as db:
        (asset,) = assets.session_assets(db, user_id=user_id, session_id=session_id)
    sweep(parts)
    return user_id, asset.id


def sweep(parts: Parts) -> None:
    reconcile(replace(parts, settings=parts.settings.model_copy(update={"job_lease_seconds": 0})))


def asset_of(parts: Parts, user_id: UUID, asset_id: UUID) -> AssetRecord:
    with parts.database.transaction() as db:
        found = assets.find_asset(db, user_id=user_id, asset_id=asset_id)
    assert found is not None
    return found


def keep_only(parts: Parts, user_id: UUID, asset_id: UUID, *names: str) -> None:
    """Make the picture look like one from before the other files were thought of."""
    files = [replace(file, facts=None) for file in asset_of(parts, user_id, asset_id).files if file.name in names]
    with parts.database.transaction() as db:
        assert assets.replace_files(db, user_id=user_id, asset_id=asset_id, files=files)


def test_an_older_picture_gets_the_files_that_it_lacks(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    keep_only(parts, user_id, asset_id, "112.png", "28.png", "master.png", "preview.webp")
    before = asset_of(parts, user_id, asset_id)
    assert remake_files(parts, user_id=user_id, asset_id=asset_id)
    after = asset_of(parts, user_id, asset_id)
    names = ["112.png", "56.png", "28.png", "128.png", "480.png", "500.png"]
    assert [file.name for file in after.files][:6] == names
    assert after.file("112.png") == before.file("112.png")
    made = after.file("480.png")
    assert made is not None
    with Image.open(io.BytesIO(b"".join(parts.storage.read(made.key)))) as image:
        assert image.size == (480, 480)
    sweep(parts)
    assert all(b"".join(parts.storage.read(file.key)) for file in after.files)


def test_a_file_that_is_wrong_is_made_again_and_the_wrong_one_is_swept(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    asset = asset_of(parts, user_id, asset_id)
    main = asset.files[0]
    assert main.facts is not None
    parts.storage.write({f"{main.key}-wrong": b"wrong"})
    wrong = replace(main, key=f"{main.key}-wrong", facts=main.facts.model_copy(update={"bytes": 99_000}))
    with parts.database.transaction() as db:
        assets.replace_files(db, user_id=user_id, asset_id=asset_id, files=[wrong, *asset.files[1:]])
    assert remake_files(parts, user_id=user_id, asset_id=asset_id)
    assert asset_of(parts, user_id, asset_id).files[0].bytes < 25_000
    sweep(parts)
    with pytest.raises(NotFound):
        list(parts.storage.read(wrong.key))


def test_a_picture_that_is_about_to_be_swept_is_not_touched(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    run(parts, "UPDATE generation_jobs SET swept_at = NULL")
    with pytest.raises(InvalidInput):
        remake_files(parts, user_id=user_id, asset_id=asset_id)


def test_nobody_remakes_what_is_not_theirs(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    for owner, asset in ((new_guest(parts), asset_id), (user_id, uuid4())):
        with pytest.raises(NotFound):
            remake_files(parts, user_id=owner, asset_id=asset)
