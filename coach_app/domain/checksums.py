"""Bytes that are only believed with the right SHA-256."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from coach_app.domain.errors import StorageUnavailable
from coach_app.domain.ports import Storage


def checked(pieces: Iterator[bytes], sha256_hex: str) -> Iterator[bytes]:
    """Pass the pieces on, the last one only once the digest of all is right: no receiver gets a whole wrong file.

    Raises: StorageUnavailable.
    """
    digest, held = sha256(), b""
    for piece in pieces:
        digest.update(piece)
        if held:
            yield held
        held = piece
    if digest.hexdigest() != sha256_hex:
        raise StorageUnavailable("Storage has given other bytes than it was given.")
    yield held


def write_checked(storage: Storage, files: Mapping[str, bytes]) -> None:
    """Write the files and read them back: storage that took something else is not to be believed.

    Raises: StorageUnavailable.
    """
    storage.write(files)
    for key, data in files.items():
        for _ in checked(storage.read(key), sha256(data).hexdigest()):
            pass
