"""A ZIP file made while it is sent: no more than a piece of one file is held at a time."""

import io
import zipfile
from collections.abc import Iterable, Iterator

# ZIP keeps times without a zone; these files have no time that matters.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class _Outbox(io.RawIOBase):
    """Takes what zipfile writes, until it is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # whatever has a buffer
        self._held += piece
        return len(piece)

    def fetched(self) -> bytes:
        held = bytes(self._held)
        self._held.clear()
        return held


def zip_stream(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield a ZIP of (path, pieces of its bytes), stored as they are: pictures do not get smaller."""
    outbox = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_STORED) as archive:
        for path, pieces in files:
            entry = zipfile.ZipInfo(path, _NO_TIME)
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w") as file:
                for piece in pieces:
                    file.write(piece)
                    yield outbox.fetched()
    yield outbox.fetched()
