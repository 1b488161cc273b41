"""What coaches' answers cost: a row for each turn that has begun, then one for each call that was paid for."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from coach_app.database.tables import CoachCost
from coach_app.domain.spending import Receipt


def reserve(db: Session, *, user_id: UUID, session_id: UUID, model: str, micro_dollars: int) -> UUID:
    """Set aside what a turn will cost, about. It stays spent where nobody comes to settle it."""
    row = CoachCost(user_id=user_id, coach_session_id=session_id, model=model, micro_dollars=micro_dollars)
    db.add(row)
    db.flush()
    return row.id


def settle(
    db: Session, *, reserve_id: UUID | None, user_id: UUID, session_id: UUID | None, receipts: Iterable[Receipt]
) -> None:
    """Put the calls that were paid for in the place of what was set aside, in the transaction that stores what came of
    them; without `reserve_id` nothing was, and without `session_id` the conversation is no longer there."""
    db.connection().execute(text("DELETE FROM coach_costs WHERE id = :id"), {"id": reserve_id})
    for receipt in receipts:
        row = CoachCost(
            user_id=user_id,
            coach_session_id=session_id,
            model=receipt.model,
            tokens_read=receipt.usage.read,
            tokens_written=receipt.usage.written,
            micro_dollars=receipt.micro_dollars,
        )
        db.add(row)
