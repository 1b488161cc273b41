"""What jobs are estimated to cost: one `reserve` a job, then one `capture` or `release`; the table takes no more."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

_SETTLE = text(
    "INSERT INTO generation_ledger (job_id, kind, micro_dollars) "
    "SELECT job_id, :kind, micro_dollars FROM generation_ledger WHERE job_id = :id AND kind = 'reserve'"
)


def reserve(db: Session, *, job_id: UUID, micro_dollars: int) -> None:
    """Set aside what the job is estimated to cost, in the transaction that makes it."""
    statement = text("INSERT INTO generation_ledger (job_id, kind, micro_dollars) VALUES (:id, 'reserve', :amount)")
    db.connection().execute(statement, {"id": job_id, "amount": micro_dollars})


def capture(db: Session, *, job_id: UUID) -> None:
    """Spend what was reserved, in the transaction that records the picture."""
    db.connection().execute(_SETTLE, {"id": job_id, "kind": "capture"})


def release(db: Session, *, job_id: UUID) -> None:
    """Give back what was reserved, in the transaction that ends the job without a picture."""
    db.connection().execute(_SETTLE, {"id": job_id, "kind": "release"})
