"""The one clock: the database's."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, select


def database_now(db: Session) -> datetime:
    """Return the time at which this transaction began, aware."""
    now: datetime = db.exec(select(func.now())).one()
    return now
