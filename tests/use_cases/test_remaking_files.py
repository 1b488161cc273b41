"""Files that are missing or wrong are made again, and nothing else of a picture changes."""

import io
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import text

from coach_app.database import assets, swept_jobs
from coach_app.database.assets import AssetRecord
from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import ImagingFailed, InvalidInput, NotFound
from coach_app.domain.generation_jobs import job_folder
from coach_app.parts import Parts
from coach_app.storage.filesystem import FilesystemStorage
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.remake_files import remake_files
from coach_app.use_cases.request_generation import request_generation
from tests.use_cases.generating import with_broken_imaging
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


class SweepingStorage(FilesystemStorage):
    """A storage that the reconciler sweeps after each write, as another process may do it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.settings.data_dir / "files")
        self._parts = parts

    def write(self, files: Mapping[str, bytes]) -> None:
        super().write(files)
        sweep(self._parts)


def test_new_files_are_not_swept_before_they_are_recorded(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    keep_only(parts, user_id, asset_id, "112.png", "master.png", "preview.webp")
    run(parts, "UPDATE generation_jobs SET swept_at = NULL")
    assert remake_files(replace(parts, storage=SweepingStorage(parts)), user_id=user_id, asset_id=asset_id)
    sweep(parts)
    after = asset_of(parts, user_id, asset_id)
    assert after.file("480.png")
    assert all(b"".join(parts.storage.read(file.key)) for file in after.files)


def test_what_a_dead_process_left_is_swept_once_its_time_is_over(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    job_id = asset_of(parts, user_id, asset_id).job_id
    with parts.database.transaction() as db:
        assert assets.begin_remake(db, asset_id=asset_id, seconds=100)
        swept_jobs.sweep_again(db, job_id=job_id)
    left = f"{job_folder(user_id, job_id)}left.png"
    parts.storage.write({left: b"left"})
    sweep(parts)
    assert list(parts.storage.read(left))
    run(parts, "UPDATE assets SET remade_until = now() - interval '1 second'")
    sweep(parts)
    with pytest.raises(NotFound):
        list(parts.storage.read(left))


def test_one_at_a_time_makes_files_anew_and_a_failure_frees_the_place(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    with parts.database.transaction() as db:
        until = assets.begin_remake(db, asset_id=asset_id, seconds=100)
    with pytest.raises(InvalidInput, match="already"):
        remake_files(parts, user_id=user_id, asset_id=asset_id)
    assert until
    with parts.database.transaction() as db:
        assert assets.end_remake(db, asset_id=asset_id, until=until)
    keep_only(parts, user_id, asset_id, "112.png")
    for _ in range(2):
        with pytest.raises(NotFound):
            remake_files(parts, user_id=user_id, asset_id=asset_id)


def test_nobody_remakes_what_is_not_theirs(parts: Parts) -> None:
    user_id, asset_id = drawn(parts)
    for owner, asset in ((new_guest(parts), asset_id), (user_id, uuid4())):
        with pytest.raises(NotFound):
            remake_files(parts, user_id=owner, asset_id=asset)


def test_imaging_that_breaks_is_said_in_a_sentence_and_can_be_tried_again_at_once(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_id, asset_id = drawn(parts)
    keep_only(parts, user_id, asset_id, "112.png", "master.png")
    with with_broken_imaging(parts, monkeypatch) as broken, pytest.raises(ImagingFailed) as failed:
        remake_files(broken, user_id=user_id, asset_id=asset_id)
    assert error_sentence(failed.value) == "That picture couldn't be worked on right now. Try again in a moment."
    assert remake_files(parts, user_id=user_id, asset_id=asset_id)
