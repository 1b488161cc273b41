"""The ports with fault points around them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import event
from sqlmodel import Session

from coach_app.database.engine import Database
from coach_app.database.tables import Asset
from coach_app.domain.errors import ArtistUnavailable, ServiceUnavailable, StorageUnavailable
from coach_app.domain.ports import Artist, Hub, PaintRequest, Picture, Storage
from tests.chaos.faults import Fault, Faults


class FaultyArtist:
    """Meets `intent` before the call, `received` before the answer is written, `read` before it is looked into."""

    def __init__(self, inner: Artist, faults: Faults) -> None:
        self._inner = inner
        self._faults = faults
        self.id, self.name, self.is_ai, self.model = inner.id, inner.name, inner.is_ai, inner.model
        self.can_see, self.asset_types = inner.can_see, inner.asset_types
        self.price_micro_dollars, self.check = inner.price_micro_dollars, inner.check

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        try:
            self._faults.meet("intent")
        except Fault as fault:
            raise ArtistUnavailable(was_taken=False) from fault
        received = BytesIO()
        self._inner.paint(request, received)
        try:
            self._faults.meet("received")
        except Fault as fault:
            raise ArtistUnavailable(was_taken=True) from fault
        answer.write(received.getvalue())

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        self._faults.meet("read")
        return self._inner.picture(request, answer)


class FaultyStorage:
    """Meets `spooled` before staging, `staged` after it, `uploaded` after an asset's files; may be away, or lie."""

    def __init__(self, inner: Storage, faults: Faults) -> None:
        self._inner = inner
        self._faults = faults

    def write(self, files: Mapping[str, bytes]) -> None:
        is_staging = any("/answer-" in key for key in files)
        is_lie = self._meet("spooled") if is_staging else False
        self._inner.write({key: data[:-1] for key, data in files.items()} if is_lie else files)
        if is_staging:
            self._meet("staged")
        elif self._meet("uploaded"):
            self._inner.write({key: data[:-1] + b"?" for key, data in files.items()})

    def read(self, key: str) -> Iterator[bytes]:
        self._be_away()
        return self._inner.read(key)

    def delete(self, key: str) -> None:
        self._be_away()
        self._inner.delete(key)

    def keys(self, prefix: str) -> Iterator[str]:
        self._be_away()
        return self._inner.keys(prefix)

    def temporary_url(self, key: str, *, media_type: str, disposition: str) -> str | None:
        return self._inner.temporary_url(key, media_type=media_type, disposition=disposition)

    def _meet(self, point: str) -> bool:
        self._be_away()
        try:
            return self._faults.meet(point)
        except Fault as fault:
            raise StorageUnavailable(str(fault)) from fault

    def _be_away(self) -> None:
        if self._faults.is_storage_away():
            raise StorageUnavailable("away")


class FaultyHub:
    """Meets `claimed` where tabs are told of a job: the first time is right after the claim."""

    def __init__(self, inner: Hub, faults: Faults) -> None:
        self._inner = inner
        self._faults = faults

    def publish(self, session_id: UUID, event: Mapping[str, object]) -> None:
        if event.get("type") == "job":
            self._meet()
        self._inner.publish(session_id, event)

    def _meet(self) -> None:
        try:
            self._faults.meet("claimed")
        except Fault as fault:
            raise ServiceUnavailable(str(fault)) from fault


class FaultyDatabase(Database):
    """Meets `recording` in the transaction that records an asset, `recorded` after its commit."""

    def __init__(self, url: str, faults: Faults) -> None:
        super().__init__(url)
        self._faults = faults

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        recorded: list[Asset] = []
        with super().transaction() as db:
            event.listen(db, "after_flush", lambda flushed, _: recorded.extend(_assets(flushed)))
            yield db
            if recorded:
                self._meet("recording")
        if recorded:
            self._meet("recorded")

    def _meet(self, point: str) -> None:
        try:
            self._faults.meet(point)
        except Fault as fault:
            raise ServiceUnavailable(str(fault)) from fault


def _assets(db: Session) -> list[Asset]:
    return [row for row in db.new if isinstance(row, Asset)]
