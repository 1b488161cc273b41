"""Asking for pictures and looking at their rows, for the tests beside this file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlmodel import Session

from coach_app.database import claimed_jobs, jobs, sessions
from coach_app.database.claimed_jobs import ClaimedJob
from coach_app.domain.ports import PaintRequest
from coach_app.imaging.child import ImagingChildren
from coach_app.parts import Parts
from coach_app.use_cases.request_generation import request_generation
from tests.provider.server import Provider
from tests.working_parts import FlatArtist, draw_next, new_guest, ready_session


def job_of(parts: Parts, user_id: UUID, job_id: UUID) -> jobs.JobRecord:
    with parts.database.transaction() as db:
        job = jobs.find_job(db, user_id=user_id, job_id=job_id)
    assert job is not None
    return job


def session_of(parts: Parts, user_id: UUID, session_id: UUID) -> sessions.SessionRecord:
    with parts.database.transaction() as db:
        session = sessions.find_session(db, user_id=user_id, session_id=session_id)
    assert session is not None
    return session


def requested(parts: Parts, asset_type: str = "twitch_emote") -> tuple[UUID, UUID, UUID]:
    user_id = new_guest(parts)
    session_id = ready_session(parts, user_id, asset_type)
    job_id = request_generation(parts, user_id=user_id, session_id=session_id, idempotency_key="click").job_id
    return user_id, session_id, job_id


def claimed_now(db: Session) -> ClaimedJob | None:
    return claimed_jobs.claim_due(db, worker_id=uuid4(), lease_seconds=60, running_cap=100, user_running_cap=100)


def end_lease(parts: Parts, job_id: UUID) -> None:
    with parts.database.transaction() as db:
        statement = text("UPDATE generation_jobs SET lease_expires_at = now() - interval '1 second' WHERE id = :id")
        db.connection().execute(statement, {"id": job_id})


def ledger_of(parts: Parts, job_id: UUID) -> list[str]:
    with parts.database.transaction() as db:
        query = text("SELECT kind FROM generation_ledger WHERE job_id = :id ORDER BY created_at, kind DESC")
        return [row.kind for row in db.connection().execute(query, {"id": job_id})]


def artist_raising(error: Exception) -> FlatArtist:
    def fail(_: PaintRequest) -> None:
        raise error

    return FlatArtist(fail)


@contextmanager
def with_broken_imaging(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    """Give parts whose imaging processes end as they start, for they don't know who has started them."""
    imaging = ImagingChildren(limit=1)
    with monkeypatch.context() as broken:
        broken.setattr("coach_app.imaging.child._ENVIRONMENT", {})
        yield replace(parts, imaging=imaging)
    imaging.close()


def make_due(parts: Parts, job_id: UUID) -> None:
    with parts.database.transaction() as db:
        db.connection().execute(text("UPDATE generation_jobs SET next_run_at = now() WHERE id = :id"), {"id": job_id})


def row_of(parts: Parts, job_id: UUID) -> Any:  # noqa: ANN401 - a row of SQLAlchemy
    with parts.database.transaction() as db:
        return db.connection().execute(text("SELECT * FROM generation_jobs WHERE id = :id"), {"id": job_id}).one()


def drawn(parts: Parts, provider: Provider, *outcomes: str) -> tuple[UUID, UUID]:
    """Ask for a picture and let the provider answer so; return user and job."""
    provider.script(*outcomes)
    user_id, _, job_id = requested(parts)
    for _ in outcomes:
        make_due(parts, job_id)
        assert draw_next(parts)
    return user_id, job_id
