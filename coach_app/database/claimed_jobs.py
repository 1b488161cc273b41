"""Generation jobs as a worker holds them: every write carries the attempt, the fence, and False means fenced off."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from coach_app.database import ledger
from coach_app.domain.generation_jobs import MAX_UPSTREAM_CALLS, FailureCode, JobRequest
from coach_app.domain.refusals import RefusalKind
from coach_app.domain.spending import ProviderId, Receipt


@dataclass(frozen=True, slots=True)
class Staged:
    """Where the artist's raw answer lies in storage, and the SHA-256 of its bytes, in hex."""

    key: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job that this worker holds until its lease ends; `attempt` fences its writes.

    `seconds_left` is what remained at the claim of the time that the job may wait; `upstream_calls` are those that a
    provider took until then, or may have; `losses` are the attempts that broke off through no fault of the picture,
    `server_faults` those that the provider's server answered with an error.
    """

    id: UUID
    user_id: UUID
    session_id: UUID | None
    asset_type: str
    artist: ProviderId
    request: JobRequest
    attempt: int
    staged: Staged | None
    upstream_calls: int
    losses: int
    server_faults: int
    price_micro_dollars: int
    seconds_left: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job has failed: in its artist's words too, where there are any."""

    code: FailureCode
    refusal: RefusalKind | None = None
    said: str = ""
    receipt: Receipt | None = None
    untaken_calls: int = 0


class Call(Enum):
    """What came of asking for a call of the artist."""

    BEGUN = auto()
    FENCED_OFF = auto()
    CANCELED = auto()
    SPENT = auto()


FENCE = "id = :id AND attempt = :attempt AND status = 'running'"
"""What every write of a worker asks of the row."""

# Claims go one after another, else two of them could pass a cap together. The number is only ours to agree on.
_TAKE_TURNS = text("SELECT pg_advisory_xact_lock(720114)")
_NEXT_USER = text(
    "SELECT user_id FROM user_queues WHERE waiting > 0 AND next_run_at <= now() AND running < :user_cap "
    "AND (SELECT count(*) FROM generation_jobs WHERE status = 'running') < :cap "
    "ORDER BY running, last_served_at NULLS FIRST, next_run_at LIMIT 1"
)
_CLAIM = text(
    "WITH served AS (UPDATE user_queues SET last_served_at = now() WHERE user_id = :user_id) "
    "UPDATE generation_jobs SET status = 'running', attempt = attempt + 1, worker_id = :worker_id, "
    "stage = CASE WHEN staged_key IS NULL THEN 'drawing' ELSE 'saving' END, "
    "started_at = coalesce(started_at, now()), lease_expires_at = now() + make_interval(secs => :lease) "
    "WHERE id = (SELECT id FROM generation_jobs WHERE user_id = :user_id AND status = 'queued' "
    "AND next_run_at <= now() ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED) "
    "RETURNING id, user_id, coach_session_id, asset_type, artist, request, attempt, staged_key, staged_sha256, "
    "upstream_calls, losses, server_faults, price_micro_dollars, "
    "extract(epoch FROM deadline_at - now()) AS seconds_left"
)


def claim_due(
    db: Session, *, worker_id: UUID, lease_seconds: float, running_cap: int, user_running_cap: int
) -> ClaimedJob | None:
    """Take a due job, with a lease on the database's clock and the next attempt number.

    First comes the user with the fewest jobs running, then the one served longest ago; of theirs, the oldest job.
    """
    connection = db.connection()
    connection.execute(_TAKE_TURNS)
    caps = {"cap": running_cap, "user_cap": user_running_cap}
    user_id = connection.execute(_NEXT_USER, caps).scalar_one_or_none()
    if user_id is None:
        return None
    row = connection.execute(_CLAIM, {"user_id": user_id, "worker_id": worker_id, "lease": lease_seconds}).one_or_none()
    if row is None:
        return None
    return ClaimedJob(
        id=row.id,
        user_id=row.user_id,
        session_id=row.coach_session_id,
        asset_type=row.asset_type,
        artist=ProviderId(row.artist),
        request=JobRequest.model_validate(row.request),
        attempt=row.attempt,
        staged=Staged(row.staged_key, row.staged_sha256) if row.staged_key else None,
        upstream_calls=row.upstream_calls,
        losses=row.losses,
        server_faults=row.server_faults,
        price_micro_dollars=row.price_micro_dollars,
        seconds_left=float(row.seconds_left),
    )


def renew_lease(db: Session, *, job: ClaimedJob, lease_seconds: float) -> bool:
    """Put off the end of the lease."""
    return _fenced(db, job, "lease_expires_at = now() + make_interval(secs => :lease)", {"lease": lease_seconds})


def begin_call(db: Session, *, job: ClaimedJob) -> Call:
    """Count the call that is about to be made: to be committed before it."""
    may_call = "cancel_requested_at IS NULL AND upstream_calls < :most"
    values: dict[str, object] = {"most": MAX_UPSTREAM_CALLS}
    # It may be paid for from here on, whatever becomes of the answer.
    counted = "upstream_calls = upstream_calls + 1, cost_micro_dollars = cost_micro_dollars + price_micro_dollars"
    if _fenced(db, job, counted, values, and_where=may_call):
        return Call.BEGUN
    query = text(
        "SELECT cancel_requested_at FROM generation_jobs WHERE id = :id AND attempt = :attempt AND status = 'running'"
    )
    row = db.connection().execute(query, {"id": job.id, "attempt": job.attempt}).one_or_none()
    if row is None:
        return Call.FENCED_OFF
    return Call.CANCELED if row.cancel_requested_at else Call.SPENT


def set_staged(db: Session, *, job: ClaimedJob, staged: Staged) -> bool:
    """Record where the answer lies: from here on no attempt calls the artist again."""
    values = {"key": staged.key, "sha256": staged.sha256}
    return _fenced(db, job, "staged_key = :key, staged_sha256 = :sha256, stage = 'saving'", values)


def finish(db: Session, *, job: ClaimedJob, receipt: Receipt | None = None) -> bool:
    """End the job well, and settle its cost."""
    calls, values = _calls(0, receipt)
    is_held = _fenced(db, job, f"status = 'succeeded', stage = 'done', {_ENDED}, {calls}", values)
    if is_held:
        ledger.capture(db, job_id=job.id)
    return is_held


def was_canceled_too_late(db: Session, *, job: ClaimedJob) -> bool:
    """Tell whether the owner of a job that ends well has asked to stop it."""
    query = text("SELECT cancel_requested_at IS NOT NULL FROM generation_jobs WHERE id = :id")
    return bool(db.connection().execute(query, {"id": job.id}).scalar_one())


def fail(db: Session, *, job: ClaimedJob, failure: Failure) -> bool:
    """End the job with a reason, and give back what was reserved."""
    calls, values = _calls(failure.untaken_calls, failure.receipt)
    values |= {
        "code": failure.code,
        "refusal": failure.refusal,
        "said": failure.said,
    }
    is_held = _fenced(
        db,
        job,
        f"status = 'failed', error_code = :code, refusal = :refusal, said = :said, {_ENDED}, {calls}",
        values,
    )
    if is_held:
        ledger.release(db, job_id=job.id)
    return is_held


def cancel(db: Session, *, job: ClaimedJob) -> bool:
    """End the job as its owner asked, and give back what was reserved."""
    is_held = _fenced(db, job, f"status = 'canceled', {_ENDED}", {})
    if is_held:
        ledger.release(db, job_id=job.id)
    return is_held


def put_back(
    db: Session,
    *,
    job: ClaimedJob,
    after_seconds: float,
    untaken_calls: int = 0,
    is_server_fault: bool = False,
    is_answer_dropped: bool = False,
    receipt: Receipt | None = None,
    is_loss: bool = False,
) -> bool:
    """Queue the job again for later, or for at once where its owner wants it canceled.

    `untaken_calls` are given back; a dropped answer, whose `receipt` this is, is asked for anew; a loss counts like
    that of a worker.
    """
    calls, values = _calls(untaken_calls, receipt)
    drop = ", staged_key = NULL, staged_sha256 = NULL" if is_answer_dropped else ""
    changes = (
        f"status = 'queued', stage = 'queued', lease_expires_at = NULL, {calls}, "
        "next_run_at = now() + CASE WHEN cancel_requested_at IS NULL THEN make_interval(secs => :after) "
        "ELSE interval '0' END, losses = losses + :lost, server_faults = server_faults + :faults"
        f"{drop}"
    )
    values |= {
        "after": after_seconds,
        "lost": int(is_loss),
        "faults": int(is_server_fault),
    }
    return _fenced(db, job, changes, values)


_ENDED = "lease_expires_at = NULL, finished_at = now()"
_CALLS = (
    "upstream_calls = upstream_calls - :untaken, "
    "cost_micro_dollars = cost_micro_dollars - :known * price_micro_dollars + :micro_dollars"
)
_ANSWER = (
    ", model = :model, provider_request_id = :request_id, tokens_read = tokens_read + :read, "
    "tokens_written = tokens_written + :written, tokens_painted = tokens_painted + :painted"
)


def _calls(untaken: int, receipt: Receipt | None) -> tuple[str, dict[str, object]]:
    """Return how a row gives calls back that were not taken, and notes what an answer that has been read did cost."""
    # An answer that says nothing of its cost is taken to have cost its price.
    counted = int(receipt is not None and receipt.micro_dollars > 0)
    values: dict[str, object] = {"untaken": untaken, "known": untaken + counted, "micro_dollars": 0}
    if receipt is None:
        return _CALLS, values
    values |= {
        "model": receipt.model,
        "request_id": receipt.request_id,
        "read": receipt.usage.read,
        "written": receipt.usage.written,
        "painted": receipt.usage.painted,
        "micro_dollars": receipt.micro_dollars,
    }
    return _CALLS + _ANSWER, values


def _fenced(
    db: Session, job: ClaimedJob, changes: str, values: Mapping[str, object], *, and_where: str = "true"
) -> bool:
    statement = text(f"UPDATE generation_jobs SET {changes} WHERE {FENCE} AND {and_where}")  # noqa: S608 - literals of this module
    return db.connection().execute(statement, {**values, "id": job.id, "attempt": job.attempt}).rowcount == 1
