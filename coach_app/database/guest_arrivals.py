"""From where guests came in the last 24 hours; only a digest of the address is kept, and no longer than that."""

from sqlalchemy import text
from sqlmodel import Session

_ADD = text("INSERT INTO guest_arrivals (address_sha256) VALUES (:address)")
_COUNT = text(
    "SELECT count(*) FROM guest_arrivals WHERE address_sha256 = :address AND arrived_at > now() - interval '1 day'"
)
_FORGET = text("DELETE FROM guest_arrivals WHERE arrived_at < now() - interval '1 day'")
_TAKE_TURNS = text("SELECT pg_advisory_xact_lock(720118)")


def arrive(db: Session, *, address_sha256: bytes, most: int) -> bool:
    """Note one more guest from an address; False, and nothing noted, where as many came in a day as may."""
    connection = db.connection()
    connection.execute(_TAKE_TURNS)
    if int(connection.execute(_COUNT, {"address": address_sha256}).scalar_one()) >= most:
        return False
    connection.execute(_ADD, {"address": address_sha256})
    return True


def forget_old(db: Session) -> None:
    """Forget who came more than a day ago."""
    db.connection().execute(_FORGET)
