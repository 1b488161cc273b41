"""What has to hold after any faults, read from SQL, storage and the provider's log. Each violation is one line."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text

from coach_app.domain.errors import NotFound, StorageUnavailable
from coach_app.domain.generation_jobs import MAX_UPSTREAM_CALLS
from coach_app.parts import Parts

_NOT_ENDED = "SELECT id, status FROM generation_jobs WHERE status IN ('queued', 'running')"
_ASSETS = (
    "SELECT j.id, j.status, count(a.id) AS assets, "
    "(SELECT count(*) FROM coach_sessions s, jsonb_array_elements(s.messages) m "
    "WHERE m ->> 'type' = 'asset' AND m ->> 'job_id' = j.id::text) AS messages, "
    "(SELECT count(*) FROM coach_sessions s WHERE s.generated_asset_ids && array_agg(a.id)) AS lists "
    "FROM generation_jobs j LEFT JOIN assets a ON a.job_id = j.id GROUP BY j.id"
)
_LEDGER = (
    "SELECT j.id, j.status, count(*) FILTER (WHERE l.kind = 'reserve') AS reserved, "
    "count(*) FILTER (WHERE l.kind = 'capture') AS captured, count(*) FILTER (WHERE l.kind = 'release') AS released, "
    "count(DISTINCT l.micro_dollars) AS amounts "
    "FROM generation_jobs j LEFT JOIN generation_ledger l ON l.job_id = j.id GROUP BY j.id"
)
_FOREIGN = (
    "SELECT a.id FROM assets a JOIN generation_jobs j ON j.id = a.job_id "
    "LEFT JOIN coach_sessions s ON s.id = a.coach_session_id "
    "WHERE a.user_id <> j.user_id OR s.user_id <> j.user_id OR a.coach_session_id <> j.coach_session_id"
)
_QUEUES = (
    "SELECT q.user_id FROM user_queues q WHERE (q.waiting, q.running) <> "
    "(SELECT count(*) FILTER (WHERE status = 'queued'), count(*) FILTER (WHERE status = 'running') "
    "FROM generation_jobs j WHERE j.user_id = q.user_id)"
)
_TAKEN = ("200", "hang", "cut")
_CALLS = text(
    "SELECT coach_session_id AS session, count(*) AS jobs, sum(upstream_calls) AS calls FROM generation_jobs "
    "GROUP BY coach_session_id"
)
STUCK = (
    "SELECT id FROM generation_jobs WHERE status = 'running' AND lease_expires_at < now() - make_interval(secs => 10)"
)


def violations(parts: Parts, provider_folder: Path, *, most_extra_calls: int) -> list[str]:
    """Return what does not hold, once every job should have ended and been swept."""
    return [
        *_sql_violations(parts),
        *_file_violations(parts),
        *_call_violations(parts, provider_folder, most_extra_calls),
    ]


def _sql_violations(parts: Parts) -> Iterator[str]:
    with parts.database.transaction() as db:
        connection = db.connection()
        for row in connection.execute(text(_NOT_ENDED)):
            yield f"I1: job {row.id} is still {row.status}"
        for row in connection.execute(text(_ASSETS)):
            wanted = 1 if row.status == "succeeded" else 0
            if (row.assets, row.messages, row.lists) != (wanted, wanted, wanted):
                yield f"I2: job {row.id}, {row.status}: {row.assets} assets, {row.messages} messages, {row.lists} lists"
        for row in connection.execute(text(_LEDGER)):
            settled = (1, 1, 0) if row.status == "succeeded" else (1, 0, 1)
            if (row.reserved, row.captured, row.released) != settled or row.amounts != 1:
                yield f"I3: job {row.id}, {row.status}: ledger {row.reserved}, {row.captured}, {row.released}"
        for row in connection.execute(text(_FOREIGN)):
            yield f"I6: asset {row.id} belongs to another"
        for row in connection.execute(text(_QUEUES)):
            yield f"The queue of user {row.user_id} is miscounted"


def _file_violations(parts: Parts) -> Iterator[str]:
    """I2: each file is there with its digest; I8: and nothing else is."""
    with parts.database.transaction() as db:
        rows = db.connection().execute(text("SELECT job_id, files FROM assets"))
        files = [(row.job_id, file) for row in rows for file in row.files]
    for job_id, file in files:
        try:
            data = b"".join(parts.storage.read(file["key"]))
        except (NotFound, StorageUnavailable):
            data = b""
        if sha256(data).hexdigest() != file["sha256"]:
            yield f"I2: job {job_id}: {file['name']} is not what was made"
    wanted = {file["key"] for _, file in files}
    for key in parts.storage.keys("assets/"):
        if key not in wanted:
            yield f"I8: {key} is nobody's"


def _call_violations(parts: Parts, folder: Path, most_extra_calls: int) -> Iterator[str]:
    """I4: as many calls as may be, each counted, more than one only where a fault explains it."""
    log = folder / "calls"
    lines = [line.split() for line in log.read_text().splitlines()] if log.exists() else []
    taken = Counter(session for session, outcome in lines if outcome in _TAKEN)
    with parts.database.transaction() as db:
        rows = db.connection().execute(_CALLS)
        counted = {row.session.hex: (row.jobs, row.calls) for row in rows}
    for session, count in taken.items():
        jobs, calls = counted[session]
        if not count <= calls <= jobs * MAX_UPSTREAM_CALLS:
            yield f"I4: session {session}: {count} calls of {jobs} jobs, {calls} counted"
    extra = sum(max(count - counted[session][0], 0) for session, count in taken.items())
    if extra > most_extra_calls:
        yield f"I4: {extra} calls more than jobs, {most_extra_calls} explained by faults"
