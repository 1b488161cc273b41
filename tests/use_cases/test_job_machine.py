"""Jobs under any order of clicks, claims, losses, zombies, cancels and deletes: one end and one settlement."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from PIL import Image
from sqlalchemy import text

from coach_app.database import claimed_jobs, jobs
from coach_app.database.claimed_jobs import ClaimedJob
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.errors import (
    ArtistUnavailable,
    BriefNotReady,
    GenerationUnderWay,
    NoPicture,
    NotFound,
    PromptRefused,
    QueueFull,
)
from coach_app.domain.generation_jobs import GenerationOptions
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.spending import ProviderId
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.delete_asset import delete_asset
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.reconcile import reconcile
from coach_app.use_cases.request_generation import request_generation, retry_generation
from coach_app.use_cases.run_generation import HeldJobs, run_next_generation
from coach_app.use_cases.run_generation.run import run_claimed
from tests.working_parts import new_guest, ready_session

_SUMS = text(
    "SELECT j.id, j.status, j.attempt, j.upstream_calls, "
    "(SELECT count(*) FROM assets a WHERE a.job_id = j.id) AS assets, "
    "(SELECT count(*) FROM generation_ledger l WHERE l.job_id = j.id AND kind = 'reserve') AS reserved, "
    "(SELECT count(*) FROM generation_ledger l WHERE l.job_id = j.id AND kind = 'capture') AS captured, "
    "(SELECT count(*) FROM generation_ledger l WHERE l.job_id = j.id AND kind = 'release') AS released, "
    "(SELECT count(*) FROM coach_sessions s, jsonb_array_elements(s.messages) m "
    "WHERE m ->> 'job_id' = j.id::text) AS messages "
    "FROM generation_jobs j"
)
_TWO_BATCHES = text(
    "SELECT coach_session_id FROM generation_jobs WHERE status IN ('queued', 'running') "
    "GROUP BY coach_session_id HAVING coach_session_id IS NOT NULL AND count(DISTINCT batch_id) > 1"
)
_ENDED = ("succeeded", "failed", "canceled")


class _WorkerDied(BaseException):
    """What no handler of the product catches, as no handler sees a `kill -9`."""


_CALLS = (None, None, NoPicture, PromptRefused, ArtistUnavailable, ZeroDivisionError, _WorkerDied)


class _Artist:
    """Paints a new small picture at each call, or fails as it was told to, once."""

    id = ProviderId.BUILT_IN
    name = "Test artist"
    is_ai = False
    model = ""
    can_see = False
    asset_types = tuple(AssetTypeId)

    def __init__(self) -> None:
        self.calls: list[UUID] = []
        self.failure: BaseException | None = None

    def price_micro_dollars(self, asset_type: AssetType) -> int:
        return 10

    def check(self) -> None:
        return

    def paint(self, request: PaintRequest, answer: BinaryIO) -> None:
        failure, self.failure = self.failure, None
        if failure:
            raise failure
        self.calls.append(request.job_id)
        file = BytesIO()
        picture = Image.new("RGBA", (8, 8))
        picture.paste((len(self.calls) % 256, 0, 0, 255), (0, 0, 4, 8))
        picture.save(file, "PNG")
        answer.write(file.getvalue())

    def picture(self, request: PaintRequest, answer: bytes) -> Picture:
        return Picture(master=answer)


class _Machine(RuleBasedStateMachine):
    """The rows themselves are the state; the model is what may never be seen in them."""

    parts: Parts
    artist: _Artist
    seen: set[str]

    clicks = Bundle("clicks")
    held = Bundle("held")

    def __init__(self) -> None:
        super().__init__()
        with self.parts.database.transaction() as db:
            db.connection().execute(text("TRUNCATE users CASCADE"))
        self.user_id = new_guest(self.parts)
        self.ends: dict[UUID, str] = {}
        self.attempts: dict[UUID, int] = {}
        self.deleted: set[UUID] = set()
        self.variations: dict[str, int] = {}
        self.artist.calls.clear()

    @rule(target=clicks)
    def click_in_a_new_session(self) -> Any:  # noqa: ANN401
        return self._click(ready_session(self.parts, self.user_id))

    @rule(target=clicks, count=st.integers(2, 4))
    def click_for_variations(self, count: int) -> Any:  # noqa: ANN401
        """Ask for a batch; what happens next happens to its last picture, or to whichever is due."""
        session_id, key = ready_session(self.parts, self.user_id), str(uuid4())
        self.variations[key] = count
        return self._ask(lambda: self._request(session_id, key)[-1], (session_id, key))

    @rule(target=clicks, click=clicks)
    def click_for_another(self, click: tuple[UUID, str, UUID]) -> Any:  # noqa: ANN401
        return self._click(click[0])

    @rule(click=clicks)
    def click_again(self, click: tuple[UUID, str, UUID]) -> None:
        session_id, key, job_id = click
        try:
            assert job_id in self._request(session_id, key)
        except NotFound:
            assert not self._exists("coach_sessions", session_id)

    @rule(target=clicks, click=clicks)
    def retry(self, click: tuple[UUID, str, UUID]) -> Any:  # noqa: ANN401
        key = str(uuid4())
        asked = partial(retry_generation, self.parts, user_id=self.user_id, job_id=click[2], idempotency_key=key)
        return self._ask(lambda: asked().job_id, (click[0], key), is_retry=True)

    @rule(target=clicks, failure=st.sampled_from(_CALLS))
    def work(self, failure: type[BaseException] | None) -> Any:  # noqa: ANN401
        """Draw what waits; where nothing does, somebody clicks first, else most steps would have nothing to draw."""
        click = self.click_in_a_new_session() if not self._make_due() else multiple()
        self.artist.failure = failure() if failure else None
        with suppress(_WorkerDied):
            run_next_generation(self.parts, HeldJobs(uuid4()))
        self.artist.failure = None
        return click

    @rule(target=held)
    def claim_and_fall_asleep(self) -> Any:  # noqa: ANN401
        with self.parts.database.transaction() as db:
            job = claimed_jobs.claim_due(db, worker_id=uuid4(), lease_seconds=60, running_cap=9, user_running_cap=9)
        return job if job else multiple()

    @rule(job=held)
    def wake_up_and_go_on(self, job: ClaimedJob) -> None:
        run_claimed(self.parts, job, HeldJobs(uuid4()))

    @rule(job=held)
    def give_back(self, job: ClaimedJob) -> None:
        with self.parts.database.transaction() as db:
            claimed_jobs.put_back(db, job=job, after_seconds=0)

    @rule()
    def lose_every_worker(self) -> None:
        with self.parts.database.transaction() as db:
            db.connection().execute(
                text("UPDATE generation_jobs SET lease_expires_at = now() - interval '1 s' WHERE status = 'running'")
            )
        reconcile(self.parts)

    @rule()
    def let_the_deadline_pass(self) -> None:
        with self.parts.database.transaction() as db:
            db.connection().execute(text("UPDATE generation_jobs SET deadline_at = now() WHERE status = 'queued'"))
        reconcile(self.parts)

    @rule(click=clicks)
    def cancel(self, click: tuple[UUID, str, UUID]) -> None:
        cancel_generation(self.parts, user_id=self.user_id, job_id=click[2])

    @rule(click=clicks)
    def delete_session(self, click: tuple[UUID, str, UUID]) -> None:
        if self._exists("coach_sessions", click[0]):
            delete_session(self.parts, user_id=self.user_id, session_id=click[0])

    @rule(click=clicks)
    def delete_picture(self, click: tuple[UUID, str, UUID]) -> None:
        with self.parts.database.transaction() as db:
            job = jobs.find_job(db, user_id=self.user_id, job_id=click[2])
        if job and job.asset_id:
            delete_asset(self.parts, user_id=self.user_id, asset_id=job.asset_id)
            self.deleted.add(job.id)

    @invariant()
    def every_job_has_one_end_one_picture_and_one_settlement(self) -> None:
        with self.parts.database.transaction() as db:
            rows = db.connection().execute(_SUMS).all()
        for row in rows:
            assert row.attempt >= self.attempts.get(row.id, 0)
            self.attempts[row.id] = row.attempt
            assert row.status == self.ends.get(row.id, row.status)
            if row.status in _ENDED:
                self.ends[row.id] = row.status
                self.seen.add(row.status)
            assert row.assets == (row.status == "succeeded" and row.id not in self.deleted)
            assert row.reserved == 1
            assert row.captured == (row.status == "succeeded")
            assert row.released == (row.status in ("failed", "canceled"))
            assert row.messages <= 1
            assert self.artist.calls.count(row.id) <= row.upstream_calls <= 2

    @invariant()
    def a_session_has_one_batch_under_way(self) -> None:
        with self.parts.database.transaction() as db:
            assert db.connection().execute(_TWO_BATCHES).all() == []

    def _make_due(self) -> int:
        with self.parts.database.transaction() as db:
            statement = text("UPDATE generation_jobs SET next_run_at = now() WHERE status = 'queued'")
            return db.connection().execute(statement).rowcount

    def _click(self, session_id: UUID) -> Any:  # noqa: ANN401
        key = str(uuid4())
        return self._ask(lambda: self._request(session_id, key)[0], (session_id, key))

    def _request(self, session_id: UUID, key: str) -> tuple[UUID, ...]:
        options = GenerationOptions(variations=self.variations.get(key, 1))
        asked = partial(request_generation, self.parts, user_id=self.user_id, session_id=session_id, options=options)
        return asked(idempotency_key=key).job_ids

    def _ask(self, ask: Callable[[], UUID], click: tuple[UUID, str], *, is_retry: bool = False) -> Any:  # noqa: ANN401
        try:
            job_id = ask()
            # The key of a retry belongs to a retry: it cannot be clicked again.
            return multiple() if is_retry else (*click, job_id)
        except (GenerationUnderWay, NotFound, QueueFull, BriefNotReady):
            return multiple()

    def _exists(self, table: str, row_id: UUID) -> bool:
        with self.parts.database.transaction() as db:
            query = text(f"SELECT EXISTS (SELECT FROM {table} WHERE id = :id)")
            return bool(db.connection().execute(query, {"id": row_id}).scalar_one())


@pytest.fixture
def machine(make_parts: Callable[..., Parts]) -> Iterator[type[_Machine]]:
    _Machine.artist, _Machine.seen = _Artist(), set()
    _Machine.parts = make_parts(artist=_Machine.artist)
    yield _Machine
    del _Machine.parts


def test_no_order_of_events_breaks_a_job(machine: type[_Machine]) -> None:
    quick = settings(max_examples=40, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=quick)
    # Without each end among them, the rules would not have tried what they are there for.
    assert machine.seen == set(_ENDED)
