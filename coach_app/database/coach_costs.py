"""What coaches' answers cost: a row for each call that was paid for, or may have been."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from coach_app.database.tables import CoachCost
from coach_app.domain.spending import Receipt


def add(db: Session, *, user_id: UUID, session_id: UUID | None, receipt: Receipt) -> None:
    """Record a call, in the transaction that stores what came of it; without `session_id` that is no longer there."""
    db.add(
        CoachCost(
            user_id=user_id,
            coach_session_id=session_id,
            model=receipt.model,
            tokens_read=receipt.usage.read,
            tokens_written=receipt.usage.written,
            micro_dollars=receipt.micro_dollars,
        )
    )


def spent_in_session(db: Session, *, session_id: UUID) -> int:
    """Return what the coach has cost in this conversation, in micro-dollars."""
    query = text("SELECT coalesce(sum(micro_dollars), 0) FROM coach_costs WHERE coach_session_id = :id")
    return int(db.connection().execute(query, {"id": session_id}).scalar_one())
