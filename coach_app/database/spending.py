"""What was spent, of jobs and coaches' answers together: the months are those of UTC."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from coach_app.domain.spending_caps import Spent

# A user pays the price of pictures that came or may come, the installation whatever its providers took; and a user's
# cap bounds what they took for that user too.
_MONTH = text(
    "WITH month AS (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS begin), "
    "jobs AS (SELECT user_id, status, price_micro_dollars AS price, cost_micro_dollars AS cost FROM generation_jobs, "
    "month WHERE artist <> 'built-in' AND created_at >= month.begin), "
    "paid AS (SELECT user_id, greatest(cost, CASE WHEN status IN ('queued', 'running') THEN price ELSE 0 END) AS paid "
    "FROM jobs), "
    "answers AS (SELECT user_id, micro_dollars FROM coach_costs, month WHERE created_at >= month.begin) "
    "SELECT (SELECT coalesce(sum(price), 0) FROM jobs WHERE user_id = :user_id "
    "AND status IN ('queued', 'running', 'succeeded')) "
    "+ (SELECT coalesce(sum(micro_dollars), 0) FROM answers WHERE user_id = :user_id) AS own, "
    "(SELECT coalesce(sum(paid), 0) FROM paid WHERE user_id = :user_id) "
    "+ (SELECT coalesce(sum(micro_dollars), 0) FROM answers WHERE user_id = :user_id) AS for_own, "
    "(SELECT coalesce(sum(paid), 0) FROM paid) + (SELECT coalesce(sum(micro_dollars), 0) FROM answers) AS everybodys"
)
_SESSION = text(
    "SELECT (SELECT coalesce(sum(price_micro_dollars), 0) FROM generation_jobs WHERE coach_session_id = :id "
    "AND status IN ('queued', 'running', 'succeeded')) "
    "+ (SELECT coalesce(sum(micro_dollars), 0) FROM coach_costs WHERE coach_session_id = :id)"
)


def take_turns(db: Session) -> None:
    """Make whoever spends wait for one another until the transaction ends, so that none passes a cap unseen."""
    db.connection().execute(text("SELECT pg_advisory_xact_lock(720117)"))


def of_month(db: Session, *, user_id: UUID) -> Spent:
    """Return what this user and all users have spent this month."""
    own, for_own, everybodys = db.connection().execute(_MONTH, {"user_id": user_id}).one()
    return Spent(int(own), int(for_own), int(everybodys))


def of_session(db: Session, *, session_id: UUID) -> int:
    """Return what a conversation has cost so far, in micro-dollars."""
    return int(db.connection().execute(_SESSION, {"id": session_id}).scalar_one())
