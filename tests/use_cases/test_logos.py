"""Logos: what storage has of them, through replacing, deleting, refusals and faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from sqlalchemy import text

from coach_app.domain.errors import InvalidInput, NotFound, StorageUnavailable
from coach_app.domain.logos import LogoKind
from coach_app.domain.ports import Storage
from coach_app.parts import Parts
from coach_app.use_cases.delete_brand_kit import delete_brand_kit
from coach_app.use_cases.put_logo import put_logo
from coach_app.use_cases.read_palette import read_palette
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.remove_logo import remove_logo
from tests.imaging.corpus import REFUSED
from tests.use_cases.branding import file_rows, kit_of, logo_keys, new_kit, picture
from tests.working_parts import new_guest


@pytest.fixture
def user_id(parts: Parts) -> UUID:
    return new_guest(parts)


@pytest.fixture
def kit_id(parts: Parts, user_id: UUID) -> UUID:
    return new_kit(parts, user_id)


@dataclass
class AwayStorage:
    """Fails at what is named; `before` a write it is killed in the middle of, like a process."""

    inner: Storage
    fails_at: str
    has_begun: bool = False

    def write(self, files: Mapping[str, bytes]) -> None:
        if self.fails_at == "write":
            if self.has_begun:
                self.inner.write({f"{key}.0123.part": data[:10] for key, data in files.items()})
            raise StorageUnavailable("away")
        self.inner.write(files)

    def read(self, key: str) -> Iterator[bytes]:
        return self.inner.read(key)

    def delete(self, key: str) -> None:
        if self.fails_at == "delete":
            raise StorageUnavailable("away")
        self.inner.delete(key)

    def keys(self, prefix: str) -> Iterator[str]:
        return self.inner.keys(prefix)

    def temporary_url(self, key: str, *, media_type: str, disposition: str) -> str | None:
        return None


def test_a_logo_is_stored_and_shown_with_its_kit(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("#ff69b4"))
    kit = kit_of(parts, user_id, kit_id)
    logo = kit.logo(LogoKind.ICON)
    assert logo is not None
    assert (logo.width_px, logo.height_px, logo.media_type, logo.palette) == (64, 32, "image/png", ("#ff69b4",))
    assert sum(map(len, parts.storage.read(logo.key))) == logo.bytes
    assert logo.key.startswith(f"brand-kits/{user_id}/{kit_id}/")
    assert kit.logo(LogoKind.PRIMARY) is None
    reconcile(parts)
    assert logo_keys(parts) == [logo.key]


def test_a_kit_takes_one_logo_of_each_kind(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    for kind in LogoKind:
        put_logo(parts, user_id=user_id, kit_id=kit_id, kind=kind, data=picture())
    assert [logo.kind for logo in kit_of(parts, user_id, kit_id).logos] == list(LogoKind)
    assert len(logo_keys(parts)) == len(LogoKind)


def test_what_a_replaced_logo_leaves_is_removed(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    old = put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("red"))
    new = put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("blue"))
    assert sorted(logo_keys(parts)) == sorted([old.key, new.key])
    reconcile(parts)
    assert logo_keys(parts) == file_rows(parts) == [new.key]


def test_the_same_picture_again_is_a_file_of_its_own(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    first = put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    second = put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    assert first.sha256 == second.sha256
    reconcile(parts)
    assert logo_keys(parts) == [second.key]


def test_a_removed_logo_and_a_deleted_kit_leave_nothing(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    for kind in (LogoKind.ICON, LogoKind.PRIMARY):
        put_logo(parts, user_id=user_id, kit_id=kit_id, kind=kind, data=picture())
    remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
    with pytest.raises(NotFound):
        remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
    reconcile(parts)
    assert len(logo_keys(parts)) == 1
    delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)
    reconcile(parts)
    assert logo_keys(parts) == file_rows(parts) == []


def test_a_refused_file_leaves_no_trace(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    for file in REFUSED:
        with pytest.raises(InvalidInput):
            put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=file.build())
    assert logo_keys(parts) == file_rows(parts) == []
    assert kit_of(parts, user_id, kit_id).logos == ()


@pytest.mark.parametrize("size", [(1, 1), (31, 31), (31, 4)])
def test_a_logo_of_hardly_any_pixels_is_refused(
    parts: Parts, user_id: UUID, kit_id: UUID, size: tuple[int, int]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture(size=size))
    sentence = f"That logo has only {size[0]} × {size[1]} pixels. It needs 32 on its longer side, and looks best"
    assert refused.value.sentence.startswith(sentence)
    assert (refused.value.field, logo_keys(parts), file_rows(parts)) == ("file", [], [])
    assert read_palette(parts, data=picture("#ff69b4", size))


def test_a_thin_logo_is_taken_by_its_longer_side(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    logo = put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture(size=(4, 32)))
    assert (logo.width_px, logo.height_px) == (4, 32)


def test_storage_that_is_away_leaves_the_old_logo(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    old = put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("red"))
    away = replace(parts, storage=AwayStorage(parts.storage, "write"))
    with pytest.raises(StorageUnavailable):
        put_logo(away, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture("blue"))
    assert kit_of(parts, user_id, kit_id).logo(LogoKind.ICON) == old


def test_what_a_killed_upload_leaves_is_found_by_its_row(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    killed = replace(parts, storage=AwayStorage(parts.storage, "write", has_begun=True))
    with pytest.raises(StorageUnavailable):
        put_logo(killed, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    assert [key.endswith(".part") for key in logo_keys(parts)] == [True]
    # An upload may still be under way.
    reconcile(parts)
    assert len(logo_keys(parts)) == 1
    _let_minutes_pass(parts, 11)
    reconcile(parts)
    assert logo_keys(parts) == file_rows(parts) == []


def test_an_upload_that_took_too_long_gives_no_logo(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    class SlowStorage(AwayStorage):
        def write(self, files: Mapping[str, bytes]) -> None:
            self.inner.write(files)
            _let_minutes_pass(parts, 11)
            reconcile(parts)

    slow = replace(parts, storage=SlowStorage(parts.storage, ""))
    with pytest.raises(StorageUnavailable):
        put_logo(slow, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    assert kit_of(parts, user_id, kit_id).logos == ()
    assert logo_keys(parts) == file_rows(parts) == []


def test_a_kit_deleted_during_an_upload_takes_no_logo(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    class LateStorage(AwayStorage):
        def write(self, files: Mapping[str, bytes]) -> None:
            self.inner.write(files)
            delete_brand_kit(parts, user_id=user_id, kit_id=kit_id)

    late = replace(parts, storage=LateStorage(parts.storage, ""))
    with pytest.raises(NotFound):
        put_logo(late, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    _let_minutes_pass(parts, 11)
    reconcile(parts)
    assert logo_keys(parts) == file_rows(parts) == []


def test_storage_that_is_away_is_swept_later(parts: Parts, user_id: UUID, kit_id: UUID) -> None:
    put_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON, data=picture())
    remove_logo(parts, user_id=user_id, kit_id=kit_id, kind=LogoKind.ICON)
    reconcile(replace(parts, storage=AwayStorage(parts.storage, "delete")))
    assert len(logo_keys(parts)) == len(file_rows(parts)) == 1
    reconcile(parts)
    assert logo_keys(parts) == file_rows(parts) == []


def _let_minutes_pass(parts: Parts, minutes: int) -> None:
    with parts.database.transaction() as db:
        statement = text("UPDATE uploaded_files SET created_at = created_at - make_interval(mins => :minutes)")
        db.connection().execute(statement, {"minutes": minutes})
